"""Lists that may be too long for one page: then there is an overview, and pages behind it that show all in full.

An address leads to the list itself, however long that is. So the overview has an anchor for each entry: at a line that
leads to it or, where there are too many lines, empty, at the link to the page that shows it. Where there are too many
even of these, they lie in files that a script asks (`outputs/anchors.py`), and links of the site lead past the list.
`overviews.py` says how an overview shows a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import groupby
from math import ceil
from typing import Generic, TypeVar

from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen
from standfirst.present.naming import Phrasing
from standfirst.present.view_parts import Link
from standfirst.present.weights import anchor_weight

T = TypeVar("T")

# So many entries a page shows in full, if no list says otherwise, and so many lines an overview has.
MOST_IN_FULL, MOST_LINES = 200, 2_000
# So much the entries of a page may weigh, as `weights.py` guesses, so that no page exceeds 100 KB: and the lines of an
# overview, its anchors where it has no lines, and the lines of what is key where only that has some.
_MOST_BYTES, _MOST_OF_LINES, _MOST_OF_ANCHORS, _MOST_OF_KEY_LINES = 80_000, 70_000, 45_000, 20_000
# Past so many divisions those that follow one another share pages. An overview leads to so many pages, about; if there
# are more, to shelves, each of which leads to so many.
_MOST_DIVISIONS, MOST_WAYS = 300, 800


class Extent(Enum):
    """How much of a list its own page shows: all of it in full, a line an entry, or how many there are.

    Those that are counted have their anchors there, or only on the `PAGES` behind it.
    """

    WHOLE = auto()
    LINES = auto()
    COUNTS = auto()
    PAGES = auto()


@frozen
class Division(Generic[T]):
    """The entries under one heading, a year or a letter; where there is but one, it has no name and no label.

    Its name is its own among the divisions of a list, while labels may be alike.
    """

    name: str
    label: str
    entries: tuple[T, ...]


@frozen
class ListPart(Generic[T]):
    """A page behind a list: what it is called, and which entries it shows, of the division with some name."""

    route: str
    label: str
    division: str
    entries: tuple[T, ...]


@frozen
class Shelf(Generic[T]):
    """A page between an overview and very many pages behind it: itself, and the `parts` to which it leads."""

    page: ListPart[T]
    parts: tuple[ListPart[T], ...]


@frozen
class Pager:
    """The pages before and after one of those behind a list; entries `may_move` there from it when there are others."""

    previous: Link | None
    next: Link | None
    may_move: bool = False


@frozen
class LongList(Generic[T]):
    """A list and the pages behind it, of which there are none where its own page shows it whole.

    Where only counts are shown, what is key has a line all the same if there are few such. Some parts may stand on
    `shelves`.
    """

    extent: Extent
    divisions: tuple[Division[T], ...]
    parts: tuple[ListPart[T], ...]
    key_has_lines: bool = False
    shelves: tuple[Shelf[T], ...] = ()

    @property
    def is_whole(self) -> bool:
        return self.extent is Extent.WHOLE

    @property
    def has_lines(self) -> bool:
        return self.extent is Extent.LINES


@frozen(kw_only=True)
class ListRules(Generic[T]):
    """How the entries of a list are weighed, counted, and named as first or last of a page, and which are key.

    `anchors` are those by which an entry is found on the list's own page, and `line` is what its lines there weigh.
    Without a `span` the pages of a division are numbered. No page shows more than `most_in_full`.
    """

    weight: Callable[[T], int]
    anchors: Callable[[T], Iterable[str]]
    line: Callable[[T], int]
    count: Callable[[T], int] = lambda _: 1
    is_key: Callable[[T], bool] = lambda _: False
    span: Callable[[T], str] | None = None
    most_in_full: int = MOST_IN_FULL


def long_list(folder: str, divisions: Iterable[Division[T]], rules: ListRules[T], phrasing: Phrasing) -> LongList[T]:
    """Return how a list is shown; the pages behind it, if it is long, lie in a folder."""
    divided = tuple(divisions)
    every = [entry for division in divided for entry in division.entries]
    if is_short(every, rules):
        return LongList(Extent.WHOLE, divided, ())
    divided = _few_divisions(divided, rules, phrasing)
    key = [entry for entry in every if rules.is_key(entry)]
    parts = list_parts(folder, divided, rules, phrasing)
    shelves = shelves_of(folder, parts, phrasing)
    return LongList(
        Extent.PAGES if shelves else _extent(every, rules),
        divided,
        parts,
        key_has_lines=sum(map(rules.line, key)) <= _MOST_OF_KEY_LINES,
        shelves=shelves,
    )


def _extent(every: Sequence[T], rules: ListRules[T]) -> Extent:
    if sum(map(rules.count, every)) <= MOST_LINES and has_room_for_lines(map(rules.line, every)):
        return Extent.LINES
    has_room = has_room_for(anchor for entry in every for anchor in rules.anchors(entry))
    return Extent.COUNTS if has_room else Extent.PAGES


def has_room_for_lines(weights: Iterable[int]) -> bool:
    """Tell whether a page has room for lines of these weights."""
    return sum(weights) <= _MOST_OF_LINES


def has_room_for(anchors: Iterable[str]) -> bool:
    """Tell whether a page has room for so many anchors of what only the pages behind it show."""
    return sum(map(anchor_weight, anchors)) <= _MOST_OF_ANCHORS


def anchors_behind(part: ListPart[T], found: LongList[T], rules: ListRules[T]) -> tuple[str, ...]:
    """Return the anchors of what the list's own page has no line for, and a page behind it shows."""
    without_line = (entry for entry in part.entries if not has_line(entry, found, rules))
    return tuple(anchor for entry in without_line for anchor in rules.anchors(entry))


def has_line(entry: T, found: LongList[T], rules: ListRules[T]) -> bool:
    """Tell whether an entry of a long list has a line in its overview."""
    return found.has_lines or (found.key_has_lines and rules.is_key(entry))


def _few_divisions(
    divisions: Sequence[Division[T]], rules: ListRules[T], phrasing: Phrasing
) -> tuple[Division[T], ...]:
    """Return divisions, those that follow one another as one where there are very many: as much as a page holds."""
    if len(divisions) <= _MOST_DIVISIONS:
        return tuple(divisions)
    shared = ListRules[Division[T]](
        weight=lambda division: sum(map(rules.weight, division.entries)),
        anchors=lambda _: (),
        line=lambda _: 0,
        count=lambda division: sum(map(rules.count, division.entries)),
    )
    return tuple(_as_one(each, phrasing) for each in filled(divisions, shared, rules.most_in_full))


def _as_one(divisions: Sequence[Division[T]], phrasing: Phrasing) -> Division[T]:
    first, last = divisions[0], divisions[-1]
    entries = tuple(entry for division in divisions for entry in division.entries)
    return Division(first.name, _from_to(first.label, last.label, phrasing), entries)


def is_short(entries: Sequence[T], rules: ListRules[T]) -> bool:
    """Tell whether a page has room for entries in full."""
    return sum(map(rules.count, entries)) <= rules.most_in_full and sum(map(rules.weight, entries)) <= _MOST_BYTES


def list_parts(
    folder: str, divisions: Iterable[Division[T]], rules: ListRules[T], phrasing: Phrasing
) -> tuple[ListPart[T], ...]:
    """Return the pages that show a list in full."""
    return tuple(
        ListPart(f"{folder}/{name}.html", label, division.name, entries)
        for division in divisions
        for name, label, entries in _pages(division, rules, phrasing)
    )


def shelves_of(folder: str, parts: Sequence[ListPart[T]], phrasing: Phrasing) -> tuple[Shelf[T], ...]:
    """Return the shelves for the parts of each division that has several, where all are too many for one overview."""
    if len(parts) <= MOST_WAYS:
        return ()
    by_division = (tuple(group) for _, group in groupby(parts, key=lambda part: part.division))
    return tuple(
        shelf for group in by_division if len(group) > 1 for shelf in _shelves_of_division(folder, group, phrasing)
    )


def _shelves_of_division(folder: str, parts: Sequence[ListPart[T]], phrasing: Phrasing) -> Iterator[Shelf[T]]:
    for number, start in enumerate(range(0, len(parts), MOST_WAYS), start=1):
        some = tuple(parts[start : start + MOST_WAYS])
        name = "-".join(filter(None, (some[0].division, "all", str(number))))
        label = _from_to(some[0].label, some[-1].label, phrasing)
        entries = tuple(entry for part in some for entry in part.entries)
        yield Shelf(ListPart(f"{folder}/{name}.html", label, some[0].division, entries), some)


def ways_to(parts: Iterable[ListPart[T]], shelves: Iterable[Shelf[T]]) -> Iterator[ListPart[T]]:
    """Yield the pages to which an overview leads: of parts that stand on a shelf, that shelf, in place of the first."""
    shelf_of = {part.route: shelf for shelf in shelves for part in shelf.parts}
    for part in parts:
        shelf = shelf_of.get(part.route)
        if shelf is None:
            yield part
        elif part is shelf.parts[0]:
            yield shelf.page


def pager_of(parts: Sequence[ListPart[T]], number: int) -> Pager:
    """Return the pages before and after the one with a number, from zero."""
    before = parts[number - 1] if number else None
    after = parts[number + 1] if number + 1 < len(parts) else None
    may_move = any(each.division == parts[number].division for each in (before, after) if each)
    return Pager(link_to_part(before) if before else None, link_to_part(after) if after else None, may_move)


def _pages(division: Division[T], rules: ListRules[T], phrasing: Phrasing) -> Iterator[tuple[str, str, tuple[T, ...]]]:
    """Yield for each page of a division its name, what it is called, and its entries."""
    pages = _evenly_filled(division.entries, rules)
    for number, entries in enumerate(pages, start=1):
        later = str(number) if number > 1 or not division.name else ""
        name = "-".join(filter(None, (division.name, later)))
        if division.label and len(pages) == 1:
            yield name, division.label, entries
        elif rules.span:
            yield name, _from_to(rules.span(entries[0]), rules.span(entries[-1]), phrasing), entries
        else:
            yield name, phrasing.number(number), entries


def _evenly_filled(entries: Sequence[T], rules: ListRules[T]) -> Sequence[tuple[T, ...]]:
    """Return entries on as few pages as they fill, and about as many on each, so that the last is no remainder."""
    fewest = tuple(filled(entries, rules, rules.most_in_full))
    if len(fewest) < 2:
        return fewest
    even = tuple(filled(entries, rules, ceil(sum(_counted(each, rules) for each in entries) / len(fewest))))
    return even if len(even) == len(fewest) else fewest


def filled(entries: Iterable[T], rules: ListRules[T], most: int) -> Iterator[tuple[T, ...]]:
    """Yield entries in their order, so many at most at a time, and no more than a page has room for; one at least."""
    page: list[T] = []
    number, weight = 0, 0
    for entry in entries:
        counts, weighs = _counted(entry, rules), rules.weight(entry)
        if page and (number + counts > most or weight + weighs > _MOST_BYTES):
            yield tuple(page)
            page, number, weight = [], 0, 0
        page.append(entry)
        number, weight = number + counts, weight + weighs
    if page:
        yield tuple(page)


def _counted(entry: T, rules: ListRules[T]) -> int:
    """Return as how many an entry counts on its page: what no reader counts has its place there too."""
    return max(1, rules.count(entry))


def _from_to(first: str, last: str, phrasing: Phrasing) -> str:
    return first if first == last else phrasing.say("%(first)s to %(last)s") % {"first": first, "last": last}


def link_to_part(part: ListPart[T]) -> Link:
    return Link(part.label, Address(part.route))
