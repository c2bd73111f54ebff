"""The anchors of which a page has too many: files that say on which page behind it each of them stands.

They are shared out by a number that follows from the anchor alone, so that the script of a page asks for one small
file, however many there are. Each is a script as those of the search index are, so that no policy and no folder on disk
stands in its way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from types import MappingProxyType

from standfirst.model.addresses import Address, href
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import PlannedFile
from standfirst.present.page_view import AnchorFiles
from standfirst.present.planner import PlannedPage, StandsIn

# So many anchors a file has, or about that.
_A_FILE = 1_500

_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@frozen
class MovedAnchors:
    """Where that stands of which a page has too many anchors: `to` by its address, and the `files` by those pages.

    The `digest` stands for all of it.
    """

    to: Mapping[Address, Address]
    files: Mapping[str, AnchorFiles]
    digest: str


NONE_MOVED = MovedAnchors(MappingProxyType({}), MappingProxyType({}), "")


def moved_anchors(pages: Iterable[PlannedPage]) -> MovedAnchors:
    """Return where the pages of a site stand in for others."""
    moved = {
        Address(stands_in.route, anchor): Address(route, anchor)
        for route, stands_in in _standing_in(pages)
        for anchor in stands_in.anchors
    }
    if not moved:
        return NONE_MOVED
    counts: dict[str, int] = {}
    for address in moved:
        counts[address.route] = counts.get(address.route, 0) + 1
    files = {route: AnchorFiles(_folder(route), -(-count // _A_FILE)) for route, count in counts.items()}
    said = "\n".join(f"{old.route}#{old.anchor} {new.route}" for old, new in moved.items())
    return MovedAnchors(MappingProxyType(moved), MappingProxyType(files), sha256(said.encode()).hexdigest())


def anchor_files(moved: MovedAnchors) -> Iterator[PlannedFile]:
    """Yield the files that say where anchors stand."""
    shared: dict[tuple[str, int], list[Address]] = {}
    for old in moved.to:
        shared.setdefault((old.route, file_of(old.anchor, moved.files[old.route].count)), []).append(old)
    for route, files in moved.files.items():
        for number in range(files.count):
            there = shared.get((route, number), [])
            yield PlannedFile(f"{files.at.route}-{number}.js", partial(_script, route, there, moved))


def file_of(anchor: str, count: int) -> int:
    """Return the number of the file that has an anchor, of so many; the script `lead-on.js` works out the same."""
    number = 0
    for letter in anchor:
        number = (number * 31 + ord(letter)) % 65_521
    return number % count


def _standing_in(pages: Iterable[PlannedPage]) -> Iterator[tuple[str, StandsIn]]:
    for page in pages:
        if page.stands_in:
            yield page.route, page.stands_in


def _folder(route: str) -> Address:
    return Address(f"anchors/{route.removesuffix('.html')}")


def _script(route: str, there: Sequence[Address], moved: MovedAnchors) -> bytes:
    """Tell whoever listens on the page at a route which anchors stand on which other."""
    by_page: dict[str, list[str]] = {}
    for old in there:
        by_page.setdefault(moved.to[old].route, []).append(old.anchor)
    rows = ",\n".join(_as_json([href(Address(page), route, ""), " ".join(names)]) for page, names in by_page.items())
    return f'dispatchEvent(new CustomEvent("anchors", {{ detail: [\n{rows}\n] }}));\n'.encode()
