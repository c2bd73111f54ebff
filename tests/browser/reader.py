"""Someone who was never on the site before, and opens one page of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Page

# A file of every site, in which nothing is shown that a pointer could be over.
NOTHING = "robots.txt"


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
    # With scripts and without. A tab of its own starts a process of the browser, which takes longer than the page.
    _free_tabs: dict[bool, list[Page]] = field(default_factory=lambda: {True: [], False: []}, repr=False)

    @contextmanager
    def opens(self, route: str, screen: Screen | None = None) -> Iterator[Page]:
        """Give the loaded page, as it is for whoever opens it first."""
        with self._tab(screen or Screen()) as page:
            page.goto(f"{self.address}/{route}")
            yield page

    def goes_through(self, routes: Mapping[str, str], screen: Screen | None = None) -> Iterator[tuple[str, Page]]:
        """Load one page after the other in one tab, and give each under its name.

        What a test has set, the width for example, is still set on the next page.
        """
        with self._tab(screen or Screen()) as page:
            for name, route in routes.items():
                page.goto(f"{self.address}/{route}")
                yield name, page

    def complaints(self, *routes: str) -> list[str]:
        """Load pages and return what console and network have against them, breaches of the policy included."""
        found: list[str] = []
        with self.browser.new_context() as context:
            page = context.new_page()
            page.on("console", lambda said: found.extend(_complaint(said)))
            page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
            page.on("requestfailed", lambda request: found.append(f"{request.url}: {request.failure}"))
            for route in routes:
                page.goto(f"{self.address}/{route}", wait_until="networkidle")
        return found

    @contextmanager
    def _tab(self, screen: Screen) -> Iterator[Page]:
        """Give a tab in which nothing is left of what was done in it before."""
        free = self._free_tabs[screen.script]
        page = free.pop() if free else self.browser.new_context(java_script_enabled=screen.script).new_page()
        page.set_viewport_size({"width": screen.width, "height": 800})
        page.emulate_media(media="null", forced_colors="null", color_scheme="dark" if screen.dark else "light")
        try:
            yield page
        except BaseException:
            page.context.close()
            raise
        for other in page.context.pages:
            if other is not page:
                other.close()
        # What is opened next may differ from what is shown by its anchor alone.
        page.goto(f"{self.address}/{NOTHING}")
        page.mouse.move(0, 0)
        if screen.script:
            page.evaluate("localStorage.clear()")
        free.append(page)


def _complaint(said: ConsoleMessage) -> Iterator[str]:
    if said.type in {"error", "warning"}:
        yield f"{said.location['url']}: {said.text}"
