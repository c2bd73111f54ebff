"""One explainer built again and again: what browsers look at first, the rest when there is time for it."""

from __future__ import annotations

import gc
import time
import traceback
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.errors import SiteError, UsageError
from generator.graph import changed
from generator.memory import Memory
from generator.pipeline import Options, Prepared, finish, prepare, read
from generator.preview.notices import Notice, notices_of
from generator.preview.shown import Shown
from generator.report import Form, report

# Seconds that making the rest goes on for before whatever else waits gets its turn.
_TURN = 0.01


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of some work: what to show from then on, and what to tell of it on the terminal, if anything."""

    shown: Shown
    said: str = ""


class Builder:
    """Builds one explainer, and remembers. Each method is one piece of work; only one may be at work at a time.

    `build` does what the whole site needs and makes the pages that somebody looks at; any other page is made by `make`
    when it is asked for, and all that is left by `go_on`. A mistake that only a page shows, or the site as a whole, may
    thus come to light after the site is shown: then what is shown again is the last one that was found good.
    """

    def __init__(self, options: Options, empty: Shown) -> None:
        self._options = options
        self._memory = Memory()
        self._files: Mapping[str, Hashable] = MappingProxyType({})
        self._good = empty
        self._rest: Iterator[Outcome | None] | None = None
        self._seconds_of_rest = 0.0

    @property
    def has_rest(self) -> bool:
        """Whether something is left to be made."""
        return self._rest is not None

    @property
    def pause(self) -> float:
        """How many seconds without a save to wait for before going on: the longer, the longer the rest takes."""
        return 2 * self._seconds_of_rest

    def build(self, shown: Shown, paths: Iterable[str]) -> Outcome | None:
        """Build, and make the pages at the paths that browsers look at; return what to show in place of `shown`.

        A preview outlives a mistake, a full disk and a bug in what it runs. Where all files are as they were, nothing
        comes of it.
        """
        start = time.monotonic()
        # Until they have been read, nothing is known of the files.
        before, self._files = self._files, MappingProxyType({})
        try:
            content, templates = read(self._options, self._memory)
            files = {**content.by_path, **templates.by_path}
            written = changed(files, before)
            self._files = files
            if not written:
                return None
            self._rest = None
            prepared = prepare(content, templates, self._options, self._memory)
            now = showing(prepared, shown)
            for path in paths:
                now.make(path)
        except Exception as error:
            return self._failed(error, shown)
        if before:
            self._rest = self._make_rest(prepared, Outcome(now))
            return Outcome(now, _said(written, prepared, start))
        self._rest = self._make_all(prepared, now, start)
        return Outcome(now)

    def make(self, shown: Shown, path: str) -> Outcome:
        """Make what an address leads to."""
        try:
            shown.make(path)
        except Exception as error:
            return self._failed(error, self._good)
        return Outcome(shown)

    def go_on(self) -> Outcome | None:
        """Go on making the rest, for a while; return what came of it when there is nothing left."""
        end = time.monotonic() + _TURN
        for outcome in self._rest or ():
            if outcome or time.monotonic() > end:
                return outcome
        self._rest = None
        return None

    def _make_all(self, prepared: Prepared, now: Shown, start: float) -> Iterator[Outcome | None]:
        """Make the rest of the first build, which is told of when everything is there."""
        for outcome in self._make_rest(prepared, Outcome(now)):
            yield replace(outcome, said=outcome.said or _said(("Everything",), prepared, start)) if outcome else None

    def _make_rest(self, prepared: Prepared, made: Outcome) -> Iterator[Outcome | None]:
        """Make all that is not made yet, step by step, and last yield what came of it."""
        try:
            start = time.process_time()
            for _ in prepared.files.make_by_steps():
                yield None
            finish(prepared, self._memory)
            # Here, and with `gc.disable()` not when somebody waits.
            gc.collect()
        except Exception as error:
            yield self._failed(error, self._good)
            return
        self._good, self._seconds_of_rest = made.shown, time.process_time() - start
        yield made

    def _failed(self, error: Exception, shown: Shown) -> Outcome:
        """What came of work that ended with an error: what to show, with the error over it."""
        self._rest = None
        if isinstance(error, SiteError):
            said = report(error.problems, Form.TEXT, colour=False, outcome="the last good pages stay up.")
            return Outcome(replace(shown, notices=notices_of(error.problems)), said)
        if isinstance(error, UsageError):
            return Outcome(replace(shown, notices=(Notice(str(error)),)), str(error))
        self._files = MappingProxyType({})
        said = "".join(traceback.format_exception(error))
        notice = Notice(f"a bug in Standfirst: {type(error).__name__}: {error}")
        return Outcome(replace(shown, notices=(notice,)), said)


def _said(written: Sequence[str], prepared: Prepared, start: float) -> str:
    """What changed, how many pages were rendered for it, and how long that took."""
    more = f" and {len(written) - 1} more" if len(written) > 1 else ""
    pages = f"{prepared.files.rendered} of {prepared.files.pages} pages"
    return f"{written[0]}{more}: {pages} in {(time.monotonic() - start) * 1000:.0f} ms"


def showing(prepared: Prepared, shown: Shown) -> Shown:
    """Return what shows a site, with the rest as it was."""
    return replace(
        shown,
        files=prepared.files,
        is_made=prepared.files.has,
        notices=notices_of(prepared.warnings),
        base_path=prepared.base_path,
        stylesheet=prepared.stylesheet,
    )
