"""The preview at work: build, show, wait for a save, and again, until it is interrupted."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import threading
import time
import traceback
import webbrowser
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer

from generator.errors import SiteError, UsageError
from generator.graph import changed
from generator.hosting import HostRules, netlify_rules
from generator.memory import Memory
from generator.pipeline import Built, Options, assemble, read
from generator.preview.notices import Notice, notices_of
from generator.preview.program import PROGRAM, Program
from generator.preview.shown import Shown
from generator.preview.watching import saves
from generator.preview.web import LOOPBACK, Window, application, listen
from generator.report import Form, report

T = TypeVar("T")
Tell = Callable[[str], None]


def serve(options: Options, *, port: int, opens: bool, netlify_toml: Path, tell: Tell) -> None:
    """Serve the site on 127.0.0.1 until interrupted. While the content has problems the last good pages stay up.

    `tell` gets a line for each build. Headers and redirects are those of `netlify_toml`, if there is one.
    """
    rules = netlify_rules(netlify_toml.read_text(encoding="utf-8")) if netlify_toml.exists() else HostRules()
    asyncio.run(Preview(options, rules, tell).run(port, opens=opens))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: what to tell of it on the terminal, what to show of it, and the site, if there is one."""

    said: str
    notices: tuple[Notice, ...]
    built: Built | None = None


class Preview:
    """One preview of one explainer."""

    def __init__(self, options: Options, rules: HostRules, tell: Tell) -> None:
        # Only what is stale is rendered, and for that other processes cost more than they save.
        self._builder = Builder(replace(options, jobs=1))
        self._watched = (options.content, options.templates, PROGRAM)
        self._window = Window(Shown(rules))
        self._saved = asyncio.Event()
        self._tell = tell

    async def run(self, port: int, *, opens: bool) -> None:
        """Serve on a port, or the next that is free, for ever."""
        sockets = listen(port)
        HTTPServer(application(self._window)).add_sockets(sockets)
        found = sockets[0].getsockname()[1]
        address = f"http://{LOOPBACK}:{found}/"
        taken = f"Port {port} is taken. " if port not in {0, found} else ""
        self._tell(f"{taken}Preview on {address} (Ctrl-C ends it)")
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch())
            tasks.create_task(self._follow(Program.now(), found, address if opens else ""))

    async def _watch(self) -> None:
        async for _ in saves(self._watched):
            self._saved.set()

    async def _follow(self, program: Program, port: int, opened: str) -> None:
        """Build at the first save, which is what finding the files is, and at each after it."""
        while True:
            await self._saved.wait()
            # What is saved from here on needs another build.
            self._saved.clear()
            program = await program.renewed(port, self._tell)
            outcome = await in_thread(self._builder.build)
            if outcome:
                shown = replace(self._window.showing, notices=outcome.notices)
                self._window.show(showing(outcome.built, shown) if outcome.built else shown)
                self._tell(outcome.said)
            if opened:
                webbrowser.open(opened)
                opened = ""


class Builder:
    """Builds one explainer again and again, and remembers."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._memory = Memory()
        self._files: Mapping[str, Hashable] = MappingProxyType({})

    def build(self) -> Outcome | None:
        """Build, whatever comes of it: a preview outlives a mistake, a full disk and a bug in what it runs.

        Where all files are as they were, nothing comes of it.
        """
        start = time.monotonic()
        # Until they have been read, nothing is known of the files.
        before, self._files = self._files, MappingProxyType({})
        try:
            content, templates = read(self._options)
            files = {**content.by_path, **templates.by_path}
            paths = changed(files, before) if before else ("Everything",)
            self._files = files
            if not paths:
                return None
            built = assemble(content, templates, self._options, self._memory)
        except SiteError as error:
            said = report(error.problems, Form.TEXT, colour=False, outcome="the last good pages stay up.")
            return Outcome(said, notices_of(error.problems))
        except UsageError as error:
            return Outcome(f"{error}", (Notice(str(error)),))
        except Exception as error:
            self._files = MappingProxyType({})
            return Outcome(traceback.format_exc(), (Notice(f"a bug in Standfirst: {type(error).__name__}: {error}"),))
        if not before:
            # What it leaves is there to stay: without this, each later build would pay for looking it through.
            gc.collect()
            gc.freeze()
        return Outcome(_said(paths, built, time.monotonic() - start), notices_of(built.warnings), built)


def _said(paths: Sequence[str], built: Built, seconds: float) -> str:
    """What changed, how many pages were rendered for it, and how long that took."""
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return f"{paths[0]}{more}: {built.rendered} of {built.pages} pages in {seconds * 1000:.0f} ms"


def showing(built: Built, shown: Shown) -> Shown:
    """Return what shows a site that was built, with the rest as it was."""
    return replace(
        shown,
        files=MappingProxyType({artifact.route: artifact.body for artifact in built.artifacts}),
        base_path=urlsplit(built.site.explainer.base_url.rstrip("/") + "/").path,
        stylesheet=built.stylesheet,
    )


async def in_thread(work: Callable[[], T]) -> T:
    """Await what is done in a thread that nobody waits for once the program ends; `work` raises nothing."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        result = work()
        # When the program ends meanwhile, there is no loop any more.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(finish, result)

    def finish(result: T) -> None:
        if not done.cancelled():
            done.set_result(result)

    threading.Thread(target=run, daemon=True).start()
    return await done
