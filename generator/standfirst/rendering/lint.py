"""The rendered pages, read as a browser would: links that lead nowhere, and what every page must have."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import lxml.etree
import lxml.html
from lxml.etree import XPath
from lxml.html import HtmlElement

from standfirst.model import Origin
from standfirst.model.addresses import NOT_FOUND, Address
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import Artifact
from standfirst.problems.errors import Problem, miswritten
from standfirst.problems.remedies import Remedy, suggestions
from standfirst.rendering.page_weight import HeavyPage, heavy_page
from standfirst.rendering.policy import Breach, breaches_of


@frozen
class WrittenLink:
    """A link to a page of the site that a writer wrote by hand, as it is written there."""

    target: str
    origin: Origin


@frozen
class PageScan:
    """What was read off a page: where links to it may lead, what it links to, and what is wrong with it alone.

    `hrefs` are the addresses that it refers to, as they are written there, in the order of `_lines_of_hrefs`. It is
    `heavy` where it weighs more than a page may.
    """

    page: Artifact
    ids: frozenset[str]
    hrefs: tuple[str, ...]
    problems: tuple[Problem, ...]
    heavy: HeavyPage | None = None
    breaches: tuple[Breach, ...] = ()


def scan_page(page: Artifact) -> PageScan:
    """Read an HTML page."""
    root = _root(page.body)
    ids = _ALL_IDS(root)
    pictures = _PICTURES.search(page.body) is not None
    return PageScan(
        page=page,
        ids=frozenset(ids),
        hrefs=tuple(
            _hrefs_of(root) if pictures else chain.from_iterable(hrefs(root) for hrefs in _HREFS_WITHOUT_PICTURES)
        ),
        problems=(*_repeated_ids(page.route, root, ids), *_missing_parts(page.route, root)),
        heavy=heavy_page(page.route, page.body, root),
        breaches=breaches_of(page.body, root, pictures=pictures),
    )


def lint(
    scans: Sequence[PageScan],
    routes: frozenset[str],
    base_path: str,
    written: Iterable[WrittenLink],
    moved: Iterable[Address] = (),
) -> tuple[Problem, ...]:
    """Return what is wrong with a site: the problems of each page, and all links to what is not there.

    `routes` are all files of the site; `written` are the links to its pages that stand in the content. A script leads
    on from addresses that have `moved`.
    """
    ids = {scan.page.route: scan.ids for scan in scans}
    for route, anchors in _by_route(moved).items():
        ids[route] = ids.get(route, frozenset()) | anchors
    # From all pages of a folder a link leads to the same, but for one within the page.
    alive: defaultdict[str, set[str]] = defaultdict(set)
    dead = [
        link for scan in scans for link in _dead_links(scan, ids, routes, base_path, alive[_folder(scan.page.route)])
    ]
    return (*(problem for scan in scans for problem in scan.problems), *(_link_problems(dead, written) if dead else ()))


def _by_route(addresses: Iterable[Address]) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for address in addresses:
        found[address.route].add(address.anchor)
    return found


# How a link begins that means another place on each page.
_WITHIN_PAGE = ("", "#", "?")


@frozen
class _DeadLink:
    """A link that leads nowhere: the page on which it is, its number among the links there, and what is wrong."""

    page: Artifact
    number: int
    href: str
    fault: _LinkFault


def _folder(route: str) -> str:
    """The folder of a page; of that for what is not found, which lies in all of them, the page itself."""
    return route if route == NOT_FOUND else dirname(route)


def _dead_links(
    scan: PageScan, ids: Mapping[str, frozenset[str]], routes: frozenset[str], base_path: str, alive: set[str]
) -> Iterator[_DeadLink]:
    """Yield the links of a page that lead nowhere; those in `alive` lead somewhere, and others are added to it."""
    for number, href in enumerate(scan.hrefs):
        if href not in alive:
            fault = _fault_of_link(href, scan, ids, routes, base_path)
            if fault:
                yield _DeadLink(scan.page, number, href, fault)
            elif href[:1] not in _WITHIN_PAGE:
                alive.add(href)


def _link_problems(dead: Sequence[_DeadLink], written: Iterable[WrittenLink]) -> Iterator[Problem]:
    """The problems of dead links: of one that a writer wrote, where it is written; of any other, on its page."""
    origins, remedies = _origins(written), _remedies(link.fault for link in dead)
    lines = functools.cache(_lines_of_hrefs)
    reported: set[tuple[str, _LinkFault]] = set()
    for link in dead:
        page, fault = link.page, link.fault
        # From a page in a folder, a link that is written from the site's root has been led up to it.
        target = link.href.removeprefix("../" * page.route.count("/"))
        remedy = Remedy(fault.hint) or remedies[fault.known][fault.sought]
        if target not in origins:
            yield Problem(Origin(page.route, lines(page)[link.number], 1), f"'{link.href}' {fault.what}", remedy.hint)
        elif (target, fault) not in reported:
            # Many pages may show it, and it may be written in many places: each place is reported once.
            reported.add((target, fault))
            whole = _within_target(remedy, fault.sought, target)
            yield from (miswritten(place, f"'{target}' {fault.what}", whole, target) for place in origins[target])


def _within_target(remedy: Remedy, sought: str, target: str) -> Remedy:
    """A remedy for the page or the anchor that was sought, as one for the whole target."""
    if remedy.new is None or target.count(sought) != 1:
        return Remedy(remedy.hint)
    return Remedy(remedy.hint, target.replace(sought, remedy.new))


def _remedies(faults: Iterable[_LinkFault]) -> dict[frozenset[str], dict[str, Remedy]]:
    """For what there is, and what was sought among it, the remedy that names what is most like it."""
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
_ALL_IDS = XPath("//@id", smart_strings=False)
# Where pages refer to others, and to other files.
_REFERRING = ("//a/@href | //link/@href", "//img/@src | //script/@src | //source/@src")
_HREFS = tuple(XPath(path, smart_strings=False) for path in _REFERRING)
# Most pages have no pictures, which is found in their text ten times as soon as in the tree.
_PICTURES = re.compile(rb"<(?:img|source)\b", re.IGNORECASE)
_HREFS_WITHOUT_PICTURES = (_HREFS[0], XPath("//script/@src", smart_strings=False))
# Only these know the element, and so the line: most pages need none.
_HREFS_IN_PLACE = tuple(map(XPath, _REFERRING))
# Among the sizes of an image a browser chooses: their addresses, each with a width, between commas and blanks.
_SIZES = XPath("//source/@srcset | //img/@srcset")
_BETWEEN_SIZES = re.compile(r",\s+")
_HAVING_ID = XPath("//*[@id = $name]")
_HEADINGS = XPath("count(//h1)")
_NEEDED = (
    ("title", XPath("normalize-space(/html/head/title)"), "fill <title>"),
    ("language", XPath("normalize-space(/html/@lang)"), "give <html> a lang"),
    (
        "description",
        XPath("normalize-space(/html/head/meta[@name='description']/@content)"),
        "fill <meta name=description>",
    ),
)


def _root(body: bytes) -> HtmlElement:
    """The root element of a page; of one that has nothing but blanks and comments, an empty one."""
    # huge_tree lifts lxml's limit on depth; its own table of ids, which takes half of the time, is not asked here.
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False)
    try:
        return lxml.html.document_fromstring(body or _NOTHING, parser=parser)
    except lxml.etree.ParserError:
        return lxml.html.document_fromstring(_NOTHING, parser=parser)


def _hrefs_of(root: HtmlElement) -> Iterator[str]:
    """Where a page with pictures refers to others, and to other files."""
    yield from chain.from_iterable(hrefs(root) for hrefs in _HREFS)
    for sizes in _SIZES(root):
        yield from _addresses_of_sizes(sizes)


def _addresses_of_sizes(sizes: str) -> list[str]:
    return [size.split()[0] for size in _BETWEEN_SIZES.split(sizes) if size.strip()]


def _lines_of_hrefs(page: Artifact) -> Sequence[int]:
    """The lines on which a page refers to others, in the order of `PageScan.hrefs`."""
    root = _root(page.body)
    lines = [href.getparent().sourceline or 1 for hrefs in _HREFS_IN_PLACE for href in hrefs(root)]
    return [*lines, *(sizes.getparent().sourceline or 1 for sizes in _SIZES(root) for _ in _addresses_of_sizes(sizes))]


def _repeated_ids(route: str, root: HtmlElement, ids: Sequence[str]) -> Iterator[Problem]:
    if len(set(ids)) == len(ids):
        return
    for name, times in Counter(ids).items():
        if times > 1:
            again = _HAVING_ID(root, name=name)[1]
            message = f"the id '{name}' stands on this page {times} times"
            yield Problem(Origin(route, again.sourceline or 1, 1), message, "give it once")


def _missing_parts(route: str, root: HtmlElement) -> Iterator[Problem]:
    for what, path, hint in _NEEDED:
        if not path(root):
            yield Problem(Origin(route, 1, 1), f"this page has no {what}", hint)
    headings = int(_HEADINGS(root))
    if headings != 1:
        yield Problem(Origin(route, 1, 1), f"this page has {headings} headings of the first level", "give it one h1")


# ---------------------------------------------------------------- between pages


@frozen
class _LinkFault:
    """What is wrong with a link; how to mend it, or else what was `sought` among the names that are `known`."""

    what: str
    hint: str = ""
    sought: str = ""
    known: frozenset[str] = frozenset()


def _fault_of_link(
    href: str, scan: PageScan, ids: Mapping[str, frozenset[str]], routes: frozenset[str], base_path: str
) -> _LinkFault | None:
    """What is wrong with a link, or None where it leads to something or out of the site."""
    try:
        within = _within_site(href)
    except ValueError:
        return _LinkFault("is not an address", "write it whole, from https:// on")
    if within is None:
        return None
    path, anchor = within
    if path.startswith("/") and scan.page.route != NOT_FOUND:
        return _LinkFault("would lead out of the site where that lies in a folder", "write it relative")
    route = _route(path, dirname(scan.page.route), base_path) if path else scan.page.route
    if route not in routes:
        return _LinkFault("leads to no file of this site", sought=route, known=routes)
    if anchor and route in ids and anchor not in ids[route]:
        return _LinkFault("leads to no place on its page", sought=anchor, known=ids[route])
    return None


def _within_site(target: str) -> tuple[str, str] | None:
    """The path and the anchor of an address within the site, None for any other; `ValueError` for no address."""
    parts = urlsplit(target)
    return None if parts.scheme or parts.netloc else (unquote(parts.path), unquote(parts.fragment))


def _route(path: str, folder: str, base_path: str) -> str:
    if path.startswith("/"):
        return path.removeprefix(unquote(base_path))
    return normpath(join(folder, path))
