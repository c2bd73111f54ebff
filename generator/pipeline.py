"""The stages in their order: read, decode, resolve, plan, render, lint, publish."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generator import assets
from generator.artifact import Artifact
from generator.data import data_files
from generator.decode import DecodeError, decode
from generator.errors import Problem, SiteError, attempt
from generator.files import ContentFiles, TemplateFiles, read_content, read_templates
from generator.lint import WrittenLink, lint
from generator.model import Content, SiteUrl
from generator.pages.machines import machine_files
from generator.pages.page import Page, planner_of
from generator.pages.redirects import redirects_file
from generator.plan import plan
from generator.publish import check_output, publish
from generator.render import RenderedPage, Told, render
from generator.resolve import Drafts, resolve
from generator.site import Site, prose_in
from generator.views import Address

# Below this many pages, starting other processes costs more than they save.
_PAGES_A_PROCESS = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a build is asked for. `base_url` stands in for that of site.yaml; `jobs` is how many processes render.

    `told` hears while pages are rendered how many are done, of how many.
    """

    content: Path
    templates: Path
    base_url: SiteUrl | None = None
    drafts: Drafts = Drafts.HIDE
    jobs: int = 1
    told: Told = lambda _done, _total: None


@dataclass(frozen=True, slots=True)
class Built:
    """A whole site, ready to publish."""

    artifacts: tuple[Artifact, ...]
    pages: int


def build(options: Options, output: Path) -> Built:
    """Make the site and publish it to a folder; raise `SiteError` or `UsageError` and leave the folder as it was."""
    inputs = (options.content, options.templates)
    check_output(output, inputs=inputs)
    built = make(options)
    publish(built.artifacts, output, inputs=inputs)
    return built


def make(options: Options) -> Built:
    """Make the site in memory, or raise one `SiteError` with the problems of the first stage that has any."""
    files, templates = _read(options)
    return assemble(files, templates, options)


def assemble(files: ContentFiles, templates: TemplateFiles, options: Options) -> Built:
    """Make the site of files that have been read already, or raise a `SiteError` as `make` does."""
    content = _decoded(files, options)
    if options.base_url:
        content = dataclasses.replace(
            content, explainer=dataclasses.replace(content.explainer, base_url=options.base_url)
        )
    site = resolve(content, files.image_names, drafts=options.drafts)
    return _made(site, files, templates, options)


def _decoded(files: ContentFiles, options: Options) -> Content:
    """The content, or every problem in it: what can be read is resolved too, for the problems that this shows."""
    try:
        return decode(files)
    except DecodeError as error:
        problems, gaps = list(error.problems), error.gaps
        attempt(lambda rest: resolve(rest, files.image_names, drafts=options.drafts, gaps=gaps), error.rest, problems)
        raise SiteError(problems) from None


def _read(options: Options) -> tuple[ContentFiles, TemplateFiles]:
    problems: list[Problem] = []
    files = attempt(read_content, options.content, problems)
    templates = attempt(read_templates, options.templates, problems)
    if files is None or templates is None:
        raise SiteError(problems)
    return files, templates


def _made(site: Site, files: ContentFiles, templates: TemplateFiles, options: Options) -> Built:
    style = assets.stylesheet(templates.stylesheets)
    icons = [assets.icon(templates.icon)] if templates.icon else []
    planner = planner_of(
        site,
        Address(style.route),
        icon=Address(icons[0].route) if icons else None,
        drafts=options.drafts is Drafts.SHOW,
    )
    pages = plan(planner)
    rendered = _rendered(pages, templates, site.explainer.language, options)
    artifacts = (
        *(page.artifact for page in rendered),
        style,
        *icons,
        *assets.images(files.images),
        *data_files(site, planner.presenter),
        *machine_files(pages, planner.site_view),
        *redirects_file(site, planner.site_view.base_path),
    )
    lint(
        [page.outline for page in rendered],
        frozenset(artifact.route for artifact in artifacts),
        planner.site_view.base_path,
        _written_links(site),
    )
    return Built(artifacts, len(pages))


def _rendered(
    pages: Sequence[Page], templates: TemplateFiles, language: str, options: Options
) -> tuple[RenderedPage, ...]:
    processes = min(options.jobs, len(pages) // _PAGES_A_PROCESS)
    if processes < 2:
        return render(pages, templates, language, told=options.told)
    with ProcessPoolExecutor(processes) as executor:
        return render(pages, templates, language, executor=executor, told=options.told)


def _written_links(site: Site) -> Iterator[WrittenLink]:
    """The links to pages that writers wrote by hand; the rest of the links are ours, or to facts."""
    for prose in prose_in((site.explainer, site.sections, site.facts)):
        for target, origin in prose.links:
            yield WrittenLink(target, origin)
