"""A preview for tests, as a writer has it: started by its command, ended with Ctrl-C, watched by a browser or two."""

from __future__ import annotations

import asyncio
import json
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar
from urllib.parse import urlsplit

from tornado.websocket import WebSocketClientConnection, websocket_connect

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[1]
# Seconds that a busy machine may take for anything.
PATIENCE = 30.0
NOTHING: Mapping[str, str] = MappingProxyType({})
# What stands behind the last line of a terminal.
_NO_MORE = "\0"
# All that a preview adds to a page; and the problems, which are at its end.
_ADDED = re.compile(
    rb'<link rel="stylesheet" href="/__preview__/.*?\n(?=</head>)|<details id="preview_.*?</details>\n', re.S
)


@dataclass(frozen=True, slots=True)
class Received:
    """What came for an address."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def of_site(self) -> bytes:
        """The body as it would be published."""
        return _ADDED.sub(b"", self.body)


@dataclass(frozen=True, slots=True)
class Running:
    """A preview that runs; `said` are the lines of its terminal that nobody has read yet."""

    process: subprocess.Popen[str] | subprocess.Popen[bytes]
    address: str
    said: queue.Queue[str] = field(repr=False)

    def get(self, path: str, headers: Mapping[str, str] = NOTHING) -> Received:
        """Fetch an address as it is written."""
        with closing(HTTPConnection(urlsplit(self.address).netloc, timeout=PATIENCE)) as connection:
            connection.request("GET", path, headers=dict(headers))
            response = connection.getresponse()
            return Received(response.status, dict(response.getheaders()), response.read())

    def says(self, words: str, patience: float = PATIENCE) -> str:
        """Wait for a line of the terminal with these words, pass over those before, and return it."""
        end = time.monotonic() + patience
        passed = []
        while time.monotonic() < end:
            try:
                passed.append(self.said.get(timeout=0.1))
            except queue.Empty:
                continue
            if words in passed[-1]:
                return passed[-1]
        raise AssertionError(f"the preview said nothing of “{words}” but {passed}")

    def ends_quietly(self) -> None:
        """Require that it ends at once, and well, when it is interrupted."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(5) == 0
        assert "Traceback" not in "\n".join(iter(lambda: self.said.get(timeout=PATIENCE), _NO_MORE))

    def comes_up(self) -> bool:
        """Tell whether anything is answered while one would still wait for it."""

        def answers() -> bool:
            with suppress(ConnectionRefusedError):
                return bool(self.get("/"))
            return False

        return comes_about(answers)

    def shows(self, path: str, words: str) -> bool:
        """Tell whether a page comes to hold these words while one would still wait for it."""
        return comes_about(lambda: words in self.get(path).text)

    def loses(self, path: str, words: str) -> bool:
        """Tell whether a page comes to hold these words no more."""
        return comes_about(lambda: words not in self.get(path).text)


def comes_about(is_so: Callable[[], bool]) -> bool:
    """Tell whether something comes to be so while one would still wait for it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.02)
    return False


@contextmanager
def running(
    content: Path,
    *arguments: str,
    interrupted: bool = True,
    program: Path = ROOT,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Running]:
    """Run a preview of a content folder, on any free port unless one is named; at the end it must end well."""
    command = [sys.executable, str(program / "build.py"), "serve", "--content", str(content), "--port", "0", *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    ) as process:
        said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=_pass_on, args=(process, said), daemon=True).start()
        try:
            preview = Running(process, "", said)
            first = preview.says("Preview on ")
            address = re.search(r"http://\S+", first)
            assert address
            yield Running(process, address[0], said)
            if interrupted:
                process.send_signal(signal.SIGINT)
                assert process.wait(PATIENCE) == 0
        finally:
            # Without this, a preview that does not end would keep the tests waiting for ever.
            process.kill()


@dataclass(frozen=True, slots=True)
class Desk:
    """A preview that tests use one after the other, and the folder in which they write; `section` is a file there."""

    folder: Path
    section: Path
    preview: Running
    _start: Mapping[Path, bytes] = field(repr=False)
    _begun: list[str] = field(default_factory=list, repr=False)

    def begin(self) -> None:
        """Have all files as they were at first, but for a line of the section, and wait until that is shown."""
        restore(self.folder, self._start)
        self._begun.append("anew")
        line = f"Begun {' '.join(self._begun)}."
        self.section.write_bytes(self._start[self.section] + f"\n\n{line}\n".encode())
        assert self.preview.shows("/", line)


@contextmanager
def desk(folder: Path, section: Path, *arguments: str) -> Iterator[Desk]:
    """Run a preview of the content of a folder for several tests."""
    start = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with running(folder / "content", *arguments) as preview:
        yield Desk(folder, section, preview, start)


def restore(folder: Path, start: Mapping[Path, bytes]) -> None:
    """Have every file as it was at the start, as who changes to another branch does."""
    for path in folder.rglob("*"):
        if path.is_symlink() or (path not in start and path.is_file()):
            path.unlink()
        elif path in start and path.is_dir():
            shutil.rmtree(path)
    for path, body in start.items():
        if not path.is_file() or path.read_bytes() != body:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)


def _pass_on(process: subprocess.Popen[str], said: queue.Queue[str]) -> None:
    assert process.stdout
    for line in process.stdout:
        said.put(line.rstrip("\n"))
    said.put(_NO_MORE)


# ---------------------------------------------------------------- a browser, as far as its websocket goes


@dataclass(frozen=True, slots=True)
class Watcher:
    """livereload.js on a page."""

    socket: WebSocketClientConnection

    async def told(self, patience: float = PATIENCE) -> dict[str, object] | None:
        """Return the next message, or None where there is none for a while."""
        try:
            message = await asyncio.wait_for(self.socket.read_message(), patience)
        except TimeoutError:
            return None
        return dict(json.loads(message)) if message is not None else None


@asynccontextmanager
async def watching(preview: Running, path: str, loaded: Received | None = None) -> AsyncIterator[Watcher]:
    """Open a page, or take one that was loaded some time ago, and connect as livereload.js on it would."""
    page = await asyncio.to_thread(preview.get, path) if loaded is None else loaded
    shown = re.search(r'data-page="(\w+)"', page.text)
    stylesheet = re.search(r'<link rel="stylesheet" href="(?:\.\./)*(assets/[^"]+)"', page.text)
    assert shown
    socket = await websocket_connect(preview.address.replace("http", "ws") + "livereload")
    protocols = ["http://livereload.com/protocols/official-7"]
    await socket.write_message(json.dumps({"command": "hello", "protocols": protocols}))
    await socket.read_message()
    plugin = {"page": shown[1], "stylesheet": f"/{stylesheet[1]}" if stylesheet else ""}
    info = {"command": "info", "url": preview.address.rstrip("/") + path, "plugins": {"preview": plugin}}
    await socket.write_message(json.dumps(info))
    try:
        yield Watcher(socket)
    finally:
        await hang_up(socket)


def in_a_loop(talk: Coroutine[object, object, T]) -> T:
    """Run what talks to a preview, in a thread of its own: Playwright may have a loop running in this one."""
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(asyncio.run, talk).result()


async def hang_up(socket: WebSocketClientConnection) -> None:
    """Close a websocket, and wait until it is: one left open would be held against a later test."""
    socket.close()
    while await socket.read_message() is not None:
        pass
