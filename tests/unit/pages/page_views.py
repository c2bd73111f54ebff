"""What templates see of pages: the views of an explainer that a test writes itself."""

from __future__ import annotations

from typing import TypeVar

from standfirst.present.page_view import PageView
from tests.explainers import content, pages_of, planner

V = TypeVar("V", bound=PageView)

ACTORS = """
actors:
  ann: {name: Ann, kind: person, summary: A., uncited: x}
  bob: {name: Bob, kind: person, summary: B., uncited: x}
"""
COPY = """
The first passage here, and another first one.

Nobody cites this.

The second passage here.

Nor this.

Nor this either.

The third passage here.
"""
CITING = """
terms:
  one: {name: One, summary: O., cite: {s: [the third passage here, the second passage here]}}
  two: {name: Two, summary: "T [@s: the second passage here].", cite: {s: and another first one}}
sources:
  s: {title: S}
  unused: {title: U}
"""


def planned(facts: str, *sections: str, settings: str = "", copy: str = "") -> dict[str, PageView]:
    """Return the views of an explainer's pages by their routes; `copy` is the text of its source `s`.

    It has an image file, `a.png`.
    """
    copies = {"s": copy} if copy else {}
    files = content(facts, *sections, settings=settings, images=("a.png",), copies=copies)
    return {page.route: page.view for page in pages_of(planner(files))}


def view(kind: type[V], route: str, facts: str, *sections: str, settings: str = "", copy: str = "") -> V:
    """Return the view of one page."""
    found = planned(facts, *sections, settings=settings, copy=copy)[route]
    assert isinstance(found, kind)
    return found


def events(*dates: str) -> str:
    """Return the record of an event for each date: `e0`, `e1` and so on."""
    rows = [f"  e{number}: {{date: '{date}', title: E{number}, uncited: x}}" for number, date in enumerate(dates)]
    return "\n".join(["events:", *rows, ""])
