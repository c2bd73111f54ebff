"""The site as readers meet it: a browser, a host that sends the real headers, and one page of each kind."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, sync_playwright

from standfirst.cached_build import build
from standfirst.options import Options
from tests.browser.host import answering, hosted
from tests.browser.reader import Reader
from tests.browser.returning import BEFORE, Host, Visitor, visiting
from tests.explainers import ROOT, SITES

CHROMIUM_ARGUMENTS = [
    # Containers and CI run as root, without a display.
    "--no-sandbox",
    "--disable-gpu",
    # A page that asks another host for anything fails here, whatever the network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, or the one that CHROMIUM names; Playwright's own is never downloaded."""
    # Without the window of a browser around each page the tests take half of the time.
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not chromium:
        pytest.fail("no Chromium here: `make test` installs it on Debian; elsewhere set CHROMIUM to one", pytrace=False)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def server(published_site: Path) -> Iterator[str]:
    """The address of the published site, without a slash at the end."""
    with hosted(published_site) as address:
        yield address


@pytest.fixture(scope="session")
def reader(browser: Browser, server: str) -> Reader:
    """Someone who comes to the published site."""
    return Reader(browser, server)


@pytest.fixture(scope="session")
def arabic_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in Arabic, which runs from right to left; one of its sources is in English."""
    folder = tmp_path_factory.mktemp("arabic") / "site"
    build(Options(content=SITES / "arabic" / "content", templates=ROOT / "templates"), folder)
    return folder


@pytest.fixture(scope="session")
def arabic(browser: Browser, arabic_site: Path) -> Iterator[Reader]:
    """Someone who comes to the site in Arabic."""
    with hosted(arabic_site) as address:
        yield Reader(browser, address)


@pytest.fixture(scope="session")
def kinds(published_site: Path) -> dict[str, str]:
    """For each kind of page the route of its longest page, where most can go wrong."""
    return longest_pages(published_site)


@pytest.fixture(scope="session")
def arabic_kinds(arabic_site: Path) -> dict[str, str]:
    """The same of the site in Arabic."""
    return longest_pages(arabic_site)


def longest_pages(site: Path) -> dict[str, str]:
    """Return for each kind of page (`data-kind` of `<html>`) the route of the longest."""
    routes: dict[str, str] = {}
    for file in sorted(site.rglob("*.html"), key=lambda page: (page.stat().st_size, page)):
        page, route = lxml.html.parse(file).getroot(), file.relative_to(site).as_posix()
        if not page.xpath("//meta[@http-equiv='refresh']"):
            routes[page.get("data-kind", "")] = route
    assert "" not in routes, f"{routes['']} does not say in data-kind what kind of page it is"
    return routes


@pytest.fixture(scope="module")
def serving() -> Iterator[Host]:
    host = Host()
    with answering(host.answer) as host.address:
        yield host


@pytest.fixture
def host(serving: Host) -> Host:
    serving.publish(BEFORE)
    return serving


@pytest.fixture
def visitor(browser: Browser, host: Host) -> Iterator[Visitor]:
    with visiting(browser, host) as somebody:
        yield somebody
