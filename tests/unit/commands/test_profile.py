"""How long stages and pages are said to have taken."""

from __future__ import annotations

import time

import pytest

from standfirst.commands.profile import Profile
from standfirst.options import Stage


def test_each_lasts_until_the_next_begins_and_the_last_page_until_all_are_linted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    times = iter((10.0, 11.0, 11.5, 12.0, 13.5, 14.5, 17.5, 18.0))
    monkeypatch.setattr(time, "perf_counter", lambda: next(times))
    profile = Profile()
    profile.begin_stage(Stage.READ)
    profile.begin_stage(Stage.RENDER)
    for route in ("a.html", "b.html", "c.html"):
        profile.begin_page(route)
    profile.begin_stage(Stage.LINT)
    profile.begin_stage(Stage.PUBLISH)
    assert profile.tables().split("\n") == [
        "seconds  share  stage",
        "  1.000  12.5%  read",
        "  3.500  43.8%  render",
        "  3.000  37.5%  lint",
        "  0.500   6.2%  publish",
        "",
        "seconds  page",
        "  1.500  b.html",
        "  1.000  c.html",
        "  0.500  a.html",
    ]
