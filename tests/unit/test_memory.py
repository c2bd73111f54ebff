"""What one build leaves for the next."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.memory import Memory


def counting() -> tuple[Memory, list[int], Callable[[int], int]]:
    """Return a memory, and a function that doubles numbers and notes them."""
    calls: list[int] = []

    def double(number: int) -> int:
        calls.append(number)
        if number < 0:
            raise ValueError(number)
        return number * 2

    return Memory(), calls, double


def test_what_is_known_is_not_made_again() -> None:
    memory, calls, double = counting()
    assert [memory.recall(double, 1), memory.recall(double, 1)] == [2, 2]
    memory.keep(())
    assert memory.recall(double, 1) == 2
    assert calls == [1]


def test_what_no_build_asked_for_is_forgotten() -> None:
    memory, calls, double = counting()
    memory.recall(double, 1)
    memory.keep(())
    memory.keep(())
    memory.recall(double, 1)
    assert calls == [1, 1]


def test_what_failed_is_tried_again() -> None:
    memory, calls, double = counting()
    for _ in range(2):
        with pytest.raises(ValueError, match="-1"):
            memory.recall(double, -1)
    assert calls == [-1, -1]


def test_each_object_is_seen_to_once() -> None:
    memory, calls, double = counting()
    items = [1000, 2000]
    assert memory.each(double, items) == [2000, 4000]
    assert memory.each(double, [*items, 3000]) == [2000, 4000, 6000]
    assert calls == [1000, 2000, 3000]


def test_what_objects_came_to_is_made_anew_for_something_else_given() -> None:
    memory, calls, double = counting()
    items = [1000]
    for given in ("en", "en", "fr"):
        memory.each(double, items, given)
    assert calls == [1000, 1000]


def test_objects_that_are_gone_are_forgotten() -> None:
    memory, calls, double = counting()
    kept = [1000]
    memory.each(double, [*kept, 2000, 3000, 4000])
    memory.each(double, kept)
    assert memory.each(double, [*kept, 5000]) == [2000, 10000]
    assert calls == [1000, 2000, 3000, 4000, 5000]
