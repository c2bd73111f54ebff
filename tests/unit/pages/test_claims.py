"""Claims as readers see them: rivals side by side, beside what the record shows, which is said as it is."""

from __future__ import annotations

import lxml.html
import pytest

from standfirst.pages.claims import ClaimsView
from standfirst.pages.home import HomeView
from tests.explainers import content, made
from tests.unit.pages.page_views import view

ACTORS = "actors:\n  ann: {name: Ann, kind: person, summary: A., uncited: x}\n"
NOTHING, RIVALS = "Nothing for or against it.", "Nothing but the claims against it."


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("", [NOTHING]),
        (", record: It did.", ["It did."]),
        (", rivals: [two]", [RIVALS]),
        (", rivals: [two], record: It did.", ["It did."]),
        (', see: ["actor:ann"]', []),
        (', see: ["actor:ann"], rivals: [two]', []),
    ],
)
def test_what_is_recorded_is_said_as_it_is(keys: str, shown: list[str]) -> None:
    facts = f"{ACTORS}claims:\n  one: {{claim: It fell, uncited: x{keys}}}\n  two: {{claim: It stood, uncited: x}}\n"
    page = lxml.html.fromstring(made(content(facts))["claims.html"])
    claim = page.xpath("//*[@id='one']//*[@class='record']/p[not(@class)]")
    assert [each.text_content() for each in claim] == shown
    (other,) = page.xpath("//*[@id='two']//*[@class='record']/p[not(@class)]")
    assert other.text_content() == (RIVALS if "rivals" in keys else NOTHING)


def test_claims_that_rival_one_another_stand_together_however_they_name_each_other() -> None:
    facts = """
claims:
  a: {claim: A, uncited: x}
  b: {claim: B, uncited: x, rivals: [c]}
  c: {claim: C, uncited: x}
  d: {claim: D, uncited: x, rivals: [c, a]}
  e: {claim: E, uncited: x}
"""
    found = view(ClaimsView, "claims.html", facts)
    assert [[claim.fact.id for claim in group.claims] for group in found.groups] == [["a", "b", "c", "d"], ["e"]]
    rivals = {claim.fact.id: [link.address.anchor for link in claim.rivals] for claim in found.groups[0].claims}
    assert rivals == {"a": ["d"], "b": ["c"], "c": ["b", "d"], "d": ["c", "a"]}
    home = view(HomeView, "index.html", facts)
    assert len(home.rivals.shown) == 1
