"""What a build worked out is kept where it can be, and anything else is no state."""

from __future__ import annotations

from pathlib import Path

from standfirst.cache import Cache, Results
from standfirst.publishing.cache_folder import CacheFolder
from standfirst.publishing.kept_state import BuildState, keep_state, kept_state
from standfirst.rendering.site_files import PageStore

KEY, SITE_KEY = "a1" * 32, "b2" * 32


def results(cache: CacheFolder) -> Results:
    return kept_state(KEY, cache).cache.results


def test_results_come_back_unless_they_cannot_be_written(tmp_path: Path) -> None:
    cache, kept = CacheFolder(tmp_path), Results(by_value={("double", 1): 2})
    keep_state(BuildState(Cache(kept), PageStore()), KEY, SITE_KEY, cache)
    keep_state(BuildState(Cache(Results(by_value={("open", 1): object()})), PageStore()), KEY, SITE_KEY, cache)
    assert results(cache) == kept


def test_other_bytes_are_a_state_that_knows_nothing(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path)
    cache.put(KEY, [b"words"])
    assert results(cache) == Results()
