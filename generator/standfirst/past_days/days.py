"""The pages of earlier days, made as those of a site of its own and moved into a folder of today's.

A day is made once, and found again in the cache between builds: its key is made of the commit that Git has of it, of
the program and the templates, and of all that its pages have of today's site, which is where they lead there, and
which files they load from there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Protocol

from standfirst.cache import Cache
from standfirst.history.git import Commit, History, history_of
from standfirst.history.past_content import LostFile, read_content_at
from standfirst.model import NamedDay, Origin
from standfirst.model.addresses import past_folder
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.outputs.artifact import Artifact
from standfirst.past_days.day_problems import lacking_files, problems_of_day
from standfirst.past_days.made_days import PastDays
from standfirst.past_days.shared_files import SharedFiles, loaded_files, shared_routes
from standfirst.present.past import Past, Today
from standfirst.problems.errors import SiteError, UsageError, errors_in, gather, problem, stop_at_errors
from standfirst.publishing.cache_folder import CacheFolder
from standfirst.publishing.finished_site import FinishedSite, ShownCommit, keep_site, kept_site
from standfirst.publishing.site_key import digest_of, program_digest
from standfirst.reading.files import ContentFiles, TemplateFiles
from standfirst.rendering.site_files import SiteFiles


class PlannedFiles(Protocol):
    """What days are made with of a site that is planned: its files, and how pages of other days lead to it."""

    @property
    def files(self) -> SiteFiles:
        """Its files."""

    @property
    def today(self) -> Today:
        """Its pages, as those of other days lead to them."""

    @property
    def base_path(self) -> str:
        """The path of its address."""


# Plans the site of an earlier day from its content.
PlanThen = Callable[[ContentFiles, Past], PlannedFiles]


@frozen
class DayMaker:
    """Makes days of an explainer, for the site of today that is made by some options."""

    options: Options
    templates: TemplateFiles
    plan: PlanThen
    cache: CacheFolder | None

    def make(self, named: Sequence[NamedDay], today: PlannedFiles) -> PastDays:
        """Return the files of all days that are named; raise a `SiteError` that says at its line which cannot be made.

        An explainer as it stood then is no longer in anybody's hands, and what it warns of is not told.
        """
        try:
            history = history_of(self.options.content)
        except UsageError as error:
            raise _at(named[0].origin, error) from None
        made = gather(partial(self._make_one, history=history, today=today), named)
        return PastDays(
            artifacts=tuple(artifact for site, _ in made for artifact in site.artifacts),
            pages=sum(site.pages for site, _ in made),
            commits=tuple(shown for _, shown in made),
        )

    def _make_one(self, named: NamedDay, history: History, today: PlannedFiles) -> tuple[FinishedSite, ShownCommit]:
        try:
            commit = history.commit_of(named.day)
            day = _Day(named, commit, self._key(named, commit, history, today), today)
            # What is worked out for another day must not take the place of what today's build left for the next.
            with Cache().active():
                site, key = self._kept(day) or self._made(day, history)
        except UsageError as error:
            raise _at(named.origin, error) from None
        return site, ShownCommit(named.day.isoformat(), commit.id, key)

    def _key(self, named: NamedDay, commit: Commit, history: History, today: PlannedFiles) -> str:
        return digest_of(
            (
                *("a day", program_digest(), self.templates, today.today.base_url),
                *(named.day.isoformat(), commit.id, history.within),
            )
        )

    def _kept(self, day: _Day) -> tuple[FinishedSite, str] | None:
        """The files of a day as they were made for a site of today that is the same in all that matters to it.

        With them comes the key under which they are kept.
        """
        asked = self.cache.get(day.key) if self.cache else None
        if not self.cache or not asked:
            return None
        key = day.answered(Asked.of(bytes(asked)))
        site = kept_site(key, self.cache)
        return (site, key) if site else None

    def _made(self, day: _Day, history: History) -> tuple[FinishedSite, str]:
        files = read_content_at(history, day.commit)
        for lost in files.unread:
            if isinstance(lost, LostFile):
                raise UsageError(f"{lost.path}: {lost.message}; {lost.hint}, or leave the day out")
        try:
            site, asked = self._made_anew(day, files)
        except SiteError as error:
            raise _not_made(day, error) from None
        key = day.answered(asked)
        if self.cache:
            self.cache.put(day.key, [bytes(asked)])
            keep_site(site, key, self.cache)
        return site, key

    def _made_anew(self, day: _Day, files: ContentFiles) -> tuple[FinishedSite, Asked]:
        """The files of a day, with what is asked of today's."""
        stop_at_errors(files.problems)
        planned = self.plan(files, day.past)
        stop_at_errors(planned.files.render_all(self.options.jobs, self.options.on_progress))
        stop_at_errors(problems_of_day(planned.files, day.past, planned.base_path))
        asked = Asked(
            pages=tuple(sorted(planned.today.pages or ())),
            loaded=loaded_files(planned.files),
            lacking=tuple(sorted(lacking_files(planned.files))),
        )
        shared = SharedFiles(day.shared(asked), planned.today.base_url, day.today.today.base_url)
        artifacts = tuple(day.artifacts(planned.files, shared))
        return FinishedSite(artifacts, planned.files.pages, ()), asked


@frozen
class Asked:
    """What is asked of today's site for a day: which pages lead there, what they load, and what they name and lack."""

    pages: tuple[str, ...]
    loaded: Mapping[str, str]
    lacking: tuple[str, ...]

    @classmethod
    def of(cls, kept: bytes) -> Asked:
        """Return what was kept."""
        pages, loaded, lacking = json.loads(kept)
        return cls(tuple(pages), loaded, tuple(lacking))

    def __bytes__(self) -> bytes:
        return json.dumps([self.pages, self.loaded, self.lacking]).encode()


@frozen
class _Day:
    """A day that is made: where it is named, its commit, its key without what it has of today's site, and that."""

    named: NamedDay
    commit: Commit
    key: str
    today: PlannedFiles

    @property
    def past(self) -> Past:
        """The day as its pages know it."""
        return Past(self.named.day, self.today.today, is_within=True)

    def answered(self, asked: Asked) -> str:
        """Return the whole key: with where today's site has what is asked of it."""
        return digest_of((self.key, tuple(map(self.today.today.page_for, asked.pages)), self.shared(asked)))

    def shared(self, asked: Asked) -> frozenset[str]:
        """Return which files the pages of the day have of today's site, or of another day there."""
        elsewhere = (route for route in asked.lacking if self.past.is_elsewhere(route, own=()))
        return shared_routes(asked.loaded, self.today.files).union(elsewhere)

    def artifacts(self, files: SiteFiles, shared: SharedFiles) -> Iterator[Artifact]:
        folder = past_folder(self.named.day)
        for route in files.routes:
            if route not in shared.routes:
                body = files.body(route)
                yield Artifact(folder + route, shared.led_to_in(body) if route.endswith(".html") else body)


def _at(origin: Origin, error: UsageError) -> SiteError:
    """The error that a day cannot be shown, at the line that names it."""
    message, _, hint = str(error).partition("; ")
    return problem(origin, message, hint)


def _not_made(day: _Day, error: SiteError) -> SiteError:
    first = errors_in(error.problems)[0]
    more = len(errors_in(error.problems)) - 1
    others = f" and {more} more" if more else ""
    message = f"as it stood then, this explainer cannot be built: {first.place}: {first.message}{others}"
    hint = f"leave the day out, or see what it takes with `check --as-of {day.named.day}`"
    return problem(day.named.origin, message, hint)
