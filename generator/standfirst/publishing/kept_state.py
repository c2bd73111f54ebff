"""What a build worked out, kept between builds: the next one does only what a save in the preview does."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from standfirst.cache import Cache, Results
from standfirst.frozen import NotFrozenError, dump, load
from standfirst.publishing.cache_folder import CacheFolder
from standfirst.rendering.site_files import PageStore


@dataclass(frozen=True, slots=True)
class BuildState:
    """The results of cached functions, and pages with what they were made from."""

    cache: Cache
    pages: PageStore


def keep_state(state: BuildState, key: str, cache: CacheFolder) -> None:
    """Keep a state in the place of the one before: as one, so that what was one object is one in the next build.

    What `cached_latest` keeps is left out: that is made anew in a moment, and some of it can change.
    """
    results = state.cache.results
    with suppress(NotFrozenError):
        cache.put(key, [dump((results.by_value, results.tables, state.pages.pages))])


def kept_state(key: str, cache: CacheFolder) -> BuildState:
    """Return the state that was kept under a key, or one that knows nothing."""
    entry = cache.get(key)
    if entry:
        with suppress(NotFrozenError):
            by_value, tables, pages = load(entry)
            return BuildState(Cache(Results(by_value, tables)), PageStore(pages))
    return BuildState(Cache(), PageStore())
