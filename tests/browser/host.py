"""A web host on loopback that answers as Netlify does: short addresses, the 404 page, the headers of netlify.toml."""

from __future__ import annotations

import fnmatch
import mimetypes
import threading
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """Headers for the addresses that match `pattern`, which may end in `*`."""

    pattern: str
    headers: Mapping[str, str]


def header_rules(netlify_toml: Path) -> tuple[HeaderRule, ...]:
    """Return the rules in their order; where two name one header, the later is sent."""
    settings = tomllib.loads(netlify_toml.read_text(encoding="utf-8"))
    return tuple(HeaderRule(rule["for"], rule["values"]) for rule in settings["headers"])


def find(site: Path, path: str) -> Path | None:
    """Return the file that answers an address: its namesake, that with `.html`, or the folder's index; None if none."""
    named = site.joinpath(*(part for part in path.split("/") if part not in {"", ".", ".."}))
    candidates = (named / "index.html",) if path.endswith("/") else (named, named.with_name(f"{named.name}.html"))
    return next((file for file in candidates if file.is_file()), None)


def content_type(file: Path) -> str:
    """Return the type that a file is sent with, text as UTF-8."""
    guessed = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{guessed}; charset=utf-8" if guessed.startswith("text/") else guessed


@contextmanager
def hosted(site: Path, rules: tuple[HeaderRule, ...]) -> Iterator[str]:
    """Serve a folder on a free port and give its address, without a slash at the end."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            found = find(site, path)
            file = found or site / "404.html"
            headers = {"Content-Type": content_type(file)}
            for rule in rules:
                if fnmatch.fnmatchcase(path, rule.pattern):
                    headers |= rule.headers
            self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(file.read_bytes())

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: what went wrong shows in the browser."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
