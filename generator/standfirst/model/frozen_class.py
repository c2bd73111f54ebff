"""Classes of values that cannot change: dataclasses that are frozen and slotted, and quick to define and to make.

`dataclass(frozen=True, slots=True)` writes and compiles six functions for a class, which took a third of the time to
start, and sets each field by a call that takes three times as long as that of its slot: a large build makes millions
of values. Here one function is compiled for a class, that which makes its values; all others are shared.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Iterator
from dataclasses import MISSING, FrozenInstanceError
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(cls: type[T] | None = None, /, *, kw_only: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class a dataclass whose values are equal by their fields, hashable, and cannot change."""
    if cls is None:
        return lambda each: _frozen(each, kw_only=kw_only)
    return _frozen(cls, kw_only=kw_only)


def is_frozen(kind: type) -> bool:
    """Whether a dataclass refuses to have a field of its values set, however it was defined."""
    return dataclasses.is_dataclass(kind) and kind.__setattr__ is not object.__setattr__


def values_of(names: list[str]) -> Callable[[object], tuple[Any, ...]]:
    """Return a function that returns the values of some fields; where there are several, it is one call of C."""
    if len(names) > 1:
        values: Callable[[object], tuple[Any, ...]] = operator.attrgetter(*names)
        return values
    return lambda value: tuple(getattr(value, name) for name in names)


def _frozen(cls: type[T], *, kw_only: bool) -> type[T]:
    made: Any = dataclasses.dataclass(slots=True, init=False, repr=False, eq=False, kw_only=kw_only)(cls)
    fields = dataclasses.fields(made)
    values = values_of([field.name for field in fields if field.compare])
    made.__init__ = _init(made, fields)
    made.__eq__ = lambda self, other: (
        values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented
    )
    made.__hash__ = lambda self: hash(values(self))
    made.__repr__ = _repr
    made.__setattr__, made.__delattr__ = _refuse_to_set, _refuse_to_delete
    made.__getstate__, made.__setstate__ = _state, _set_state
    frozen_class: type[T] = made
    return frozen_class


def _init(cls: type, fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    """Compile what sets each field of a new value by its slot."""
    names: dict[str, object] = {"missing": MISSING}
    for field in fields:
        names[f"set_{field.name}"] = getattr(cls, field.name).__set__
        names[f"default_{field.name}"] = field.default if field.default_factory is MISSING else MISSING
        names[f"make_{field.name}"] = field.default_factory
    signature = ", ".join(("self", *_parameters(fields)))
    lines = [f"set_{field.name}(self, {_argument(field)})" for field in fields] or ["pass"]
    exec(f"def __init__({signature}):\n " + "\n ".join(lines), names)
    init: Any = names["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
    return init  # type: ignore[no-any-return]


def _parameters(fields: tuple[dataclasses.Field[Any], ...]) -> Iterator[str]:
    """The parameters of what makes a value, those that are named last."""
    for by_name in (False, True):
        found = [field for field in fields if field.kw_only is by_name]
        yield from ["*"] if by_name and found else []
        for field in found:
            is_required = field.default is MISSING and field.default_factory is MISSING
            yield field.name if is_required else f"{field.name}=default_{field.name}"


def _argument(field: dataclasses.Field[Any]) -> str:
    if field.default_factory is MISSING:
        return field.name
    return f"make_{field.name}() if {field.name} is missing else {field.name}"


def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
