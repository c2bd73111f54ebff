"""Visits to many addresses, as a guest: one at a time a host, with a pause, and only where its robots.txt allows it."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import field
from queue import SimpleQueue
from urllib.parse import urlsplit

from standfirst.model import Id
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import FetchError
from standfirst.web.fetching import Fetched, fetch
from standfirst.web.robots import Robots

# So many hosts are visited at once.
_MOST_HOSTS = 8


@frozen(kw_only=True)
class Manners:
    """How addresses are visited: by whom, and how many seconds between two visits to a host and at most for each."""

    agent: str
    pause: float
    most_seconds: float


Visit = tuple[Id, Fetched | FetchError]


def visit(addresses: Sequence[tuple[Id, str]], manners: Manners) -> Iterator[Visit]:
    """Yield what stands at each address, or why nothing does, as soon as that is known.

    Raises `UsageError` where nothing can read a robots.txt.
    """
    by_host: defaultdict[str, list[tuple[Id, str]]] = defaultdict(list)
    for source, url in addresses:
        by_host[_host(url)].append((source, url))
    rounds = _Rounds(manners, Robots(manners.agent, most_seconds=manners.most_seconds))
    with ThreadPoolExecutor(_MOST_HOSTS) as threads:
        try:
            for of_host in by_host.values():
                threads.submit(rounds.visit, of_host)
            for _ in addresses:
                came = rounds.found.get()
                if isinstance(came, BaseException):
                    raise came
                yield came
        finally:
            # Whoever interrupts does not wait for those who have not begun.
            rounds.stopped.set()
            threads.shutdown(cancel_futures=True)


@frozen
class _Rounds:
    """The visits to all hosts, each in a thread, which puts what it `found` there until all is `stopped`."""

    manners: Manners
    robots: Robots
    found: SimpleQueue[Visit | BaseException] = field(default_factory=SimpleQueue)
    stopped: threading.Event = field(default_factory=threading.Event)

    def visit(self, addresses: Sequence[tuple[Id, str]]) -> None:
        """Visit the addresses of one host, one after the other."""
        try:
            for number, (source, url) in enumerate(addresses):
                pause = max(self.manners.pause, self.robots.delay_of(url)) if number else 0
                if self.stopped.wait(pause):
                    return
                self.found.put((source, self._fetched(url)))
        # It is raised where somebody waits for it.
        except BaseException as error:
            self.found.put(error)

    def _fetched(self, url: str) -> Fetched | FetchError:
        manners, refuse = self.manners, self.robots.refuse
        try:
            refuse(url)
            return fetch(url, agent=manners.agent, most_seconds=manners.most_seconds, before_following=refuse)
        except FetchError as error:
            return error


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
