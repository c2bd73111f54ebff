"""How a host of static files answers, as Netlify does: short addresses, the 404 page, and rules about both.

`netlify_file` reads the rules of netlify.toml; those that a site brings itself, in `_headers` and `_redirects`, are
read here.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Container, Iterator, Mapping
from http import HTTPStatus
from pathlib import PurePosixPath
from urllib.parse import quote

from standfirst.model.addresses import NOT_FOUND
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import Files

# Not every system and every Python knows them.
_FONTS = {".otf": "font/otf", ".ttf": "font/ttf", ".woff": "font/woff", ".woff2": "font/woff2"}
_HEADERS, _REDIRECTS = "_headers", "_redirects"
_NAMED = re.compile(r":([A-Za-z]\w*)")
# What stands in an address as it is: all that has a meaning there, and what is quoted already.
_SAFE = "/:?#[]@!$&'()*+,;=%"


@frozen
class HeaderRule:
    """Headers, each a name and a value, for the addresses that match `pattern`.

    In it, `:name` stands for a part of an address, and `*` for any number of them.
    """

    pattern: str
    headers: tuple[tuple[str, str], ...]

    def is_for(self, path: str) -> bool:
        """Whether they are sent with what is at a path."""
        return re.fullmatch(_NAMED.sub("[^/]+", re.escape(self.pattern)).replace(r"\*", ".*"), path) is not None


@frozen
class Redirect:
    """A rule that leads from one address to another; if it is `forced`, it holds even where there is a file.

    In `source`, `:name` stands for a part of an address, and `*` at its end for the rest; `target` may repeat them, the
    rest as `:splat`. With a status that is no redirection, the file at `target` is sent in place of the one asked for.
    """

    source: str
    target: str
    status: HTTPStatus
    forced: bool

    def target_for(self, path: str) -> str | None:
        """Return where a path leads, or None where this is about others."""
        if "*" not in self.source and ":" not in self.source:
            return self.target if path == self.source else None
        pattern = _NAMED.sub(r"(?P<\1>[^/]+)", re.escape(self.source)).replace(r"\*", "(?P<splat>.*)")
        found = re.fullmatch(pattern, path)
        return _NAMED.sub(lambda name: found.groupdict().get(name[1], name[0]), self.target) if found else None


def parts_named(source: str) -> list[str]:
    """Return the names by which a redirect may repeat parts of its source."""
    return _NAMED.findall(source) + ["splat"] * source.count("*")


@frozen
class HostRules:
    """What a host is told; of two headers with one name the later is sent, of two redirects the first is followed."""

    headers: tuple[HeaderRule, ...] = ()
    redirects: tuple[Redirect, ...] = ()

    def __add__(self, others: HostRules) -> HostRules:
        return HostRules((*self.headers, *others.headers), (*self.redirects, *others.redirects))


@frozen
class Answer:
    """What a host sends."""

    status: HTTPStatus
    headers: Mapping[str, str]
    body: bytes


def answer(path: str, files: Files, rules: HostRules) -> Answer:
    """Return what is sent for the path of an address, unquoted, of a site whose files are given by their routes."""
    moved = _move(path, files.routes, rules)
    if moved and 300 <= moved[0] < 400:
        return Answer(moved[0], {"Location": quote(moved[1], safe=_SAFE)}, b"")
    file = file_at(path, files.routes, rules)
    headers = {"Content-Type": _content_type(file)}
    for rule in rules.headers:
        if rule.is_for(path):
            headers |= dict(rule.headers)
    status, target = moved or (HTTPStatus.OK, path)
    body = files.body(file) if file in files.routes else b""
    return Answer(status if _route(target, files.routes) else HTTPStatus.NOT_FOUND, headers, body)


def file_at(path: str, routes: Container[str], rules: HostRules) -> str:
    """Return the route of the file that is sent for the path of an address, unless that leads on."""
    moved = _move(path, routes, rules)
    return _route(moved[1] if moved else path, routes) or NOT_FOUND


def _move(path: str, routes: Container[str], rules: HostRules) -> tuple[HTTPStatus, str] | None:
    """The status and the target of the redirect that is followed for a path, if there is one."""
    is_free = _route(path, routes) is None
    moves = ((each.status, each.target_for(path)) for each in rules.redirects if each.forced or is_free)
    return next(((status, target) for status, target in moves if target is not None), None)


def _route(path: str, routes: Container[str]) -> str | None:
    """The file that an address names: its namesake, that with `.html`, or the index of a folder; None if none."""
    named = path.strip("/")
    index = f"{named}/index.html".lstrip("/")
    candidates = (index,) if path.endswith("/") else (named, f"{named}.html", index)
    # What tells the host how to serve is not served.
    return next((route for route in candidates if route in routes and route not in {_HEADERS, _REDIRECTS}), None)


def _content_type(route: str) -> str:
    guessed = mimetypes.guess_type(route)[0] or _FONTS.get(PurePosixPath(route).suffix, "application/octet-stream")
    return f"{guessed}; charset=utf-8" if guessed.startswith("text/") else guessed


# ---------------------------------------------------------------- the rules that a site brings


def rules_of_site(files: Files) -> HostRules:
    """Return the rules that a site brings with it."""
    headers, redirects = (files.body(name).decode() if name in files.routes else "" for name in (_HEADERS, _REDIRECTS))
    return HostRules(tuple(_header_rules(headers)), tuple(_redirects(redirects)))


def _header_rules(text: str) -> Iterator[HeaderRule]:
    """The blocks of `_headers`: a pattern on a line of its own, and its headers indented below it."""
    pattern = ""
    for line in text.splitlines():
        if line.startswith("/"):
            pattern = line.strip()
        elif line.strip():
            name, _, value = line.partition(":")
            yield HeaderRule(pattern, ((name.strip(), value.strip()),))


def _redirects(text: str) -> Iterator[Redirect]:
    """The lines of `_redirects`: from where, to where, and the status, with `!` where it is forced."""
    for line in text.splitlines():
        source, target, status = line.split()
        yield Redirect(source, target, HTTPStatus(int(status.rstrip("!"))), status.endswith("!"))
