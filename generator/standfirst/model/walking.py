"""Walks over a fact, a section or the explainer: its references and its texts."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator
from typing import get_args, get_type_hints

from standfirst.model.explainer import Explainer, Section
from standfirst.model.facts import Fact, Record
from standfirst.model.prose import Citation, Prose
from standfirst.model.values import Reference

# Whatever has texts.
Holder = Explainer | Section | Fact


def references_in(value: object) -> Iterator[Reference]:
    """Yield every reference that a fact or a part of one makes, in its fields, its citations and its prose.

    A tuple holds parts of one fact; for speed, whole facts in it are passed over. Ask for each fact by itself.
    """
    match value:
        case Reference():
            yield value
        case Prose():
            for mention in value.mentions:
                yield mention.reference
            for citation in value.citations:
                yield citation.source
        case Citation():
            yield value.source
        case tuple():
            for item in value:
                if isinstance(item, Reference | Prose | Citation | tuple):
                    yield from references_in(item)
        case Record() | Section() | Explainer():
            yield from references_in(_values_of(value, Reference, Prose, Citation))


def prose_in(value: object) -> Iterator[Prose]:
    """Yield every text in Markdown of a fact, a section or the explainer; ask for each by itself, as above."""
    match value:
        case Prose():
            yield value
        case tuple():
            for item in value:
                if isinstance(item, Prose | tuple):
                    yield from prose_in(item)
        case Record() | Section() | Explainer():
            # Every stage asks every fact for its texts, and most fields hold one text or none.
            for item in _values_of(value, Prose):
                if type(item) is Prose:
                    yield item
                elif item:
                    yield from prose_in(item)


def _values_of(holder: Explainer | Section | Record, *sought: type) -> tuple[object, ...]:
    record: type = type(holder)
    return tuple(getattr(holder, name) for name in _fields_with(record, sought))


@functools.cache
def _fields_with(record: type, sought: tuple[type, ...]) -> tuple[str, ...]:
    """Return the fields of a record type that can hold any of some types, so that nobody looks into the others."""
    types = {name: _types_in(annotation) for name, annotation in get_type_hints(record).items()}
    return tuple(field.name for field in dataclasses.fields(record) if not types[field.name].isdisjoint(sought))


def _types_in(annotation: object) -> frozenset[object]:
    """A type and all that it is made of: of `tuple[Prose, ...] | None` also `Prose`."""
    return frozenset({annotation}).union(*map(_types_in, get_args(annotation)))
