"""Finds the words of time that only running English has.

Dates of the calendar, and what every language's catalogue has, are found by `language/dates`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Final

import regex

from standfirst.draft.dates import calendar_rules, counted_rules, length_rules, period_rules, time_rules
from standfirst.draft.dates.meanings import Find

_TABLES: Final = (length_rules.RULES, counted_rules.RULES, calendar_rules.RULES, period_rules.RULES, time_rules.RULES)
# How far the words of a rule may reach from the letters that it needs.
_REACH: Final = 60
_BLANK: Final = regex.compile(r"\[ -\]| ")


def finds_in(text: str) -> Iterator[Find]:
    """Yield what the tables find in a text of plain characters; finds may overlap."""
    small = text.lower()
    if len(small) != len(text):
        # Letters of which the small form is longer, as of Turkish.
        small = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
    windows = {needed: tuple(_windows(pattern, small)) for needed, pattern in _needed().items()}
    for rule in chain.from_iterable(_TABLES):
        # Most articles need few of the rules, and to compile them all takes longer than to find anything.
        for window in windows[rule.needed]:
            for found in _compiled(rule.expression).finditer(text, *window):
                if (meant := rule.meaning(found)) is not None:
                    yield Find(*found.span(), meant)


def _windows(needed: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text, from blank to blank, that lie around what is needed, apart from each other."""
    begin = end = 0
    for found in needed.finditer(text):
        first, last = max(0, found.start() - _REACH), min(len(text), found.end() + _REACH)
        if first > end or not end:
            if end:
                yield begin, end
            begin = text.rfind(" ", end, first) + 1 or first
        end = max(end, last)
    if end:
        yield begin, end


@functools.cache
def _needed() -> Mapping[str, re.Pattern[str]]:
    return MappingProxyType({rule.needed: re.compile(rule.needed) for table in _TABLES for rule in table})


@functools.cache
def _compiled(expression: str) -> regex.Pattern[str]:
    spaced = _BLANK.sub(lambda found: r"(?:\s{1,3}|-)" if found[0] == "[ -]" else r"(?:\s{1,3})", expression)
    # No part of a longer word or number, and no amount of money.
    return regex.compile(rf"(?<![\w$£€]|\d[-.,/])(?:{spaced})(?!\w)", regex.IGNORECASE)
