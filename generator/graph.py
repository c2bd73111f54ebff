"""What is out of date, and why: each page beside what it was made from the last time.

Inputs are compared as values. They are frozen, so that nothing can have changed them since, and to find all pages alike
takes a third of the time that a digest of each would take, without a chance that two differ and seem the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.files import InputFile
from generator.pages.page import Page


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a page is made from; what a template includes, extends or imports is among its templates."""

    page: Page
    templates: tuple[InputFile, ...]
    language: str


class Why(StrEnum):
    """Why a page has to be rendered."""

    NEW = "it is new"
    VIEW = "what it says changed"
    TEMPLATES = "a template of it changed"


def stale(now: Mapping[str, Inputs], before: Mapping[str, Inputs]) -> dict[str, Why]:
    """Return the routes that have to be rendered, in the order of `now`, and why."""
    found = ((route, _why(inputs, before.get(route))) for route, inputs in now.items())
    return {route: why for route, why in found if why}


def _why(now: Inputs, before: Inputs | None) -> Why | None:
    if before is None:
        return Why.NEW
    if now.templates != before.templates:
        return Why.TEMPLATES
    return Why.VIEW if (now.page, now.language) != (before.page, before.language) else None


def changed(now: Mapping[str, Hashable], before: Mapping[str, Hashable]) -> tuple[str, ...]:
    """Return the paths of the files that were written, added or removed, in order."""
    return tuple(sorted(path for path in now.keys() | before.keys() if now.get(path) != before.get(path)))
