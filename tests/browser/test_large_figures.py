"""Figures with long numbers, side by side: each stays in its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from standfirst.cached_build import build
from standfirst.model.addresses import FIGURES
from standfirst.options import Options
from tests.browser.host import hosted
from tests.browser.reader import Reader, Screen
from tests.explainers import ROOT, SITES

_FIGURES = """figures:
  pounds: {value: 188000000, unit: GBP, label: in pounds, uncited: Made up.}
  share: {value: 17.1, unit: percent, label: of all there is, uncited: Made up.}
  people: {value: 1000000000000, unit: people, qualifier: at-least, label: more than ever lived, uncited: Made up.}
  dollars: {value: 2500000..3000000, unit: USD, label: in dollars, uncited: Made up.}
  crowd: {value: 213000, unit: people, label: in the streets, uncited: Made up.}
  millions: {value: 3500000, unit: tonnes, label: of grain, uncited: Made up.}
"""
# The numbers that reach out of their place, and those that are parted though they have no place for it.
_ASTRAY = """() => [...document.querySelectorAll('.figures .number')].filter(number => {
  const inner = number.getBoundingClientRect(), outer = number.closest('li').getBoundingClientRect()
  return inner.left < outer.left - 1 || inner.right > outer.right + 1
    || !/[–\\s]/.test(number.textContent) && number.getClientRects().length > 1
}).map(number => number.textContent)"""
_WIDTHS = (320, 360, 600, 768, 1024, 1440, 1920)


@pytest.fixture(scope="module", params=["en", "ar"])
def large(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Reader]:
    content, site = tmp_path_factory.mktemp("large"), tmp_path_factory.mktemp("large_site") / "site"
    settings = (SITES / "minimal/content/site.yaml").read_text(encoding="utf-8")
    (content / "site.yaml").write_text(settings.replace("language: en", f"language: {request.param}"), encoding="utf-8")
    (content / "facts").mkdir()
    (content / "facts/figures.yaml").write_text(_FIGURES, encoding="utf-8")
    build(Options(content=content, templates=ROOT / "templates"), site)
    with hosted(site) as address:
        yield Reader(browser, address)


def test_no_number_reaches_out_of_its_place_on_any_screen_or_on_paper(large: Reader) -> None:
    with large.opens(FIGURES, Screen(width=_WIDTHS[0])) as page:
        assert page.locator(".figures .number").count() == _FIGURES.count("value:")
        found = {}
        for medium in ("screen", "print"):
            page.emulate_media(media=medium)
            for width in _WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                found[medium, width] = page.evaluate(_ASTRAY)
        assert {place: astray for place, astray in found.items() if astray} == {}
