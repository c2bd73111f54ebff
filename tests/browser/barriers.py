"""What keeps some readers from what a page says: barriers that axe-core finds, and what is wider than the window."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import cast

import pytest
from playwright.sync_api import Page

from tests.explainers import ROOT

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_RUN_AXE = """async ([within, asked]) => {
  const { violations } = await axe.run(within || document, { runOnly: asked, resultTypes: ['violations'] });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}"""
_WHAT_STICKS_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const sticksOut = ({ left, right }) => right > width + 1 || left < -1;
  return [...document.querySelectorAll('body *')].filter(each => sticksOut(each.getBoundingClientRect()))
    .map(each => each.outerHTML.slice(0, 90));
}"""


def barriers_on(page: Page, *, within: str = "", asked: Sequence[str] = _TAGS) -> list[str]:
    """Return the barriers that axe finds on a page as it is now, or within what a selector names.

    `asked` are tags of axe's rules, or the names of some.
    """
    if not page.evaluate("'axe' in window"):
        # Evaluated by the debugger, so the page's policy does not stand in its way.
        page.evaluate(_axe())
    return cast("list[str]", page.evaluate(_RUN_AXE, [within, list(asked)]))


def what_sticks_out(page: Page) -> list[str]:
    """Return the beginning of each element that reaches out of the window, if the page can be scrolled sideways."""
    return cast("list[str]", page.evaluate(_WHAT_STICKS_OUT))


@functools.cache
def _axe() -> str:
    script = ROOT / "node_modules/axe-core/axe.min.js"
    if not script.is_file():
        pytest.fail("axe-core is missing: `make test` installs it", pytrace=False)
    return script.read_text(encoding="utf-8")
