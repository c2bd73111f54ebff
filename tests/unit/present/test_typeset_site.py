"""Readers see marks as their language sets them; words of others, code and the data stay as they were written."""

from __future__ import annotations

import json

from standfirst.model import Actor, Figure, Quote, Source
from standfirst.present.typeset_site import typeset_site
from standfirst.prose.plain import plain_text
from standfirst.site.site import Site
from tests.explainers import content, joined, made

FACTS = """
actors:
  plain: {name: Plain, kind: person, summary: "Nothing to set.", uncited: x}
  oneil: {name: O'Neil, kind: person, native_name: {text: Ó'Néill, lang: ga}, summary: "The \\"boss\\".", uncited: x}
quotes:
  said:
    {speaker: oneil, words: I don't, language: ga, where: at O'Hare, translation: {fr: Je n'en ai "pas"}, uncited: x}
figures:
  high: {value: 3, label: "the boys' goals", uncited: x}
sources:
  s: {title: Le "mot", language: fr, publisher: L'Agence}
"""
TEXT = """It's "**so**", `it's` and [it's](https://example.org/it's), <https://example.org/it's>[^1].

> It's "theirs".

- the '90s "[](actor:oneil)"

[^1]: It's.
"""


def plain(site: Site) -> list[str]:
    return [plain_text(section.body, lambda fact: fact.id) for section in site.sections]


def test_texts_are_set_and_words_of_others_are_not() -> None:
    site = typeset_site(joined(content(FACTS, TEXT)))
    _, oneil = site.all(Actor)
    (said,), (high,), (source,) = site.all(Quote), site.all(Figure), site.all(Source)
    assert (oneil.name, oneil.native_name and oneil.native_name.text) == ("O’Neil", "Ó'Néill")
    assert (said.words, said.where, said.translation[0].text) == (
        "I don't",
        "at O’Hare",
        "Je n’en ai «\u202fpas\u202f»",
    )
    assert (high.label, source.title, source.publisher) == ("the boys’ goals", "Le «\u202fmot\u202f»", "L’Agence")
    assert plain(site) == [
        "It’s “so”, it's and it’s, https://example.org/it's. It's \"theirs\". the ’90s “oneil” It’s."
    ]


def test_a_fact_that_needs_no_setting_stays_the_same_object() -> None:
    written = joined(content(FACTS))
    site = typeset_site(written)
    assert [one is other for one, other in zip(site.all(Actor), written.all(Actor), strict=True)] == [True, False]
    assert site.index[site.all(Actor)[1].fact_id] is site.all(Actor)[1]


def test_pages_and_the_search_have_marks_as_they_are_set_and_data_as_they_were_typed() -> None:
    files = made(content('terms:\n  t: {name: "A \'so\' to say", summary: "It\'s so.", uncited: x}\n'))
    assert "It’s so." in files["glossary.html"]
    assert "A ‘so’ to say" in files["search-index.js"]
    assert json.loads(files["data/terms.json"])["t"] == {"name": "A 'so' to say", "summary": "It's so.", "uncited": "x"}
