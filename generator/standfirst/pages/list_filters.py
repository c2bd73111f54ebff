"""What a script lets readers narrow a list by. Without it the form is not shown; links and anchors lead everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from babel.numbers import format_decimal

from standfirst.language.locale import locale
from standfirst.present.page import Planner

# Fewer are seen at a glance.
_FEWEST_ENTRIES = 5


@dataclass(frozen=True, slots=True)
class Option:
    """One value to choose, and what it is called."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What entries can be chosen by, and what choosing nothing is called.

    An address names the choice `name`, and an entry says in `data-NAME` which of the options' values are its own.
    """

    name: str
    label: str
    any_value: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The choices for one list, whether its entries can be found by typing their names, and how many there are."""

    choices: tuple[Choice, ...]
    by_name: bool
    total: str


def narrowing(choices: Iterable[Choice], entries: int, planner: Planner, *, by_name: bool = False) -> Narrowing | None:
    """Return how a list can be narrowed, or None where that helps nobody: it is short, or its entries are alike."""
    offered = tuple(choice for choice in choices if len(choice.options) > 1)
    if entries < _FEWEST_ENTRIES or not (offered or by_name):
        return None
    return Narrowing(offered, by_name, format_decimal(entries, locale=locale(planner.site.explainer.language)))
