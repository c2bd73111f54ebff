"""Someone who was never on the site before, and opens one page of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, ConsoleMessage, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What a page is looked at on; the width is in CSS pixels."""

    width: int = 1280
    dark: bool = False
    script: bool = True


@dataclass(frozen=True, slots=True)
class Reader:
    """A browser and the address of the site, without a slash at the end."""

    browser: Browser
    address: str

    @contextmanager
    def opens(self, route: str, screen: Screen | None = None) -> Iterator[Page]:
        """Give the loaded page, in a context of its own that is gone afterwards."""
        screen = screen or Screen()
        with self.browser.new_context(
            viewport={"width": screen.width, "height": 800},
            color_scheme="dark" if screen.dark else "light",
            java_script_enabled=screen.script,
        ) as context:
            page = context.new_page()
            page.goto(f"{self.address}/{route}")
            yield page

    def complaints(self, route: str) -> list[str]:
        """Load a page and return what console and network have against it, breaches of the policy included."""
        found: list[str] = []
        with self.browser.new_context() as context:
            page = context.new_page()
            page.on("console", lambda said: found.extend(_complaint(said)))
            page.on("pageerror", lambda error: found.append(str(error)))
            page.on("requestfailed", lambda request: found.append(f"{request.url}: {request.failure}"))
            page.goto(f"{self.address}/{route}", wait_until="networkidle")
        return found


def _complaint(said: ConsoleMessage) -> Iterator[str]:
    if said.type in {"error", "warning"}:
        yield f"{said.location['url']}: {said.text}"
