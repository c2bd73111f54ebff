"""The rendered pages, read as a browser would: links that lead nowhere, and what every page must have."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from standfirst.model import Origin
from standfirst.model.addresses import NOT_FOUND
from standfirst.outputs.artifact import Artifact
from standfirst.problems.errors import Problem, suggestions


@dataclass(frozen=True, slots=True)
class Href:
    """An address that a page refers to, as it is written there, and the line on which it is."""

    target: str
    line: int


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link to a page of the site that a writer wrote by hand, as it is written there."""

    target: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class PageScan:
    """What was read off a page: where links to it may lead, what it links to, and what is wrong with it alone."""

    route: str
    ids: frozenset[str]
    hrefs: tuple[Href, ...]
    problems: tuple[Problem, ...]


def scan_page(artifact: Artifact) -> PageScan:
    """Read an HTML page."""
    root = _root(artifact.body)
    ids = _ids(root)
    return PageScan(
        route=artifact.route,
        ids=frozenset(ids),
        hrefs=tuple(_hrefs(root)),
        problems=(*_repeated_ids(artifact.route, ids), *_missing_parts(artifact.route, root)),
    )


def lint(
    scans: Sequence[PageScan], routes: frozenset[str], base_path: str, written: Iterable[WrittenLink]
) -> tuple[Problem, ...]:
    """Return what is wrong with a site: the problems of each page, and all links to what is not there.

    `routes` are all files of the site; `written` are the links to its pages that stand in the content.
    """
    ids = {page.route: page.ids for page in scans}
    dead = [
        (page, href, fault)
        for page in scans
        for href in page.hrefs
        if (fault := _dead_link(href, page, ids, routes, base_path))
    ]
    return (*(problem for page in scans for problem in page.problems), *(_link_problems(dead, written) if dead else ()))


def _link_problems(
    dead: Sequence[tuple[PageScan, Href, _DeadLink]], written: Iterable[WrittenLink]
) -> Iterator[Problem]:
    """The problems of dead links: of one that a writer wrote, where it is written; of any other, on its page."""
    origins, hints = _origins(written), _hints(fault for _, _, fault in dead)
    reported: set[tuple[str, _DeadLink]] = set()
    for page, href, fault in dead:
        # From a page in a folder, a link that is written from the site's root has been led up to it.
        target = href.target.removeprefix("../" * page.route.count("/"))
        hint = fault.hint or hints[fault.known][fault.sought]
        if target not in origins:
            yield Problem(Origin(page.route, href.line, 1), f"'{href.target}' {fault.what}", hint)
        elif (target, fault) not in reported:
            # Many pages may show it, and it may be written in many places: each place is reported once.
            reported.add((target, fault))
            yield from (Problem(place, f"'{target}' {fault.what}", hint) for place in origins[target])


def _hints(faults: Iterable[_DeadLink]) -> dict[frozenset[str], dict[str, str]]:
    """For what there is, and what was sought among it, the hint that names what is most like it."""
    sought: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for fault in faults:
        sought[fault.known].append(fault.sought)
    return {known: suggestions(words, known) for known, words in sought.items()}


def _origins(written: Iterable[WrittenLink]) -> dict[str, list[Origin]]:
    """Where each target is written."""
    origins: defaultdict[str, list[Origin]] = defaultdict(list)
    for link in written:
        origins[link.target].append(link.origin)
    return origins


# ---------------------------------------------------------------- one page

# What a page is on which everything is missing.
_NOTHING = b"<html></html>"


def _root(body: bytes) -> HtmlElement:
    """The root element of a page; of one that has nothing but blanks and comments, an empty one."""
    # huge_tree lifts lxml's limit on depth.
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml.html.document_fromstring(body or _NOTHING, parser=parser)
    except lxml.etree.ParserError:
        return lxml.html.document_fromstring(_NOTHING, parser=parser)


_REFERRING = (("href", ("a", "link")), ("src", ("img", "script", "source")))


def _hrefs(root: HtmlElement) -> Iterator[Href]:
    for attribute, tags in _REFERRING:
        for element in root.iter(*tags):
            if (target := element.get(attribute)) is not None:
                yield Href(target, element.sourceline or 1)


def _ids(root: HtmlElement) -> dict[str, list[int]]:
    """The ids of a page, each with the lines on which it is given, in their order."""
    ids: defaultdict[str, list[int]] = defaultdict(list)
    for element in root.xpath("//*[@id]"):
        ids[element.get("id", "")].append(element.sourceline or 1)
    return ids


def _repeated_ids(route: str, ids: Mapping[str, Sequence[int]]) -> Iterator[Problem]:
    for name, lines in ids.items():
        if len(lines) > 1:
            message = f"the id '{name}' stands on this page {len(lines)} times"
            yield Problem(Origin(route, lines[1], 1), message, "give it once")


def _missing_parts(route: str, root: HtmlElement) -> Iterator[Problem]:
    for image in root.xpath("//img[not(normalize-space(@alt))]"):
        hint = "say in words what it shows"
        yield Problem(
            Origin(route, image.sourceline or 1, 1), f"the image '{image.get('src')}' has no alternative text", hint
        )
    needed = (
        ("a title", "normalize-space(/html/head/title)", "fill <title>"),
        ("a language", "normalize-space(/html/@lang)", "give <html> a lang"),
        (
            "a description",
            "normalize-space(/html/head/meta[@name='description']/@content)",
            "fill <meta name=description>",
        ),
    )
    for what, path, hint in needed:
        if not root.xpath(path):
            yield Problem(Origin(route, 1, 1), f"this page has no {what.removeprefix('a ')}", hint)
    headings = int(root.xpath("count(//h1)"))
    if headings != 1:
        yield Problem(Origin(route, 1, 1), f"this page has {headings} headings of the first level", "give it one h1")


# ---------------------------------------------------------------- between pages


@dataclass(frozen=True, slots=True)
class _DeadLink:
    """What is wrong with a link; how to mend it, or else what was `sought` among the names that are `known`."""

    what: str
    hint: str = ""
    sought: str = ""
    known: frozenset[str] = frozenset()


def _dead_link(
    href: Href, page: PageScan, ids: Mapping[str, frozenset[str]], routes: frozenset[str], base_path: str
) -> _DeadLink | None:
    """What is wrong with a link, or None where it leads to something or out of the site."""
    try:
        within = _within_site(href.target)
    except ValueError:
        return _DeadLink("is not an address", "write it whole, from https:// on")
    if within is None:
        return None
    path, anchor = within
    if path.startswith("/") and page.route != NOT_FOUND:
        return _DeadLink("would lead out of the site where that lies in a folder", "write it relative")
    route = _route(path, dirname(page.route), base_path) if path else page.route
    if route not in routes:
        return _DeadLink("leads to no file of this site", sought=route, known=routes)
    if anchor and route in ids and anchor not in ids[route]:
        return _DeadLink("leads to no place on its page", sought=anchor, known=ids[route])
    return None


# Most of what a page refers to, other pages refer to as well.
@functools.lru_cache(maxsize=2**15)
def _within_site(target: str) -> tuple[str, str] | None:
    """The path and the anchor of an address within the site, None for any other; `ValueError` for no address."""
    parts = urlsplit(target)
    return None if parts.scheme or parts.netloc else (unquote(parts.path), unquote(parts.fragment))


@functools.lru_cache(maxsize=2**15)
def _route(path: str, folder: str, base_path: str) -> str:
    if path.startswith("/"):
        return path.removeprefix(unquote(base_path))
    return normpath(join(folder, path))
