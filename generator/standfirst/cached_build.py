"""A build: the site is made by the pipeline, or found in the cache between builds, and published.

Until the site has been looked for, nothing is imported that only making it needs: that takes longer than all the rest.
"""

from __future__ import annotations

from pathlib import Path

from standfirst.options import Options, Stage
from standfirst.publishing.cache_folder import CacheFolder
from standfirst.publishing.finished_site import FinishedSite, keep_site, kept_site
from standfirst.publishing.output_folder import check_output
from standfirst.publishing.publish import publish
from standfirst.publishing.site_key import key_of_site
from standfirst.reading.read import read_inputs


def build(options: Options, output: Path, cache: CacheFolder | None = None) -> FinishedSite:
    """Make the site and publish it to a folder; raise `SiteError` or `UsageError` and leave the folder as it was."""
    inputs = (options.content, options.templates, *([cache.path] if cache else []))
    check_output(output, inputs=inputs)
    site = finish_site(options, cache)
    options.on_stage(Stage.PUBLISH)
    publish(site.artifacts, output, inputs=inputs)
    return site


def finish_site(options: Options, cache: CacheFolder | None = None) -> FinishedSite:
    """Make the site in memory, or find it in the cache; raise a `SiteError` with its problems, or a `UsageError`."""
    files, templates = read_inputs(options)
    key = key_of_site(files, templates, options) if cache else ""
    if cache and (kept := kept_site(key, cache)):
        return kept
    from standfirst.pipeline import make_site_from  # noqa: PLC0415

    built = make_site_from(files, templates, options)
    site = FinishedSite(built.artifacts, built.pages, built.warnings)
    if cache:
        keep_site(site, key, cache)
    return site
