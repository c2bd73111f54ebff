"""The main text of a page, without what stands around it: by trafilatura."""

from __future__ import annotations

import re
from importlib.util import find_spec

_WITHIN = re.compile(r"<body[^>]*>(.*)</body>", re.S)


def main_text(page: str) -> str:
    """Return the main text of a page as HTML, without the page around it.

    Nothing where none is found, or where trafilatura is not installed.
    """
    # Only `source add` needs it, it loads much, and a build is installed without it.
    try:
        import trafilatura  # noqa: PLC0415
    except ImportError:
        return ""
    found = trafilatura.extract(
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


def is_installed() -> bool:
    """Tell whether there is anything that could find the main text of a page."""
    return find_spec("trafilatura") is not None
