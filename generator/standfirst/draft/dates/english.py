"""Finds the words of time that only running English has.

Dates of the calendar, and what every language's catalogue has, are found by `language/dates`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Final

import regex

from standfirst.draft.dates import calendar_rules, counted_rules, length_rules, period_rules, time_rules
from standfirst.draft.dates.meanings import Find
from standfirst.draft.dates.rules import Rule

_TABLES: Final = (length_rules.RULES, counted_rules.RULES, calendar_rules.RULES, period_rules.RULES, time_rules.RULES)
_BLANK: Final = regex.compile(r"\[ -\]| ")


def finds_in(text: str) -> Iterator[Find]:
    """Yield what the tables find in a text of plain characters; finds may overlap."""
    for pattern, rule in _patterns():
        for found in pattern.finditer(text):
            if (meant := rule.meaning(found)) is not None:
                yield Find(*found.span(), meant)


@functools.cache
def _patterns() -> tuple[tuple[regex.Pattern[str], Rule], ...]:
    return tuple((_compiled(rule.expression), rule) for table in _TABLES for rule in table)


def _compiled(expression: str) -> regex.Pattern[str]:
    spaced = _BLANK.sub(lambda found: r"(?:\s{1,3}|-)" if found[0] == "[ -]" else r"(?:\s{1,3})", expression)
    # No part of a longer word or number, and no amount of money.
    return regex.compile(rf"(?<![\w$£€]|\d[-.,/])(?:{spaced})(?!\w)", regex.IGNORECASE)
