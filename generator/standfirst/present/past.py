"""Pages that show the explainer as it stood on an earlier day: what they say of that, and how they lead to today's."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterator, Mapping
from posixpath import dirname

from standfirst.model.addresses import HOME, PAST, Address, canonical_url, permalink
from standfirst.model.frozen_class import frozen
from standfirst.present.view_parts import DateView

# From the folder of a day to that of the site.
UP_TO_TODAY = "../../"


@frozen
class Today:
    """The site of today, as a page of an earlier day leads to it: its address, its pages, and where the others went.

    Where `pages` are not known, each is taken to be at its address still. `routes` are those of all its files.
    """

    base_url: str
    pages: frozenset[str] | None
    moved: Mapping[str, str]
    routes: frozenset[str] = frozenset()

    def page_for(self, route: str) -> str:
        """Return the page that stands for one of an earlier day.

        It is at its address or where it went; or it is the page of which that one was a part, or else the first.
        """
        found = (self.moved.get(each, each) for each in _with_those_it_is_part_of(route))
        return next((page for page in found if self.pages is None or page in self.pages), HOME)


def _with_those_it_is_part_of(route: str) -> Iterator[str]:
    """Yield a page, and the longer and longer lists of which it is a part: of `a.html`, the parts lie in `a/`."""
    yield route
    while folder := dirname(route):
        route = f"{folder}.html"
        yield route


@frozen
class Past:
    """The day as which a site is shown, and today's.

    Where it `is_within` that, it lies in a folder of its own there, and links lead from one to the other; else both may
    be anywhere.
    """

    day: datetime.date
    today: Today
    is_within: bool

    def is_elsewhere(self, route: str, own: Container[str]) -> bool:
        """Whether what a page of the day names lies in the site of today: another day, or what the day does not have.

        Feeds and cards are of today alone, and so are the former addresses of pages. `own` are the routes of the day.
        """
        return route.startswith(PAST) or (route not in own and route in self.today.routes)

    def permalink(self, address: Address) -> str:
        """Return the absolute address of a place in the site of today."""
        return permalink(self.today.base_url, address)

    def canonical(self, route: str) -> str:
        """Return the address of the page of today that stands for one of this day."""
        return canonical_url(self.today.base_url, self.today.page_for(route))

    def link_to_today(self, route: str) -> str:
        """Return the link to that page from the one at a route."""
        if not self.is_within:
            return self.canonical(route)
        return "../" * route.count("/") + UP_TO_TODAY + self.today.page_for(route)


@frozen
class PastView:
    """Which day a page shows, and where the page of today lies."""

    day: DateView
    today: str
