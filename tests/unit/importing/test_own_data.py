"""The tables that Standfirst publishes come back as the same facts: every key of every kind, whatever stands in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.authoring.record import NewField, NewRecord, NewValue
from standfirst.authoring.record_text import facts_text
from standfirst.importing.known_facts import KnownFacts
from standfirst.importing.markdown_text import as_inline
from standfirst.importing.rows import records_of
from standfirst.importing.tables import table_of
from standfirst.model import Id, Kind
from standfirst.outputs.data import data_files
from standfirst.present.presenter import Presenter
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.reading.yaml.nodes import UNREADABLE
from tests.drawn_values import DATES, QUANTITIES
from tests.explainers import as_if_found, content, content_of, joined, read_site


def tables_of(files: ContentFiles) -> dict[str, bytes]:
    """The tables in which an explainer publishes its facts."""
    presenter = Presenter(joined(files), as_if_found(files))
    return {file.route: file.make_body() for file in data_files(presenter) if file.route.endswith(".csv")}


def from_tables(published: Mapping[str, bytes], known: KnownFacts) -> str:
    """The facts that all tables give, as a facts file without its drafts."""
    records: list[NewRecord] = []
    for route, body in published.items():
        imported = records_of(table_of(route, body), None, known)
        assert [each.message for each in imported.problems] == []
        records += (each.record for each in imported.records)
    return facts_text(records).replace("    draft: true\n", "")


def assert_comes_back(files: ContentFiles) -> None:
    published = tables_of(files)
    text = from_tables(published, KnownFacts.of(content_of(files)))
    again = dataclasses.replace(files, facts=(InputFile("facts.yaml", text),))
    assert tables_of(again) == published


def test_the_tables_of_an_explainer_with_everything_come_back_as_the_same_facts() -> None:
    assert_comes_back(read_site("full"))


# ---------------------------------------------------------------- whatever stands in it

WORDS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6).map(lambda text: UNREADABLE.sub("", text)),
    st.sampled_from(
        ["=1+1", "'=1", "; ", "a; -b", '"', '""', "|", "source: ", "note: x", "en", ": ar", "*", "_x_", "[a](b)",
         "# ", "- ", "1. ", "<b>", "&amp;", "…", "2019", "true", "+", "@x", "a\n\nb", "word", "العربية"]
    ),
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join).map(str.strip).filter(bool)
LINES = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)


MARKDOWN = TEXTS.map(as_inline).filter(bool)
SOURCES = st.sampled_from(["report", "letter"])


def lists(items: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(items, min_size=1, max_size=3).map(tuple)


# What stands on either side of the arrow.
CHANGED = LINES.filter(lambda text: "→" not in text)
CITED = st.dictionaries(SOURCES, st.one_of(LINES, lists(LINES)), min_size=1, max_size=2)
EVIDENCE = st.one_of(st.fixed_dictionaries({"cite": CITED}), st.fixed_dictionaries({"uncited": TEXTS}))
EDTF = DATES.map(lambda date: date.text)
# Of each kind what it must have, and what it may have.
KEYS: dict[Kind, tuple[dict[str, st.SearchStrategy[Any]], dict[str, st.SearchStrategy[Any]]]] = {
    Kind.ACTOR: (
        {"name": TEXTS, "kind": st.just("armed-group"), "summary": MARKDOWN},
        {"native_name": TEXTS.map(lambda text: {"text": text, "lang": "ar"}), "aliases": lists(TEXTS), "role": TEXTS},
    ),
    Kind.EVENT: (
        {"date": EDTF, "title": TEXTS},
        {"text": MARKDOWN, "actors": st.just(("one",)), "according_to": st.just(("one", "source:report"))},
    ),
    Kind.FIGURE: (
        {"value": QUANTITIES.map(lambda number: f"{number.low}..{number.high}"), "label": TEXTS},
        {"qualifier": st.sampled_from(["at-least", "about"]), "unit": TEXTS, "as_of": EDTF},
    ),
    Kind.QUOTE: (
        {"speaker": st.just("one"), "words": TEXTS},
        {"translation": st.dictionaries(st.sampled_from(["en", "fr-CA"]), LINES, min_size=1), "reckoned": TEXTS},
    ),
    Kind.UPDATE: (
        {"date": st.just("2025-01-01"), "kind": st.just("update"), "text": MARKDOWN},
        {"changes": lists(st.fixed_dictionaries({"fact": st.just("actor:one"), "after": CHANGED},
                                                optional={"key": st.just("name"), "before": CHANGED}))},
    ),
}  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> list[NewRecord]:
    kinds = [Kind.ACTOR, *draw(st.sets(st.sampled_from([Kind.EVENT, Kind.FIGURE, Kind.QUOTE, Kind.UPDATE])))]
    return [
        _record(kind, draw(st.fixed_dictionaries(KEYS[kind][0], optional=KEYS[kind][1])) | _evidence(draw, kind))
        for kind in kinds
    ]


def _evidence(draw: st.DrawFn, kind: Kind) -> dict[str, Any]:
    return {} if kind is Kind.UPDATE else draw(EVIDENCE)


def _record(kind: Kind, values: Mapping[str, NewValue]) -> NewRecord:
    return NewRecord(kind, Id("one"), tuple(NewField(key, value) for key, value in values.items()))


# Each example is published twice, which takes long.
@settings(max_examples=settings().max_examples // 4)
@given(records())
def test_whatever_stands_in_a_table_comes_back_as_it_was(drawn: list[NewRecord]) -> None:
    sources = [_record(Kind.SOURCE, {"title": name}) for name in ("report", "letter")]
    both = [dataclasses.replace(source, id=Id(str(source.fields[0].value))) for source in sources]
    assert_comes_back(content(facts_text([*drawn, *both]).replace("    draft: true\n", "")))
