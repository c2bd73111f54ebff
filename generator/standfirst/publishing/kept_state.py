"""What a build worked out, kept between builds: the next one does only what a save in the preview does."""

from __future__ import annotations

from contextlib import suppress

from standfirst.cache import Cache, Results
from standfirst.frozen import NotFrozenError, dump, load
from standfirst.model import UNCHANGING, Schedule
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import Artifact
from standfirst.publishing.cache_folder import CacheFolder
from standfirst.publishing.finished_site import kept_site
from standfirst.rendering.site_files import PageStore


@frozen
class BuildState:
    """The results of cached functions, and pages with what they were made from."""

    cache: Cache
    pages: PageStore


def keep_state(state: BuildState, key: str, site_key: str, cache: CacheFolder, schedule: Schedule = UNCHANGING) -> None:
    """Keep a state in the place of the one before: as one, so that what was one object is one in the next build.

    The bodies of pages and images are left out: they are in the site that is kept under `site_key` for this part of its
    `schedule`. What
    `cached_latest` keeps is left out, too: that is made anew in a moment, and some of it can change.
    """
    results = state.cache.results
    pages = {
        route: (inputs, page.with_artifact(Artifact(route, b""))) for route, (inputs, page) in state.pages.pages.items()
    }
    with suppress(NotFrozenError):
        files = {route: made_from for route, (made_from, _) in state.pages.files.items()}
        stretch = schedule.since, schedule.until
        cache.put(key, [dump((results.by_value, results.tables, site_key, stretch, pages, files))])


def kept_state(key: str, cache: CacheFolder) -> BuildState:
    """Return the state that was kept under a key, or one that knows nothing; without their site, it knows no pages."""
    entry = cache.get(key)
    if entry:
        with suppress(NotFrozenError):
            by_value, tables, site_key, stretch, pages, made_from = load(entry)
            site = kept_site(site_key, cache)
            # Since then, another may have been kept in its place, for another time.
            is_same = site and (site.schedule.since, site.schedule.until) == stretch
            artifacts = {artifact.route: artifact for artifact in site.artifacts} if site and is_same else {}
            whole = {
                route: (inputs, page.with_artifact(artifacts[route]).with_shared_links())
                for route, (inputs, page) in pages.items()
                if route in artifacts
            }
            files = {route: (key, artifacts[route]) for route, key in made_from.items() if route in artifacts}
            return BuildState(Cache(Results(by_value, tables)), PageStore(whole, files))
    return BuildState(Cache(), PageStore())
