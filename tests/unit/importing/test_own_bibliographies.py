"""The bibliographies that Standfirst publishes come back as the same sources, and say nothing that is not known."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.importing.formats import records_in
from standfirst.importing.known_facts import KnownFacts
from standfirst.language import dates
from standfirst.model import Date, Id, LanguageTag, Origin, Source, Url
from standfirst.outputs.bibliography import bibtex_of, csl_of
from standfirst.reading.yaml.nodes import UNREADABLE
from tests.drawn_values import DATES
from tests.explainers import content, content_of, made, read_site

WRITERS = {"a.bib": bibtex_of, "a.json": csl_of}
KNOWN = KnownFacts.of(content_of(content()))
WORDS = st.one_of(
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=6),
    st.sampled_from(
        ["and", "others", "de", "van", "Jr.", "Smith, John", "--", "---", "''", "``", "'t", '"', "\\", "{", "}", "{}",
         "%", "\\%", "$x$", "&amp;", "<i>", "#", "~", "^2", "_", "é", "العربية", "1984~", "@x", "\\alpha", "?`"]
    ),
)  # fmt: skip
LINES = (
    st.lists(WORDS, min_size=1, max_size=4).map(lambda words: UNREADABLE.sub("", " ".join(" ".join(words).split())))
).filter(bool)
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
URLS = st.sampled_from(["https://example.org/a_b?x=1&y=2%20z#f", "http://example.org/~x", "https://مثال.example/é"])
# What is true of each: it says something.
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": LINES,
    "publisher": LINES,
    "authors": st.lists(LINES, min_size=1, max_size=3).map(tuple),
    "url": URLS.map(Url),
    "archive_url": URLS.map(Url),
    "published": DATES,
    "accessed": DATES,
    "language": st.sampled_from(["en", "fr-CA", "ar", "zh-Hant", "no"]).map(LanguageTag),
    "kind": st.one_of(LINES, st.sampled_from(["news article", "News article", "web page", "law", "report", "thesis"])),
}


def source(name: str, **values: Any) -> Source:
    return Source(id=Id(name), origin=Origin("a.yaml", 1, 1), **values)


SOURCES = st.dictionaries(
    IDS,
    st.sets(st.sampled_from(sorted(FIELDS)), min_size=1).flatmap(
        lambda keys: st.fixed_dictionaries({key: FIELDS[key] for key in sorted(keys)})
    ),
    min_size=1,
    max_size=3,
).map(lambda drawn: tuple(source(name, **values) for name, values in drawn.items()))


def keys_of(source: Source) -> dict[str, Any]:
    """What a source says, as the record of an import has it."""
    said = {field: getattr(source, field) for field in FIELDS}
    return {key: value.text if isinstance(value, Date) else value for key, value in said.items() if value}


def read_again(name: str, sources: tuple[Source, ...]) -> dict[str, dict[str, Any]]:
    imported = records_in(name, WRITERS[name](sources), None, KNOWN)
    assert not imported.problems
    return {each.record.id: {field.key: field.value for field in each.record.fields} for each in imported.records}


@pytest.mark.parametrize("name", WRITERS)
@given(SOURCES)
def test_whatever_is_known_of_sources_comes_back_as_it_was(name: str, sources: tuple[Source, ...]) -> None:
    assert read_again(name, sources) == {each.id: keys_of(each) for each in sources}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize(
    "date", ["2019-04-15T14:30Z", "0044-03-15", "-0043", "[..2019-04]", "2019-04-15/2019-05", "1984~"]
)
def test_a_date_of_any_form_comes_back_as_it_was(name: str, date: str) -> None:
    known = source("one", title="One", published=dates.parse(date))
    assert read_again(name, (known,))["one"]["published"] == date


def test_what_is_not_known_has_no_place_in_them() -> None:
    only_kind = (source("article", kind="news article", language=LanguageTag("en")),)
    assert bibtex_of(only_kind).decode() == "@article{article,\n  language = {en},\n  type = {news article},\n}\n"
    assert json.loads(csl_of(only_kind)) == [
        {"id": "article", "type": "article-newspaper", "genre": "news article", "language": "en"}
    ]


def test_a_whole_source_is_told_as_reference_managers_read_it() -> None:
    whole = source(
        "smith-2019",
        title="The war: 50% of it",
        publisher="The Courier",
        authors=("Ada Smith", "Smith and Sons"),
        url=Url("https://example.org/a"),
        published=dates.parse("2019-04-15"),
        accessed=dates.parse("2020-01"),
        kind="news article",
    )
    assert bibtex_of((whole,)).decode() == (
        "@article{smith-2019,\n"
        "  author = {Ada Smith and {Smith and Sons}},\n"
        "  title = {{The war: 50\\% of it}},\n"
        "  journal = {{The Courier}},\n"
        "  year = {2019},\n  month = apr,\n  day = {15},\n"
        "  type = {news article},\n"
        "  url = {https://example.org/a},\n"
        "  urldate = {2020-01},\n"
        "}\n"
    )
    assert json.loads(csl_of((whole,))) == [
        {
            "id": "smith-2019",
            "type": "article-newspaper",
            "genre": "news article",
            "title": "The war: 50% of it",
            "author": [{"literal": "Ada Smith"}, {"literal": "Smith and Sons"}],
            "container-title": "The Courier",
            "URL": "https://example.org/a",
            "issued": {"date-parts": [[2019, 4, 15]]},
            "accessed": {"date-parts": [[2020, 1]]},
        }
    ]


def test_both_are_published_with_all_sources_and_none_where_there_is_no_source() -> None:
    files = made(read_site("several-sources"))
    ids = list(json.loads(files["data/sources.json"]))
    assert [entry["id"] for entry in json.loads(files["data/sources.csl.json"])] == ids
    records = re.findall(r"^@\w+{(.+),$", files["data/sources.bib"], re.MULTILINE)
    assert records == ids
    assert not {"data/sources.bib", "data/sources.csl.json"} & set(made(content()))
