"""Lists that may be too long for one page: then there is an overview, and pages behind it that show all in full.

An address leads to the list itself, however long that is. So the overview has an anchor for each entry: at a line that
leads to it or, where there are too many lines, empty, at the link to the page that shows it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import accumulate
from math import ceil
from typing import Generic, NamedTuple, TypeVar

from standfirst.model import Citation, Citing, Record
from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import prose_in
from standfirst.present.naming import Phrasing
from standfirst.present.views import FactView, Link

T = TypeVar("T")

# So many entries a page shows in full, if no list says otherwise, and so many lines an overview has.
MOST_IN_FULL, MOST_LINES = 200, 2_000
# So many bytes the entries of a page may weigh, by what `weight_of` guesses, so that no page exceeds 100 KB compressed.
_MOST_BYTES = 80_000
# What an entry weighs beside its texts, and what each embed in them adds, which may be a picture.
_FRAME, _EMBED = 180, 3_000


class Extent(Enum):
    """How much of a list its own page shows: all of it in full, a line an entry, or how many there are."""

    WHOLE = auto()
    LINES = auto()
    COUNTS = auto()


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
    """A list and the pages behind it, of which there are none where its own page shows it whole."""

    extent: Extent
    divisions: tuple[Division[T], ...]
    parts: tuple[ListPart[T], ...]

    @property
    def is_whole(self) -> bool:
        return self.extent is Extent.WHOLE


class Listed(NamedTuple):
    """How an overview lists an entry: its view, what it is called, and its anchor, if it has no page of its own, `to`.

    One that `is_key` has a line in any case.
    """

    fact: FactView
    text: str
    anchor: str
    is_key: bool = False
    to: Address | None = None


@frozen(kw_only=True)
class ListRules(Generic[T]):
    """How the entries of a list are weighed, listed in an overview, counted, and named as first or last of a page.

    Without a `span` the pages of a division are numbered. No page shows more than `most_in_full`.
    """

    weight: Callable[[T], int]
    listed: Callable[[T], Iterable[Listed]]
    count: Callable[[T], int] = lambda _: 1
    span: Callable[[T], str] | None = None
    most_in_full: int = MOST_IN_FULL


@frozen
class Line:
    """An entry in one line, and where it stands in full."""

    fact: FactView
    text: str
    anchor: str
    to: Address


@frozen
class PartLink:
    """The way to a page behind a list, how many entries it has, and the anchors of those that have no line."""

    to: Link
    count: str
    anchors: tuple[str, ...]


@frozen
class Outline:
    """A division of a list as its overview shows it; `page` is the one that shows it all, where that says enough."""

    label: str
    anchor: str
    count: str
    page: Link | None
    parts: tuple[PartLink, ...]
    lines: tuple[Line, ...]


def weight_of(*parts: object) -> int:
    """Return about how many bytes an entry adds to a page, compressed: a fact, or its texts and citations apart."""
    return _FRAME + sum(map(_weight, parts))


def _weight(part: object) -> int:
    texts = prose_in(part)
    cited = [*(part.cite if isinstance(part, Citing) else ()), *(each for text in texts for each in text.citations)]
    if isinstance(part, Citation):
        cited.append(part)
    words = sum(len(passage.words.encode()) for citation in cited for passage in citation.passages)
    embeds = sum(mention.embeds for text in texts for mention in text.mentions)
    embeds += sum(len(text.pictures) for text in texts)
    # A text stands there twice, the second time for machines, and a passage as well, the second time in an address.
    return _words_in(part) + sum(len(text.markdown.encode()) for text in texts) + 2 * words + embeds * _EMBED


def _words_in(part: object) -> int:
    """Return how many bytes of plain words a fact has, as its title or the words of a quotation."""
    fields = dataclasses.fields(part) if isinstance(part, Record) else ()
    values = (getattr(part, field.name) for field in fields)
    return sum(len(value.encode()) for value in values if isinstance(value, str))


def long_list(folder: str, divisions: Iterable[Division[T]], rules: ListRules[T], phrasing: Phrasing) -> LongList[T]:
    """Return how a list is shown; the pages behind it, if it is long, lie in a folder."""
    divided = tuple(divisions)
    every = [entry for division in divided for entry in division.entries]
    if is_short(every, rules):
        return LongList(Extent.WHOLE, divided, ())
    extent = Extent.LINES if sum(map(rules.count, every)) <= MOST_LINES else Extent.COUNTS
    return LongList(extent, divided, list_parts(folder, divided, rules, phrasing))


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
    before = _link_to(parts[number - 1]) if number else None
    after = _link_to(parts[number + 1]) if number + 1 < len(parts) else None
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
    fewest = tuple(_filled(entries, rules.weight, rules.most_in_full))
    even = tuple(_filled(entries, rules.weight, ceil(len(entries) / max(1, len(fewest)))))
    return even if len(even) == len(fewest) else fewest


def _filled(entries: Iterable[T], weight: Callable[[T], int], most: int) -> Iterator[tuple[T, ...]]:
    """Yield entries in their order, as many at a time as a page has room for; one at least."""
    page: list[T] = []
    filled = 0
    for entry in entries:
        weighs = weight(entry)
        if page and (len(page) >= most or filled + weighs > _MOST_BYTES):
            yield tuple(page)
            page, filled = [], 0
        page.append(entry)
        filled += weighs
    if page:
        yield tuple(page)


def _from_to(first: str, last: str, phrasing: Phrasing) -> str:
    return first if first == last else phrasing.say("%(first)s to %(last)s") % {"first": first, "last": last}


def _link_to(part: ListPart[T]) -> Link:
    return Link(part.label, Address(part.route))


def outlines(found: LongList[T], rules: ListRules[T], phrasing: Phrasing) -> Iterator[Outline]:
    """Yield the divisions of a list as its overview shows them."""
    for number, division in enumerate(found.divisions, start=1):
        outlined = [_outlined(part, found, rules, phrasing) for part in found.parts if part.division == division.name]
        parts = tuple(link for link, _ in outlined)
        lines = tuple(line for _, lines in outlined for line in lines)
        yield Outline(
            label=division.label,
            anchor=f"part_{number}",
            count=phrasing.number(sum(map(rules.count, division.entries))),
            page=parts[0].to if len(parts) == 1 and lines and not parts[0].anchors else None,
            parts=parts,
            lines=lines,
        )


def _outlined(
    part: ListPart[T], found: LongList[T], rules: ListRules[T], phrasing: Phrasing
) -> tuple[PartLink, tuple[Line, ...]]:
    named = [each for entry in part.entries for each in rules.listed(entry)]
    lines = [each for each in named if found.extent is Extent.LINES or each.is_key]
    rest = [each for each in named if found.extent is Extent.COUNTS and not each.is_key]
    anchors = (anchor for each in rest if each.anchor for anchor in (each.anchor, *each.fact.former_anchors))
    return (
        PartLink(_link_to(part), phrasing.number(len(named)), tuple(anchors)),
        tuple(Line(each.fact, each.text, each.anchor, each.to or Address(part.route, each.anchor)) for each in lines),
    )
