"""The preview's web server: pages from memory, and the websocket by which livereload.js learns of changes."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import socket
from urllib.parse import unquote, urlsplit

import livereload.handlers
from tornado.escape import json_decode
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler, url
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from generator.errors import UsageError
from generator.preview.shown import RELOAD_SCRIPT, Shown, Version, message

LOOPBACK = "127.0.0.1"
_PORTS_TRIED = 100


class Window:
    """What the preview shows, and the browsers that watch it. Until the first build is done they wait."""

    def __init__(self, showing: Shown) -> None:
        self.showing = showing
        self._built = asyncio.Event()
        self._watchers: dict[ReloadSocket, tuple[str, Version]] = {}

    async def shown(self) -> Shown:
        """Return what is shown, as soon as there is something."""
        await self._built.wait()
        return self.showing

    def show(self, shown: Shown) -> None:
        """Show something else; browsers whose page differs there load it anew."""
        self.showing = shown
        self._built.set()
        for watcher, (path, version) in tuple(self._watchers.items()):
            self.watch(watcher, path, version)

    def watch(self, watcher: ReloadSocket, path: str, version: Version) -> None:
        """Keep a browser that shows a version of a page up to date."""
        now = self.showing.version(path) if self._built.is_set() else version
        self._watchers[watcher] = (path, now)
        told = message(version, now)
        if told:
            watcher.send(told)

    def leave(self, watcher: ReloadSocket) -> None:
        """Forget a browser."""
        self._watchers.pop(watcher, None)


def application(window: Window) -> Application:
    """Return the application that serves a window."""
    shared = {"window": window}
    handlers = [url(RELOAD_SCRIPT, ReloadScript), url("/livereload", ReloadSocket, shared), url("/.*", Page, shared)]
    return Application(handlers, log_function=lambda _handler: None)


class _LocalHandler(RequestHandler):
    """Answers those only who asked for this machine by its own name.

    Any other name in a request means that a page of the open web has its name lead here, to read what is previewed.
    """

    def prepare(self) -> None:
        if not _is_loopback(self.request.host_name):
            raise HTTPError(403, reason="This preview is for its own machine")

    def set_default_headers(self) -> None:
        self.clear_header("Server")

    def compute_etag(self) -> None:
        """Nothing is cached, so nothing is compared."""


class Page(_LocalHandler):
    """Any address of the site."""

    def initialize(self, window: Window) -> None:
        self._window = window

    async def get(self) -> None:
        shown = await self._window.shown()
        answered = shown.answer(unquote(self.request.path), self.request.host)
        self.set_status(answered.status)
        self.clear_header("Content-Type")
        for name, value in answered.headers.items():
            self.set_header(name, value)
        await self.finish(answered.body)

    head = get


class ReloadScript(_LocalHandler, livereload.handlers.LiveReloadJSHandler):  # type: ignore[misc]
    """livereload.js."""


class ReloadSocket(_LocalHandler, livereload.handlers.LiveReloadHandler):  # type: ignore[misc]
    """What livereload.js is connected to. livereload shakes hands with it; which pages reload, the window decides."""

    def initialize(self, window: Window) -> None:
        self._window = window

    def check_origin(self, origin: str) -> bool:
        """Pages of this preview may connect, those of other hosts not: livereload itself would let them."""
        return WebSocketHandler.check_origin(self, origin)

    def on_message(self, message: str | bytes) -> None:
        try:
            told = json_decode(message)
            if told["command"] == "info":
                page = told["plugins"]["preview"]
                path = unquote(urlsplit(told["url"]).path)
                self._window.watch(self, path, Version(page["page"], page["stylesheet"]))
            else:
                super().on_message(message)
        except (ValueError, TypeError, KeyError, AttributeError):
            self.close(1002, "this is not what livereload.js says")

    def send(self, told: dict[str, str | bool]) -> None:
        """Tell the browser something, unless it has left."""
        try:
            self.write_message(told)
        except WebSocketClosedError:
            self.on_close()

    def on_close(self) -> None:
        self._window.leave(self)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def listen(port: int) -> list[socket.socket]:
    """Return sockets that listen on a port of this machine alone, or on the next that is free; 0 means any."""
    for candidate in range(port, min(port + _PORTS_TRIED, 65536)):
        try:
            return bind_sockets(candidate, LOOPBACK)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise UsageError(f"no port from {port} on is free; name another with --port")
