"""The values of facts as readers see them: dates, numbers and names in the site's language, texts in plain words."""

from __future__ import annotations

import datetime
import functools
import json
import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, get_args, get_type_hints

from standfirst.changes.compare import fact_named, reference_keys
from standfirst.changes.differing_texts import shortened
from standfirst.changes.snapshot import Snapshot
from standfirst.language import dates, numbers
from standfirst.model import (
    FACT_TYPE_OF,
    ActorKind,
    Date,
    FactId,
    Kind,
    LanguageTag,
    Qualifier,
    Quantity,
    Verbatim,
)
from standfirst.outputs.fact_rows import Json, Row
from standfirst.present.kind_names import actor_kind_name
from standfirst.present.naming import Phrasing, short_label

# A fact may be called by others that are called by it.
_DEEPEST = 3
# What readers see as one: a number with what it counts.
NUMBER_KEYS = frozenset({"value", "qualifier", "unit"})


class Wording:
    """Says what the facts of a snapshot state. A value that is not as Standfirst writes it is said as it stands."""

    def __init__(self, snapshot: Snapshot, phrasing: Phrasing) -> None:
        self._snapshot, self._phrasing = snapshot, phrasing

    def label(self, name: FactId, depth: int = 0) -> str:
        """Return what a fact is called in a list, cut where that is very long, or its id where it is not there."""
        row = self._snapshot.rows.get(name)
        said = self._label(name, row, depth) if row and depth < _DEEPEST else ""
        return shortened(_one_line(said)) or str(name)

    def _label(self, name: FactId, row: Row, depth: int) -> str:
        match name.kind:
            case Kind.ACTOR | Kind.TERM | Kind.PLACE:
                return _text(row, "name")
            case Kind.EVENT:
                return _text(row, "title")
            case Kind.FIGURE:
                return f"{self._amount(row)} {_text(row, 'label')}".strip()
            case Kind.QUOTE:
                return self._phrasing.quoted(short_label(_text(row, "words")))
            case Kind.CLAIM:
                return short_label(_text(row, "claim"))
            case Kind.UNKNOWN:
                return short_label(_text(row, "question"))
            case Kind.RELATION:
                verb = self.value(name, "verb")
                return f"{self._named(row, 'subject', depth)} {verb} {self._named(row, 'object', depth)}"
            case Kind.IMAGE:
                return short_label(_text(row, "alt"))
            case Kind.SOURCE:
                return _text(row, "title") or _text(row, "publisher") or _text(row, "kind")
            case Kind.UPDATE:
                return self._date(row.get("date"))

    def _named(self, row: Row, key: str, depth: int) -> str:
        name = fact_named(_text(row, key))
        return self.label(name, depth + 1) if name else ""

    def value(self, name: FactId, key: str) -> str:
        """Return what a fact says under a key, of a number with what it counts; nothing where it says nothing."""
        row = self._snapshot.rows.get(name, {})
        if key in NUMBER_KEYS and name.kind is Kind.FIGURE:
            return self._amount(row)
        return self._said(name.kind, key, row.get(key))

    def raw(self, name: FactId, key: str) -> str:
        """Return what stands under a key as programs read it."""
        value = self._snapshot.rows.get(name, {}).get(key)
        if value is None or isinstance(value, str):
            return _one_line(value)
        return _one_line(json.dumps(value, ensure_ascii=False))

    def quoted(self, words: str) -> str:
        """Return words of somebody else, in quotation marks."""
        return self._phrasing.quoted(_one_line(words))

    def _said(self, kind: Kind, key: str, value: Json) -> str:
        if value is None or value in ("", []):
            return ""
        if isinstance(value, list):
            return self._phrasing.join_with_and([self._said(kind, key, item) for item in value])
        if key in reference_keys(kind):
            name = fact_named(value)
            return self.label(name) if name else str(value)
        return self._of_type(_innermost(kind, key), key, value)

    def _of_type(self, hint: Any, key: str, value: Json) -> str:
        if isinstance(value, bool):
            return self._phrasing.say("yes") if value else ""
        if isinstance(value, dict):
            said = str(value.get("text") or "")
            return f"{self._phrasing.language_name(str(value.get('lang')))}: {said}" if key == "translation" else said
        if key == "verb":
            return self._snapshot.verbs.get(str(value), str(value))
        if hint in {Date, datetime.date}:
            return self._date(value)
        if hint == LanguageTag:
            return self._phrasing.language_name(str(value))
        if hint == Verbatim:
            return self._phrasing.quoted(_one_line(value))
        if hint is ActorKind and str(value) in set(ActorKind):
            return self._phrasing.say(actor_kind_name(ActorKind(str(value))))
        return _one_line(value)

    def _date(self, value: Json) -> str:
        try:
            return dates.say(dates.parse(str(value)), self._phrasing.language)
        except dates.DateError:
            return _one_line(value)

    def _amount(self, row: Row) -> str:
        quantity, unit, qualifier = _quantity(row.get("value")), _text(row, "unit"), _text(row, "qualifier")
        if quantity is None:
            return _one_line(row.get("value"))
        known = Qualifier(qualifier) if qualifier in set(Qualifier) else None
        return numbers.say(quantity, known, unit, self._phrasing.language)


@functools.cache
def _innermost(kind: Kind, key: str) -> Any:
    """The type of the value under a key, or of each where there are several."""
    hint = get_type_hints(FACT_TYPE_OF[kind]).get(key)
    while parts := get_args(hint):
        hint = parts[0]
    return hint


def _text(row: Row, key: str) -> str:
    return _one_line(row.get(key))


def _one_line(value: Json) -> str:
    return "" if value is None else " ".join(str(value).split())


def _quantity(value: Json) -> Quantity | None:
    ends: Sequence[Json] = (value.get("from"), value.get("to")) if isinstance(value, dict) else (value, value)
    low, high = (_number(end) for end in ends)
    return None if low is None or high is None else Quantity(low, high)


def _number(value: Json) -> Decimal | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return Decimal(str(value)) if is_number else None
