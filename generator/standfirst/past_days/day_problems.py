"""What is wrong with pages that show an earlier day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from standfirst.model import Origin
from standfirst.model.addresses import PAST
from standfirst.present.past import UP_TO_TODAY
from standfirst.problems.errors import Problem
from standfirst.rendering.lint import lint
from standfirst.rendering.site_files import SiteFiles


def problems_of_day(
    files: SiteFiles, day: str, base_path: str, today: Collection[str] = frozenset()
) -> tuple[Problem, ...]:
    """Return what is wrong with the pages of a day that lies in the site of today, of which `today` are the routes."""
    routes = frozenset((*files.routes, *(UP_TO_TODAY + route for route in today), *led_to_days(files)))
    return (*pages_without_day(files, day), *lint(files.scans, routes, base_path, (), files.moved))


def led_to_days(files: SiteFiles) -> Iterator[str]:
    """Yield the routes of other days to which pages lead: that they did then is no mistake, wherever those are now."""
    for scan in files.scans:
        for href in scan.hrefs:
            if PAST in href and not urlsplit(href).scheme:
                route = normpath(join(dirname(scan.page.route), unquote(urlsplit(href).path)))
                if route.startswith(PAST):
                    yield route


def pages_without_day(files: SiteFiles, day: str) -> Iterator[Problem]:
    """Yield the pages that have been made and do not say which day they show."""
    said = f'data-shown-day="{day}"'.encode()
    for scan in files.scans:
        if said not in scan.page.body:
            hint = "include partials/past.html in its layout, or leave `as_of` out"
            yield Problem(Origin(scan.page.route, 1, 1), f"this page does not say that it shows {day}", hint)
