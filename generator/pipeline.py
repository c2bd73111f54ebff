"""The stages in their order: read, decode, prove, resolve, check, plan, render, lint, publish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from generator.artifact import Artifact
from generator.assets import assets_of, images
from generator.card import card_of
from generator.check import check
from generator.checks.binding import disagreements
from generator.data import data_files
from generator.decode import DecodeError, decode
from generator.errors import Problem, SiteError, UsageError, attempt, errors_in, gather, suggest
from generator.feeds import feed_files
from generator.files import ContentFiles, TemplateFiles, read_content, read_copy_file, read_templates
from generator.graph import Inputs, Why, stale
from generator.lint import WrittenLink, lint
from generator.memory import Memory
from generator.model import Content, Id, SiteUrl, Source
from generator.pages.machines import machine_files
from generator.pages.page import Page, planner_of
from generator.pages.redirects import redirects_file
from generator.plan import plan
from generator.prove import prove
from generator.publish import check_output, publish
from generator.render import RenderedPage, Told, render, templates_of_pages
from generator.resolve import Drafts, resolve
from generator.search_index import search_file
from generator.site import Site, prose_in
from generator.sources.lock import Lock

# Below this many pages, starting other processes costs more than they save.
_PAGES_A_PROCESS = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a build is asked for. `base_url` stands in for that of site.yaml; `jobs` is how many processes render.

    `copies` are copies of sources that lie elsewhere, in place of those in the content folder. `told` hears while pages
    are rendered how many are done, of how many.
    """

    content: Path
    templates: Path
    base_url: SiteUrl | None = None
    drafts: Drafts = Drafts.HIDE
    jobs: int = 1
    copies: tuple[tuple[Id, Path], ...] = ()
    told: Told = lambda _done, _total: None


@dataclass(frozen=True, slots=True)
class Built:
    """A whole site, ready to publish.

    `warnings` are the problems that did not keep it from being made; `site` and `lock` are what it was made from;
    `rendered` is how many of its pages had to be rendered; `stylesheet` is the route of the one that they load.
    """

    artifacts: tuple[Artifact, ...]
    pages: int
    rendered: int
    stylesheet: str
    warnings: tuple[Problem, ...]
    site: Site
    lock: Lock


def build(options: Options, output: Path) -> Built:
    """Make the site and publish it to a folder; raise `SiteError` or `UsageError` and leave the folder as it was."""
    inputs = (options.content, options.templates)
    check_output(output, inputs=inputs)
    built = make(options)
    publish(built.artifacts, output, inputs=inputs)
    return built


def make(options: Options) -> Built:
    """Make the site in memory, or raise one `SiteError` with the problems of the first stage that has any."""
    files, templates = read(options)
    return assemble(files, templates, options)


def assemble(files: ContentFiles, templates: TemplateFiles, options: Options, memory: Memory | None = None) -> Built:
    """Make the site of files that have been read already, or raise a `SiteError` as `make` does.

    A `memory` of earlier builds spares what they have done; the site is the same without one.
    """
    memory = memory or Memory()
    content = _decoded(files, options, memory)
    check_copies(content, options)
    if options.base_url:
        content = replace(content, explainer=replace(content.explainer, base_url=options.base_url))
    site, lock, warnings = _checked(content, files, options)
    assets, card = assets_of(templates), card_of(site)
    planner = planner_of(site, lock, assets, card.view if card else None, drafts=options.drafts is Drafts.SHOW)
    pages = plan(planner)
    rendered, why = _rendered(pages, templates.without_assets, site.explainer.language, options, memory)
    artifacts = (
        *(page.artifact for page in rendered),
        *assets.artifacts,
        *([card.artifact] if card else []),
        *images(files.images),
        *data_files(site, planner.presenter),
        *feed_files(planner),
        search_file(planner),
        *machine_files(pages, planner.site_view),
        *redirects_file(site, planner.site_view.base_path),
    )
    lint(
        [page.outline for page in rendered],
        frozenset(artifact.route for artifact in artifacts),
        planner.site_view.base_path,
        _written_links(site),
    )
    return Built(artifacts, len(pages), len(why), assets.stylesheet.route, warnings, site, lock)


def check_copies(content: Content, options: Options) -> None:
    """Raise a `UsageError` where a copy was named for what is no source."""
    sources = [fact.id for fact in content.facts if isinstance(fact, Source)]
    for named, _ in options.copies:
        if named not in sources:
            raise UsageError(f"--text names no source '{named}'; " + (suggest(named, sources) or "name its id"))


def _checked(content: Content, files: ContentFiles, options: Options) -> tuple[Site, Lock, tuple[Problem, ...]]:
    """The site and what its citations rest on, or every problem of both; and what a writer should look at."""
    proof = prove(content, files, drafts=options.drafts is Drafts.SHOW)
    problems = list(proof.problems)
    site = attempt(lambda whole: resolve(whole, files.image_names, drafts=options.drafts), content, problems)
    if site:
        problems += check(site, proof.lock)
    if site is None or errors_in(problems):
        raise SiteError(problems)
    return site, proof.lock, tuple(sorted(set(problems)))


def _decoded(files: ContentFiles, options: Options, memory: Memory) -> Content:
    """The content, or every problem in it: what can be read is resolved too, for the problems that this shows."""
    try:
        return decode(files, memory)
    except DecodeError as error:
        problems, gaps = list(error.problems), error.gaps
        drafts = options.drafts
        site = attempt(lambda rest: resolve(rest, files.image_names, drafts=drafts, gaps=gaps), error.rest, problems)
        problems += disagreements(site) if site else ()
        # Only errors: what cannot be read may cite what seems to be cited by nothing.
        problems += errors_in(prove(error.rest, files, drafts=options.drafts is Drafts.SHOW).problems)
        raise SiteError(problems) from None


def read(options: Options) -> tuple[ContentFiles, TemplateFiles]:
    """Read all that a site is made from, or raise one `SiteError` with what cannot be read, or a `UsageError`."""
    problems: list[Problem] = []
    files = attempt(read_inputs, options, problems)
    templates = attempt(read_templates, options.templates, problems)
    if files is None or templates is None:
        raise SiteError(problems)
    return files, templates


def read_inputs(options: Options) -> ContentFiles:
    """Read a content folder, with the copies that were named beside it; raises as `read_content` does."""
    files = read_content(options.content)
    elsewhere = gather(lambda copy: read_copy_file(*copy), options.copies)
    named = {copy.source for copy in elsewhere}
    return replace(files, copies=(*(copy for copy in files.copies if copy.source not in named), *elsewhere))


def _rendered(
    pages: Sequence[Page], templates: TemplateFiles, language: str, options: Options, memory: Memory
) -> tuple[tuple[RenderedPage, ...], Mapping[str, Why]]:
    """The pages in their order, and which of them were not as the last build left them, and why."""
    made_with = memory.recall(templates_of_pages, templates)
    inputs = {page.route: Inputs(page, made_with.get(page.template, ()), language) for page in pages}
    why = stale(inputs, {route: kept for route, (kept, _) in memory.pages.items()})
    anew = iter(_render([page for page in pages if page.route in why], templates, language, options))
    rendered = {route: next(anew) if route in why else memory.pages[route][1] for route in inputs}
    memory.keep({route: (inputs[route], page) for route, page in rendered.items()})
    return tuple(rendered.values()), why


def _render(
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
