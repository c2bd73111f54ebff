"""Lists that may be too long for one page: then there is an overview, and pages behind it that show all in full.

An address leads to the list itself, however long that is. So the overview has an anchor for each entry: at a line that
leads to it or, where there are too many lines, empty, at the link to the page that shows it. Where there are too many
even of these, they lie in files that a script asks (`outputs/anchors.py`), and links of the site lead past the list.
`overviews.py` says how an overview shows a list.

All sizes here are guesses of how many bytes something adds to a page, compressed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import accumulate
from math import ceil
from typing import Generic, TypeVar

from standfirst.model import Citation, Citing, Record, Reference
from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import prose_in
from standfirst.present.link_lists import first_links, first_passages
from standfirst.present.naming import Phrasing
from standfirst.present.views import Link

T = TypeVar("T")

# So many entries a page shows in full, if no list says otherwise, and so many lines an overview has.
MOST_IN_FULL, MOST_LINES = 200, 2_000
# So much the entries of a page may weigh, as `weight_of` guesses, so that no page exceeds 100 KB: and the lines of an
# overview, its anchors where it has no lines, and the lines of what is key where only that has some.
_MOST_BYTES, _MOST_OF_LINES, _MOST_OF_ANCHORS, _MOST_OF_KEY_LINES = 80_000, 70_000, 45_000, 20_000
# Past so many divisions those that follow one another share pages.
_MOST_DIVISIONS = 300
# What an entry weighs beside its texts, and what each embed in them adds, which may be a picture.
_FRAME, _EMBED = 180, 3_000
# What a link adds to another fact.
_LINK = 25
# What a line weighs beside its words, and what each character of these and of an anchor adds.
_LINE, _A_CHARACTER = 20, 0.6


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
class Pager:
    """The pages before and after one of those behind a list."""

    previous: Link | None
    next: Link | None


@frozen
class LongList(Generic[T]):
    """A list and the pages behind it, of which there are none where its own page shows it whole.

    Where only counts are shown, what is key has a line all the same if there are few such.
    """

    extent: Extent
    divisions: tuple[Division[T], ...]
    parts: tuple[ListPart[T], ...]
    key_has_lines: bool = False

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


def line_weight(*words: str) -> int:
    """Return what a line of some words and anchors weighs."""
    return _LINE + round(sum(len(each.encode()) for each in words) * _A_CHARACTER)


def weight_of(*parts: object) -> int:
    """Return about how many bytes an entry adds to a page, compressed: a fact, or its texts and citations apart."""
    return _FRAME + sum(map(_weight, parts))


def _weight(part: object) -> int:
    texts = prose_in(part)
    cited = [*(part.cite if isinstance(part, Citing) else ()), *(each for text in texts for each in text.citations)]
    if isinstance(part, Citation):
        cited.append(part)
    words = sum(len(passage.words.encode()) for citation in first_passages(cited) for passage in citation.passages)
    embeds = sum(mention.embeds for text in texts for mention in text.mentions)
    embeds += sum(len(text.pictures) for text in texts)
    # A text stands there twice, the second time for machines, and a passage as well, the second time in an address.
    return _words_in(part) + sum(len(text.markdown.encode()) for text in texts) + 2 * words + embeds * _EMBED


def _words_in(part: object) -> int:
    """Return how many bytes of plain words a fact has, as its title or its aliases, and of links to others."""
    fields = dataclasses.fields(part) if isinstance(part, Record) else ()
    return sum(_words_of(getattr(part, field.name)) for field in fields)


def _words_of(value: object) -> int:
    match value:
        case str():
            return len(value.encode())
        case (Reference(), *_):
            return len(first_links(value)) * _LINK
        case tuple():
            return sum(map(_words_of, value))
        case _:
            return 0


def long_list(folder: str, divisions: Iterable[Division[T]], rules: ListRules[T], phrasing: Phrasing) -> LongList[T]:
    """Return how a list is shown; the pages behind it, if it is long, lie in a folder."""
    divided = tuple(divisions)
    every = [entry for division in divided for entry in division.entries]
    if is_short(every, rules):
        return LongList(Extent.WHOLE, divided, ())
    divided = _few_divisions(divided, rules, phrasing)
    key = [entry for entry in every if rules.is_key(entry)]
    return LongList(
        _extent(every, rules),
        divided,
        list_parts(folder, divided, rules, phrasing),
        key_has_lines=sum(map(rules.line, key)) <= _MOST_OF_KEY_LINES,
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
    return sum(len(anchor) for anchor in anchors) * _A_CHARACTER <= _MOST_OF_ANCHORS


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


def fitting(entries: Sequence[T], weight: Callable[[T], int], *, most: int, room: int) -> Sequence[T]:
    """Return the first entries, one at least: so many at most, that weigh no more than there is room for."""
    weights = accumulate(map(weight, entries[:most]))
    return entries[: max(1, sum(weighs <= room for weighs in weights))]


def list_parts(
    folder: str, divisions: Iterable[Division[T]], rules: ListRules[T], phrasing: Phrasing
) -> tuple[ListPart[T], ...]:
    """Return the pages that show a list in full."""
    return tuple(
        ListPart(f"{folder}/{name}.html", label, division.name, entries)
        for division in divisions
        for name, label, entries in _pages(division, rules, phrasing)
    )


def pager_of(parts: Sequence[ListPart[T]], number: int) -> Pager:
    """Return the pages before and after the one with a number, from zero."""
    before = link_to_part(parts[number - 1]) if number else None
    after = link_to_part(parts[number + 1]) if number + 1 < len(parts) else None
    return Pager(before, after)


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
    even = tuple(filled(entries, rules, ceil(sum(_counted(each, rules) for each in entries) / max(1, len(fewest)))))
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
