"""Each kind of fact as a view: names for ids, words for dates and numbers, links to what it refers to."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from standfirst.model import Drafts, FactId, Id, Kind
from standfirst.model.addresses import Address
from standfirst.present.presenter import Presenter
from standfirst.present.view_parts import DateView, Link
from standfirst.present.views import FactView, ProseView, TranslationView
from tests.cases import cases_in
from tests.explainers import as_if_found, content, joined

FACTS = """
actors:
  ann:
    {name: Ann, kind: person, role: mayor, aliases: [Annie], native_name: {text: آن, lang: ar},
     summary: "S [@s: a b c].", text: "![](chronology:)", same_as: ["https://example.org/ann"], former_ids: [anna],
     uncited: x}
  bob: {name: Bob, kind: armed-group, summary: B., uncited: x}
terms:
  quorum: {name: Quorum, aliases: [Quora], summary: S., text: "![](chronology:)", uncited: x}
places:
  pier: {name: Pier, lat: 1, lon: -2, summary: Here.}
  nowhere: {name: Nowhere}
events:
  vote:
    {date: 2019-04/2019-05, title: The vote, text: "![](chronology:)", actors: [ann, bob], place: pier, weight: key,
     according_to: [bob], uncited: x, former_ids: [ballot]}
  day: {date: 2019-04-15, title: A day, uncited: x}
quotes:
  said:
    {speaker: ann, words: So, event: vote, to: [bob], where: at home, relaying: bob, text: "![](chronology:)",
     cite: {s: a b c, t: a b c}}
  dated: {speaker: ann, words: So, event: vote, date: 2020, cite: {s: a b c, of-s: a b c}}
  foreign: {speaker: ann, words: So, cite: {t: a b c}}
  own: {speaker: ann, words: So, cite: {own: a b c}}
  unsaid: {speaker: ann, words: So, cite: {unsaid: a b c}}
  translated:
    {speaker: ann, words: هكذا, language: ar, translation: {fr: Ainsi, en: So}, translated_by: Ada,
     cite: {own: a b c}}
claims:
  fell:
    {claim: "It fell [@s: a b c].", by: [ann, "source:s"], relaying: bob, date: 2019, record: "![](chronology:)",
     see: ["event:vote"], rivals: [rose], uncited: x}
  rose: {claim: It rose., uncited: x}
unknowns:
  why: {question: "Why [@s: a b c]?", why: "![](chronology:)"}
figures:
  dead:
    {value: 1200, qualifier: at-least, unit: people, label: dead, as_of: 2019, period: 2018, according_to: [ann],
     uncited: x}
  bare: {value: 3, label: dead, draft: true, uncited: x}
relations:
  backing:
    {subject: ann, verb: backs, object: bob, since: 2019, until: 2020, text: "![](chronology:)", according_to: [ann],
     uncited: x}
updates:
  fix: {date: 2025-01-03, kind: correction, text: "![](chronology:)", affects: ["event:vote"], authors: [Ada]}
sources:
  s:
    {title: A report, publisher: P, authors: [Q], kind: report, language: ar, url: https://example.org/s,
     archive_url: https://example.net/s, published: 2018, accessed: 2019}
  of-s: {title: A report, language: ar}
  t: {language: en}
  unsaid: {title: U}
  own: {language: fr-CA}
"""
VERBS = "verbs: {backs: {label: backs, inverse: is backed by, stance: for}}\n"
# Of what is not said of a fact.
NOTHING = (None, "", False)


@pytest.fixture
def presenter() -> Presenter:
    files = content(FACTS, settings=VERBS, language="fr")
    return Presenter(joined(files, drafts=Drafts.SHOW), as_if_found(files))


def view(presenter: Presenter, fact: str, *, embedded: bool = False) -> FactView:
    kind, _, name = fact.partition(":")
    return presenter.view(presenter.site.index[FactId(Kind(kind), Id(name))], embedded=embedded)


def plain(value: object) -> object:
    """Return a value of a view as it can be read in a test: what it shows, and of a text its scope and its marks."""
    match value:
        case ProseView():
            return f"{value.scope}: {value.markdown}{'' if value.marks else ' (marks elsewhere)'}"
        case Link() | DateView():
            return value.text
        case TranslationView():
            return " ".join(filter(None, (value.lang, value.dir, value.language, value.text)))
        case Address():
            return f"{value.route}#{value.anchor}"
        case tuple():
            return " | ".join(str(plain(each)) for each in value)
        case _:
            return value


def told(presenter: Presenter, fact: str) -> str:
    """Return what the view of a fact has that its kind alone does not say, a field a line."""
    found = view(presenter, fact)
    left_out = {"fact", "ids", "evidence", "address", "version"}
    names = [each.name for each in dataclasses.fields(found) if each.name not in left_out]
    shown = {name: plain(getattr(found, name)) for name in names}
    return "\n".join(f"{name}: {value}" for name, value in shown.items() if value not in NOTHING)


@pytest.mark.parametrize(("fact", "shown"), cases_in(Path(__file__).with_name("fact_views.txt")))
def test_a_view_has_what_its_fact_says_in_the_words_of_readers(presenter: Presenter, fact: str, shown: str) -> None:
    assert told(presenter, fact) == shown


@pytest.mark.parametrize(
    ("fact", "field"),
    [
        ("actor:ann", "text"),
        ("term:quorum", "text"),
        ("event:vote", "text"),
        ("quote:said", "text"),
        ("claim:fell", "record"),
        ("relation:backing", "text"),
        ("unknown:why", "why"),
        ("update:fix", "text"),
    ],
)
def test_what_is_embedded_in_a_text_embeds_nothing_itself(presenter: Presenter, fact: str, field: str) -> None:
    alone, embedded = (getattr(view(presenter, fact, embedded=each), field) for each in (False, True))
    assert (len(alone.pictures), len(embedded.pictures)) == (1, 0)
