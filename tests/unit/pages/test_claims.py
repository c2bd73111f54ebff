"""Claims as readers see them: beside what the record shows, which is said as it is."""

from __future__ import annotations

import lxml.html
import pytest

from tests.explainers import content, made

ACTORS = "actors:\n  ann: {name: Ann, kind: person, summary: A., uncited: x}\n"
NOTHING, RIVALS = "Nothing is recorded for or against it.", "Nothing is recorded but the claims against it."


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
