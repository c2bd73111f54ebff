"""The files of one site, each made when it is asked for; a page that an earlier build made of the same is kept."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, KeysView, Sequence
from itertools import groupby

from standfirst.frozen import digest
from standfirst.model.addresses import Address
from standfirst.outputs.artifact import Artifact, PlannedFile
from standfirst.pages.plan import Plan
from standfirst.present.planner import PlannedPage
from standfirst.problems.errors import Problem, attempt, stop_at_errors
from standfirst.reading.files import InputFile, TemplateFiles
from standfirst.rendering.cluster import Cluster
from standfirst.rendering.lint import PageScan
from standfirst.rendering.parts import Work
from standfirst.rendering.render import Collector, Progress, Surroundings, render, say_nothing
from standfirst.rendering.renderer import RenderedPage
from standfirst.rendering.spool import Spool
from standfirst.rendering.staleness import PageInputs, stale_routes
from standfirst.rendering.template_files import templates_of_pages
from standfirst.rendering.workers import HAS_WORKERS, make_images_in_workers, make_in_workers

# Below this many pages, starting other processes costs more than they save.
_PAGES_A_PROCESS = 250
# The same of images, of which each takes as long as hundreds of pages.
_IMAGES_A_PROCESS = 2


class PageStore:
    """The pages and images of a site as they were made last, each with what it was made from, by their routes.

    Of what other processes rendered it has digests instead, unless it is not `for_later`: these take a while.
    """

    def __init__(
        self,
        pages: dict[str, tuple[PageInputs | bytes, RenderedPage]] | None = None,
        files: dict[str, tuple[str, Artifact]] | None = None,
        *,
        for_later: bool = True,
    ) -> None:
        self.for_later = for_later
        self.pages = pages or {}
        # Files that take long to make, each with what it was made from.
        self.files = files or {}

    def forget_others(self, routes: Container[str]) -> None:
        """Forget the pages and files that are not at these routes."""
        self.pages = {route: page for route, page in self.pages.items() if route in routes}
        self.files = {route: file for route, file in self.files.items() if route in routes}


class SiteFiles:
    """The files of a planned site; which there are is known, and what is asked for is made then.

    Whoever asks gets the same bytes in whatever order. Only `is_made` is for several threads at once.
    """

    def __init__(
        self,
        plan: Plan,
        templates: TemplateFiles,
        language: str,
        store: PageStore,
    ) -> None:
        self._plan = plan
        self._pages = {page.route: page for page in plan.pages}
        self._files = {file.route: file for file in (*plan.files, *plan.remade)}
        self._copied = {artifact.route: artifact for artifact in plan.copied}
        self._derived = {file.route: file for file in plan.derived}
        self._routes = dict.fromkeys((*self._pages, *self._copied, *self._files, *self._derived))
        self._templates = templates
        self._language = language
        self._store = store
        self._made_with = templates_of_pages(templates)
        self._rendered: dict[str, RenderedPage] = {}
        self._made: dict[str, Artifact] = {}
        self._spool = Spool()
        self._anew = 0

    @property
    def routes(self) -> KeysView[str]:
        """Which files there are, pages first."""
        return self._routes.keys()

    def body(self, route: str) -> bytes:
        """Return the bytes of a file, or raise a `SiteError` where it cannot be made."""
        return self.artifact(route).body

    def version(self, route: str) -> bytes:
        """Return what changes whenever the bytes of a file do: what it is made from, where it takes long to make."""
        planned = self._files.get(route)
        return planned.made_from.encode() if planned and planned.made_from else self.body(route)

    def artifact(self, route: str) -> Artifact:
        """Return a file, or raise a `SiteError` where it cannot be made."""
        if route in self._pages:
            stop_at_errors(self._render([route]))
            finish = self._pages[route].finish
            if not finish:
                return self._rendered[route].artifact
        if route not in self._made:
            self._made[route] = self._made_now(route)
        return self._made[route]

    def _made_now(self, route: str) -> Artifact:
        if route in self._copied:
            return self._copied[route]
        if route in self._files:
            return self._made_once(self._files[route])
        if route in self._derived:
            return Artifact(route, self._derived[route].make_of(self.body))
        finish = self._pages[route].finish
        assert finish
        return Artifact(route, finish(self._rendered[route].artifact.body, self.body))

    def _made_once(self, file: PlannedFile) -> Artifact:
        """A file as it was made before from the same, or else made now."""
        made_from, kept = self._store.files.get(file.route, ("", None))
        return kept if kept and made_from == file.made_from else self._keep(file, file.make())

    def _keep(self, file: PlannedFile, made: Artifact) -> Artifact:
        kept = self._spool.keep(made)
        if file.made_from:
            self._store.files[file.route] = file.made_from, kept
        return kept

    def make_images(self, jobs: int) -> None:
        """Make the images that no build before has made, in so many processes, if that is worth it."""
        known = {route: made_from for route, (made_from, _) in self._store.files.items()}
        # Cards are drawn about as soon as other processes would begin.
        images_alone = (file for file in self._plan.remade if file.route.startswith("images/"))
        anew = {file.route: file for file in images_alone if known.get(file.route) != file.made_from}
        # The sizes of an image are made from the same file, and follow one another.
        images = [tuple(sizes) for _, sizes in groupby(anew.values(), lambda file: file.made_from.partition(" ")[0])]
        processes = min(jobs, len(images) // _IMAGES_A_PROCESS)
        if processes > 1 and HAS_WORKERS:
            for made in make_images_in_workers(images, processes):
                self._keep(anew[made.route], made)

    def is_made(self, route: str) -> bool:
        """Tell whether a file has been made already; a page is even where something in it is yet to be finished."""
        return route in self._rendered or route in self._made

    @property
    def templates(self) -> tuple[InputFile, ...]:
        """The templates of the pages; those that lie over the theme are before it."""
        over = self._templates.over
        return (*(over.templates if over else ()), *self._templates.templates)

    @property
    def pages(self) -> int:
        return len(self._pages)

    @property
    def moved(self) -> Collection[Address]:
        """The addresses of which another page shows what is there."""
        return self._plan.moved.to.keys()

    @property
    def rendered(self) -> int:
        """How many pages had to be rendered so far."""
        return self._anew

    @property
    def scans(self) -> tuple[PageScan, ...]:
        """What was read off the pages that have been made, in the order of the plan."""
        return tuple(self._rendered[route].scan for route in self._pages if route in self._rendered)

    def render_all(self, jobs: int, on_progress: Progress, cluster: Cluster | None = None) -> tuple[Problem, ...]:
        """Make all pages, in so many processes or in a cluster; return what keeps some from being made.

        Other processes also make the files beside the pages.
        """
        processes = min(jobs, len(self._pages) // _PAGES_A_PROCESS)
        if not (cluster or (processes > 1 and HAS_WORKERS)):
            return self._render(tuple(self._pages), on_progress=on_progress)
        # What pages show stays in the workers, and so they find out which are stale.
        stored = self._store.pages
        before = {
            route: made_from if isinstance(made_from, bytes) else digest(made_from)
            for route, (made_from, _) in stored.items()
        }
        work = Work(self._plan, self._templates, self._language, digests=self._store.for_later, before=before)
        collector = Collector(self._spool, on_progress)
        made = cluster.make(work, collector) if cluster else make_in_workers(work, processes, collector)
        self._rendered = {route: stored[route][1] for route, now in made.digests.items() if now == before.get(route)}
        self._rendered |= {page.artifact.route: page for page in made.pages}
        self._made |= {file.route: file for file in made.files}
        if self._store.for_later:
            self._store.pages = {route: (made.digests[route], page) for route, page in self._rendered.items()}
        self._anew += len(made.pages)
        return made.problems

    def make_by_steps(self) -> Iterator[tuple[Problem, ...]]:
        """Make all that has not been made, one file a step; yield what keeps it from being made, once for all files."""
        told: set[Problem] = set()
        for route in self.routes:
            if not self.is_made(route):
                problems: list[Problem] = []
                attempt(self.body, route, problems)
                yield tuple(each for each in problems if each not in told)
                told.update(problems)

    def _render(
        self,
        routes: Sequence[str],
        *,
        on_progress: Progress = say_nothing,
    ) -> tuple[Problem, ...]:
        """Render what is stale of the pages at these routes, and take the rest from the store; return the problems."""
        stored = self._store.pages
        inputs = {route: self._inputs_of(self._pages[route]) for route in routes if route not in self._rendered}
        before = {route: stored[route][0] for route in inputs if route in stored}
        anew = stale_routes(inputs, before)
        self._rendered |= {route: stored[route][1] for route in inputs.keys() - set(anew)}
        pages_anew = [inputs[route].page for route in anew]
        around = Surroundings(len(self._plan.planner.site.facts), self._plan.moved)
        collector = Collector(self._spool, on_progress)
        rendered = render(pages_anew, self._templates, self._language, around=around, collector=collector)
        for page in rendered.pages:
            route = page.artifact.route
            stored[route], self._rendered[route] = (inputs[route], page), page
        self._anew += len(rendered.pages)
        return rendered.problems

    def _inputs_of(self, planned: PlannedPage) -> PageInputs:
        page = self._plan.make(planned)
        return PageInputs(page, self._made_with.get(page.template, ()), self._language)
