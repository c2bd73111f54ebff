"""One address of the web, fetched when somebody asks for it: the only module that opens a connection to anywhere.

It says who asks, waits and reads within limits, and follows redirects to the web alone. Nothing is run, no cookie is
kept, and no name or password is sent. Proxies are those that the system names.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import urllib.request
import zlib
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, cast
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit

from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import FetchError

if TYPE_CHECKING:
    from http.client import HTTPResponse

AGENT = "Standfirst (fetches a page that a writer cites, once, when asked)"
_ACCEPT = "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.1"
# Seconds for which a server may be silent, and for which all of it may last.
_SILENCE, _MOST_SECONDS = 20.0, 120.0
# As large as a copy of a source may be.
_MOST_BYTES = 32 * 2**20
_PIECE = 64 * 2**10
_MOST_REDIRECTS = 10
# Of redirects (RFC 9110, section 15.4).
_FOR_GOOD = frozenset({301, 308})
_SCHEMES = frozenset({"http", "https"})
# What zlib takes for the head of gzip as well as of its own format.
_ANY_HEAD = zlib.MAX_WBITS | 32
# What servers say that want something of a reader first.
_WALLS = {
    401: "it wants a name and a password",
    402: "it wants to be paid",
    403: "it refuses programs, or readers without a subscription",
    407: "the proxy wants a name and a password",
    429: "it has been asked too often; wait a while",
    451: "it may not show it, for legal reasons",
}


# Those that say that there is something, and not for everybody.
_NOT_FOR_ALL = frozenset({401, 402, 403, 451})


@frozen
class Fetched:
    """What an address gave: the address in the end, what it says it is, in small letters, and the body.

    `moved_to` is where it leads for good, if it does.
    """

    url: str
    media_type: str
    charset: str
    body: bytes
    moved_to: str = ""


def follow_all(_url: str) -> None:
    """Refuse no redirect."""


def fetch(
    url: str,
    *,
    agent: str = AGENT,
    most_bytes: int = _MOST_BYTES,
    most_seconds: float = _MOST_SECONDS,
    before_following: Callable[[str], None] = follow_all,
) -> Fetched:
    """Return what stands at an address of the web. Raises `FetchError`, which says why nothing does.

    `before_following` is asked of each address that a redirect leads to, and may refuse it by a `FetchError`.
    """
    end = time.monotonic() + most_seconds
    redirects = _Redirects(before_following)
    request = urllib.request.Request(
        ascii_address(url), headers={"User-Agent": agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip"}
    )
    try:
        # It is one, whatever its stubs say, for all handlers are of HTTP.
        with cast("HTTPResponse", _opener(redirects).open(request, timeout=min(_SILENCE, most_seconds))) as response:
            body = _decompressed(_body(response, end, most_bytes), response.headers, most_bytes)
            return Fetched(
                url=response.geturl(),
                media_type=response.headers.get_content_type(),
                charset=(response.headers.get_content_charset() or "").lower(),
                body=body,
                moved_to=redirects.moved_to,
            )
    except HTTPError as error:
        with error:
            raise FetchError(url, _why_refused(error.code, error.reason), status=error.code) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise FetchError(url, _why(error)) from None


def is_wall(status: int | None) -> bool:
    """Tell whether an answer says that there is something at an address, but not for everybody."""
    return status in _NOT_FOR_ALL


def ascii_address(url: str) -> str:
    """Return an address as it is sent: its host in ASCII, its other letters quoted. Raises `FetchError`."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        known = "[" + host + "]" if ":" in host else host.encode("idna").decode()
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]")
    except ValueError:
        raise FetchError(url, "that is no address") from None
    if parts.scheme not in _SCHEMES or not host:
        raise FetchError(url, "only http:// and https:// lead to the web; give the path of a file as it is")
    if parts.username is not None:
        raise FetchError(url, "an address with a name or a password is fetched from nowhere; save the page by hand")
    place = f"{known}:{port}" if port else known
    return urlunsplit((parts.scheme, place, path, query, ""))


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to other addresses of the web."""

    max_redirections = _MOST_REDIRECTS

    def __init__(self, before_following: Callable[[str], None]) -> None:
        self.moved_to = ""
        self._before_following, self._is_for_good = before_following, True

    # The arguments are those of the library.
    def redirect_request(  # noqa: PLR0913, PLR0917
        self,
        request: urllib.request.Request,
        file: IO[bytes],
        code: int,
        message: str,
        headers: http.client.HTTPMessage,
        url: str,
        /,
    ) -> urllib.request.Request | None:
        # An address on this machine, say, is not what was asked for.
        target = ascii_address(url)
        self._before_following(target)
        # Behind one that holds for now, none holds for good.
        self._is_for_good = self._is_for_good and code in _FOR_GOOD
        self.moved_to = target if self._is_for_good else self.moved_to
        return super().redirect_request(request, file, code, message, headers, target)


def _opener(redirects: _Redirects) -> urllib.request.OpenerDirector:
    """What opens addresses of the web and no others: what `urllib` comes with also opens files."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
        redirects,
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _body(response: HTTPResponse, end: float, most: int) -> bytes:
    read = bytearray()
    while piece := response.read1(_PIECE):
        read += piece
        if len(read) > most:
            raise ValueError(f"it has more than {most // 2**20} MB")
        if time.monotonic() > end:
            raise TimeoutError
    if response.length:
        raise http.client.IncompleteRead(bytes(read), response.length)
    return bytes(read)


def _decompressed(body: bytes, headers: http.client.HTTPMessage, most: int) -> bytes:
    coding = headers.get("Content-Encoding", "identity").strip().lower()
    if coding in {"identity", ""}:
        return body
    if coding not in {"gzip", "x-gzip", "deflate"}:
        raise ValueError(f"it is compressed as {coding}, which nobody asked for")
    plain = bytearray()
    # What is compressed may have several parts.
    while body:
        reader = zlib.decompressobj(_ANY_HEAD)
        try:
            plain += reader.decompress(body, most + 1 - len(plain))
        except zlib.error:
            raise ValueError("it is compressed, and damaged") from None
        if len(plain) > most:
            raise ValueError(f"it has more than {most // 2**20} MB")
        if not reader.eof:
            raise http.client.IncompleteRead(bytes(plain))
        body = reader.unused_data
    return bytes(plain)


# ---------------------------------------------------------------- why nothing came


def _why_refused(code: int, reason: str) -> str:
    wall = _WALLS.get(code)
    if wall:
        return f"{wall} ({code}); open it in a browser, save the page, and give the file"
    return f"the server answers {code}, {reason or 'and does not say why'}"


def _why(error: Exception) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    match cause:
        case socket.gaierror():
            return "there is no such host, or no connection to the web"
        case ssl.SSLCertVerificationError():
            return f"its certificate is not to be trusted: {cause.verify_message}"
        case TimeoutError():
            return "it took too long to answer"
        case ConnectionRefusedError():
            return "nothing answers there"
        case http.client.IncompleteRead():
            return "the connection ended in the middle of it"
        case OSError():
            return cause.strerror or str(cause)
        case http.client.InvalidURL():
            return "that is no address"
        case http.client.HTTPException():
            return "what answers there does not speak HTTP"
    return str(cause)
