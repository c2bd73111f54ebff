"""What is written beside the mark of an event keeps within its room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standfirst.pictures.captions import caption
from standfirst.pictures.lettering import text_width

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
    assert [line.title for line in caption("", "one two x more", 9, 1, len)] == ["one two …"]
    assert [line.title for line in caption("", "threefold more", 9, 1, len)] == ["threefo …"]


def test_a_word_is_parted_only_where_it_is_wider_than_the_room() -> None:
    assert [line.title for line in caption("", "three", 5, 2, len)] == ["three"]
    assert [line.title for line in caption("", "ab", 0.5, 2, len)] == ["a", "b"]
