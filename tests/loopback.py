"""A small web on this machine, for what asks the web: each address answers what a test says."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType

HTML = MappingProxyType({"Content-Type": "text/html; charset=utf-8"})


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address answers, after a `delay` in seconds.

    `length` is what it says of the length of its body, where that is not so.
    """

    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=lambda: HTML)
    status: int = 200
    length: int | None = None
    delay: float = 0


@dataclass(slots=True)
class Web:
    """Replies by path, with the query; `asked` are the paths that were asked for, `agents` who asked."""

    address: str
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)


@contextmanager
def web() -> Iterator[Web]:
    """A server on this machine that answers until the end of the block."""
    found = Web("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            found.agents.append(self.headers["User-Agent"])
            reply = found.replies.get(self.path) or found.replies.get(self.path.partition("?")[0])
            reply = reply or Reply(b"nothing", status=404)
            time.sleep(reply.delay)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
            self.end_headers()
            # Who asked may not have waited.
            with suppress(BrokenPipeError):
                self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    found.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
