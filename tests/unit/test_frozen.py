"""Frozen values come back from their bytes as they were, and nothing else does."""

from __future__ import annotations

import os
import pickle
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

import pytest
from markupsafe import Markup

from standfirst.frozen import NotFrozenError, digest, dump, load
from standfirst.model import Origin
from standfirst.model.values import KeyOrigins
from standfirst.options import Options
from standfirst.problems.errors import Problem, Severity
from standfirst.sources.lock import Lock

ORIGIN = Origin("facts.yaml", 3, 1)
PROBLEM = Problem(ORIGIN, "is wrong", "mend it", Severity.WARNING)


@pytest.mark.parametrize(
    "value",
    [
        None,
        ("words", b"bytes", 1.5, True, frozenset({"a", "b"}), {"key": (1, 2)}),
        ORIGIN,
        PROBLEM,
        KeyOrigins(("date",), (3, 5)),
        Lock({}),
        Severity.NOTE,
        date(2025, 3, 1),
        Counter("aab"),
        Decimal("1.50"),
        Fraction(1, 3),
        Markup("<p>"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    again = load(dump(value))
    assert again == value
    assert type(again) is type(value)
    assert load(memoryview(dump(value))) == value


def test_a_mapping_that_nobody_can_change_comes_back_as_one() -> None:
    again = load(dump(MappingProxyType({"key": PROBLEM})))
    assert isinstance(again, MappingProxyType)
    assert again == {"key": PROBLEM}


def test_what_was_one_object_is_one_again() -> None:
    one, other = load(dump(({PROBLEM: 1}, (PROBLEM, PROBLEM))))
    (key,) = one
    assert key is other[0] is other[1]


def test_a_digest_is_of_what_a_value_holds_and_not_of_its_objects() -> None:
    text = "".join(["is ", "wrong"])
    one, other = (text, text, PROBLEM), ("is wrong", text, replace(PROBLEM))
    assert digest(one) == digest(other)
    assert dump(one) != dump(other)
    assert digest(one) != digest((text, text, replace(PROBLEM, hint="")))
    assert digest((text,)) != digest((text, text))


class Plain:
    """A class whose objects can change."""


@dataclass
class Changing:
    """A record whose objects can change."""


@pytest.mark.parametrize("value", [Plain(), Changing(), Path(), lambda: 1, Options(content=Path(), templates=Path())])
def test_what_can_change_or_is_run_is_not_written(value: object) -> None:
    with pytest.raises(NotFrozenError):
        dump((PROBLEM, value))


def test_what_lies_in_itself_too_deep_is_not_written() -> None:
    value: tuple[object, ...] = ()
    for _ in range(100_000):
        value = (value,)
    with pytest.raises(NotFrozenError):
        dump(value)


class Calling:
    """Pickled, it calls a function when it is read."""

    def __init__(self, function: object, *given: object) -> None:
        self._called = function, given

    def __reduce__(self) -> tuple[object, ...]:
        return self._called


@pytest.mark.parametrize("function", [os.listdir, eval, Path, dump, Plain])
def test_no_bytes_run_a_function(function: object) -> None:
    with pytest.raises(NotFrozenError):
        load(pickle.dumps(Calling(function, "1"), 5))


@pytest.mark.parametrize("written", [b"", b"words", dump(PROBLEM)[:-2], b"cstandfirst.cli\nos\n."])
def test_other_bytes_are_refused(written: bytes) -> None:
    with pytest.raises(NotFrozenError):
        load(written)
