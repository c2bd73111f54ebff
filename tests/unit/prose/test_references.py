"""What is found in prose without rendering it: facts, citations, links, images, and what is wrong with any of them."""

from __future__ import annotations

import pytest

from standfirst.model import FactId, Id, Kind, MarkdownForm, Picture, Prose
from standfirst.problems.errors import SiteError
from standfirst.prose.document import scheme_of
from standfirst.prose.references import read_prose
from tests.explainers import text_node


def read(text: str, form: MarkdownForm = MarkdownForm.BLOCK) -> Prose:
    return read_prose(text_node(text), form)


def problems(text: str, form: MarkdownForm = MarkdownForm.BLOCK) -> list[str]:
    with pytest.raises(SiteError) as raised:
        read(text, form)
    return [str(problem) for problem in raised.value.problems]


def facts(text: str) -> list[str]:
    return [str(mention.reference.to) for mention in read(text).mentions]


# ---------------------------------------------------------------- facts


@pytest.mark.parametrize(
    "text",
    [
        "[the field marshal](actor:haftar)",
        "[](actor:haftar)",
        "[a [b] c](actor:haftar)",
        "[a\nb](actor:haftar)",
        "[x](<actor:haftar>)",
        "<actor:haftar>",
        "[x]( actor:haftar )",
        "[x](actor:haftar 'a title')",
        '[x](actor:haftar "a title")',
        "**[x](actor:haftar)**",
        "> [x](actor:haftar)",
        "| a |\n|---|\n| [x](actor:haftar) |",
        "[x][y]\n\n[y]: actor:haftar",
        "> [x][y]\n>\n> [y]: <actor:haftar>",
        "a[^1]\n\n[^1]: [x](actor:haftar)",
    ],
)
def test_a_link_to_a_fact_is_found_however_markdown_lets_it_be_written(text: str) -> None:
    assert facts(text) == ["actor:haftar"]


@pytest.mark.parametrize(
    "text",
    ["`[x](actor:x)`", "``a ` [x](actor:x)``", "\\[x](actor:x)", "[x] (actor:x)", "actor:x"],
)
def test_what_markdown_does_not_read_as_a_link_refers_to_nothing(text: str) -> None:
    assert facts(text) == []


def test_a_mention_knows_its_words_what_stands_before_it_and_where_it_is() -> None:
    (mention,) = read("First line.\nIt was at least [213 people](figure:dead) or more.").mentions
    assert mention.text == "213 people"
    assert (mention.before, mention.after) == ("First line.\nIt was at least ", " or more.")
    assert not mention.embeds
    assert mention.reference.to == FactId(Kind.FIGURE, Id("dead"))
    assert mention.reference.origin == ("any.md", 2, 30)


def test_what_stands_beside_a_mention_reaches_to_the_next_and_not_far() -> None:
    mentions = read(f"{'a' * 99}[b](figure:b) and [c](figure:c){'d' * 99}").mentions
    assert [(mention.before, mention.after) for mention in mentions] == [("a" * 60, " and "), (" and ", "d" * 40)]


@pytest.mark.parametrize(
    ("definition", "column"), [("[y]: actor:x", 6), ("[y]:  <actor:x>", 8), ('[y]: actor:x "title"', 6)]
)
def test_a_link_by_a_label_has_its_origin_where_its_address_is_written(definition: str, column: int) -> None:
    (mention,) = read(f"[x][y]\n\n{definition}").mentions
    assert mention.reference.origin == ("any.md", 3, column)


def test_two_links_to_one_fact_have_an_origin_each() -> None:
    first, second = read("[a](actor:x) and\n[b](actor:x)").mentions
    assert (first.reference.origin.line, second.reference.origin.line) == (1, 2)


def test_an_image_of_a_fact_embeds_it_and_an_image_of_a_picture_sets_the_picture() -> None:
    prose = read("Text.\n\n![The order](quote:stand-down)\n\n![](chronology:)\n\n![](map:)\n\n[Ann](actor:ann)")
    assert [(mention.text, mention.embeds) for mention in prose.mentions] == [("The order", True), ("Ann", False)]
    assert prose.pictures == (Picture.CHRONOLOGY, Picture.MAP)


@pytest.mark.parametrize(
    "text",
    ["See ![](quote:x) here.", "![](quote:x) ![](quote:y)", "One.\n![](map:)", "[![](quote:x)](actor:y)"],
)
def test_an_embed_within_a_line_is_a_problem(text: str) -> None:
    assert "stands within a line; give it a paragraph of its own" in problems(text)[0]


def test_an_embed_in_a_text_of_one_line_is_a_problem() -> None:
    assert problems("![](quote:x)", MarkdownForm.INLINE) == [
        "any.md:1:5: 'quote:x' is set as a block, but stands within a line; link to it instead, without the !"
    ]


@pytest.mark.parametrize("target", ["actor:", "actor:field_marshal", "actor:-x"])
def test_a_link_to_what_cannot_be_an_id_says_how_ids_are_written(target: str) -> None:
    assert problems(f"a\n[x]({target})") == [
        f"any.md:2:5: '{target}' names no fact; write actor: and an id of small letters, digits and hyphens"
    ]


@pytest.mark.parametrize("target", ["actor:Haftar", "Actor:haftar", "ACTOR:HAFTAR"])
def test_a_link_with_capitals_says_how_it_is_written(target: str) -> None:
    assert problems(f"[x]({target})") == [f"any.md:1:5: '{target}' names no fact; write actor:haftar"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[x]()", "any.md:1:5: this link has no address; write [text](kind:id), or the address of a page"),
        ("![](map)", "any.md:1:5: 'map' is nothing that can be set here; write ![](map:)"),
        ("![The map](quote)", "any.md:1:12: 'quote' is nothing that can be set here; write ![](quote:id)"),
        (
            "[@report some words]",
            "any.md:1:2: a citation names a source and the words of a passage; "
            "write [@report: first words … last words]",
        ),
    ],
)
def test_what_is_nearly_right_is_told_with_what_to_write(text: str, says: str) -> None:
    assert problems(text) == [says]


@pytest.mark.parametrize("text", ["[x](chronology:)", "![](chronology:all)"])
def test_a_picture_that_is_not_set_as_one_is_a_problem(text: str) -> None:
    assert "write ![](chronology:)" in problems(text)[0]


# ---------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:x",
        "data:text/html,x",
        "ftp://example.org",
        "actr:x",
        "/about.html",
        "//example.org",
        "\\example.org",
        "http://[",
    ],
)
def test_a_link_that_leads_nowhere_a_reader_can_be_sent_is_a_problem(target: str) -> None:
    assert problems(f"[x]({target})")[0].startswith(f"any.md:1:5: a link cannot lead to '{target}'")


def test_a_misspelt_kind_is_named_with_the_word_that_was_meant() -> None:
    assert "did you mean 'actor'?" in problems("[x](acter:haftar)")[0]


@pytest.mark.parametrize(
    "text",
    ["[a](https://example.org/?a=b&c=d)", "[a](mailto:a@example.org)", "<https://example.org/>"],
)
def test_links_out_of_the_site_are_free(text: str) -> None:
    prose = read(text)
    assert prose.links == ()
    assert prose.mentions == ()


def test_links_to_pages_are_kept_with_their_origin_for_when_the_pages_are_known() -> None:
    assert read("\n[a](glossary.html#term-x)").links == (("glossary.html#term-x", ("any.md", 2, 5)),)


def test_a_scheme_is_read_in_any_case_and_a_relative_address_has_none() -> None:
    assert [scheme_of(each) for each in ("HTTPS://x", "a:b", " ja\tva:b")] == ["https", "a", "java"]
    assert [scheme_of(each) for each in ("a/b:c", "#a:b", "")] == [None, None, None]


# ---------------------------------------------------------------- images and citations


def test_images_are_found_and_need_words_for_those_who_do_not_see_them() -> None:
    assert read("![A map](images/map.png)").images == (("images/map.png", ("any.md", 1, 10)),)
    assert problems("![ ](images/map.png)") == [
        "any.md:1:6: the image 'images/map.png' has no alternative text; write ![what it shows](images/map.png)"
    ]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("images/my%20map.png", "images/my map.png"),
        ("<images/my map.png>", "images/my map.png"),
        ("images/map%231.png", "images/map#1.png"),
        ("images/map#1.png", "images/map#1.png"),
        ("images/a%3Fb.png", "images/a?b.png"),
        ("images/100%.png", "images/100%.png"),
        ("images/cafe\u0301.png", "images/café.png"),
        ("images/caf%C3%A9.png", "images/café.png"),
        ("images/a\\_b&amp;c.png", "images/a_b&c.png"),
    ],
)
def test_the_address_of_an_image_is_a_url(address: str, name: str) -> None:
    assert [target for target, _ in read(f"![A map]({address})").images] == [name]


def test_an_image_in_a_link_is_an_image_too() -> None:
    assert [target for target, _ in read("[![A map](images/map.png)](https://example.org)").images] == [
        "images/map.png"
    ]


def test_a_citation_names_its_source_and_the_words_of_a_passage() -> None:
    (citation,) = read("So it was [@article: first words\n … last words].").citations
    assert str(citation.source.to) == "source:article"
    assert [passage.words for passage in citation.passages] == ["first words … last words"]
    assert citation.source.origin == citation.passages[0].origin == ("any.md", 1, 12)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("[@: some words]", "source"),
        ("[@article]", "article"),
        ("[@article:]", "article"),
        ("[@article; some words]", "article"),
        ("[@Article: some words]", "article"),
        ("[@ article: some words]", "article"),
        ("[@source:article: some words]", "article"),
    ],
)
def test_a_citation_without_a_source_or_without_words_is_a_problem(text: str, source: str) -> None:
    assert problems(text) == [
        f"any.md:1:2: a citation names a source and the words of a passage; write [@{source}: first words … last words]"
    ]


def test_a_source_may_be_called_a_source() -> None:
    (citation,) = read("[@source: note: some words]").citations
    assert str(citation.source.to) == "source:source"


def test_the_words_of_a_passage_may_begin_with_a_colon_behind_the_first() -> None:
    (citation,) = read("[@article:note: some words]").citations
    assert citation.passages[0].words == "note: some words"


def test_a_name_with_an_at_sign_may_be_a_link_and_a_citation_may_stand_before_a_parenthesis() -> None:
    assert read("`x` [@desk](https://example.org/)").citations == ()
    (citation,) = read("`x` [@article: some words](or not)").citations
    assert citation.passages[0].words == "some words"


LINKS = "link to a fact as kind:id, to a page as glossary.html, or to http:, https: or mailto:"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("![](Map:)", "'Map:' sets no picture; write ![](map:)"),
        ("![](map:a:b)", "'map:a:b' sets no picture; write ![](map:)"),
        ("![](relation:)", "'relation:' names no fact; did you mean 'relations'?"),
        (
            "![](bridge)",
            "'bridge' is nothing that can be set here; a fact is set as ![](kind:id), an image by the name of its "
            "file, with its ending",
        ),
        ("![](acter:a)", "'acter:a' is nothing that can be set here; did you mean 'actor'?"),
        (
            "![](film:a)",
            "'film:a' is nothing that can be set here; the pictures are ![](chronology:), ![](relations:), ![](map:); "
            "a fact is set as ![](kind:id)",
        ),
        (
            "![a](https://example.org/a.png)",
            "the image 'https://example.org/a.png' is not the explainer's own; "
            "copy it to images/ and write ![what it shows](images/NAME)",
        ),
        ("! [](quote:a)", "a blank parts ! from the link to 'quote:a'; write ![](quote:a)"),
        ("! [](map:)", "a blank parts ! from the link to 'map:'; write ![](map:)"),
        ("[x](<Actor: haftar>)", "'Actor: haftar' names no fact; write actor:haftar"),
        (
            "[x](relation:)",
            "'relation:' names no fact; write relation: and an id of small letters, digits and hyphens",
        ),
        (
            "![](relation:a_b)",
            "'relation:a_b' names no fact; write relation: and an id of small letters, digits and hyphens",
        ),
        ("[a](https:/example.org/b)", "a link cannot lead to 'https:/example.org/b'; write https://example.org/b"),
        ("[a](https:example.org)", "a link cannot lead to 'https:example.org'; write https://example.org"),
        ("[a](https:a.org:80)", "a link cannot lead to 'https:a.org:80'; write https://a.org:80"),
        ("[a](https://)", f"a link cannot lead to 'https://'; {LINKS}"),
        ("[a](https:/)", f"a link cannot lead to 'https:/'; {LINKS}"),
        ("[a](https:///a)", f"a link cannot lead to 'https:///a'; {LINKS}"),
        ("[a](mailto:)", f"a link cannot lead to 'mailto:'; {LINKS}"),
        ("[a](mailto:?subject=b)", f"a link cannot lead to 'mailto:?subject=b'; {LINKS}"),
        ("[a b](figure: c)", "a blank in 'figure: c' keeps this from being read as a link; write [a b](figure:c)"),
    ],
)
def test_what_nearly_sets_or_links_something_is_told_with_what_to_write(text: str, said: str) -> None:
    (problem,) = problems(text)
    assert problem.partition(": ")[2] == said


# ---------------------------------------------------------------- footnotes


def test_a_footnote_and_its_references_belong_together() -> None:
    assert problems("One[^a].\n\n[^b]: Two.") == [
        "any.md:1:4: there is no footnote 'a'; add a line [^a]: …",
        "any.md:3:1: nothing refers to the footnote 'b'; write [^b] where it belongs",
    ]
    assert problems("One[^note].\n\n[^noet]: Two.") == ["any.md:1:4: there is no footnote 'note'; did you mean 'noet'?"]
    assert problems("One[^a], two[^a].\n\n[^a] Two.") == ["any.md:3:1: the footnote 'a' lacks its colon; write [^a]: …"]
    assert read("One[^a], again[^a].\n\n[^a]: Two.").markdown


def test_a_footnote_that_nothing_refers_to_may_begin_the_text() -> None:
    assert problems("[^b]: Two.") == [
        "any.md:1:1: nothing refers to the footnote 'b'; write [^b] where it belongs",
    ]


def test_each_problem_stands_where_it_is_written() -> None:
    assert problems("! [](map:) and [x](actor:)\n\n<!-- so") == [
        "any.md:1:6: a blank parts ! from the link to 'map:'; write ![](map:)",
        "any.md:1:20: 'actor:' names no fact; write actor: and an id of small letters, digits and hyphens",
        "any.md:3:1: this comment does not end; write --> behind it",
    ]


def test_all_problems_of_a_text_are_reported_together() -> None:
    assert len(problems("[a](actor:) [b](x:y) ![](images/a.png) [@c]")) == 4
