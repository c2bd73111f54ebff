"""What is wrong with pages that show an earlier day."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname

from standfirst.model import Origin
from standfirst.outputs.downloads.page_parts import file_at
from standfirst.present.past import UP_TO_TODAY, Past
from standfirst.problems.errors import Problem
from standfirst.rendering.lint import lint
from standfirst.rendering.site_files import SiteFiles


def problems_of_day(files: SiteFiles, past: Past, base_path: str) -> tuple[Problem, ...]:
    """Return what is wrong with the pages of a day that lies in the site of today."""
    led_up = (UP_TO_TODAY + route for route in past.today.routes)
    routes = frozenset((*files.routes, *led_up, *named_elsewhere(files, past)))
    return (*pages_without_day(files, past.day.isoformat()), *lint(files.scans, routes, base_path, (), files.moved))


def named_elsewhere(files: SiteFiles, past: Past) -> frozenset[str]:
    """Return the routes that pages of a day name, and that lie in the site of today.

    That they led to another day is no mistake, wherever that is now.
    """
    return frozenset(route for route in lacking_files(files) if past.is_elsewhere(route, files.routes))


def lacking_files(files: SiteFiles) -> frozenset[str]:
    """Return the routes that pages of a day name and that the day does not have."""
    links = {(dirname(scan.page.route), href) for scan in files.scans for href in scan.hrefs}
    named = {file_at(f"{folder}/" if folder else "", href) for folder, href in links}
    return frozenset(route for route in named - files.routes if route and not route.startswith("../"))


def pages_without_day(files: SiteFiles, day: str) -> Iterator[Problem]:
    """Yield the pages that have been made and do not say which day they show."""
    said = f'data-shown-day="{day}"'.encode()
    for scan in files.scans:
        if said not in scan.page.body:
            hint = "include partials/past.html in its layout, or leave `as_of` out"
            yield Problem(Origin(scan.page.route, 1, 1), f"this page does not say that it shows {day}", hint)
