"""The picture of who backs whom: whatever stands to whatever, it can be read, and says neither more nor less."""

from __future__ import annotations

import itertools
import re
from typing import Literal, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import Id, Stance
from standfirst.pictures.lettering import text_width
from standfirst.pictures.relation_ties import Party, Relationship
from standfirst.pictures.relations import MOST_ABREAST, MOST_NAMES, SIZE, DrawnTie, RelationsDrawing, draw_relations

FOR, AGAINST, NEUTRAL = Stance.FOR, Stance.AGAINST, Stance.NEUTRAL


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def party(name: str) -> Party:
    return Party(Id(name), name)


def stand(subject: str, object_: str, stance: Stance = FOR, *, has_ended: bool = False) -> Relationship:
    return Relationship(party(subject), party(object_), stance, has_ended=has_ended)


def picture(*stands: Relationship, direction: Literal["ltr", "rtl"] = "ltr") -> RelationsDrawing:
    drawing = draw_relations(stands, direction)
    assert drawing
    return drawing


def ends(drawing: RelationsDrawing, line: DrawnTie) -> tuple[str, str]:
    return drawing.names[line.tie.upper].id, drawing.names[line.tie.lower].id


def labels(drawing: RelationsDrawing) -> list[Box]:
    """Return where the words of the names may stand: as wide as can be, from the highest letter to the lowest."""
    return [
        Box(x - text_width(text, SIZE) / 2, y - 0.8 * SIZE, x + text_width(text, SIZE) / 2, y + 0.25 * SIZE)
        for name in drawing.names
        for x, y, text in name.lines
    ]


def reach(line: DrawnTie) -> Box:
    """Return the box of a line with its arrowheads."""
    left, right = sorted((line.loop.edge, line.loop.lane))
    return Box(left, line.loop.span.top - 3, right, line.loop.span.bottom + 3)


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "P"]), min_size=1, max_size=12)
NAMES = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
PARTIES = st.lists(NAMES, min_size=2, max_size=12).map(
    lambda names: [Party(Id(f"p{place}"), name) for place, name in enumerate(names)]
)
STANDS = PARTIES.flatmap(
    lambda parties: st.lists(
        st.builds(
            Relationship,
            st.sampled_from(parties),
            st.sampled_from(parties),
            st.sampled_from(Stance),
            is_mutual=st.booleans(),
            has_ended=st.booleans(),
        ).filter(lambda stand: stand.subject.id != stand.object.id),
        max_size=30,
    )
)


def telling(stands: list[Relationship]) -> list[Relationship]:
    return [stand for stand in stands if stand.stance is not NEUTRAL]


# ---------------------------------------------------------------- what holds for all


@given(STANDS)
def test_all_that_is_not_neutral_is_drawn_once(stands: list[Relationship]) -> None:
    drawing = draw_relations(stands, "ltr")
    if drawing is None:
        assert not telling(stands)
        return
    assert sum(line.tie.total for line in drawing.lines) == len(telling(stands))
    looks = [(*ends(drawing, line), line.tie.stance, line.tie.has_ended) for line in drawing.lines]
    assert len(set(looks)) == len(looks)
    assert {(*sorted((one, other)), stance, ended) for one, other, stance, ended in looks} == {
        (*sorted((each.subject.id, each.object.id)), each.stance, each.has_ended) for each in telling(stands)
    }


@given(STANDS)
def test_words_overlap_neither_each_other_nor_a_line_and_all_is_inside_the_picture(stands: list[Relationship]) -> None:
    drawing = draw_relations(stands, "ltr")
    if drawing is None:
        return
    words = labels(drawing)
    assert not [pair for pair in itertools.combinations(words, 2) if pair[0].overlaps(pair[1])]
    lines = [reach(line) for line in drawing.lines]
    assert not [(word, line) for word in words for line in lines if word.overlaps(line)]
    for box in (*words, *lines):
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= drawing.width
        assert box.bottom <= drawing.height


@given(STANDS)
def test_no_two_lines_end_in_one_point_or_lie_upon_each_other(stands: list[Relationship]) -> None:
    drawing = draw_relations(stands, "ltr")
    for one, other in itertools.combinations(drawing.lines if drawing else (), 2):
        if one.loop.edge != other.loop.edge:
            continue
        assert not set(one.loop.span) & set(other.loop.span)
        if one.loop.lane == other.loop.lane:
            assert one.loop.span.bottom < other.loop.span.top or other.loop.span.bottom < one.loop.span.top


@given(STANDS)
def test_of_lines_that_lead_from_a_name_in_one_direction_the_shorter_lie_within_the_longer(
    stands: list[Relationship],
) -> None:
    drawing = draw_relations(stands, "ltr")
    for one, other in itertools.permutations(drawing.lines if drawing else (), 2):
        inner, outer = one.loop.span, other.loop.span
        if one.loop.edge == other.loop.edge and one.tie.upper == other.tie.upper and one.tie.lower < other.tie.lower:
            assert outer.top < inner.top
        if one.loop.edge == other.loop.edge and one.tie.lower == other.tie.lower and one.tie.upper > other.tie.upper:
            assert outer.bottom > inner.bottom


@given(STANDS.flatmap(lambda stands: st.tuples(st.just(stands), st.permutations(stands))))
def test_the_order_of_the_facts_makes_no_difference(both: tuple[list[Relationship], list[Relationship]]) -> None:
    assert draw_relations(both[0], "ltr") == draw_relations(both[1], "ltr")


@given(STANDS)
def test_a_page_from_right_to_left_has_the_same_picture_the_other_way_round(stands: list[Relationship]) -> None:
    drawing, mirrored = draw_relations(stands, "ltr"), draw_relations(stands, "rtl")
    if drawing is None or mirrored is None:
        assert drawing is mirrored is None
        return
    assert [name.id for name in mirrored.names] == [name.id for name in drawing.names]
    there = {line.tie: (round(mirrored.width - line.loop.lane, 6), line.loop.span) for line in mirrored.lines}
    assert there == {line.tie: (round(line.loop.lane, 6), line.loop.span) for line in drawing.lines}


# ---------------------------------------------------------------- what is drawn, and where


def test_backing_is_on_the_side_where_a_line_of_text_begins() -> None:
    stands = stand("a", "b"), stand("c", "a", AGAINST)
    assert {heading.stance: heading.x for heading in picture(*stands).headings} == {FOR: 44, AGAINST: 276}
    assert {heading.stance: heading.x for heading in picture(*stands, direction="rtl").headings} == {
        FOR: 276,
        AGAINST: 44,
    }


@pytest.mark.parametrize("stance", [FOR, AGAINST])
def test_a_side_on_which_there_would_be_nothing_is_left_out(stance: Stance) -> None:
    drawing = picture(stand("a", "b", stance))
    assert [heading.stance for heading in drawing.headings] == [stance]
    assert drawing.width < picture(stand("a", "b"), stand("a", "b", AGAINST)).width


@pytest.mark.parametrize("stands", [[], [stand("a", "b", NEUTRAL)]])
def test_where_nobody_is_for_or_against_anybody_nothing_is_drawn(stands: list[Relationship]) -> None:
    assert draw_relations(stands, "ltr") is None


def test_what_is_neutral_brings_no_name_into_the_picture() -> None:
    assert {name.id for name in picture(stand("a", "b"), stand("a", "c", NEUTRAL)).names} == {"a", "b"}


def test_more_names_than_can_be_seen_through_are_not_drawn() -> None:
    chain = [stand(f"p{place}", f"p{place + 1}") for place in range(MOST_NAMES)]
    assert draw_relations(chain[1:], "ltr")
    assert draw_relations(chain, "ltr") is None


def test_more_lines_abreast_than_can_be_told_apart_are_not_drawn() -> None:
    everyone = [stand(f"p{one}", f"p{other}") for one, other in itertools.combinations(range(14), 2)]
    assert len(everyone) > 2 * MOST_ABREAST
    assert draw_relations(everyone, "ltr") is None


def test_it_tells_whether_a_line_is_of_several_relations_and_whether_any_has_ended() -> None:
    plain, twice = picture(stand("a", "b")), picture(stand("a", "b"), stand("a", "b"))
    ended = picture(stand("a", "b", has_ended=True))
    assert (plain.has_merged, plain.has_ended) == (False, False)
    assert (twice.has_merged, twice.has_ended) == (True, False)
    assert (ended.has_merged, ended.has_ended) == (False, True)
    assert not ended.has_both
    assert picture(stand("a", "b"), stand("b", "a", AGAINST)).has_both


def test_a_long_name_is_broken_and_one_that_does_not_end_is_cut() -> None:
    long = "National Aeronautics and Space Administration"
    drawing = picture(stand(long, "x" * 80), stand("to be or not to be that is the question " * 3, "x" * 80))
    written = {name.id: " ".join(line.text for line in name.lines) for name in drawing.names}
    assert written.pop(Id(long)) == long
    assert all(re.fullmatch(r"(x+|to be .*)…", text) for text in written.values())


def test_a_name_at_which_many_lines_end_has_room_for_them() -> None:
    hub = picture(*[stand(f"p{place}", "hub") for place in range(12)])
    heights = sorted(end for line in hub.lines for end in line.loop.span)
    assert min(lower - upper for upper, lower in itertools.pairwise(heights)) >= 6
