"""What facts are called: the names by which prose may call them, and what a link to one writes that has no text."""

from __future__ import annotations

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
    Quote,
    Relation,
    Source,
    Term,
    Unknown,
    Update,
)


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
