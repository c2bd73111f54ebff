"""A file of a section becomes its front matter and its prose, with all that is wrong in both."""

from __future__ import annotations

import dataclasses

import pytest

from standfirst.decoding.decode import decode
from standfirst.model import (
    MarkdownForm,
    Origin,
    Section,
)
from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile
from tests.explainers import content, section_of


def section(text: str, path: str = "sections/10-what-happened.md") -> Section:
    return section_of(InputFile(path, text))


def section_problems(text: str, path: str = "sections/10-what-happened.md") -> list[str]:
    with pytest.raises(SiteError) as caught:
        section(text, path)
    return [str(each) for each in caught.value.problems]


def test_a_section_is_its_front_matter_and_the_markdown_after_it() -> None:
    read = section("---\ntitle: What happened?\nautolink: false\ndraft: true\n---\nOne.\n\n---\n\nTwo.\n")
    assert (read.title, read.autolink, read.draft) == ("What happened?", False, True)
    assert (read.body.markdown, read.body.form) == ("One.\n\n---\n\nTwo.\n", MarkdownForm.BLOCK)
    assert read.body.origin == Origin("sections/10-what-happened.md", 6, 1)
    assert read.origin_of("autolink") == Origin("sections/10-what-happened.md", 3, 11)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("10-what-happened.md", "what-happened"),
        ("10_what.md", "what"),
        ("1.2-what.md", "2-what"),
        ("what.md", "what"),
        ("07-2016.md", "2016"),
    ],
)
def test_without_an_id_the_file_name_gives_it(name: str, id_: str) -> None:
    assert section("---\ntitle: A\n---\n", f"sections/{name}").id == id_


def test_an_id_in_the_front_matter_comes_before_the_file_name() -> None:
    assert section("---\ntitle: A\nid: b\n---\n", "sections/10-C C.md").id == "b"


@pytest.mark.parametrize(("name", "id_"), [("10-What_Happened", "What_Happened"), ("2016", ""), ("10-a.b", "a.b")])
def test_a_file_name_that_gives_no_id_is_reported(name: str, id_: str) -> None:
    assert section_problems("---\ntitle: A\n---\n", f"sections/{name}.md") == [
        f"sections/{name}.md:1:1: the file name gives this section the id '{id_}'; "
        "rename the file, or add `id:` to the front matter"
    ]


@pytest.mark.parametrize("text", ["---\ntitle: A\n---", "---\ntitle: A\n--- \n", "---\t\n\ntitle: A\n\n---\n"])
def test_front_matter_may_end_the_file_and_have_blanks_behind_its_lines(text: str) -> None:
    assert (section(text).title, section(text).body.markdown.strip()) == ("A", "")


@pytest.mark.parametrize("text", ["", "One.\n", "\n---\ntitle: A\n---\n", "# ---\n"])
def test_a_section_without_front_matter_is_reported(text: str) -> None:
    assert section_problems(text) == [
        "sections/10-what-happened.md:1:1: this section has no front matter; "
        "begin with a line ---, then `title: …`, then a line ---"
    ]


@pytest.mark.parametrize("body", ["", "\n  \n", "<!-- to come -->\n"])
def test_a_section_in_which_readers_see_nothing_is_a_warning(body: str) -> None:
    text = f"---\ntitle: A\n---\n{body}"
    files = dataclasses.replace(content(), sections=(InputFile("sections/1-a.md", text),))
    assert [str(each) for each in decode(files).problems] == [
        "sections/1-a.md:1:1: warning: this section says nothing; write it, or write `draft: true` in its front matter"
    ]
    begun = dataclasses.replace(
        files, sections=(InputFile("sections/1-a.md", text.replace("A\n", "A\ndraft: true\n")),)
    )
    assert decode(begun).problems == ()


def test_of_a_section_that_git_could_not_join_nothing_else_is_told() -> None:
    (said,) = section_problems("---\ntitle: A\n---\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> branch\n")
    assert said.startswith("sections/10-what-happened.md:4:1: two versions of what stands here could not be joined")


@pytest.mark.parametrize("text", ["---\n", "---\ntitle: A\n\nOne.\n", "---\ntitle: A\n ---\n"])
def test_front_matter_without_an_end_is_reported(text: str) -> None:
    assert section_problems(text) == [
        "sections/10-what-happened.md:1:1: the front matter that opens here is not closed; add a line --- below it"
    ]


@pytest.mark.parametrize(
    ("matter", "said"),
    [
        ("", "1:1: front matter has no 'title'; add `title:`"),
        ("title: A: B\n", "2:9: the value breaks off at this colon; "),
        ("draft: true\n", "2:1: front matter has no 'title'; add `title:`"),
        ("titel: A\n", "2:1: front matter has no key 'titel'; did you mean 'title'?"),
        ("title: A\ndraft: maybe\n", "3:8: 'maybe' is neither true nor false; "),
        ("title: A\ntitle: B\n", "3:1: the key 'title' stands here a second time; the first is on line 2; "),
        ("A\n", "2:1: front matter is written as `key: value` lines; "),
    ],
)
def test_faults_of_front_matter_stand_on_the_lines_of_the_file(matter: str, said: str) -> None:
    assert section_problems(f"---\n{matter}---\nOne.\n")[0].startswith(f"sections/10-what-happened.md:{said}")


def test_faults_of_front_matter_and_prose_are_reported_together() -> None:
    assert section_problems("---\ntitle: A\nid: B\n---\nOne [two](ftp://three).\n\x07") == [
        "sections/10-what-happened.md:3:5: 'B' is not an id; write b: an id is of small letters, digits and hyphens",
        "sections/10-what-happened.md:6:1: no page can show the character U+0007; delete it",
    ]
