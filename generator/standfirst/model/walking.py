"""Walks over a fact, a section or the explainer: its references and its texts."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any, get_args, get_type_hints

from standfirst.model.explainer import Explainer, Section
from standfirst.model.facts import Fact, Record
from standfirst.model.frozen_class import values_of
from standfirst.model.prose import Citation, Prose
from standfirst.model.values import Reference

# Whatever has texts.
Holder = Explainer | Section | Fact


def references_in(value: object) -> list[Reference]:
    """Return every reference that a fact or a part of one makes, in its fields, its citations and its prose.

    A tuple holds parts of one fact; whole facts in it are passed over. Ask for each fact by itself.
    """
    found: list[Reference] = []
    _take_references(_parts_of(value, (Reference, Prose, Citation)), found)
    return found


def _take_references(values: Iterable[object], found: list[Reference]) -> None:
    for value in values:
        match value:
            case Reference():
                found.append(value)
            case tuple():
                _take_references(value, found)
            case Prose():
                found += (mention.reference for mention in value.mentions)
                found += (citation.source for citation in value.citations)
            case Citation():
                found.append(value.source)


def prose_in(value: object) -> list[Prose]:
    """Return every text in Markdown of a fact, a section, the explainer or a part of one; ask for each by itself."""
    # Every stage asks every fact for its texts, and most fields hold one text or none.
    found: list[Prose] = []
    for part in _parts_of(value, (Prose,)):
        match part:
            case Prose():
                found.append(part)
            case tuple():
                found += chain.from_iterable(map(prose_in, part))
    return found


def _parts_of(value: object, sought: tuple[type, ...]) -> tuple[object, ...]:
    kind: type = type(value)
    return _values_of(kind, sought)(value) if isinstance(value, Record | Section | Explainer) else (value,)


@functools.cache
def _values_of(record: type, sought: tuple[type, ...]) -> Callable[[object], tuple[Any, ...]]:
    """Return a function of the values that can hold any of some types, so that nobody looks into the others."""
    types = {name: _types_in(annotation) for name, annotation in get_type_hints(record).items()}
    return values_of([field.name for field in dataclasses.fields(record) if not types[field.name].isdisjoint(sought)])


def _types_in(annotation: object) -> frozenset[object]:
    """A type and all that it is made of: of `tuple[Prose, ...] | None` also `Prose`."""
    return frozenset({annotation}).union(*map(_types_in, get_args(annotation)))
