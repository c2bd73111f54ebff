"""Frozen classes are dataclasses as `dataclass(frozen=True, slots=True)` makes them."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any, ClassVar

import pytest

from standfirst.model.frozen_class import frozen, is_frozen


@frozen
class Place:
    KIND: ClassVar[str] = "place"
    name: str
    seen: list[str] = field(default_factory=list)
    note: str = field(default="none", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Same:
    KIND: ClassVar[str] = "place"
    name: str
    seen: list[str] = field(default_factory=list)
    note: str = field(default="none", compare=False, repr=False)


@frozen(kw_only=True)
class Named:
    name: str
    rank: int = 0


@frozen(kw_only=True)
class Dated(Named):
    date: str


@frozen
class Other:
    name: str


@frozen
class Nothing:
    pass


def test_values_are_made_with_what_is_given_and_with_defaults() -> None:
    assert [(place.name, place.seen, place.note) for place in (Place("a"), Place("a", ["x"], note="b"))] == [
        ("a", [], "none"),
        ("a", ["x"], "b"),
    ]
    assert Place("a").seen is not Place("a").seen
    assert (Dated(date="2020", name="x").rank, Dated(date="2020", name="x", rank=2).date) == (0, "2020")
    assert Nothing() == Nothing()


@pytest.mark.parametrize(
    "arguments", [((), {}), (("a", [], "b", "c"), {}), (("a",), {"name": "b"}), (("a",), {"x": 1})]
)
def test_wrong_arguments_are_refused_in_the_words_of_a_dataclass(
    arguments: tuple[tuple[Any, ...], dict[str, Any]],
) -> None:
    positional, named = arguments
    with pytest.raises(TypeError) as of_ours:
        Place(*positional, **named)
    with pytest.raises(TypeError) as of_dataclass:
        Same(*positional, **named)
    assert str(of_ours.value) == str(of_dataclass.value).replace("Same", "Place")


def test_what_is_named_last_cannot_be_given_by_place() -> None:
    with pytest.raises(TypeError):
        Named("x")  # type: ignore[call-arg]


def test_values_are_equal_by_the_fields_that_are_compared() -> None:
    assert Other("a") == Other("a") != Other("b")
    assert Place("a", note="b") == Place("a", note="c")
    assert Place("a", ["x"]) != Place("a", ["y"])
    values: tuple[object, ...] = (Named(name="a"), Other("a"))
    assert values[0] != values[1]
    assert Named(name="a", rank=0) != Dated(name="a", rank=0, date="")


def test_values_of_a_class_derived_from_another_are_equal_among_themselves() -> None:
    class Derived(Other):
        pass

    assert Derived("a") == Derived("a") != Derived("b")
    assert Derived("a") != Other("a")


def test_equal_values_have_one_hash() -> None:
    assert {Named(name="a"), Named(name="a", rank=0), Named(name="a", rank=1)} == {
        Named(name="a"),
        Named(name="a", rank=1),
    }
    assert hash(Other("a")) == hash(Other("a"))
    with pytest.raises(TypeError):
        hash(Place("a"))


@pytest.mark.parametrize("name", ["name", "other"])
def test_nothing_of_a_value_can_be_set_or_deleted(name: str) -> None:
    value = Dated(name="a", date="2020")
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, "b")
    with pytest.raises(FrozenInstanceError):
        delattr(value, name)
    assert value == Dated(name="a", date="2020")
    assert not hasattr(value, "__dict__")


def test_values_are_shown_by_the_fields_that_are_to_be_shown() -> None:
    assert repr(Place("a", ["x"])) == repr(Same("a", ["x"])).replace("Same", "Place")
    assert repr(Dated(name="a", date="2020")) == "Dated(name='a', rank=0, date='2020')"


def test_frozen_classes_are_dataclasses() -> None:
    assert is_dataclass(Place)
    assert [each.name for each in fields(Dated)] == ["name", "rank", "date"]
    assert replace(Dated(name="a", date="2020"), rank=3) == Dated(name="a", date="2020", rank=3)
    assert vars(Place)["__match_args__"] == vars(Same)["__match_args__"]


def test_values_can_be_copied_and_kept() -> None:
    value = Dated(name="a", rank=2, date="2020")
    assert copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value


def test_classes_tell_whether_their_values_can_change() -> None:
    @dataclass(slots=True)
    class Changing:
        name: str

    assert [is_frozen(each) for each in (Place, Same, Changing, int)] == [True, True, False, False]
