"""Things in a picture keep apart, in their order, and as near as can be to where they belong."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from standfirst.pictures.captions import caption
from standfirst.pictures.lettering import text_width
from standfirst.pictures.placing import bar_lanes, spread

things = st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 80)), max_size=30).map(sorted)


@given(things)
def test_things_are_apart_in_their_order_and_within_bounds_that_have_room_for_them(
    things: list[tuple[int, int]],
) -> None:
    wanted, heights = [begin for begin, _ in things], [height for _, height in things]
    high = 1000 + sum(heights)
    places = spread(wanted, heights, 0, high)
    ends = [place + height for place, height in zip(places, heights, strict=True)]
    assert all(end <= after for end, after in zip(ends, places[1:], strict=False))
    assert all(place >= 0 and end <= high for place, end in zip(places, ends, strict=True))


def test_what_has_room_stands_where_it_belongs_and_what_crowds_moves_both_ways() -> None:
    assert spread([0, 100, 200], [50, 50, 50], 0, 300) == [0, 100, 200]
    assert spread([100, 100], [20, 20], 0, 300) == [90, 110]
    assert spread([0, 0], [20, 20], 0, 300) == [0, 20]
    assert spread([290, 290], [20, 20], 0, 300) == [260, 280]


@given(things)
def test_no_two_in_one_lane_meet_and_lanes_are_no_more_than_needed(things: list[tuple[int, int]]) -> None:
    extents = [(begin, begin + height) for begin, height in things]
    chosen = bar_lanes(extents, 5)
    for (one, lane), (other, other_lane) in itertools.combinations(zip(extents, chosen, strict=True), 2):
        assert lane != other_lane or one[1] + 5 <= other[0] or other[1] + 5 <= one[0]
    crowds = [sum(begin <= each[0] < end + 5 for begin, end in extents) for each in extents]
    assert len(set(chosen)) == max(crowds, default=0)


texts = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=120)


@given(texts, texts, st.integers(20, 300), st.integers(1, 5))
def test_a_caption_keeps_within_its_room_and_cuts_only_what_is_too_long(
    date: str, title: str, room: int, most: int
) -> None:
    lines = caption(date, title, room, most, text_width)
    assert len(lines) <= most
    written = [" ".join(filter(None, (line.date, line.title))) for line in lines]
    assert all(text_width(line) <= room for line in written)
    whole = "".join(f"{date} {title}".split())
    if not any(line.endswith("…") for line in written[-1:]) or "…" in whole:
        return
    assert whole.startswith("".join("".join(written).rstrip(" …").split())[:1])


def test_a_caption_tells_what_is_date_and_what_is_title_also_where_they_share_a_line() -> None:
    lines = caption("15 April 2019", "A call is made", 14, 3, len)
    assert [(line.date, line.title) for line in lines] == [("15 April 2019", ""), ("", "A call is made")]
    lines = caption("15 April 2019", "A call is made", 10, 4, len)
    assert [(line.date, line.title) for line in lines] == [
        ("15 April", ""),
        ("2019", "A"),
        ("", "call is"),
        ("", "made"),
    ]


def test_words_without_spaces_between_them_go_on_in_the_next_line() -> None:
    lines = caption("2019", "横浜港の最後の船", 5, 4, len)
    assert [line.date + line.title for line in lines] == ["2019", "横浜港の最", "後の船"]


def test_a_caption_that_is_cut_says_so() -> None:
    assert [line.title for line in caption("", "one two three, four", 9, 2, len)] == ["one two", "three …"]
