"""A fact as plain values, which data files have and which can be compared: dates in EDTF, references `kind:id`.

Texts are in plain words, marks and apostrophes as the writer typed them; keys are those of the content.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from enum import Enum

from standfirst.model import (
    CheckedSource,
    Citation,
    Date,
    Fact,
    FactChange,
    Id,
    NativeName,
    Passage,
    Prose,
    Quantity,
    Reference,
    Source,
    Translation,
    VerbRef,
)
from standfirst.model.frozen_class import frozen
from standfirst.sources.lock import PassagePlace
from standfirst.sources.passages import named_parts

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Row = dict[str, Json]

# Where a record was written, its id, which names the row, how the copy of a source is read, and what is planned.
_PRIVATE = frozenset({"origin", "key_origins", "id", "paragraphs", "publish_at", "review_by"})


@frozen
class KnownOfFacts:
    """What the rows of facts take beside the facts.

    That is what a text says in plain words, where each passage stands that is cited, or None where that is not known,
    and what was last seen at the addresses of sources.
    """

    plain: Callable[[Prose], str]
    place_of: Callable[[Id, Passage], PassagePlace | None]
    checked: Mapping[Id, CheckedSource] = field(default_factory=dict)


def used_keys(facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return the keys under which facts of one kind say something, after their id, in the order of the model."""
    names = [field.name for field in dataclasses.fields(facts[0]) if field.name not in _PRIVATE]
    return tuple(name for name in names if any(not _says_nothing(getattr(fact, name)) for fact in facts))


def rows_of(facts: Sequence[Fact], known: KnownOfFacts) -> dict[str, Row]:
    """Return the row of each fact of one kind by its id."""
    return {fact.id: row_of(fact, known) for fact in facts}


def row_of(fact: Fact, known: KnownOfFacts) -> Row:
    """Return what a fact says by its keys, in the order of the model; of a source, what was last seen there, too."""
    values = {field.name: getattr(fact, field.name) for field in dataclasses.fields(fact) if field.name not in _PRIVATE}
    row = {name: _plain(value, known) for name, value in values.items() if not _says_nothing(value)}
    seen = known.checked.get(fact.id) if isinstance(fact, Source) else None
    return row | {"last_check": _last_check(seen)} if seen else row


def row_of_change(change: FactChange) -> Row:
    """Return what an update says of a change, by the keys under which it says something."""
    told = {"fact": str(change.fact.to), "key": change.key, "before": change.before, "after": change.after}
    return {key: text for key, text in told.items() if text}


def _last_check(seen: CheckedSource) -> Json:
    """What was seen at the address of a source when somebody last looked; passages are named as they are cited."""
    altered: list[Json] = [{"passage": each.words, "gone": each.gone} for each in seen.altered]
    said: dict[str, Json] = {"state": seen.state.value, "checked": seen.checked.isoformat()}
    more: dict[str, Json] = {"since": seen.since.isoformat(), "moved_to": seen.moved_to, "altered": altered}
    return said | {key: value for key, value in more.items() if value}


def _says_nothing(value: object) -> bool:
    # Not a comparison with 0, which a latitude may be.
    return value is None or value is False or value in ("", ())


class Edtf(str):
    """A date. A year before 1 begins like a formula, and stays what programs read as a year."""

    __slots__ = ()


def _plain(value: object, known: KnownOfFacts) -> Json:
    match value:
        case Prose():
            return known.plain(value)
        case Reference() | VerbRef():
            return str(value.to)
        case Date():
            return Edtf(value.text)
        case datetime.date():
            return value.isoformat()
        case Quantity(low, high):
            return _number(low) if low == high else {"from": _number(low), "to": _number(high)}
        case Citation():
            return _citation(value, known)
        case NativeName() | Translation():
            return {"text": value.text, "lang": value.lang}
        case FactChange():
            return row_of_change(value)
        case tuple():
            return [_plain(item, known) for item in value]
        case Enum():
            return str(value.value)
        case str() | int() | float():
            return value
        case _:
            raise TypeError(value)


def _citation(citation: Citation, known: KnownOfFacts) -> Json:
    """A citation with its passages, and for each of them the paragraph and page on which it stands."""
    source = citation.source.to.id
    places = [known.place_of(source, passage) for passage in citation.passages]
    shown = (_shown(passage, place) for passage, place in zip(citation.passages, places, strict=True))
    pages: list[Json] = [place.page for place in places if place and place.page]
    written: Row = {
        "source": str(source),
        "passages": [*shown],
        "paragraphs": [place.paragraph for place in places if place],
    }
    return written | {"pages": pages} if pages else written


def _shown(passage: Passage, place: PassagePlace | None) -> str:
    """The words of a passage as readers see them, if these are a citation: none has an ellipsis of the source's own."""
    words = place.words if place else ""
    return words if words and len(named_parts(words)) == 1 else passage.words


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
