"""An order of names in which those that are joined stand close together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import Id
from standfirst.pictures.arrangement import arrange

Joint = tuple[Id, Id]

NAMES = [Id(letter) for letter in "abcdefghij"]
JOINTS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda ends: ends[0] != ends[1]))


def joints(text: str) -> list[Joint]:
    """Return the joints that a text writes as pairs of letters."""
    return [(Id(pair[0]), Id(pair[1])) for pair in text.split()]


def length(order: tuple[Id, ...], joined: list[Joint]) -> int:
    return sum(abs(order.index(one) - order.index(other)) for one, other in joined)


def test_a_chain_is_set_in_its_order() -> None:
    assert "".join(arrange(joints("bd ca dc ae"))) in {"bdcae", "eacdb"}


def test_the_one_to_whom_all_are_joined_stands_in_the_middle() -> None:
    assert arrange(joints("ae be ce de"))[2] == "e"


def test_a_joint_that_is_given_twice_pulls_twice_as_hard() -> None:
    order = "".join(arrange(joints("ab ac ad ae ae")))
    assert "ae" in order or "ea" in order


def test_names_that_hang_together_are_not_parted_and_the_most_come_first() -> None:
    order = "".join(arrange(joints("ab xy yz zx")))
    assert set(order[:3]) == set("xyz")
    assert set(order[3:]) == set("ab")


def test_of_orders_that_are_as_short_one_is_taken_in_which_no_joints_cross() -> None:
    # In the order dbcae they would be as short, but that of a and c would cross that of b and d.
    assert "".join(arrange(joints("ab ac cd bd ae"))) == "bdcae"


def test_the_end_with_most_joints_is_up() -> None:
    assert "".join(arrange(joints("ab bc cd ce de"))).endswith("cba")


@given(JOINTS)
def test_every_name_that_is_joined_is_there_once(joined: list[Joint]) -> None:
    assert sorted(arrange(joined)) == sorted({name for joint in joined for name in joint})


@given(JOINTS.flatmap(lambda joined: st.tuples(st.just(joined), st.permutations(joined))))
def test_the_order_of_joints_and_of_their_ends_makes_no_difference(both: tuple[list[Joint], list[Joint]]) -> None:
    joined, shuffled = both
    assert arrange((other, one) for one, other in shuffled) == arrange(joined)


@given(JOINTS)
def test_moving_a_single_name_makes_nothing_shorter(joined: list[Joint]) -> None:
    order = arrange(joined)
    for name in order:
        rest = tuple(other for other in order if other != name)
        for place in range(len(order)):
            moved = (*rest[:place], name, *rest[place:])
            assert length(moved, joined) >= length(order, joined)
