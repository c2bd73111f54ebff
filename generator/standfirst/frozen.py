"""Frozen values as bytes: a build keeps some hundred thousand of them for the next one.

Pickle takes an object of a class apart, and puts it together again, by several calls of Python for each field; here
that is one call of C for all its fields, which takes a third of the time. Nothing but what is frozen is put together:
no bytes make this run a function, whoever wrote them.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import io
import operator
import pickle
from collections.abc import Callable
from enum import Enum
from itertools import repeat
from types import MappingProxyType
from typing import Any

from standfirst.model.frozen_class import is_frozen

_Parts = tuple[Callable[..., object], tuple[object, ...]]
# Beside our own, by module and name.
_CLASSES = frozenset(
    {
        ("collections", "Counter"),
        ("datetime", "date"),
        ("decimal", "Decimal"),
        ("fractions", "Fraction"),
        ("markupsafe", "Markup"),
    }
)


class NotFrozenError(Exception):
    """A value that cannot be kept, or bytes that are not of values that could."""


def dump(value: object) -> bytes:
    """Return the bytes of a value; raise a `NotFrozenError` where a part of it is not frozen."""
    return _written(value, whatever_is_one=False)


def digest(value: object) -> bytes:
    """Return the digest of a value, the same for an equal one of other objects; raise a `NotFrozenError`."""
    return hashlib.sha256(_written(value, whatever_is_one=True)).digest()


def _written(value: object, *, whatever_is_one: bool) -> bytes:
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    pickler.dispatch_table = _TAKEN_APART
    # Then what stands in a value twice is written twice, whether it is one object or two.
    pickler.fast = whatever_is_one
    try:
        pickler.dump(value)
    except (RecursionError, pickle.PicklingError, AttributeError) as error:
        raise NotFrozenError(f"this cannot be kept: {error}") from None
    return buffer.getvalue()


def load(written: bytes | memoryview) -> Any:
    """Return the value that was written: what was one object is one again. Raise a `NotFrozenError` for other bytes."""
    try:
        return _Unpickler(io.BytesIO(written)).load()
    except (pickle.UnpicklingError, EOFError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise NotFrozenError(f"these are not the bytes of frozen values: {error}") from None


class _TakenApart(dict[type, Callable[[Any], _Parts]]):
    """How the objects of each class are taken apart, worked out when the first is met."""

    def __missing__(self, met: type) -> Callable[[Any], _Parts]:
        if issubclass(met, type):
            # What is written of a class itself is its name, as pickle does by itself.
            raise KeyError(met)
        self[met] = found = _way_apart(met)
        return found


_TAKEN_APART = _TakenApart()


def _way_apart(met: type) -> Callable[[Any], _Parts]:
    if _is_record(met):
        names = _names_of_fields(met)
        if len(names) < 2:
            return lambda value: (met, tuple(getattr(value, name) for name in names))
        values = operator.attrgetter(*names)
        return lambda value: (met, values(value))
    if met is MappingProxyType:
        return lambda value: (read_only, (dict(value),))
    if issubclass(met, tuple | Enum) or (met.__module__, met.__qualname__) in _CLASSES:
        return operator.methodcaller("__reduce_ex__", pickle.HIGHEST_PROTOCOL)
    raise NotFrozenError(f"{met.__qualname__} is not frozen")


def _is_record(met: object) -> bool:
    return isinstance(met, type) and is_frozen(met)


def _names_of_fields(met: Any) -> list[str]:
    return [field.name for field in dataclasses.fields(met)]


def read_only(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """Return a mapping that nobody can change."""
    return MappingProxyType(values)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _CLASSES:
            return super().find_class(module, name)
        if module == __name__ and name == read_only.__name__:
            return read_only
        if not module.startswith("standfirst."):
            raise pickle.UnpicklingError(f"{module}.{name} is none of ours")
        found = super().find_class(module, name)
        if _is_record(found):
            return functools.partial(_put_together, found, _names_of_fields(found))
        if isinstance(found, type) and issubclass(found, tuple | Enum):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is not frozen")


def _put_together(kind: type, names: list[str], *values: object) -> object:
    """Return an object as it was: its class made sure then that the values fit together."""
    made: object = object.__new__(kind)
    # What is done for each field is done in C; all of these return None.
    any(map(object.__setattr__, repeat(made), names, values))
    return made
