"""What a fact states, key by key and in plain words: what somebody reads who is to say whether passages support it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import Enum

from standfirst.model import (
    Date,
    Fact,
    FactId,
    NativeName,
    Prose,
    Quantity,
    Reference,
    Translation,
)
from standfirst.model.frozen_class import frozen
from standfirst.prose.fact_names import text_for_writers
from standfirst.prose.plain import plain_text
from standfirst.site.site import Site
from standfirst.site.statements import HOW_IT_IS_KNOWN, link_text, stated_values


@frozen
class StatedText:
    """A key of a record, and what it says in plain words, on one line."""

    key: str
    text: str


def stated_texts(fact: Fact, site: Site) -> tuple[StatedText, ...]:
    """Return all that a fact states, by the rules of `statement_digest`: where that differs, this does."""
    return tuple(sorted(_texts(fact, site), key=lambda each: each.key in HOW_IT_IS_KNOWN))


def _texts(fact: Fact, site: Site) -> Iterator[StatedText]:
    for key, value in stated_values(fact, site):
        if said := "; ".join(_words(value, site)):
            yield StatedText(key, said)
        if isinstance(value, Prose) and (links := "; ".join(_links(value, site))):
            yield StatedText(f"{key}, links", links)


def _words(value: object, site: Site) -> Iterator[str]:
    match value:
        case None | False | "":
            pass
        case Prose():
            yield plain_text(value, lambda name: link_text(name, site))
        case Reference():
            yield _called(value.to, site)
        case Date():
            yield value.text
        case datetime.date():
            yield value.isoformat()
        case Quantity(low, high):
            yield f"{low}" if low == high else f"{low} to {high}"
        case NativeName() | Translation():
            yield f"{value.text} ({value.lang})"
        case tuple():
            for each in value:
                yield from _words(each, site)
        case Enum():
            yield str(value.value)
        case _:
            yield " ".join(str(value).split())


def _links(prose: Prose, site: Site) -> Iterator[str]:
    """Where the links of a text lead: readers follow them, so that it is stated as well."""
    for mention in prose.mentions:
        name = mention.reference.to
        words = mention.text or link_text(name, site)
        yield f"{words} → {_called(name, site)} ({name})"
    yield from (f"→ {target}" for target, _ in prose.links)


def _called(name: FactId, site: Site) -> str:
    other = site.index.get(name)
    return text_for_writers(other) if other else str(name)
