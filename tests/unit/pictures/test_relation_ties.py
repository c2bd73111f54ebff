"""How some stand to others, put together into lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import Id, Stance
from standfirst.pictures.relation_ties import Party, Relationship, Tie, ties_between

FOR, AGAINST = Stance.FOR, Stance.AGAINST
ANN, BOB, EVE = (Party(Id(name.lower()), name) for name in ("Ann", "Bob", "Eve"))


def ties(*stands: Relationship) -> tuple[Tie, ...]:
    return ties_between(stands)[1]


def test_one_stand_is_one_tie_that_points_at_its_object() -> None:
    parties, (tie,) = ties_between([Relationship(ANN, BOB, FOR)])
    assert {parties[tie.upper], parties[tie.lower]} == {ANN, BOB}
    assert parties[tie.lower if tie.points_down else tie.upper] == BOB
    assert tie.points_up is not tie.points_down


def test_what_two_are_to_each_other_is_one_tie_that_points_at_both() -> None:
    (tie,) = ties(Relationship(ANN, BOB, AGAINST), Relationship(BOB, ANN, AGAINST))
    assert (tie.points_up, tie.points_down, tie.total) == (True, True, 2)


def test_what_is_mutual_points_at_both() -> None:
    (tie,) = ties(Relationship(ANN, BOB, AGAINST, is_mutual=True))
    assert (tie.points_up, tie.points_down, tie.total) == (True, True, 1)


def test_several_stands_that_look_alike_are_one_tie_that_counts_them() -> None:
    (tie,) = ties(Relationship(ANN, BOB, FOR), Relationship(ANN, BOB, FOR))
    assert (tie.points_up is not tie.points_down, tie.total) == (True, 2)


def test_being_for_and_against_somebody_are_two_ties() -> None:
    assert [tie.stance for tie in ties(Relationship(ANN, BOB, FOR), Relationship(ANN, BOB, AGAINST))] == [AGAINST, FOR]


def test_what_has_ended_and_what_holds_are_two_ties() -> None:
    found = ties(Relationship(ANN, BOB, FOR, has_ended=True), Relationship(ANN, BOB, FOR))
    assert [tie.has_ended for tie in found] == [False, True]


STANDS = st.lists(
    st.builds(
        Relationship,
        st.sampled_from([ANN, BOB]),
        st.just(EVE),
        st.sampled_from([FOR, AGAINST]),
        is_mutual=st.booleans(),
        has_ended=st.booleans(),
    )
)


@given(STANDS)
def test_every_stand_is_in_just_one_tie(stands: list[Relationship]) -> None:
    assert sum(tie.total for tie in ties(*stands)) == len(stands)


@given(STANDS.flatmap(lambda stands: st.tuples(st.just(stands), st.permutations(stands))))
def test_the_order_of_stands_makes_no_difference(both: tuple[list[Relationship], list[Relationship]]) -> None:
    assert ties_between(both[0]) == ties_between(both[1])
