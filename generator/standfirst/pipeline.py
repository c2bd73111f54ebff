"""The stages in their order: read, decode, prove, resolve, check, plan, render, lint, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from itertools import chain, islice

from standfirst.checks.check import check
from standfirst.checks.unused_files import unused_files
from standfirst.decoding.decode import Gaps, decode
from standfirst.images.shape import shapes_of
from standfirst.model import AFTER_ALL, Content, Drafts, Schedule, Source
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import prose_in
from standfirst.options import Options, Stage
from standfirst.outputs.artifact import Artifact
from standfirst.outputs.assets import assets_of
from standfirst.outputs.card import NO_CARDS, cards_of
from standfirst.outputs.images import image_files
from standfirst.outputs.look import look_files
from standfirst.outputs.page_margins import page_margins
from standfirst.outputs.script_words import script_words
from standfirst.pages.plan import plan, today_of
from standfirst.past_days.made_days import NO_DAYS, PastDays
from standfirst.past_days.options_then import options_then
from standfirst.present.past import Past, Today
from standfirst.present.planner import planner_of
from standfirst.present.presenter import Presenter
from standfirst.problems.errors import (
    Problem,
    UsageError,
    attempt,
    errors_in,
    in_order,
    stop_at_errors,
)
from standfirst.problems.remedies import suggest
from standfirst.publishing.cache_folder import CacheFolder
from standfirst.publishing.finished_site import ShownCommit
from standfirst.publishing.site_key import program_digest
from standfirst.reading.files import ContentFiles, TemplateFiles
from standfirst.reading.read import read_inputs
from standfirst.rendering.cluster import Cluster, connected
from standfirst.rendering.lint import WrittenLink, lint
from standfirst.rendering.outdated_templates import outdated_templates
from standfirst.rendering.page_weight import heavy_pages
from standfirst.rendering.policy import breach_problems
from standfirst.rendering.render import merge_alike
from standfirst.rendering.site_files import PageStore, SiteFiles
from standfirst.site.publication import content_at, schedule_of
from standfirst.site.resolve import Resolved, resolve
from standfirst.site.site import Site
from standfirst.sources.lock import Lock
from standfirst.sources.prove import prove
from standfirst.sources.verify_citations import Proof


@frozen
class CheckedSite:
    """A site in which everything fits together: what its citations rest on, what a writer should look at, and when."""

    site: Site
    proof: Proof
    warnings: tuple[Problem, ...]
    schedule: Schedule


@frozen
class PlannedSite:
    """A site that holds together, so that its files can be made.

    `warnings` are the problems that did not keep it from being planned; `site` and `lock` are what it is made from;
    `base_path` is the path of its address, `stylesheet` the route of the one that its pages load; `today` is how pages
    of earlier days lead to it.
    """

    files: SiteFiles
    warnings: tuple[Problem, ...]
    site: Site
    lock: Lock
    schedule: Schedule
    base_path: str
    stylesheet: str
    today: Today


@frozen
class BuiltSite:
    """A whole site, ready to publish; `rendered` is how many of its pages had to be rendered.

    `shown` are the earlier days whose pages it has, too, and by which commits.
    """

    artifacts: tuple[Artifact, ...]
    pages: int
    rendered: int
    warnings: tuple[Problem, ...]
    site: Site
    lock: Lock
    schedule: Schedule
    shown: tuple[ShownCommit, ...] = ()


def make_site(options: Options) -> BuiltSite:
    """Make the site in memory, or raise one `SiteError` with the problems of the first step that has any.

    Reading is one step; decoding, proving, resolving and checking are one; planning, rendering and lint follow.
    """
    files, templates = read_inputs(options)
    return make_site_from(files, templates, options)


def make_site_from(
    files: ContentFiles,
    templates: TemplateFiles,
    options: Options,
    store: PageStore | None = None,
    cache: CacheFolder | None = None,
) -> BuiltSite:
    """Make the site of files that have been read already, or raise a `SiteError` as `make_site` does.

    Pages of an earlier build that are in the `store`, and not stale, are not rendered again. Earlier days that the site
    shows are looked for in the `cache`, and kept there.
    """
    store = store or PageStore(for_later=False)
    # Whether a cluster answers is found out before anything takes long.
    with connected(options.cluster, program_digest) if options.cluster else nullcontext() as cluster:
        planned = plan_site(files, templates, options, store)
        options.on_stage(Stage.RENDER)
        stop_at_errors(_render(planned.files, options, cluster))
    days = _past_days(planned, templates, options, store, cache)
    return lint_site(planned, options.on_stage, jobs=options.jobs, days=days)


def _past_days(
    planned: PlannedSite, templates: TemplateFiles, options: Options, store: PageStore, cache: CacheFolder | None
) -> PastDays:
    """Make the pages of the earlier days that a site names; a preview of drafts shows none."""
    named = planned.site.explainer.as_of
    if not named or options.drafts is Drafts.SHOW:
        return NO_DAYS
    options.on_stage(Stage.DAYS)
    _make_images(planned.files, options.jobs)
    # Few explainers have any, and only they start Git.
    from standfirst.past_days.days import DayMaker  # noqa: PLC0415

    def plan_then(files_then: ContentFiles, past: Past) -> PlannedSite:
        made = PageStore(files=dict(store.files), for_later=False)
        return plan_site(files_then, templates, options_then(options, past), made, past)

    return DayMaker(options, templates, plan_then, cache).make(named, planned)


def _make_images(files: SiteFiles, jobs: int) -> None:
    """Make the images of today before those of other days, most of which are the same; what is wrong is told later."""
    files.make_images(jobs)
    for route in files.routes:
        if route.startswith("images/"):
            attempt(files.artifact, route, [])


def plan_site(
    files: ContentFiles, templates: TemplateFiles, options: Options, store: PageStore, past: Past | None = None
) -> PlannedSite:
    """Carry out the stages from decode to plan, or raise a `SiteError` as `make_site` does.

    A site that shows the `past` has no cards: neither those of its pages, nor those of facts for pages elsewhere.
    """
    checked = check_content(files, options, is_past=past is not None)
    site, proof = checked.site, checked.proof
    options.on_stage(Stage.PLAN)
    presenter = Presenter(site, proof.lock)
    look = look_files(presenter.site, files, templates)
    assets = assets_of(templates, page_margins(presenter.naming), look, script_words(presenter.naming))
    cards = NO_CARDS if past else cards_of(presenter.site, look.cards)
    planner = planner_of(
        presenter,
        assets.linked,
        cards.views,
        quotations=proof.quotations,
        drafts=options.drafts,
    )
    planner = planner.showing(past) if past else planner
    beside = (*assets.artifacts, *cards.files, *image_files(files.images, site))
    planned = plan(planner, beside)
    own_templates = outdated_templates(templates)
    stop_at_errors((*assets.problems, *own_templates, *planned.problems))
    return PlannedSite(
        files=SiteFiles(planned, templates.without_assets, site.explainer.language, store),
        warnings=in_order((*templates.problems, *own_templates, *assets.problems, *checked.warnings)),
        site=site,
        lock=proof.lock,
        schedule=checked.schedule,
        base_path=planner.site_view.base_path,
        stylesheet=assets.stylesheet.route,
        today=today_of(planned),
    )


def _render(files: SiteFiles, options: Options, cluster: Cluster | None) -> tuple[Problem, ...]:
    """Make all pages; return what keeps some from being made."""
    if not options.on_page:
        return files.render_all(options.jobs, options.on_progress, cluster)
    problems: list[Problem] = []
    for route in islice(files.routes, files.pages):
        options.on_page(route)
        attempt(files.artifact, route, problems)
    return merge_alike(problems)


def lint_site(
    planned: PlannedSite,
    on_stage: Callable[[Stage], None] = lambda _stage: None,
    *,
    jobs: int = 1,
    days: PastDays = NO_DAYS,
    elsewhere: Iterable[str] = (),
) -> BuiltSite:
    """Lint a site whose pages have been made, as a whole, or raise a `SiteError` as `make_site` does.

    Pages that are too heavy are among its warnings. So many processes make its images. The pages of earlier `days` have
    been looked at, and are published with it. Links may also lead to the routes `elsewhere`, which it does not have.
    """
    files, site = planned.files, planned.site
    on_stage(Stage.LINT)
    written = _written_links(site)
    breaches = ((scan.page.route, breach) for scan in files.scans for breach in scan.breaches)
    routes = frozenset((*files.routes, *(each.route for each in days.artifacts), *elsewhere))
    found = lint(files.scans, routes, planned.base_path, written, files.moved)
    stop_at_errors((*found, *breach_problems(breaches, files.templates)))
    heavy = heavy_pages((scan.heavy for scan in files.scans if scan.heavy), site)
    on_stage(Stage.FILES)
    files.make_images(jobs)
    problems: list[Problem] = []
    artifacts = tuple(filter(None, [attempt(files.artifact, route, problems) for route in files.routes]))
    stop_at_errors(problems)
    warnings = in_order((*planned.warnings, *heavy))
    return BuiltSite(
        (*artifacts, *days.artifacts),
        files.pages + days.pages,
        files.rendered,
        warnings,
        site,
        planned.lock,
        planned.schedule,
        days.commits,
    )


def check_copies(content: Content, options: Options) -> None:
    """Raise a `UsageError` if a copy was named for an id that no source has."""
    sources = [fact.id for fact in content.facts if isinstance(fact, Source)]
    for named, _ in options.copies:
        if named not in sources:
            raise UsageError(f"--text names no source '{named}'; " + (suggest(named, sources).hint or "name its id"))


def _with_unread_files(gaps: Gaps, problems: Sequence[Problem]) -> list[Problem]:
    """Add a warning for each file that is not read; where facts are missing because of one, keep only errors beside."""
    missed = {each.origin for each in problems if each.is_cause}
    warnings = [each.as_problem() for each in gaps.unread_files]
    return [*(each for each in warnings if each.origin not in missed), *(errors_in(problems) if missed else problems)]


def check_content(files: ContentFiles, options: Options, *, is_past: bool = False) -> CheckedSite:
    """Return the site, with what a writer should look at: the stages from decode to check.

    A site that `is_past` is without what has a place in that of today alone: cards for pages elsewhere, earlier days.
    Raises a `SiteError` with every problem of all of them where one is an error.
    """
    options.on_stage(Stage.DECODE)
    decoded = decode(files)
    gaps = replace(decoded.gaps, unread_files=tuple(unused_files(files)))
    is_readable = not errors_in(decoded.problems)
    written = _with_options(decoded.content, options) if is_readable else decoded.content
    if is_readable:
        options.on_content(written)
    if is_past:
        written = replace(written, explainer=replace(written.explainer, embeds=(), as_of=()))
    content = content_at(written, options.now)
    has_all_facts = is_readable or not (gaps.broken_facts or gaps.has_unknown_facts or gaps.unread_files)
    options.on_stage(Stage.PROVE)
    proof = prove(content, files, drafts=options.drafts, has_all_facts=has_all_facts)
    options.on_stage(Stage.RESOLVE)
    resolved = resolve(content, shapes_of(files.images), drafts=options.drafts, gaps=gaps)
    options.on_stage(Stage.CHECK)
    problems = (
        *decoded.problems,
        # What cannot be read may cite what seems to be cited by nothing.
        *(proof.problems if is_readable else errors_in(proof.problems)),
        *_checked(resolved, proof, options, is_readable=is_readable),
        *(_problems_to_come(content, files, proof, options) if is_readable else ()),
    )
    found = _with_unread_files(gaps, problems)
    stop_at_errors(found)
    return CheckedSite(resolved.site, proof, in_order(found), schedule_of(written, options.now))


def _checked(resolved: Resolved, proof: Proof, options: Options, *, is_readable: bool = True) -> tuple[Problem, ...]:
    is_whole = is_readable and not resolved.problems
    found = check(resolved.site, proof.lock, proof.copies, is_whole=is_whole, now=options.now)
    return (*resolved.problems, *found)


def _problems_to_come(content: Content, files: ContentFiles, proof: Proof, options: Options) -> tuple[Problem, ...]:
    """What will be wrong once all that waits for its moment is published: then, nobody may be there to mend it."""
    to_come = content_at(content, AFTER_ALL)
    if options.drafts is Drafts.SHOW or to_come is content:
        return ()
    return _checked(resolve(to_come, shapes_of(files.images), drafts=options.drafts), proof, options)


def _with_options(content: Content, options: Options) -> Content:
    """The content with the options of the command in place of what is written."""
    check_copies(content, options)
    if not options.base_url:
        return content
    return replace(content, explainer=replace(content.explainer, base_url=options.base_url))


def _written_links(site: Site) -> Iterator[WrittenLink]:
    """The links to pages that writers wrote by hand; all others are to facts, or made by Standfirst."""
    for prose in chain.from_iterable(map(prose_in, site.holders)):
        for target, origin in prose.links:
            yield WrittenLink(target, origin)
