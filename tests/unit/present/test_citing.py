"""How a page is cited: a line of text, and a record that BibTeX can read whatever the title is."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from standfirst.model.addresses import HOME
from standfirst.present.citing import Cited, bibtex, citation_text, csl_json
from tests.explainers import content, planner

FERRY = Cited(
    title="Why did the ferry stop?",
    within="",
    authors=("Ada Writer", "Ben Editor"),
    publisher="The Courier",
    day=datetime.date(2025, 3, 10),
    published="Published 10 March 2025",
    dates=("Updated 14 March 2025", "Facts as of 8 March 2025"),
    address="https://example.org/ferry/",
)
REED = replace(FERRY, title="Tom Reed", within=FERRY.title, address="https://example.org/ferry/actors/reed.html")
FIELD = re.compile(r"\s*([a-z]+) = ")


def fields(record: str) -> dict[str, str]:
    """Read the fields of a record as BibTeX does: to the brace that closes each, whatever stands before a brace."""
    _, _, rest = record.partition(",")
    found = {}
    while named := FIELD.match(rest):
        rest = rest[named.end() :]
        depth = end = 0
        while rest[end] != "," or depth:
            depth += (rest[end] == "{") - (rest[end] == "}")
            end += 1
        found[named[1]], rest = rest[:end], rest[end + 1 :]
    assert rest == "\n}"
    return found


def as_typeset(value: str) -> str:
    """What TeX sets of a value: its commands as their characters, without braces."""
    signs = {"backslash": "\\", "braceleft": "\x01", "braceright": "\x02", "asciitilde": "~", "asciicircum": "^"}
    signs |= {"less": "<", "greater": ">", "bar": "|", "asciigrave": "`"}
    value = re.sub(r"\\text([a-z]+)\{\}|\\([$&%#_])", lambda found: found[2] or signs[found[1]], value)
    return value.replace("{", "").replace("}", "").replace("\x01", "{").replace("\x02", "}")


def test_a_text_names_authors_title_explainer_publisher_and_days_as_sentences() -> None:
    dates = "Published 10 March 2025. Updated 14 March 2025. Facts as of 8 March 2025."
    assert citation_text(FERRY, "Ada and Ben") == f"Ada and Ben. Why did the ferry stop? The Courier. {dates}"
    without = replace(REED, publisher="")
    assert citation_text(without, "") == f"Tom Reed. Why did the ferry stop? {dates}"


def test_the_first_page_is_a_work_in_bibtex_and_every_other_a_part_of_it() -> None:
    assert bibtex(FERRY) == (
        "@misc{example-org:ferry,\n"
        "  author = {Ada Writer and Ben Editor},\n"
        "  title = {{Why did the ferry stop?}},\n"
        "  publisher = {{The Courier}},\n"
        "  year = {2025},\n"
        "  month = mar,\n"
        "  day = {10},\n"
        "  note = {Updated 14 March 2025; Facts as of 8 March 2025},\n"
        "  url = {https://example.org/ferry/},\n"
        "}"
    )
    part = bibtex(REED)
    assert part.startswith("@incollection{example-org:ferry:actors:reed,\n")
    assert fields(part)["booktitle"] == "{{Why did the ferry stop?}}"


def test_no_two_pages_have_one_key() -> None:
    routes = ("sources/a-1.html", "sources/a/1.html", "sources/a--1.html", "")
    keys = {bibtex(replace(FERRY, address=f"https://example.org/ferry/{route}")).partition(",")[0] for route in routes}
    assert len(keys) == len(routes)


def test_the_publisher_stands_for_authors_who_are_not_named() -> None:
    assert fields(bibtex(replace(FERRY, authors=())))["author"] == "{{The Courier}}"
    assert "author" not in fields(bibtex(replace(FERRY, authors=(), publisher="")))


def test_in_csl_a_page_is_of_the_explainer_and_what_is_not_known_is_left_out() -> None:
    (part,) = json.loads(csl_json(replace(REED, title="<b>A&amp;B", publisher="")))
    assert part == {
        "id": "example-org:ferry:actors:reed",
        "type": "webpage",
        "author": [{"literal": "Ada Writer"}, {"literal": "Ben Editor"}],
        "title": "&lt;b>A&amp;amp;B",
        "container-title": "Why did the ferry stop?",
        "issued": {"date-parts": [[2025, 3, 10]]},
        "note": "Updated 14 March 2025; Facts as of 8 March 2025",
        "URL": "https://example.org/ferry/actors/reed.html",
    }


def test_a_name_that_bibtex_would_read_as_several_is_kept_whole() -> None:
    record = bibtex(replace(FERRY, authors=("Smith and Sons", "Müller, Inc.", "Ada")))
    assert fields(record)["author"] == "{{Smith and Sons} and {Müller, Inc.} and Ada}"


@given(st.text(st.characters(exclude_categories=["C"]), min_size=1))
def test_any_title_gives_a_record_that_bibtex_reads_and_tex_sets_as_it_was(title: str) -> None:
    read = fields(bibtex(replace(REED, title=title, within=title, authors=(title,), publisher=title)))
    for name in ("title", "booktitle", "publisher", "author"):
        assert as_typeset(read[name]) == " ".join(title.split())
    assert list(read) == ["author", "title", "booktitle", "publisher", "year", "month", "day", "note", "url"]


@given(st.text(st.sampled_from('{}\\%#"~$a/'), max_size=8))
def test_any_address_leaves_a_record_that_bibtex_reads(path: str) -> None:
    url = fields(bibtex(replace(FERRY, address=f"https://example.org/{path}")))["url"]
    assert not set(url[1:-1]) & set("{}\\")


def test_every_page_that_stays_is_cited_by_its_permalink_in_the_language_of_the_site() -> None:
    made = planner(content(settings="updated: 2025-02-03\n", language="fr"))
    home = made.page_fields("home", HOME, "Quoi ?", "")["citation"]
    assert home
    assert home.text == (
        "Quoi ? Publié le 2 janvier 2025. Mis à jour le 3 février 2025. État des faits\u00a0: 1er janvier 2025."
    )
    assert home.address == "https://example.org/"
    glossary = made.page_fields("glossary", "glossary.html", "Glossaire", "")["citation"]
    assert glossary
    assert glossary.address == "https://example.org/glossary.html"
    assert "  booktitle = {{What happened?}},\n" in glossary.bibtex
    for kind in ("search", "redirect", "not-found"):
        assert made.page_fields(kind, "x.html", "X", "")["citation"] is None
