"""Heads and feet of pages: what recurs at one height over several pages, such as titles and the numbers of pages."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from statistics import median

from standfirst.model.frozen_class import frozen
from standfirst.sources.pdf.fragments import Fragment, Pages, rows_of

# Rows at either edge that are looked at, and in points how far what recurs may be from where it stood.
_MOST_ROWS, _ABOUT = 4, 3.0
# To the usual distance of rows: more white parts a head or a foot from the text.
_MORE_WHITE = 1.3
# A number that is counted through the pages.
_NUMBER = re.compile(r"\d{1,5}")
_ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
Rows = list[list[Fragment]]


@frozen
class _Outermost:
    """A fragment in one of the outermost rows; it `stands_apart` where white parts its row from the text."""

    page: int
    fragment: Fragment
    stands_apart: bool


def without_running_lines(pages: Pages) -> Pages:
    """Return pages without their heads and feet.

    From each edge on, rows are left out of which all recurs on another page: words that stand apart from the text, or
    what has a number that is as much higher there as the page is further on.
    """
    recurring = _recurring(chain.from_iterable(_outermost(number, page) for number, page in enumerate(pages)))
    return tuple(_without(page, recurring[number]) for number, page in enumerate(pages))


def _outermost(page: int, fragments: Sequence[Fragment]) -> Iterator[_Outermost]:
    rows = list(rows_of(fragments))
    distances = [behind[0].baseline - before[0].baseline for before, behind in pairwise(rows)]
    usual = median(distances) if distances else 0
    whites = [distance > _MORE_WHITE * usual for distance in distances]
    ends = range(max(_MOST_ROWS, len(rows) - _MOST_ROWS), len(rows))
    for number in chain(range(min(_MOST_ROWS, len(rows))), ends):
        stands_apart = any(whites[number:_MOST_ROWS]) if number < _MOST_ROWS else any(whites[ends.start - 1 : number])
        for each in rows[number]:
            yield _Outermost(page, each, stands_apart)


def _recurring(outermost: Iterable[_Outermost]) -> defaultdict[int, set[Fragment]]:
    """What recurs of the outermost rows, by the number of its page."""
    alike: defaultdict[str, list[_Outermost]] = defaultdict(list)
    for each in outermost:
        for key in _keys(each):
            alike[key].append(each)
    found: defaultdict[int, set[Fragment]] = defaultdict(set)
    for group in alike.values():
        group.sort(key=lambda each: each.fragment.baseline)
        for each, other in pairwise(group):
            if each.page != other.page and other.fragment.baseline - each.fragment.baseline <= _ABOUT:
                found[each.page].add(each.fragment)
                found[other.page].add(other.fragment)
    return found


def _keys(each: _Outermost) -> Iterator[str]:
    """What is the same for texts that recur: their words, and their words with a number counted from the page's."""
    words = " ".join(unicodedata.normalize("NFKC", each.fragment.text).casefold().split())
    if each.stands_apart:
        yield words
    for found in _NUMBER.finditer(words):
        yield f"{words[: found.start()]}\0{int(found[0]) - each.page}\0{words[found.end() :]}"
    if words and _ROMAN.fullmatch(words):
        yield f"\0{_value_of(words) - each.page}\0"


def _value_of(roman: str) -> int:
    values = [_ROMAN_DIGITS[digit] for digit in roman]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _without(fragments: tuple[Fragment, ...], recurring: set[Fragment]) -> tuple[Fragment, ...]:
    if not recurring:
        return fragments
    rows = list(rows_of(fragments))
    left_out: set[Fragment] = set()
    for edge in (rows[:_MOST_ROWS], rows[: -_MOST_ROWS - 1 : -1]):
        for row in edge:
            left_out |= recurring.intersection(row)
            if not recurring.issuperset(row):
                break
    return tuple(each for each in fragments if each not in left_out)
