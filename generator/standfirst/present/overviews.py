"""How the overview of a long list shows what the pages behind it hold: a line an entry, or how many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen
from standfirst.present.long_lists import (
    Extent,
    ListPart,
    ListRules,
    LongList,
    anchors_behind,
    has_line,
    link_to_part,
    ways_to,
)
from standfirst.present.naming import Phrasing
from standfirst.present.view_parts import Link
from standfirst.present.views import FactView

T = TypeVar("T")


class Listed(NamedTuple):
    """How an overview lists an entry: its view, what it is called, its anchor, or else `to` where that has a page."""

    fact: FactView
    text: str
    anchor: str
    to: Address | None = None


# How each entry is listed.
Lister = Callable[[T], Iterable[Listed]]


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
    """A division of a list as its overview shows it; `page` is the one that shows it all, where lines say of what."""

    label: str
    anchor: str
    count: str
    page: Link | None
    parts: tuple[PartLink, ...]
    lines: tuple[Line, ...]


def outlines(found: LongList[T], rules: ListRules[T], lister: Lister[T], phrasing: Phrasing) -> Iterator[Outline]:
    """Yield the divisions of a list as its overview shows them."""
    by_division: dict[str, list[ListPart[T]]] = {}
    for part in found.parts:
        by_division.setdefault(part.division, []).append(part)
    for number, division in enumerate(found.divisions, start=1):
        behind = by_division.get(division.name, [])
        lines = tuple(line for part in behind for line in _lines(part, found, rules, lister))
        parts = tuple(_way(part, found, rules, phrasing) for part in ways_to(behind, found.shelves))
        yield Outline(
            label=division.label,
            anchor=f"part_{number}",
            count=phrasing.number(sum(map(rules.count, division.entries))),
            page=parts[0].to if len(parts) == 1 and found.has_lines else None,
            parts=parts,
            lines=lines,
        )


def _lines(part: ListPart[T], found: LongList[T], rules: ListRules[T], lister: Lister[T]) -> Iterator[Line]:
    for entry in part.entries:
        for each in lister(entry) if has_line(entry, found, rules) else ():
            yield Line(each.fact, each.text, each.anchor, each.to or Address(part.route, each.anchor))


def _way(part: ListPart[T], found: LongList[T], rules: ListRules[T], phrasing: Phrasing) -> PartLink:
    count = phrasing.number(sum(map(rules.count, part.entries)))
    anchors = anchors_behind(part, found, rules) if found.extent is Extent.COUNTS else ()
    return PartLink(link_to_part(part), count, anchors)
