"""The preview at work: build, show, wait for a save, and again, until it is interrupted."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import gc
import socket
import threading
import webbrowser
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from tornado.httpserver import HTTPServer

from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.preview.building import Builder, Outcome
from standfirst.preview.desk_addresses import DESK
from standfirst.preview.host import Answer, HostRules
from standfirst.preview.netlify_file import NetlifyFile
from standfirst.preview.notices import notices_of
from standfirst.preview.restarting import PACKAGE, RunningProgram, inherited_socket
from standfirst.preview.served_site import ServedSite
from standfirst.preview.terminal import Terminal
from standfirst.preview.watching import moves, saves
from standfirst.preview.web import LOOPBACK, Browsers, application, listen
from standfirst.program import default_theme

T = TypeVar("T")
# Seconds in which browsers fetch what was made for them.
_BREATH = 0.05


@frozen(kw_only=True)
class AskedPreview:
    """How a site is previewed: on which port, and whether a browser opens.

    `tell` gets a line for each build. Headers and redirects are those of `netlify_toml`, if there is one. `today` is
    asked for the day on which somebody vouches for a fact.
    """

    port: int
    opens: bool
    netlify_toml: Path
    tell: Callable[[str], None]
    today: Callable[[], datetime.date]


def serve(options: Options, asked: AskedPreview) -> None:
    """Serve the site on 127.0.0.1 until interrupted. While the content has problems the last good pages stay up."""
    preview = Preview(options, NetlifyFile(asked.netlify_toml).reread(), Terminal(asked.tell), asked.today)
    asyncio.run(preview.run(asked.port, opens=asked.opens))


class Preview:
    """One preview of one explainer."""

    def __init__(
        self, options: Options, rules: NetlifyFile, tell: Terminal, today: Callable[[], datetime.date]
    ) -> None:
        self._served = ServedSite(HostRules())
        # Only what is stale is rendered, and for that other processes cost more than they save.
        self._builder = Builder(replace(options, jobs=1), self._served)
        self._rules = rules
        self._watched = (options.content, options.templates_over, default_theme(), PACKAGE, rules.file)
        self._browsers = Browsers(self._served, self._make, self._ask_desk)
        self._saved = asyncio.Event()
        self._at_work = asyncio.Lock()
        self._tell = tell
        self._today = today

    async def run(self, port: int, *, opens: bool) -> None:
        """Serve on a port, or the next that is free, for ever."""
        listening = inherited_socket() or listen(port)
        HTTPServer(application(self._browsers)).add_socket(listening)
        found = listening.getsockname()[1]
        address = f"http://{LOOPBACK}:{found}/"
        taken = f"Port {port} is taken. " if port not in {0, found} else ""
        self._tell(f"{taken}Preview on {address} (Ctrl-C ends it); sources to cite on {address}{DESK.lstrip('/')}")
        if self._rules.problems:
            self._tell(self._rules.message)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch(saves(self._watched)))
            tasks.create_task(self._watch(moves(self._watched)))
            tasks.create_task(self._follow(RunningProgram.now(), listening, address if opens else ""))

    async def _watch(self, changes: AsyncIterator[None]) -> None:
        async for _ in changes:
            self._saved.set()

    async def _follow(self, program: RunningProgram, listening: socket.socket, opened: str) -> None:
        """Build at each save; that the files are found at all counts as the first."""
        while True:
            await self._saved.wait()
            # What is saved from here on needs another build.
            self._saved.clear()
            before, self._rules = self._rules, self._rules.reread()
            # Asked here: browsers come and go while the thread is at work.
            await self._work(partial(self._builder.build, self._served, self._browsers.paths))
            await self._make_large_pages()
            if self._rules != before:
                self._show(self._served)
                self._tell(self._rules.message)
            if opened:
                # Some browsers are waited for until they are closed.
                threading.Thread(target=webbrowser.open, args=(opened,), daemon=True).start()
                opened = ""
            if not await self._is_saved_within(_BREATH):
                await in_thread(self._builder.schemas.renew)
                # What the pages that were just made leave behind.
                gc.collect(0)
                program = await program.restart_if_edited(listening, self._tell)
                await self._go_on()

    async def _make_large_pages(self) -> None:
        """Make what browsers look at and the build has left, unless something is saved meanwhile."""
        for path in sorted(self._browsers.paths):
            if not self._saved.is_set() and not self._served.has(path):
                await self._make(path)

    async def _go_on(self) -> None:
        """Make the rest of the site once the writer pauses, until that is done or something is saved."""
        if await self._is_saved_within(self._builder.pause):
            return
        while self._builder.has_rest and not self._saved.is_set():
            await self._work(self._builder.go_on)

    async def _is_saved_within(self, seconds: float) -> bool:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._saved.wait(), seconds)
        return self._saved.is_set()

    async def _make(self, path: str) -> None:
        await self._work(lambda: self._builder.make(self._served, path))

    async def _ask_desk(self, path: str, query: Mapping[str, str], posted: bytes | None) -> Answer:
        async with self._at_work:
            if posted is not None:
                return await in_thread(lambda: self._builder.take_at_desk(path, posted, self._today()))
            return await in_thread(lambda: self._builder.answer_at_desk(path, query))

    async def _work(self, work: Callable[[], Outcome | None]) -> None:
        """Do one piece of work at a time, then serve and print what comes of it."""
        async with self._at_work:
            outcome = await in_thread(work)
            if outcome:
                self._show(outcome.served)
                if outcome.message:
                    self._tell(outcome.message)

    def _show(self, served: ServedSite) -> None:
        """Show something by the rules of its host, and what is wrong with these."""
        self._served = served
        notices = (*notices_of(self._rules.problems), *served.notices)
        self._browsers.show(replace(served, rules=self._rules.rules, notices=notices, desk=self._builder.desk))


async def in_thread(work: Callable[[], T]) -> T:
    """Await work in a thread that does not keep the program from ending."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        try:
            finish = partial(done.set_result, work())
        except Exception as error:
            finish = partial(done.set_exception, error)
        # When the program ends meanwhile, there is no loop any more.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(lambda: None if done.cancelled() else finish())

    threading.Thread(target=run, daemon=True).start()
    return await done
