"""A site that is published anew between two visits, and somebody who comes back to it."""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from standfirst.outputs.artifact import ReadyFiles
from standfirst.preview.host import Answer, HostRules, answer, rules_of_site
from standfirst.preview.netlify_file import netlify_rules
from standfirst.reading.one_file import read_text
from tests.explainers import ROOT, content, made

MAY, JUNE = (datetime.datetime(2026, month, 12, 9, tzinfo=datetime.UTC) for month in (5, 6))
# So many that not all are in the window at once.
EVENTS = "".join(
    f"  e{number}: {{date: {2000 + number}, title: Event {number}, text: It was told., uncited: x}}\n"
    for number in range(20)
)
BEFORE = f"events:\n{EVENTS}figures:\n  dead: {{value: 213, unit: people, label: dead, uncited: x}}\n"
AFTER = BEFORE.replace("Event 7", "Event 7 as we know it now").replace(
    "figures:", "  added: {date: 2012-05, title: An event more, uncited: x}\nfigures:"
)
KEY = "standfirst:/"


class Host:
    """A host on which another site may be published between two visits."""

    def __init__(self) -> None:
        self._rules = netlify_rules(read_text(ROOT / "netlify.toml"))
        self._served: tuple[ReadyFiles, HostRules] | None = None
        self.address = ""

    def publish(self, facts: str, *sections: str, language: str = "en", banner: bytes = b"") -> None:
        site = site_of(facts, sections, language)
        files = ReadyFiles({route: body.replace(b"<main", banner + b"<main") for route, body in site.items()})
        self._served = files, self._rules + rules_of_site(files)

    def answer(self, path: str) -> Answer:
        assert self._served, "nothing is published"
        return answer(path, *self._served)


@functools.cache
def site_of(facts: str, sections: tuple[str, ...], language: str) -> dict[str, bytes]:
    return {route: text.encode() for route, text in made(content(facts, *sections, language=language)).items()}


class Visitor:
    """Somebody with a browser, and a clock that goes on when they read."""

    def __init__(self, context: BrowserContext, host: Host) -> None:
        self._host, self._page = host, context.new_page()
        self._page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
        self._page.clock.install(time=MAY)

    def opens(self, route: str, *, at: datetime.datetime | None = None) -> Page:
        if at:
            self._page.clock.set_system_time(at)
        # Its scripts have run then.
        self._page.goto(f"{self._host.address}/{route}", wait_until="domcontentloaded")
        return self._page

    def reads(self, route: str, *, at: datetime.datetime | None = None) -> Page:
        """Open a page and look at all of it."""
        page = self.opens(route, at=at)
        window = page.viewport_size
        assert window, "this browser has a window"
        page.set_viewport_size(window | {"height": page.evaluate("document.documentElement.scrollHeight")})
        self.looks()
        page.set_viewport_size(window)
        return page

    def looks(self) -> None:
        """Look at what is in the window for a second."""
        self.glances()
        self._page.clock.run_for(1_100)

    def glances(self, at: str = "") -> None:
        """Look at a place, or at what is in the window, for no more than a moment."""
        if at:
            self._page.locator(at).evaluate("place => place.scrollIntoView()")
        # The browser tells what is in the window once it has shown that: the page first, which has asked before.
        self._page.evaluate("new Promise(done => new IntersectionObserver(() => done()).observe(document.body))")

    def keeps(self, fact: str) -> str:
        """Return the version in which a fact was seen; nothing of one that was not."""
        facts: dict[str, str] = json.loads(self.kept or "{}").get("facts", {})
        return facts.get(fact, "")

    @property
    def kept(self) -> str | None:
        text: str | None = self._page.evaluate("key => localStorage.getItem(key)", KEY)
        return text


@contextmanager
def visiting(
    browser: Browser, host: Host, script: str = "", *, width: int = 1280, height: int = 800
) -> Iterator[Visitor]:
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        context.add_init_script(script)
        yield Visitor(context, host)
