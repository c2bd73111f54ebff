"""However long a list is and whatever its entries weigh: every entry stands on one page, and no page is too full."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from hypothesis import given
from hypothesis import strategies as some

from standfirst.present.long_lists import Division, Extent, ListRules, anchors_behind, has_line, long_list
from standfirst.present.naming import Phrasing

# What an entry is called, and what it weighs, counts as, and whether it is key.
Entry = tuple[str, int, int, bool]

RULES: ListRules[Entry] = ListRules(
    weight=lambda entry: entry[1],
    anchors=lambda entry: (entry[0],),
    line=lambda entry: len(entry[0]) + 20,
    count=lambda entry: entry[2],
    is_key=lambda entry: entry[3],
    most_in_full=50,
)
MOST_BYTES, MOST_OF_ANCHORS = 80_000, 45_000
entries = some.tuples(some.sampled_from([10, 500, 9_000, 200_000]), some.integers(0, 3), some.booleans())
shapes = some.lists(some.tuples(some.integers(1, 400), some.lists(entries, min_size=1, max_size=5)), max_size=5)


@given(shapes, some.booleans())
def test_every_entry_stands_on_one_page_and_no_page_holds_more_than_it_has_room_for(
    shape: list[tuple[int, list[tuple[int, int, bool]]]], has_years: bool
) -> None:
    every = [
        (f"entry-{number:06}", *pattern[number % len(pattern)])
        for number, pattern in enumerate(chain.from_iterable([pattern] * times for times, pattern in shape))
    ]
    divisions = [Division(f"d{at}", f"D{at}", (entry,)) for at, entry in enumerate(every)]
    found = long_list("f", divisions if has_years else [Division("", "", tuple(every))], RULES, Phrasing("en"))
    if found.is_whole:
        assert sum(weight for _, weight, _, _ in every) <= MOST_BYTES
        return
    assert [entry for part in found.parts for entry in part.entries] == every
    assert max(Counter(part.route for part in found.parts).values()) == 1
    for part in found.parts:
        # One that is too heavy by itself stands alone.
        assert len(part.entries) == 1 or sum(weight for _, weight, _, _ in part.entries) <= MOST_BYTES
        assert len(part.entries) <= 50
    assert len(found.divisions) <= max(300, len(found.parts))
    # Each entry is found on the list's own page: at a line, by its anchor there, or by the files that have its anchor.
    behind = [anchor for part in found.parts for anchor in anchors_behind(part, found, RULES)]
    assert sorted([*behind, *(entry[0] for entry in every if has_line(entry, found, RULES))]) == [e[0] for e in every]
    if found.extent is Extent.COUNTS:
        assert sum(map(len, behind)) * 0.6 <= MOST_OF_ANCHORS
