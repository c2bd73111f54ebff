"""One explainer built again and again: what browsers look at first, the rest when there is time for it."""

from __future__ import annotations

import datetime
import functools
import gc
import time
import traceback
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus
from types import MappingProxyType
from typing import Concatenate, ParamSpec, TypeVar

from standfirst.authoring.editor_schemas import SchemaKeeper
from standfirst.cache import Cache
from standfirst.desk.reviewing import ChangedError, Reviews, brought_up_to_date, reviews_of
from standfirst.history.git import user_name
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.pipeline import PlannedSite, lint_site, plan_site
from standfirst.preview.desk_addresses import REVIEW, VOUCH
from standfirst.preview.desk_pages import NO_CONTENT, OpenDesk, desk_answer, desk_digest, open_desk
from standfirst.preview.desk_replies import json_reply
from standfirst.preview.host import Answer
from standfirst.preview.notices import Notice, notices_of
from standfirst.preview.review_pages import BadVouchingError, read_vouching, review_answer, text_after
from standfirst.preview.served_site import ServedSite
from standfirst.problems.errors import Problem, SiteError, UsageError, stop_at_errors
from standfirst.problems.excerpts import visible
from standfirst.problems.report import ReportFormat, count_of_warnings, report
from standfirst.publishing.writing import replace_file
from standfirst.reading.files import REVIEWS, ContentFiles, InputFile
from standfirst.reading.folders import display_path
from standfirst.reading.read import read_content, read_inputs
from standfirst.rendering.render import merge_alike
from standfirst.rendering.site_files import PageStore
from standfirst.rendering.staleness import changed_paths

P = ParamSpec("P")
T = TypeVar("T")

# After so many seconds of making the rest, whatever else waits gets its turn.
_TURN = 0.01
# A page of more bytes than this takes so long to make that smaller ones are shown before it.
_LARGE = 200_000


@frozen
class Outcome:
    """What came of some work: the site to serve from then on, and what to print of it, if anything."""

    served: ServedSite
    message: str = ""


def _with_cache(work: Callable[Concatenate[Builder, P], T]) -> Callable[Concatenate[Builder, P], T]:
    """Run a method of a `Builder` with its cache active."""

    @functools.wraps(work)
    def cached(builder: Builder, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with builder.cache.active():
            return work(builder, *args, **kwargs)

    return cached


class Builder:
    """Builds one explainer, and remembers. Each method is one piece of work; only one may be at work at a time.

    `build` does what the whole site needs and makes the pages that somebody looks at, but for large ones. Any other
    page is made by `make` when it is asked for, and what is left by `go_on`. A mistake that only a page shows, or the
    site as a whole, may thus come to light after the site is shown: then what is shown again is the site before, and
    where a page of that is at fault as well, the last one that was found good.
    """

    def __init__(self, options: Options, empty: ServedSite) -> None:
        self.schemas = SchemaKeeper(options.content)
        self._options = replace(options, on_content=self.schemas.note)
        self.cache, self._store = Cache(), PageStore()
        self._files: Mapping[str, Hashable] = MappingProxyType({})
        self._content = NO_CONTENT
        self._desk: OpenDesk | None = None
        self._reviews: Reviews | None = None
        # The last site that was found good as a whole, and the one that was served before the last build.
        self._good = self._before = empty
        self._rest: Iterator[Outcome | None] | None = None
        self._seconds_of_rest = 0.0
        # The last message about an error.
        self._fault = ""

    @property
    def has_rest(self) -> bool:
        """Whether something is left to be made."""
        return self._rest is not None

    @property
    def desk(self) -> str:
        """What differs when the writers' desk has something else to show."""
        return desk_digest(self._content)

    @property
    def pause(self) -> float:
        """How many seconds without a save to wait for before going on: the longer, the longer the rest takes."""
        return 2 * self._seconds_of_rest

    @_with_cache
    def build(self, served: ServedSite, paths: Iterable[str]) -> Outcome | None:
        """Build, and make the pages at the paths that browsers look at; return what to show in place of `served`.

        Where there are several, those that were large before are left for `make`, so that the others are shown first.
        A preview outlives a mistake, a full disk and a bug in what it runs. Where all files are as they were, nothing
        comes of it.
        """
        start = time.monotonic()
        # Until they have been read, nothing is known of the files.
        before, self._files = self._files, MappingProxyType({})
        try:
            content, templates = read_inputs(self._options)
            self._content = content
            files = {**content.by_path, **templates.by_path}
            written = changed_paths(files, before)
            self._files = files
            if not written:
                return None
            self._rest, self._fault = None, ""
            planned = plan_site(content, templates, self._options, self._store)
        except Exception as error:
            self._rest = None
            return self._failed(error, served)
        now, self._before = _with_site(planned, served), served
        spent = time.monotonic() - start
        try:
            for number, path in enumerate(sorted(paths, key=served.size)):
                if number == 0 or served.size(path) <= _LARGE:
                    now.make(path)
        except Exception as error:
            self._rest = self._make_rest(planned, now, lambda _: "")
            return self._failed(error, served)
        # What changed on pages that nobody looks at is known when they have been made, and is told then.
        at_once = planned.files.rendered if before else 0
        what = ("Everything",) if at_once or not before else written
        self._rest = self._make_rest(
            planned,
            now,
            lambda more: (
                "" if at_once and planned.files.rendered == at_once else _message_of_build(what, planned, spent + more)
            ),
        )
        return Outcome(now, _message_of_build(written, planned, time.monotonic() - start) if at_once else "")

    @_with_cache
    def make(self, served: ServedSite, path: str) -> Outcome:
        """Make what an address leads to."""
        try:
            served.make(path)
        except Exception as error:
            if any(notice.is_error for notice in served.notices):
                # A later build has problems, and those are to be mended first.
                return Outcome(replace(self._good, notices=served.notices))
            return self._failed(error, self._before)
        return Outcome(served)

    @_with_cache
    def go_on(self) -> Outcome | None:
        """Go on making the rest, for a while; return what came of it when there is nothing left."""
        end = time.monotonic() + _TURN
        for outcome in self._rest or ():
            if outcome or time.monotonic() > end:
                return outcome
        self._rest = None
        return None

    @_with_cache
    def answer_at_desk(self, path: str, query: Mapping[str, str]) -> Answer:
        """Return what is sent for an address of the writers' desk, which may be asked of content with problems."""
        if path == REVIEW:
            return review_answer(query, self._reviews_now(self._content), self._proposed_name)
        if self._desk is None or self._desk.files is not self._content:
            self._desk = open_desk(self._content)
        return desk_answer(path, query, self._desk)

    @_with_cache
    def take_at_desk(self, path: str, posted: bytes, today: datetime.date) -> Answer:
        """Note what a writer says at the desk, or say why not. What was shown there may be behind the files."""
        if path != VOUCH:
            return json_reply(HTTPStatus.NOT_FOUND, {"error": "nothing is noted here"})
        try:
            sent = read_vouching(posted)
            files = read_content(self._options.content, self._options.copies)
            stop_at_errors(files.problems)
            text = text_after(sent, self._reviews_now(files), today)
            reviews = self._options.content / REVIEWS
            replace_file(reviews, text)
        except ChangedError:
            return json_reply(HTTPStatus.CONFLICT, {"error": "This changed meanwhile, and nothing was noted."})
        except (BadVouchingError, SiteError, UsageError) as error:
            return json_reply(HTTPStatus.BAD_REQUEST, {"error": str(error)})
        # The next page is asked for before the watcher tells of this.
        self._content = replace(files, reviews=InputFile(display_path(reviews), text))
        return json_reply(HTTPStatus.OK, {"noted": str(sent.fact)})

    def _reviews_now(self, files: ContentFiles) -> Reviews:
        """What can be reviewed of files, made anew only where they changed."""
        self._reviews = brought_up_to_date(self._reviews, files) if self._reviews else reviews_of(files)
        return self._reviews

    @functools.cached_property
    def _proposed_name(self) -> str:
        return user_name(self._options.content)

    def _make_rest(
        self, planned: PlannedSite, now: ServedSite, make_message: Callable[[float], str]
    ) -> Iterator[Outcome | None]:
        """Make all that is not made yet, step by step, and last yield what came of it.

        `make_message` is given the seconds that it took. Where one page was found at fault, all that are so
        are found here.
        """
        try:
            start = time.process_time()
            problems: list[Problem] = []
            for found in planned.files.make_by_steps():
                problems += found
                yield None
            stop_at_errors(merge_alike(problems))
            linted = lint_site(planned)
            self.cache.forget_unused()
            self._store.forget_others(planned.files.routes)
            # Here, where nobody waits: `start.py` sees to it that garbage is looked for at no other time.
            gc.collect()
        except Exception as error:
            known, outcome = self._fault, self._failed(error, self._before)
            yield replace(outcome, message="") if outcome.message == known else outcome
            return
        now = replace(now, notices=notices_of(linted.warnings))
        self._good, self._seconds_of_rest = now, time.process_time() - start
        yield Outcome(now, make_message(self._seconds_of_rest))

    def _failed(self, error: Exception, served: ServedSite) -> Outcome:
        """The outcome of work that ended with an error: the site to serve, with the error over it."""
        outcome = _outcome_of_error(error, served)
        self._fault = outcome.message
        if not isinstance(error, SiteError | UsageError):
            # Nobody knows whether what was read can be trusted.
            self._files = MappingProxyType({})
        return outcome


def _outcome_of_error(error: Exception, served: ServedSite) -> Outcome:
    match error:
        case SiteError():
            outcome = "the last good pages stay up." if served.files.routes else "there is no page to show yet."
            message = report(error.problems, ReportFormat.TEXT, colour=False, outcome=outcome)
            return Outcome(replace(served, notices=notices_of(error.problems)), message)
        case UsageError():
            return Outcome(replace(served, notices=(Notice(str(error)),)), str(error))
        case _:
            notice = Notice(f"a bug in Standfirst: {type(error).__name__}: {error}")
            return Outcome(replace(served, notices=(notice,)), "".join(traceback.format_exception(error)))


def _message_of_build(written: Sequence[str], planned: PlannedSite, seconds: float) -> str:
    """What changed, how many pages were rendered for it, how long that took, and how much there is to look at."""
    more = f" and {len(written) - 1} more" if len(written) > 1 else ""
    pages = f"{planned.files.rendered} of {planned.files.pages} pages"
    warnings = count_of_warnings(planned.warnings, "the pages show")
    return f"{visible(written[0])}{more}: {pages} in {seconds * 1000:.0f} ms{warnings}"


def _with_site(planned: PlannedSite, served: ServedSite) -> ServedSite:
    """Return the served site with its files, warnings and addresses replaced by those of a new build."""
    return replace(
        served,
        files=planned.files,
        is_made=planned.files.is_made,
        notices=notices_of(planned.warnings),
        base_path=planned.base_path,
        stylesheet=planned.stylesheet,
    )
