"""What facts are called: the names by which prose may call them, and what a link to one writes that has no text."""

from __future__ import annotations

from textwrap import shorten
from typing import assert_never

from standfirst.language import dates, numbers
from standfirst.model import (
    Actor,
    Claim,
    Event,
    Fact,
    Figure,
    Image,
    LanguageTag,
    Place,
    Quantity,
    Quote,
    Relation,
    Source,
    Term,
    Unknown,
    Update,
)
from standfirst.prose.plain import plain_text


def names_in_prose(fact: Actor | Term) -> tuple[str, ...]:
    """Return the names by which prose may call an actor or a term, each once and the first of them first."""
    return tuple(dict.fromkeys((fact.name, *fact.aliases)))


def all_names(fact: Fact) -> tuple[str, ...]:
    """Return all names of an actor or a term, that in its own language too; other facts have none."""
    match fact:
        case Actor(native_name=native) if native:
            return (*names_in_prose(fact), native.text)
        case Actor() | Term():
            return names_in_prose(fact)
        case _:
            return ()


def text_of_fact_alone(fact: Fact, language: LanguageTag) -> str:
    """Return what a link without a text writes, where that takes nothing but the fact; else nothing."""
    match fact:
        case Actor() | Term() | Place():
            return fact.name
        case Image():
            return fact.alt
        case Event():
            return dates.say(fact.date, language)
        case Figure():
            return numbers.say(fact.value, fact.qualifier, fact.unit, language)
        case Quote() | Claim() | Relation() | Unknown() | Update() | Source():
            return ""
        case _:
            assert_never(fact)


# How much of a quotation or an update a list shows.
_LONGEST = 100


def text_for_writers(fact: Fact) -> str:
    """Return what a list of facts shows of one beside its id: in plain words, dates as they are written in its file."""
    match fact:
        case Actor() | Term() | Place():
            text = fact.name
        case Event():
            text = f"{fact.date.text}: {fact.title}"
        case Quote():
            text = f"{fact.speaker.to.id}: {fact.words}"
        case Claim():
            text = plain_text(fact.claim, str)
        case Figure():
            text = " ".join(filter(None, (fact.qualifier, _as_written(fact.value), fact.unit, fact.label)))
        case Relation():
            text = f"{fact.subject.to.id} {fact.verb.to} {fact.object.to.id}"
        case Image():
            text = fact.alt
        case Unknown():
            text = plain_text(fact.question, str)
        case Update():
            text = f"{fact.date.isoformat()}: {plain_text(fact.text, str)}"
        case Source():
            text = fact.title or fact.short_name or fact.publisher or fact.kind
        case _:
            assert_never(fact)
    in_one_line = " ".join(text.split())
    return in_one_line if len(in_one_line) <= _LONGEST else shorten(in_one_line, _LONGEST, placeholder=" …")


def _as_written(value: Quantity) -> str:
    return f"{value.low}" if value.low == value.high else f"{value.low}..{value.high}"
