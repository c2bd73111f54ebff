"""How long it takes from a save to the changed page in a browser, for each of the pages that are open.

A save ends for a page when it has been fetched with what was written. A websocket client waits until Standfirst's
preview tells it, as the script on a page does, and then fetches the page. Hugo's server is asked for the actor's page
again and again until it is there, and then for the others.
"""

from __future__ import annotations

import asyncio
import queue
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass

from bench.measure import memory_of
from bench.programs import Program
from tests.previews import Running, Watcher, running, watching

# Seconds that the first build may take, and a save.
_FIRST, _PATIENCE = 600.0, 60.0
# Seconds between two questions to Hugo's server.
_PAUSE = 0.01
# What is open: the page of the actor whose name is edited, and pages that show the name too. No page of the chronology
# does in every explainer that `bench/corpus.py` makes up.
PAGES = ("/actors/a00000.html", "/glossary.html", "/")


@dataclass(frozen=True, slots=True)
class Saves:
    """The seconds of each save, by page; and the megabytes of the server after the first of them and the last."""

    seconds: dict[str, list[float]]
    first_memory: float
    last_memory: float


def save_often(program: Program, name: str, saves: int, pause: float) -> Saves:
    """Save so many times while a server shows what is saved; at the end the file is as it was."""
    serve = _hugo_server(program) if program.name == "hugo" else _preview(program)
    before = {file: file.read_bytes() for file in program.edited}
    try:
        with serve as server:
            return asyncio.run(_saves(program, server, name, saves, pause))
    finally:
        for file, body in before.items():
            file.write_bytes(body)


async def _saves(program: Program, server: Running, name: str, saves: int, pause: float) -> Saves:
    taken: dict[str, list[float]] = {page: [] for page in PAGES}
    memory = []
    written = name
    async with AsyncExitStack() as open_pages:
        browsers: list[Watcher] = []
        if program.name == "standfirst":
            connections = [watching(server, page) for page in PAGES]
            browsers = [await open_pages.enter_async_context(connection) for connection in connections]
        for number in range(saves):
            word = f"save{number}x"
            start = time.perf_counter()
            program.edit(written, f"{name} {word}")
            written = f"{name} {word}"
            if browsers:
                shown = [_shown(browser, server, page, word) for browser, page in zip(browsers, PAGES, strict=True)]
                ends = await asyncio.gather(*shown)
            else:
                ends = [await _found(server, page, word) for page in PAGES]
            for page, end in zip(PAGES, ends, strict=True):
                taken[page].append(end - start)
            memory.append(memory_of(server.process.pid))
            await asyncio.sleep(pause)
    return Saves(taken, memory[0], memory[-1])


async def _shown(browser: Watcher, server: Running, page: str, word: str) -> float:
    """Return when a page was there with this word."""
    while True:
        assert await browser.told(_PATIENCE), f"no message of {word} for {page}"
        received = await asyncio.to_thread(server.get, page)
        if word in received.text:
            return time.perf_counter()


async def _found(server: Running, page: str, word: str) -> float:
    """Return when a page was there with this word, asking again and again."""
    last = time.perf_counter() + _PATIENCE
    while word not in (await asyncio.to_thread(server.get, page)).text:
        assert time.perf_counter() < last, f"{page} does not come to hold {word}"
        await asyncio.sleep(_PAUSE)
    return time.perf_counter()


@contextmanager
def _preview(program: Program) -> Iterator[Running]:
    with running(program.content, program=program.folder) as preview:
        preview.says("Everything", patience=_FIRST)
        yield preview


@contextmanager
def _hugo_server(program: Program) -> Iterator[Running]:
    """Run Hugo's server, with everything in memory, and wait until it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ("server", "--quiet", "--noBuildLock", "--renderToMemory", "--bind", "127.0.0.1", "--port", str(port))
    with subprocess.Popen([program.command[0], *options], cwd=program.folder) as process:
        server = Running(process, f"http://127.0.0.1:{port}/", queue.Queue())
        try:
            end = time.monotonic() + _FIRST
            while not server.comes_up():
                assert time.monotonic() < end, "Hugo's server does not answer"
            yield server
        finally:
            process.kill()
