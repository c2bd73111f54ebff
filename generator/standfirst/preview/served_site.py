"""The site as the preview serves it: as its host would, with live reload and notices for the writer added."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from http import HTTPStatus
from importlib import resources

from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import NO_FILES, Files
from standfirst.preview.desk_addresses import DESK, STYLESHEET
from standfirst.preview.host import Answer, HostRules, answer, file_at, rules_of_site
from standfirst.preview.notices import Notice, notices_html

# Below this address stands what belongs to the preview and not to the site.
RESERVED = "/__preview__/"
RELOAD_SCRIPT = "/livereload.js"
# livereload.js waits a second, then two, then four before it looks for a preview that was started anew.
_RETRY = "mindelay=100&maxdelay=1000"


@frozen
class Version:
    """The version of a page in a browser: a digest of it without the route of its stylesheet, and that route."""

    page: str
    stylesheet: str


@dataclass(frozen=True)
class ServedSite:
    """What the preview shows: the files of the last good site by their routes, and what the writer should know.

    Files may be made only when they are asked for, and `is_made` tells which are. It answers by `rules`, and by those
    of the site itself. `stylesheet` is the route of the site's own; `base_path` is the path of its address, which the
    404 page refers to. `desk` is a digest of all that the pages of the writers' desk show.
    """

    rules: HostRules
    files: Files = NO_FILES
    is_made: Callable[[str], bool] = lambda _route: True
    notices: tuple[Notice, ...] = ()
    base_path: str = "/"
    stylesheet: str = ""
    desk: str = ""

    def has(self, path: str) -> bool:
        """Tell whether what an address leads to has been made, so that it can be answered at once."""
        return path.startswith((RESERVED, DESK)) or not self.files.routes or self.is_made(self._file_at(path))

    def size(self, path: str) -> int:
        """Return how many bytes there are of what an address leads to; 0 where it has not been made."""
        route = self._file_at(path)
        return len(self.files.body(route)) if route in self.files.routes and self.is_made(route) else 0

    def make(self, path: str) -> None:
        """Make what an address leads to, or raise a `SiteError`."""
        route = self._file_at(path)
        if route in self.files.routes:
            self.files.body(route)

    def answer(self, path: str, host: str) -> Answer:
        """Return what is sent for the path of an address, unquoted, to a browser that knows the preview as `host`."""
        if path.startswith(RESERVED):
            return _own_file(path.removeprefix(RESERVED))
        answered = self._of_site(path)
        return self._dressed(answered, self._digest(answered.body), host)

    def answer_at_desk(self, answered: Answer, host: str) -> Answer:
        """Return what the writers' desk sends to a browser that knows the preview as `host`."""
        return self._dressed(answered, self.version(DESK).page, host)

    def version(self, path: str) -> Version:
        """Return the version that a browser has which loads an address now."""
        if path.startswith(DESK):
            return Version(self._digest(self.desk.encode()), STYLESHEET)
        return Version(self._digest(self._of_site(path).body), f"/{self.stylesheet}")

    def _of_site(self, path: str) -> Answer:
        if not self.files.routes:
            return _NOTHING_YET
        return answer(self._within(path), self.files, self._all_rules)

    def _file_at(self, path: str) -> str:
        return file_at(self._within(path), self.files.routes, self._all_rules)

    def _within(self, path: str) -> str:
        """Return a path without the site's base path: the preview serves the site there, and at the root as well."""
        return f"/{path.removeprefix(self.base_path)}" if path.startswith(self.base_path) else path

    @cached_property
    def _all_rules(self) -> HostRules:
        own = rules_of_site(self.files)
        moved = (replace(each, source=self._within(each.source)) for each in own.redirects)
        return self.rules + replace(own, redirects=tuple(moved))

    def _dressed(self, answered: Answer, version: str, host: str) -> Answer:
        if "html" in answered.headers.get("Content-Type", ""):
            answered = self._with_notices(answered, version)
        return replace(answered, headers=_loosened(answered.headers, host))

    def _with_notices(self, answered: Answer, version: str) -> Answer:
        head, end_of_head, rest = answered.body.partition(b"</head>")
        body, end_of_body, after = rest.rpartition(b"</body>")
        added = _HEAD.format(page=version, images=self._images.hex()).encode()
        page = (head, added, end_of_head, body, self._set_notices, end_of_body, after)
        return replace(answered, body=b"".join(page))

    def _digest(self, body: bytes) -> str:
        neutral = body.replace(self.stylesheet.encode(), b"")
        return hashlib.blake2b(neutral + self._beside_pages, digest_size=8).hexdigest()

    @cached_property
    def _set_notices(self) -> bytes:
        return notices_html(self.notices, has_site=bool(self.files.routes)).encode()

    @cached_property
    def _images(self) -> bytes:
        images = b"".join(self.files.version(route) for route in self.files.routes if route.startswith("images/"))
        return hashlib.blake2b(images, digest_size=8).digest()

    @cached_property
    def _beside_pages(self) -> bytes:
        """A digest of what is seen on pages and not written in them."""
        return hashlib.blake2b(self._images + self._set_notices + repr(self.rules).encode()).digest()


_HEAD = (
    f'<link rel="stylesheet" href="{RESERVED}preview.css">'
    f'<script src="{RESERVED}preview.js" data-page="{{page}}" data-images="{{images}}"></script>'
    f'<script src="{RELOAD_SCRIPT}?{escape(_RETRY)}" defer></script>\n'
)
_FOR_THE_WEB = re.compile("Strict-Transport-Security$|Access-Control-|Cross-Origin-Resource-Policy$", re.IGNORECASE)
_NOTHING_YET = Answer(
    HTTPStatus.SERVICE_UNAVAILABLE,
    {"Content-Type": "text/html; charset=utf-8"},
    b'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Preview</title></head><body></body></html>\n',
)
_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


def _own_file(name: str) -> Answer:
    """A style or a script of the preview, or what it takes from livereload."""
    if name not in {"preview.css", "preview.js"}:
        return Answer(HTTPStatus.NOT_FOUND, {"Content-Type": "text/plain; charset=utf-8"}, b"There is no such file.\n")
    body = (resources.files("standfirst.preview") / name).read_bytes()
    headers = {"Content-Type": _TYPES[name.rpartition(".")[2]], "Cache-Control": "no-store"}
    return Answer(HTTPStatus.OK, headers, body)


def _loosened(headers: Mapping[str, str], host: str) -> Mapping[str, str]:
    """The headers of the site's host, but for what would keep a preview from working.

    A preview has no certificate, so nothing is asked to be secure; it is never cached; and its drafts are for no page
    of another site.
    """
    kept = {name: value for name, value in headers.items() if not _FOR_THE_WEB.match(name)}
    if policy := kept.get("Content-Security-Policy"):
        kept["Content-Security-Policy"] = "; ".join(_loosened_policy(policy, host))
    return kept | {"Cache-Control": "no-store"}


def _loosened_policy(policy: str, host: str) -> Iterator[str]:
    for directive in map(str.strip, policy.split(";")):
        if directive.startswith("connect-src "):
            # Not every browser takes 'self' to mean the websocket as well.
            yield f"{directive} ws://{host}"
        elif directive and directive != "upgrade-insecure-requests":
            yield directive


def reload_message(before: Version, now: Version) -> dict[str, str | bool] | None:
    """Return what to tell livereload.js when the version of its page has changed; None where it has not."""
    if before == now:
        return None
    path = now.stylesheet if before.page == now.page else "*"
    return {"command": "reload", "path": path, "liveCSS": True, "liveImg": False}
