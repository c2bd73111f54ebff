"""What a host says that programs may visit: its robots.txt (RFC 9309), read by protego."""

from __future__ import annotations

from typing import Protocol, cast
from urllib.parse import urlsplit, urlunsplit

from standfirst.problems.errors import FetchError
from standfirst.problems.extras import Extra, needs
from standfirst.web.fetching import ascii_address, fetch

# As much as is read of one, and as long as a host may ask to be left alone between two visits.
_MOST_BYTES, _LONGEST_DELAY = 512 * 2**10, 30.0
_NOT_ALLOWED = "its robots.txt asks programs to stay away"


class _Rules(Protocol):
    """What protego says of a file."""

    def can_fetch(self, url: str, user_agent: str) -> bool: ...

    def crawl_delay(self, user_agent: str) -> float | None: ...


class Robots:
    """What the hosts say that a program may visit; each is asked once, when it is first visited."""

    def __init__(self, agent: str, *, most_seconds: float) -> None:
        self._agent, self._most_seconds = agent, most_seconds
        # A program is named in the file by what stands before its version.
        self._name = agent.partition("/")[0]
        self._known: dict[str, _Rules | FetchError] = {}
        # Before anything is visited it is found out whether there is what reads them.
        _parsed("")

    def refuse(self, url: str) -> None:
        """Raise a `NotAllowedError` where an address may not be visited, or a `FetchError` where nobody can tell."""
        rules = self._rules_of(url)
        if isinstance(rules, FetchError):
            what = "its robots.txt cannot be read: " if rules.status else ""
            raise FetchError(url, f"{what}{rules.why}")
        if not rules.can_fetch(url, self._name):
            raise NotAllowedError(url, _NOT_ALLOWED)

    def delay_of(self, url: str) -> float:
        """Return for how many seconds the host of an address asks to be left alone between two visits."""
        try:
            rules = self._rules_of(url)
        except FetchError:  # it is an address of no host
            return 0.0
        asked = 0.0 if isinstance(rules, FetchError) else rules.crawl_delay(self._name) or 0.0
        return min(asked, _LONGEST_DELAY)

    def _rules_of(self, url: str) -> _Rules | FetchError:
        parts = urlsplit(ascii_address(url))
        place = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
        if place not in self._known:
            self._known[place] = self._fetched(place)
        return self._known[place]

    def _fetched(self, place: str) -> _Rules | FetchError:
        """Return the rules of a host, or why they cannot be read, and so all is to be taken for refused.

        A host that has none allows all, and what is behind the first 500 KiB counts for nothing. (RFC 9309, sections
        2.3.1 and 2.5)
        """
        try:
            body = fetch(place, agent=self._agent, most_seconds=self._most_seconds).body
        except FetchError as error:
            has_none = error.status is not None and 400 <= error.status < 500 and error.status != 429
            return _parsed("") if has_none else error
        return _parsed(body[:_MOST_BYTES].decode("utf-8", "replace"))


class NotAllowedError(FetchError):
    """A host asks programs not to visit an address."""


def _parsed(text: str) -> _Rules:
    # Only `recheck` needs it, and a build is installed without it.
    with needs(Extra.WEB, "`recheck`, to respect robots.txt,"):
        from protego import Protego  # noqa: PLC0415
    return cast(_Rules, Protego.parse(text))
