"""The site as readers meet it: a browser, a host that sends the real headers, and one page of each kind."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.host import header_rules, hosted
from tests.browser.reader import Reader
from tests.explainers import content, made

ROOT = Path(__file__).resolve().parents[2]
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
# A site that runs from right to left, with a mark of each sort; one of its sources is in English.
ARABIC = content(
    """
    terms:
      berth: {name: رصيف, summary: مكان ترسو فيه السفن., cite: {report: "رست السفينة في الميناء"}}
    events:
      closed:
        date: 2025-03-03
        title: إغلاق الرصيف
        weight: key
        cite: {report: "أُغلق الرصيف في الثالث من آذار", letter: "the pier was closed"}
    claims:
      blame:
        claim: الشركة هي المسؤولة
        by: ["source:letter"]
        record: "لم تردّ الشركة [@report: ولم تردّ الشركة على ذلك]."
        cite: {letter: "the company is … to blame"}
    sources:
      report: {title: تقرير, language: ar, url: https://example.org/report}
      letter: {title: A letter, language: en}
    """,
    "أُغلق الرصيف [@report: أُغلق الرصيف في الثالث من آذار] [@letter: the pier was closed]، ولم تردّ الشركة "
    "[@report: ولم تردّ الشركة على ذلك]. وما [الرصيف](term:berth)؟",
    language="ar",
    copies={
        "report": "رست السفينة في الميناء.\n\nأُغلق الرصيف في الثالث من آذار، ولم تردّ الشركة على ذلك.",
        "letter": "We wrote that the pier was closed.\n\nFor this the company is, we think, to blame.",
    },
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the browser tests together, so that they start one browser and build one site."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, or the one that CHROMIUM names; Playwright's own is never downloaded."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.fail("no Chromium here: `make test` installs it on Debian; elsewhere set CHROMIUM to one", pytrace=False)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def server(published_site: Path) -> Iterator[str]:
    """The address of the published site, without a slash at the end."""
    with hosted(published_site, header_rules(ROOT / "netlify.toml")) as address:
        yield address


@pytest.fixture(scope="session")
def reader(browser: Browser, server: str) -> Reader:
    """Someone who comes to the published site."""
    return Reader(browser, server)


@pytest.fixture(scope="session")
def arabic(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Someone who comes to a site in Arabic."""
    folder = tmp_path_factory.mktemp("arabic")
    for route, text in made(ARABIC).items():
        path = folder / route
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with hosted(folder, header_rules(ROOT / "netlify.toml")) as address:
        yield Reader(browser, address)


@pytest.fixture(scope="session")
def kinds(published_site: Path) -> dict[str, str]:
    """For each kind of page (`data-kind` of `<html>`) the route of its longest page, where most can go wrong."""
    routes: dict[str, str] = {}
    for file in sorted(published_site.rglob("*.html"), key=lambda page: (page.stat().st_size, page)):
        page = lxml.html.parse(file).getroot()
        if not page.xpath("//meta[@http-equiv='refresh']"):
            routes[page.get("data-kind", "")] = file.relative_to(published_site).as_posix()
    assert "" not in routes, f"{routes['']} does not say in data-kind what kind of page it is"
    return routes


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which finds barriers in a page."""
    script = ROOT / "node_modules/axe-core/axe.min.js"
    if not script.is_file():
        pytest.fail("axe-core is missing: `make test` installs it", pytrace=False)
    return script.read_text(encoding="utf-8")
