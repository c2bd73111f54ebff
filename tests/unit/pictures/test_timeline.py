"""The timeline: whatever is on it, its words never meet, it keeps the order of time, and lies in its picture."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import lxml.html
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.language.dates import order, parse
from standfirst.model import Day, FactId, Id, Kind, Weight
from standfirst.model.addresses import Address
from standfirst.pictures.event_marks import MarkSign
from standfirst.pictures.lettering import text_width
from standfirst.pictures.timeline import draw_timeline
from standfirst.pictures.timeline_content import NARROW, WIDE, TimelineEvent, TimelineFrame, events_to_name
from standfirst.pictures.timeline_drawing import MarkPart, TimelineDrawing
from standfirst.pictures.timeline_layout import lay_out
from tests.explainers import content, made

FRAMES = pytest.mark.parametrize("frame", [NARROW, WIDE], ids=["narrow", "wide"])
FORTY_YEARS_AND_A_WEEK = ["1969", "1987", "[1987..1990]", "1990/2010~", "2011", "2011/..", "2014~/..", "2016"] + [
    f"2019-04-{day:02}" for day in (7, 7, 8, 15, 18, 19)
]

years = st.integers(-50, 2100).map(lambda year: f"-{-year:04}" if year < 0 else f"{year:04}")
months = st.builds("{}-{:02}".format, years, st.integers(1, 12))
days = st.builds("{}-{:02}".format, months, st.integers(1, 28))
plain = st.one_of(years, months, days)
marked = st.builds("{}{}".format, plain, st.sampled_from(["", "", "~", "?", "%"]))
ends = st.one_of(marked, marked, st.just(".."), st.just(""))


def _in_order(first: str, last: str) -> tuple[str, str]:
    known = [each for each in (first, last) if each not in {"", ".."}]
    return (first, last) if len(known) < 2 or order(parse(first)) <= order(parse(last)) else (last, first)


def _joined(form: str, first: str, last: str) -> str:
    first, last = _in_order(first, last)
    text = form.format(first, last)
    try:
        parse(text)
    except ValueError:
        return "2019"
    return text


spans = st.builds(_joined, st.sampled_from(["{}/{}", "[{}..{}]"]), ends, ends)
# A few years, in which much happens at once, as well as two thousand.
crowded = st.builds("2019-{:02}-{:02}".format, st.integers(3, 4), st.integers(1, 28))
expressions = st.lists(st.one_of(marked, crowded, spans), min_size=1, max_size=60)
titles = st.one_of(
    st.just("The council votes against a second berth after the ferry company withdraws its last offer"),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=90),
)


def happened(written: Sequence[str], title: str = "It happens", *, keys: int = 0) -> tuple[TimelineEvent, ...]:
    """Return events of such dates, in the order of the chronology; as many of them as asked for are key."""
    dates = sorted((parse(text) for text in written), key=order)
    return tuple(
        TimelineEvent(
            FactId(Kind.EVENT, Id(f"e{number}")),
            Address("chronology.html", f"e{number}"),
            date,
            title,
            Weight.KEY if number < keys else Weight.NORMAL,
        )
        for number, date in enumerate(dates)
    )


def words(view: TimelineDrawing, language: str) -> list[MarkPart]:
    """Return the room that each word or line on a picture may take."""
    forward = -1 if language == "ar" else 1

    def room(x: int, y: int, text: str, size: int, *, to_the_end: bool = True) -> MarkPart:
        long = round(text_width(text, size))
        return MarkPart(x if to_the_end == (forward == 1) else x - long, y - size, long, size + size // 4)

    labels = [
        room(label.x, line.y, f"{line.date} {line.title}".strip(), view.size)
        for label in view.labels
        for line in label.lines
    ]
    headings = [room(each.x, each.y, each.text, view.small) for each in view.headings]
    ticks = [room(each.x, each.y, each.text, view.small, to_the_end=False) for each in view.ticks]
    return labels + headings + ticks


def meet(one: MarkPart, other: MarkPart) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


@FRAMES
@example(["0000/0129", "0000/0129-01", "0000/0129-02"], "It happens", 0, "en")
@given(expressions, titles, st.integers(0, 60), st.sampled_from(["en", "ar", "fr"]))
def test_no_two_words_of_a_timeline_meet(
    frame: TimelineFrame, written: list[str], title: str, keys: int, language: str
) -> None:
    view = draw_timeline(happened(written, title, keys=keys), language, frame)
    boxes = words(view, language)
    assert [(a, b) for number, a in enumerate(boxes) for b in boxes[:number] if meet(a, b)] == []
    rooms = [(label.top, label.bottom) for label in view.labels]
    assert all(above[1] < below[0] for above, below in itertools.pairwise(rooms))


@FRAMES
@given(expressions, titles, st.integers(0, 60), st.sampled_from(["en", "ar", "fr"]))
def test_all_of_a_timeline_lies_within_its_picture(
    frame: TimelineFrame, written: list[str], title: str, keys: int, language: str
) -> None:
    view = draw_timeline(happened(written, title, keys=keys), language, frame)
    parts = [box for mark in view.marks for box in (*mark.inexact, *([mark.exact] if mark.exact else []))]
    for box in words(view, language) + parts:
        assert -1 <= box.x <= box.x + box.width <= view.width + 1
        assert 0 <= box.y <= box.y + box.height <= view.height
    paths = (view.axis, view.grid, view.leaders, view.gaps, view.further, *(mark.arrows for mark in view.marks))
    for x, y in (found for path in paths for found in re.findall(r"[ML]([-\d.]+) ([-\d.]+)", path)):
        assert 0 <= float(x) <= view.width
        assert 0 <= float(y) <= view.height


@FRAMES
@given(expressions, st.integers(0, 60))
def test_signs_and_labels_keep_the_order_of_time_and_every_event_has_one_place(
    frame: TimelineFrame, written: list[str], keys: int
) -> None:
    events = happened(written, keys=keys)
    found = lay_out(events, "en", frame)
    assert [each.event for each in found.named] == [event for event in events if event in events_to_name(events, frame)]
    places = [each.at for each in found.named]
    assert places == sorted(places)
    tops = [each.label.top for each in found.named]
    assert tops == sorted(tops)
    assert len(found.named) + sum(row.count for row in found.rows) == len(events)


@FRAMES
@given(expressions, st.integers(0, 60))
def test_bars_stand_beside_each_other_and_never_over_one_another(
    frame: TimelineFrame, written: list[str], keys: int
) -> None:
    view = draw_timeline(happened(written, keys=keys), "en", frame)
    signs = [
        [*mark.inexact, *([mark.exact] if mark.exact else [])]
        for mark in view.marks
        if mark.sort != MarkSign.EVENT.value
    ]
    for number, sign in enumerate(signs):
        assert not any(meet(a, b) for other in signs[:number] for a in sign for b in other)


def test_nothing_is_drawn_after_the_day_that_facts_are_of() -> None:
    told = happened(
        ["2019-03", "2019-04/..", "2019-04/2019-04", "2019-04~", "[2019-04-10..]", "2019-04-18", "2019-04-19/"]
    )
    view = draw_timeline(told, "en", WIDE, Day(2019, 4, 19))
    foot = int(view.axis.partition("V")[2])
    assert all(box.y + box.height <= foot for mark in view.marks for box in mark.inexact)
    goes_on = next(mark for mark in view.marks if mark.arrows)
    assert goes_on.arrows.split()[1].startswith(f"{foot}h")
    planned = draw_timeline([*told, *happened(["2019-06-01"])], "en", WIDE, Day(2019, 4, 19))
    assert int(planned.axis.partition("V")[2]) > int(
        next(mark for mark in planned.marks if mark.arrows).arrows.split()[1].partition("h")[0]
    )


def test_forty_years_and_a_crowded_week_each_have_their_own_scale() -> None:
    view = draw_timeline(happened(FORTY_YEARS_AND_A_WEEK), "en", WIDE)
    assert [heading.text for heading in view.headings] == ["1969 to 2016", "7–19 April 2019"]
    assert view.period == "1969 to 2019"
    assert "1970" in [tick.text for tick in view.ticks]
    assert "7 Apr" in [tick.text for tick in view.ticks]
    assert view.waves


def test_what_comes_at_one_pace_is_drawn_to_one_scale() -> None:
    for written in (["2016", "2017", "2018", "2019"], [f"2019-04-{day:02}" for day in range(1, 29)], ["2019"]):
        assert not draw_timeline(happened(written), "en", WIDE).waves


@pytest.mark.parametrize(
    ("written", "signs"),
    [
        ("2019-04-15", ()),
        ("2019?", (MarkSign.PERHAPS,)),
        ("1984~", (MarkSign.INEXACT,)),
        ("[1987..1990]", (MarkSign.WITHIN,)),
        ("[1987..]", (MarkSign.WITHIN, MarkSign.INEXACT)),
        ("1987/1990", (MarkSign.LASTED,)),
        ("1990/2010~", (MarkSign.LASTED, MarkSign.INEXACT)),
        ("2014/..", (MarkSign.LASTED, MarkSign.GOES_ON)),
        ("2014/", (MarkSign.LASTED, MarkSign.INEXACT)),
        ("/1990", (MarkSign.LASTED, MarkSign.INEXACT)),
        ("../1990", (MarkSign.LASTED, MarkSign.GOES_ON)),
    ],
)
def test_the_key_explains_the_signs_that_occur_and_no_others(written: str, signs: tuple[MarkSign, ...]) -> None:
    around = ["1980-01-01", "2000-01-01"]
    view = draw_timeline(happened([written, *around]), "en", WIDE)
    assert set(view.signs) - {MarkSign.EVENT} == set(signs)


def test_many_events_are_squares_in_rows_or_bars_where_the_rows_would_be_too_long() -> None:
    few = draw_timeline(happened(["2019-04-15"] * 30, keys=20), "en", WIDE)
    many = draw_timeline(happened(["2019-04-15"] * 300, keys=20), "en", WIDE)
    assert (few.count, len(few.named), few.squares, few.further) == (30, 20, True, "M52 300h-39")
    assert (many.count, len(many.named), many.squares) == (300, 20, False)


def test_of_many_events_the_key_ones_are_named_or_some_from_the_first_to_the_last() -> None:
    events = happened([f"{1900 + number}" for number in range(100)], keys=5)
    assert events_to_name(events, WIDE) == tuple(events[:5])
    some = events_to_name(happened([f"{1900 + number}" for number in range(100)]), WIDE)
    assert (len(some), some[0].fact.id, some[-1].fact.id) == (WIDE.most_named, "e0", "e99")


def test_a_page_from_right_to_left_has_the_same_picture_the_other_way_round() -> None:
    english, arabic = (draw_timeline(happened(["2019-04-15", "2014/.."]), each, WIDE) for each in ("en", "ar"))
    boxes = [[mark.exact for mark in each.marks if mark.exact] for each in (english, arabic)]
    tick = max(text_width(tick.text, WIDE.small) for tick in english.ticks)
    assert tick < boxes[0][0].x < WIDE.width / 2 < boxes[1][0].x < WIDE.width - tick
    assert max(label.x for label in english.labels) < WIDE.width / 2 < min(label.x for label in arabic.labels)


FACTS = """
    events:
      coup: {date: 1969, title: A coup, uncited: x}
      war: {date: 2014~/.., title: War & <peace>, weight: key, uncited: x}
      call: {date: 2019-04-15, title: A call, uncited: x}
"""


def picture(facts: str) -> lxml.html.HtmlElement:
    """Return the timeline of the first page, with its list."""
    page: lxml.html.HtmlElement = lxml.html.fromstring(made(content(facts))["index.html"])
    return page.find_class("timeline")[0]


def test_a_page_has_a_picture_for_narrow_columns_and_one_for_wide_ones_each_with_a_title_and_a_description() -> None:
    page = picture(FACTS)
    drawn = page.xpath(".//figure/*[@role='group']")
    assert [each.getparent().get("class") for each in drawn] == ["narrow", "broad"]
    for each in drawn:
        title, desc = each.get("aria-labelledby"), each.get("aria-describedby")
        assert each.xpath("string(title[@id=$id])", id=title) == "Timeline: 1969 to 2019"
        assert each.xpath("string(desc[@id=$id])", id=desc).startswith("3 events, on a line down which time runs.")
    assert len(set(page.xpath(".//@id"))) == len(page.xpath(".//@id"))


def test_what_a_picture_names_leads_to_its_event_and_the_list_that_opens_below_says_it_as_well() -> None:
    page = picture(FACTS)
    labels = page.xpath(".//figure[@class='broad']//a")
    named = {" ".join(label.text_content().split()) for label in labels}
    assert [label.get("href") for label in labels] == [f"chronology.html#{name}" for name in ("coup", "war", "call")]
    listed = {
        " ".join(f"{each.find_class('when')[0].text_content()} {each.xpath('string(.//a)')}".split())
        for each in page.xpath(".//li[@class='event']")
    }
    assert named == listed == {"1969 A coup", "since around 2014 War & <peace>", "15 April 2019 A call"}


def test_a_picture_says_it_where_it_leaves_out_names_or_time() -> None:
    lines = "".join(f"      e{day}: {{date: 2019-04-{day:02}, title: E, uncited: x}}\n" for day in range(1, 29))
    facts = f"    events:\n      coup: {{date: 1900, title: A coup, weight: key, uncited: x}}\n{lines}"
    page = picture(facts)
    described = page.xpath("string(.//desc)")
    assert [
        " ".join(each.text_content().split())
        for each in page.xpath(".//figcaption//li[.//path[@class='further squares']]")
    ] == ["28 further events, by when they began"] * 2
    assert "1 of them is named." in described
    assert "Where the line is broken, time is left out and the scale changes." in described


def test_the_same_events_give_the_same_picture() -> None:
    events = happened(FORTY_YEARS_AND_A_WEEK)
    assert draw_timeline(events, "ar", WIDE) == draw_timeline(events, "ar", WIDE)
