"""The main text of a page, without what stands around it: by trafilatura."""

from __future__ import annotations

import re
from typing import Protocol, cast

from standfirst.problems.errors import UsageError
from standfirst.problems.extras import Extra, needs

_WITHIN = re.compile(r"<body[^>]*>(.*)</body>", re.S)


class _Trafilatura(Protocol):
    """What is used of trafilatura."""

    def extract(self, page: str, **options: object) -> str | None: ...


def main_text(page: str) -> str:
    """Return the main text of a page as HTML, without the page around it.

    Nothing where none is found, or where trafilatura cannot be had, of which `why_not` speaks.
    """
    try:
        extract = _trafilatura().extract
    except UsageError:
        return ""
    found = extract(
        page,
        output_format="html",
        favor_recall=True,
        include_comments=False,
        include_formatting=True,
        include_images=False,
        include_links=True,
        include_tables=True,
    )
    within = _WITHIN.search(found or "")
    return within[1].strip() if within else ""


def why_not() -> str:
    """Return what keeps the main text of a page from being told apart, and what to install; nothing if it can be."""
    try:
        _trafilatura()
    except UsageError as error:
        return str(error)
    return ""


def _trafilatura() -> _Trafilatura:
    # Only `source add` and `recheck` need it, it loads much, and a build is installed without it.
    with needs(Extra.WEB, "to tell its main text apart"):
        import trafilatura  # noqa: PLC0415
    return cast(_Trafilatura, trafilatura)
