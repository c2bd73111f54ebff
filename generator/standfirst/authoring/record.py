"""Records that are not written yet: ids, keys and texts in the order in which they are to stand, and comments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from standfirst.model import FactId, Id, Kind
from standfirst.model.frozen_class import frozen

# A text, a list, or keys with values; whatever a key stands for, its value is a text, as YAML is read here.
NewValue: TypeAlias = "str | tuple[NewValue, ...] | Mapping[str, NewValue]"


@frozen
class NewField:
    """A key of a new record and its value; comments stand above it, each on lines of its own."""

    key: str
    value: NewValue
    comments: tuple[str, ...] = ()


@frozen
class NewRecord:
    """A record to be written as a draft; its comments stand above its id."""

    kind: Kind
    id: Id
    fields: tuple[NewField, ...]
    comments: tuple[str, ...] = ()

    @property
    def fact_id(self) -> FactId:
        return FactId(self.kind, self.id)
