"""A finished site comes back from the cache as it was put there."""

from __future__ import annotations

from pathlib import Path

from standfirst.model import Origin
from standfirst.outputs.artifact import Artifact
from standfirst.problems.errors import Problem, Severity
from standfirst.problems.remedies import Replacement
from standfirst.publishing.cache_folder import CacheFolder
from standfirst.publishing.finished_site import FinishedSite, keep_site, kept_site

FIX = (Replacement(Origin("facts.yaml", 3, 5), "bord", "board", literal=True),)
KEY, OTHER = "a1" * 32, "b2" * 32


def test_a_site_is_found_under_its_key_with_all_that_was_said_of_it(tmp_path: Path) -> None:
    site = FinishedSite(
        artifacts=(Artifact("a.html", b"one"), Artifact("empty.txt", b""), Artifact("b/\xe9.png", b"\0\xff")),
        pages=1,
        warnings=(
            Problem(Origin("facts.yaml", 3, 5), "is doubtful", "look at it", Severity.WARNING, fix=FIX),
            Problem(Origin("facts.txt", 1, 1), "is not read", "rename it", Severity.NOTE, is_cause=True),
        ),
    )
    cache = CacheFolder(tmp_path)
    keep_site(site, KEY, cache)
    assert kept_site(KEY, cache) == site
    assert kept_site(OTHER, cache) is None
