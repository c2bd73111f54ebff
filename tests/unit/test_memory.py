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
    memory.keep({})
    assert memory.recall(double, 1) == 2
    assert calls == [1]


def test_what_no_build_asked_for_is_forgotten() -> None:
    memory, calls, double = counting()
    memory.recall(double, 1)
    memory.keep({})
    memory.keep({})
    memory.recall(double, 1)
    assert calls == [1, 1]


def test_what_failed_is_tried_again() -> None:
    memory, calls, double = counting()
    for _ in range(2):
        with pytest.raises(ValueError, match="-1"):
            memory.recall(double, -1)
    assert calls == [-1, -1]
