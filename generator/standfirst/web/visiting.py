"""Visits to many addresses, as a guest: one at a time a host, with a pause, and only where its robots.txt allows it."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
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
    """Yield what stands at each address, or why nothing does, host by host, as soon as one is done.

    Raises `UsageError` where nothing can read a robots.txt.
    """
    by_host: defaultdict[str, list[tuple[Id, str]]] = defaultdict(list)
    for source, url in addresses:
        by_host[_host(url)].append((source, url))
    robots, stopped = Robots(manners.agent, most_seconds=manners.most_seconds), threading.Event()
    visits = partial(_visits, robots=robots, manners=manners, stopped=stopped)
    with ThreadPoolExecutor(_MOST_HOSTS) as hosts:
        try:
            for done in as_completed([hosts.submit(visits, each) for each in by_host.values()]):
                yield from done.result()
        finally:
            stopped.set()


def _visits(
    addresses: Sequence[tuple[Id, str]], *, robots: Robots, manners: Manners, stopped: threading.Event
) -> list[Visit]:
    """Visit the addresses of one host, one after the other, until all has been stopped."""
    found: list[Visit] = []
    for number, (source, url) in enumerate(addresses):
        if number and stopped.wait(max(manners.pause, robots.delay_of(url))):
            break
        try:
            robots.refuse(url)
            came: Fetched | FetchError = fetch(
                url, agent=manners.agent, most_seconds=manners.most_seconds, before_following=robots.refuse
            )
        except FetchError as error:
            came = error
        found.append((source, came))
    return found


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
