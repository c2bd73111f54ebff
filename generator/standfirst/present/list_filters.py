"""Filters by which readers narrow a list. Only a script answers them, so only a script shows them."""

from __future__ import annotations

from collections.abc import Iterable

from standfirst.model.frozen_class import frozen
from standfirst.present.planner import Planner

# Fewer are seen at a glance.
_FEWEST_ENTRIES = 5


@frozen
class Option:
    """One value to choose, and what it is called."""

    value: str
    text: str


@frozen
class Choice:
    """What entries can be chosen by; `any_value` is what choosing nothing is called.

    The filter's part of an address calls the choice by its `name`, and each entry has the values of its own options in
    an attribute `data-NAME`.
    """

    name: str
    label: str
    any_value: str
    options: tuple[Option, ...]


@frozen
class ListFilter:
    """The choices for one list, whether entries can be found by typing their names, and their number in words."""

    choices: tuple[Choice, ...]
    by_name: bool
    total: str


def list_filter(
    choices: Iterable[Choice], entries: int, planner: Planner, *, by_name: bool = False
) -> ListFilter | None:
    """Return the filter of a list, or None where it helps nobody: the list is short, or its entries are alike."""
    offered = tuple(choice for choice in choices if len(choice.options) > 1)
    if entries < _FEWEST_ENTRIES or not (offered or by_name):
        return None
    return ListFilter(offered, by_name, planner.presenter.naming.number(entries))
