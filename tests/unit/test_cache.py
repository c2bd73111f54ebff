"""What one build leaves for the next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.cache import Cache, cached_by_name, cached_by_value, cached_latest, cached_per_item

Double = Callable[[int], int]


def counting() -> tuple[Cache, list[int], Callable[[int], int]]:
    """Return a cache, and a function that doubles numbers and notes them."""
    calls: list[int] = []

    def double(number: int) -> int:
        calls.append(number)
        if number < 0:
            raise ValueError(number)
        return number * 2

    return Cache(), calls, double


@pytest.mark.parametrize("declare", [cached_by_value, cached_latest])
def test_without_a_cache_a_function_is_called_each_time(declare: Callable[[Double], Double]) -> None:
    _, calls, double = counting()
    double = declare(double)
    assert [double(1), double(1)] == [2, 2]
    assert calls == [1, 1]


def test_what_is_known_of_a_value_is_not_made_again() -> None:
    cache, calls, double = counting()
    double = cached_by_value(double)
    for _ in range(2):
        with cache.active():
            assert double(1) == 2
        cache.forget_unused()
    assert calls == [1]


@pytest.mark.parametrize("declare", [cached_by_value, cached_latest])
def test_each_function_has_results_of_its_own_for_each_value(declare: Callable[[Double], Double]) -> None:
    def square(number: int) -> int:
        return number * number

    _, _, double = counting()
    twice, squared = declare(double), declare(square)
    with Cache().active():
        assert [(twice(number), squared(number)) for number in (2, 3, 2, 3)] == [(4, 4), (6, 9)] * 2


def test_what_no_build_asked_for_is_forgotten() -> None:
    cache, calls, double = counting()
    double = cached_by_value(double)
    with cache.active():
        double(1)
        cache.forget_unused()
        cache.forget_unused()
        double(1)
    assert calls == [1, 1]


def test_what_failed_is_tried_again() -> None:
    cache, calls, double = counting()
    double = cached_by_value(double)
    for _ in range(2):
        with cache.active(), pytest.raises(ValueError, match="-1"):
            double(-1)
    assert calls == [-1, -1]


def test_what_is_named_is_made_of_what_it_was_when_its_value_changes() -> None:
    cache = Cache()

    def total(number: int, before: int | None) -> int:
        return number + (before or 0)

    assert [cached_by_name(total, "a", 1) for _ in range(2)] == [1, 1]
    with cache.active():
        assert [cached_by_name(total, *each) for each in (("a", 1), ("b", 2), ("a", 1))] == [1, 2, 1]
        assert cached_by_name(total, "a", 10) == 11
        cache.forget_unused()
        assert cached_by_name(total, "a", 100) == 111
        for _ in range(2):
            cache.forget_unused()
        assert cached_by_name(total, "a", 1) == 1


# ---------------------------------------------------------------- sequences


class Item:
    """Something that is equal to every other, so that it is known only by what object it is."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Item)

    __hash__ = None  # type: ignore[assignment]


Columns = tuple[list[Item], list[int]]


@st.composite
def edited(draw: st.DrawFn, columns: Columns) -> Columns:
    """Columns with a row taken out, put in, doubled, moved, or with another item or another number in it."""
    items, numbers = list(columns[0]), list(columns[1])
    at = draw(st.integers(0, len(items)))
    match draw(st.sampled_from(["out", "in", "double", "item", "number", "none"])):
        case "in":
            items.insert(at, Item(draw(st.sampled_from("abc"))))
            numbers.insert(at, draw(st.integers(0, 1)))
        case "out":
            del items[at : at + 1], numbers[at : at + 1]
        case "double" if items:
            items.append(items[at % len(items)])
            numbers.append(draw(st.integers(0, 1)))
        case "item" if items:
            items[at % len(items)] = Item(draw(st.sampled_from("abc")))
        case "number" if items:
            numbers[at % len(items)] = draw(st.integers(0, 1))
    return items, numbers


@given(st.data())
def test_what_is_remembered_of_a_sequence_is_what_would_be_made_of_it(data: st.DataObject) -> None:
    @cached_per_item
    def name(item: Item, number: int, mark: str) -> str:
        return f"{item.name}{number}{mark}"

    @cached_per_item
    def alone(item: Item) -> str:
        return item.name

    cache = Cache()
    columns: Columns = ([Item("a"), Item("b"), Item("c")], [0, 0, 0])
    for _ in range(6):
        columns = data.draw(edited(columns))
        mark = data.draw(st.sampled_from(["", "", "", "!"]))
        made = tuple(name(*row, mark) for row in zip(*columns, strict=True))
        with cache.active():
            assert name.map(*columns, given=(mark,)) == made
            assert tuple(name.flat_map(*columns, given=(mark,))) == tuple("".join(made))
            assert alone.map(columns[0]) == tuple(item.name for item in columns[0])


def test_without_a_cache_each_row_of_a_sequence_is_made() -> None:
    @cached_per_item
    def name(item: str, number: int, mark: str) -> str:
        return f"{item}{number}{mark}"

    assert name("a", 1, mark="!") == "a1!"
    assert name.map(["a", "b"], [1, 2], given=("!",)) == ("a1!", "b2!")
    assert [*name.flat_map(["a", "b"], [1, 2], given=("!",))] == [*"a1!b2!"]


def test_each_function_has_results_of_its_own_for_the_same_items() -> None:
    @cached_per_item
    def small(text: str) -> str:
        return text.lower()

    @cached_per_item
    def great(text: str) -> str:
        return text.upper()

    cache, texts = Cache(), ["Ab", "Cd"]
    for function, ab, cd in ((small, "ab", "cd"), (great, "AB", "CD")):
        with cache.active():
            assert function.map(texts) == (ab, cd)
            assert [*function.flat_map(texts)] == [*ab, *cd]


def test_only_what_is_not_as_it_was_in_a_sequence_is_made() -> None:
    calls: list[tuple[str, int]] = []

    @cached_per_item
    def note(item: Item, number: int) -> None:
        calls.append((item.name, number))

    cache, items = Cache(), [Item(name) for name in "abcdefg"]
    with cache.active():
        note.map(items, range(7))
    calls.clear()
    with cache.active():
        note.map([items[0], items[6], Item("new"), *items[2:6]], [0, 6, 1, 2, 3, 9, 5])
    assert calls == [("new", 1), ("e", 9)]


def test_several_places_that_ask_a_function_of_other_items_do_not_undo_what_each_other_left() -> None:
    calls: list[str] = []

    @cached_per_item
    def note(item: Item) -> None:
        calls.append(item.name)

    cache, some, others, more = Cache(), [Item("a"), Item("b")], [Item("c")], [Item("d")]
    for _ in range(2):
        with cache.active():
            note.map(some)
            note.map(others)
            note.map(more)
    assert calls == ["a", "b", "c", "d"]


def test_what_came_of_the_latest_values_is_known_until_they_are_others() -> None:
    cache, calls, double = counting()
    double = cached_latest(double)
    with cache.active():
        assert [double(number) for number in (1, 1, 2, 1)] == [2, 2, 4, 2]
    assert calls == [1, 2, 1]
