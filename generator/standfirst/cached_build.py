"""A build: the site is made by the pipeline, or found in the cache between builds, and published.

Until the site has been looked for, nothing is imported that only making it needs: that takes longer than all the rest.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from standfirst.options import Options, Stage
from standfirst.problems.errors import UsageError
from standfirst.program import default_theme
from standfirst.publishing.cache_folder import CacheFolder
from standfirst.publishing.finished_site import FinishedSite, keep_site, kept_site
from standfirst.publishing.output_folder import check_output
from standfirst.publishing.publish import publish
from standfirst.publishing.site_key import key_of_site, key_of_state
from standfirst.reading.files import ContentFiles, TemplateFiles
from standfirst.reading.read import read_inputs

if TYPE_CHECKING:
    from standfirst.pipeline import BuiltSite


def build(options: Options, output: Path, cache: CacheFolder | None = None) -> FinishedSite:
    """Make the site and publish it to a folder; raise `SiteError` or `UsageError` and leave the folder as it was."""
    inputs = (options.content, options.templates_over, default_theme(), *([cache.path] if cache else []))
    check_output(output, inputs=inputs)
    site = finish_site(options, cache)
    options.on_stage(Stage.PUBLISH)
    publish(site.artifacts, output, inputs=inputs)
    return site


def finish_site(options: Options, cache: CacheFolder | None = None) -> FinishedSite:
    """Make the site in memory, or find it in the cache; raise a `SiteError` with its problems, or a `UsageError`."""
    if options.as_of:
        return _as_of(options.as_of, options)
    files, templates = read_inputs(options)
    if not cache:
        return _made(files, templates, options)
    key = key_of_site(files, templates, options)
    kept = kept_site(key, cache)
    if kept and kept.schedule.holds_at(options.now) and _shows_the_same(kept, options):
        return kept
    # Which pages are out of date is found out where they are rendered, and workers of a cluster keep nothing.
    if options.cluster:
        site = _made(files, templates, options, cache)
        keep_site(site, key, cache)
        return site
    return _made_from_state(files, templates, options, key, cache)


def _as_of(day: date, options: Options) -> FinishedSite:
    from standfirst.site_as_of import make_site_as_of  # noqa: PLC0415

    return _finished(make_site_as_of(day, options))


def _shows_the_same(kept: FinishedSite, options: Options) -> bool:
    """Whether the earlier days that a site shows are still those of the commits by which they were made."""
    if not kept.shown:
        return True
    # Few sites show any, and only they start Git.
    from standfirst.history.git import history_of  # noqa: PLC0415

    try:
        history = history_of(options.content)
        return all(history.commit_of(date.fromisoformat(each.day)).id == each.commit for each in kept.shown)
    except UsageError:
        return False


def _made(
    files: ContentFiles, templates: TemplateFiles, options: Options, cache: CacheFolder | None = None
) -> FinishedSite:
    from standfirst.pipeline import make_site_from  # noqa: PLC0415

    return _finished(make_site_from(files, templates, options, cache=cache))


def _made_from_state(
    files: ContentFiles, templates: TemplateFiles, options: Options, key: str, cache: CacheFolder
) -> FinishedSite:
    """Make a site from what the build before worked out, and leave the site and that of this one for the next."""
    from standfirst.pipeline import make_site_from  # noqa: PLC0415
    from standfirst.publishing.kept_state import keep_state, kept_state  # noqa: PLC0415

    state_key = key_of_state(files, templates, options)
    state = kept_state(state_key, cache)
    with state.cache.active():
        built = make_site_from(files, templates, options, state.pages, cache)
    site = _finished(built)
    keep_site(site, key, cache)
    state.cache.forget_unused()
    state.pages.forget_others({artifact.route for artifact in built.artifacts})
    keep_state(state, state_key, key, cache, site.schedule)
    return site


def _finished(built: BuiltSite) -> FinishedSite:
    return FinishedSite(built.artifacts, built.pages, built.warnings, built.schedule, built.shown)
