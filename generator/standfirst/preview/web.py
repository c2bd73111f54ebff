"""The preview's web server: pages from memory, and the websocket by which livereload.js learns of changes."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import logging
import socket
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from urllib.parse import unquote, urlsplit

import livereload.handlers
from tornado.escape import json_decode
from tornado.httputil import HTTPServerRequest
from tornado.iostream import StreamClosedError
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler, url
from tornado.websocket import WebSocketClosedError

from standfirst.preview.desk_addresses import DESK
from standfirst.preview.host import Answer
from standfirst.preview.served_site import RELOAD_SCRIPT, ServedSite, Version, reload_message
from standfirst.problems.errors import UsageError

LOOPBACK = "127.0.0.1"
_PORTS_TRIED = 100
# Bytes; what livereload.js says are some hundreds.
_LONGEST_MESSAGE = 1_000_000
# Bytes; a vouching has some hundreds.
_LONGEST_POST = 10_000


class Browsers:
    """The browsers that watch the preview, and the site that they are served. Until the first build is done they wait.

    `make` makes the page at a path; where that fails, another site is served from then on. `ask_desk` answers what
    writers ask below `/_desk/`, by its path, its query, and what is posted there, if anything is.
    """

    def __init__(
        self,
        served: ServedSite,
        make: Callable[[str], Awaitable[None]],
        ask_desk: Callable[[str, Mapping[str, str], bytes | None], Awaitable[Answer]],
    ) -> None:
        self.served = served
        self._make = make
        self._ask_desk = ask_desk
        self._built = asyncio.Event()
        self._watchers: dict[ReloadSocket, tuple[str, Version]] = {}

    @property
    def paths(self) -> frozenset[str]:
        """The paths of the site that browsers look at."""
        return frozenset(path for path, _ in self._watchers.values() if not path.startswith(DESK))

    async def wait_for(self, path: str) -> ServedSite:
        """Return the site that is served, as soon as what a path leads to has been made."""
        await self._built.wait()
        while not (served := self.served).has(path):
            await self._make(path)
        return served

    async def answer_at_desk(
        self, path: str, query: Mapping[str, str], host: str, posted: bytes | None = None
    ) -> Answer:
        """Return what the writers' desk sends, to a browser that knows the preview as `host`."""
        await self._built.wait()
        # What is asked of comes after what is shown: a save in between is told of later.
        served = self.served
        return served.answer_at_desk(await self._ask_desk(path, query, posted), host)

    def show(self, served: ServedSite) -> None:
        """Serve another site; browsers whose page differs there load it anew."""
        self.served = served
        self._built.set()
        for watcher, (path, version) in tuple(self._watchers.items()):
            # The browser of a page that has not been made yet is told when it has been.
            if served.has(path):
                self._compare(watcher, path, version)

    async def watch(self, watcher: ReloadSocket, path: str, version: Version) -> None:
        """Keep a browser that shows a version of a page up to date."""
        self._watchers[watcher] = (path, version)
        await self.wait_for(path)
        if watcher in self._watchers:
            self._compare(watcher, path, version)

    def _compare(self, watcher: ReloadSocket, path: str, version: Version) -> None:
        now = self.served.version(path)
        self._watchers[watcher] = (path, now)
        told = reload_message(version, now)
        if told:
            watcher.send(told)

    def leave(self, watcher: ReloadSocket) -> None:
        """Forget a browser."""
        self._watchers.pop(watcher, None)


def application(browsers: Browsers) -> Application:
    """Return the application that answers the browsers."""
    shared = {"browsers": browsers}
    # These loggers tell of what browsers get wrong, which is no business of the writer's; ours have other names.
    for name in ("tornado.general", "livereload"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    handlers = [
        url(RELOAD_SCRIPT, ReloadScriptHandler),
        url("/livereload", ReloadSocket, shared),
        url(f"{DESK.rstrip('/')}(?:/.*)?", DeskHandler, shared),
        url("/.*", PageHandler, shared),
    ]
    return Application(handlers, log_function=lambda _handler: None, websocket_max_message_size=_LONGEST_MESSAGE)


class _LocalHandler(RequestHandler):
    """Answers only requests that name this machine itself, and none from pages of other sites.

    A request with any other name is from a page of the open web whose name was made to lead here, so that it can read
    what is previewed. A page of another site may also load a script from here, say. Only its links may lead here.
    """

    def prepare(self) -> None:
        if not _is_loopback(self.request.host_name) or _is_for_another_site(self.request):
            raise HTTPError(403, reason="This preview is for its own machine")

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-store")
        # To browsers that do not say for which site they ask.
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")

    async def reply(self, answered: Answer) -> None:
        """Send an answer, unless the browser has left."""
        self.set_status(answered.status)
        self.clear_header("Content-Type")
        for name, value in answered.headers.items():
            self.set_header(name, value)
        with suppress(StreamClosedError):
            await self.finish(answered.body)

    def compute_etag(self) -> None:
        """Nothing is cached, so nothing is compared."""


class PageHandler(_LocalHandler):
    """Any address of the site."""

    def initialize(self, browsers: Browsers) -> None:
        self._browsers = browsers

    async def get(self) -> None:
        path = unquote(self.request.path)
        served = await self._browsers.wait_for(path)
        await self.reply(served.answer(path, self.request.host))

    head = get


class DeskHandler(_LocalHandler):
    """What writers see of their sources and facts, and what they say of these."""

    def initialize(self, browsers: Browsers) -> None:
        self._browsers = browsers

    async def get(self) -> None:
        path = unquote(self.request.path)
        if not path.startswith(DESK):
            self.redirect(DESK)
            return
        query = {name: self.get_query_argument(name) for name in self.request.query_arguments}
        await self.reply(await self._browsers.answer_at_desk(path, query, self.request.host))

    head = get

    async def post(self) -> None:
        """Take what a page of this preview sends, and no other: a form elsewhere could send here, but no JSON."""
        kind = self.request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if self.request.headers.get("Origin") != f"http://{self.request.host}" or kind != "application/json":
            raise HTTPError(403, reason="Only pages of this preview may write here")
        if len(self.request.body) > _LONGEST_POST:
            raise HTTPError(413)
        path = unquote(self.request.path)
        await self.reply(await self._browsers.answer_at_desk(path, {}, self.request.host, self.request.body))


class ReloadScriptHandler(_LocalHandler, livereload.handlers.LiveReloadJSHandler):  # type: ignore[misc]
    """livereload.js."""


class ReloadSocket(_LocalHandler, livereload.handlers.LiveReloadHandler):  # type: ignore[misc]
    """What livereload.js is connected to. livereload shakes hands with it; which pages reload, `Browsers` decides."""

    def initialize(self, browsers: Browsers) -> None:
        self._browsers = browsers

    def check_origin(self, origin: str) -> bool:
        """Pages of this preview may connect, those of other hosts not: livereload itself would let them."""
        return origin == f"http://{self.request.host}"

    async def on_message(self, message: str | bytes) -> None:
        try:
            told = json_decode(message)
            if told["command"] == "info":
                page = told["plugins"]["preview"]
                path = unquote(urlsplit(told["url"]).path)
                await self._browsers.watch(self, path, Version(page["page"], page["stylesheet"]))
            else:
                super().on_message(message)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            self.close(1002, "this is not what livereload.js says")

    def send(self, told: dict[str, str | bool]) -> None:
        """Tell the browser something, unless it has left."""
        try:
            sending = self.write_message(told)
        except WebSocketClosedError:
            self.on_close()
        else:
            # It may leave while it is told, and nobody asks what came of that.
            sending.add_done_callback(lambda sent: sent.cancelled() or sent.exception())

    def on_close(self) -> None:
        self._browsers.leave(self)


def _is_for_another_site(request: HTTPServerRequest) -> bool:
    """Whether a browser says that a page of another site, or of another port, asks for something to use.

    Older browsers say only from where they ask, if that; a link in a page of another site may lead here.
    """
    headers, own = request.headers, f"http://{request.host}"
    if headers.get("Sec-Fetch-Mode") == "navigate":
        return False
    if headers.get("Origin", own) != own:
        return True
    if site := headers.get("Sec-Fetch-Site"):
        return site not in {"none", "same-origin"}
    is_link = "text/html" in headers.get("Accept", "")
    return not is_link and not f"{headers.get('Referer', own)}/".startswith(f"{own}/")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def listen(port: int) -> socket.socket:
    """Return a socket that listens on a port of this machine alone, or on the next that is free; 0 means any."""
    for candidate in range(port, min(port + _PORTS_TRIED, 65536)):
        try:
            return bind_sockets(candidate, LOOPBACK)[0]
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise UsageError(f"no port from {port} on is free; name another with --port")
