"""What a page costs its reader: bytes as a host sends them, scripts among them."""

from __future__ import annotations

import gzip
from collections.abc import Callable

from playwright.sync_api import Response

from tests.browser.reader import Reader

# What is promised of the first page; a kilobyte has 1,000 bytes.
HOME_AT_MOST, SCRIPT_AT_MOST = 60_000, 10_000


def loaded(reader: Reader, route: str) -> dict[str, tuple[str, int]]:
    """Return the type and the gzipped size of all that a page loads, by address."""
    found: list[Response] = []
    with reader.browser.new_context() as context:
        page = context.new_page()
        page.on("response", _noting(found))
        page.goto(f"{reader.address}/{route}", wait_until="networkidle")
        return {
            each.url: (each.request.resource_type, len(gzip.compress(each.body(), mtime=0)))
            for each in found
            if each.ok
        }


def test_the_first_page_weighs_little_with_all_that_it_loads(reader: Reader) -> None:
    parts = loaded(reader, "")
    assert {kind for kind, _ in parts.values()} >= {"document", "stylesheet", "script"}
    assert sum(size for _, size in parts.values()) <= HOME_AT_MOST
    assert sum(size for kind, size in parts.values() if kind == "script") <= SCRIPT_AT_MOST


def _noting(seen: list[Response]) -> Callable[[Response], None]:
    # Playwright wraps a function of Python, and no method of a list.
    def note(each: Response) -> None:
        seen.append(each)

    return note
