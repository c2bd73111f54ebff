"""Files that are not read are told of where a writer may take them for a part of the explainer, and nowhere else."""

from __future__ import annotations

import pytest

from standfirst.reading.unread_names import (
    hint_beside_settings,
    hint_for_copy,
    hint_for_facts,
    hint_for_folder,
    hint_for_section,
    ids_in,
)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("actors.yaml.txt", "name it actors.yaml"),
        ("actors.yml.TXT", "name it actors.yml"),
        ("unknowns.json", "write its facts as YAML, and name it unknowns.yaml"),
        ("people.txt", "write its facts as YAML, and name it people.yaml"),
        ("people.docx", "write its facts as YAML, and name it people.yaml"),
        ("actors", "write its facts as YAML, and name it actors.yaml"),
        ("actors.csv", "write its facts as YAML, and name it actors.yaml"),
        ("what-happened.md", "move it to sections/, if it is a section"),
    ],
)
def test_what_a_writer_takes_for_facts_is_told_of(name: str, remedy: str) -> None:
    assert hint_for_facts(name) == remedy


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("10-what-happened.md.txt", "name it 10-what-happened.md"),
        ("10-what-happened.markdown", "name it 10-what-happened.md"),
        ("10-A.txt", "name it 10-A.md"),
        ("10-what-happened.txt", "name it 10-what-happened.md"),
        ("10-what-happened", "name it 10-what-happened.md"),
        ("10-what-happened.docx", "save it as plain text, and name it 10-what-happened.md"),
        ("actors.yaml", "move it to facts/, if it holds facts"),
    ],
)
def test_what_a_writer_takes_for_a_section_is_told_of(name: str, remedy: str) -> None:
    assert hint_for_section(name) == remedy


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("actors.yaml", "move it to facts/, if it holds facts"),
        ("facts.yml.txt", "move it to facts/, if it holds facts"),
        ("10-what-happened.md", "move it to sections/, if it is a section"),
        ("site.yml", "write what it says in site.yaml"),
    ],
)
def test_facts_and_prose_beside_their_folders_are_told_of(name: str, remedy: str) -> None:
    assert hint_beside_settings(name) == remedy


@pytest.mark.parametrize("name", ["site.yaml", "sources.lock", "basemap.geojson", "article.txt", "CHANGELOG.md"])
def test_what_belongs_beside_the_folders_or_is_about_them_is_let_be(name: str) -> None:
    assert hint_beside_settings(name) == ""


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("section", "did you mean sections/?"), ("fact", "did you mean facts/?"), ("Facts", "did you mean facts/?")],
)
def test_a_folder_that_is_nearly_one_of_ours_is_told_of(name: str, remedy: str) -> None:
    assert hint_for_folder(name) == remedy


@pytest.mark.parametrize(
    "name", ["facts", "schema", "notes", "facts-old", "_facts", ".facts", "factory", "texts", "pages"]
)
def test_other_folders_are_let_be(name: str) -> None:
    assert hint_for_folder(name) == ""


@pytest.mark.parametrize(
    "name",
    [
        "actors.yaml~",
        "#actors.yaml#",
        "#actors.yaml",
        "~$10-what-happened.docx",
        "actors.yaml.bak",
        "actors.old",
        "10-what-happened.md.orig",
        "actors.yaml.tmp",
        "4913",
        "actors.yaml.KqzPbd",
        "README",
        "readme.txt",
        "README.md",
        "TODO.md.txt",
        "A.txt",
        "map.png",
        "table.xlsx",
        "Thumbs.db",
    ],
)
def test_what_lies_there_on_purpose_and_what_editors_leave_is_let_be(name: str) -> None:
    assert (hint_for_facts(name), hint_for_section(name), hint_beside_settings(name)) == ("", "", "")


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("wire.text", "name it wire.txt"),
        ("wire.mhtml", "save it as plain text, HTML or PDF, and name it wire.txt, .html or .pdf"),
        ("wire.doc", "save it as plain text, HTML or PDF, and name it wire.txt, .html or .pdf"),
        ("report.doc", ""),
        ("wire.png", ""),
        ("README.md", ""),
    ],
)
def test_a_copy_that_is_not_read_is_told_of_where_its_source_has_no_other(name: str, remedy: str) -> None:
    assert hint_for_copy(name, {"report"}) == remedy


@pytest.mark.parametrize(
    ("name", "text", "ids"),
    [
        ("facts.yaml.txt", "actors:\n  low-bridge:\n    name: X\n", {"low-bridge", "name"}),
        ("facts.json", '{"actors": {\n  "low-bridge": {"name": "X"}}}', {"low-bridge"}),
        ("actors.docx", "", {"actors"}),
        ("Actors.yaml", "# later", {"actors"}),
        ("actors.yaml.txt", "# later", {"actors"}),
        ("notes.txt", "To do: all of it", set()),
    ],
)
def test_what_a_file_holds_are_its_ids_or_the_kind_that_it_is_named_for(name: str, text: str, ids: set[str]) -> None:
    assert ids_in(name, text) == ids
