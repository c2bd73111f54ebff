"""Whether Hugo's site says what Standfirst's does, page by page.

Run from the repository: `python -m bench.compare STANDFIRSTS HUGOS`, with the folders of two built sites; `python -m
bench.peers --check` builds and compares them. For each kind of file it prints number, bytes and their ratio. Of each
page it compares the visible text without white space, the tags in order with their attributes (addresses resolved
against the page, fingerprints left out), and the linked data, nodes in any order; of pictures (svg) the text alone. Of
the downloads JSON is compared as values, CSV as rows in any order, the search index as entries. What rests on a source
stands in any order: Hugo does not know in which file a record stands. It ends with 1 if any of these differ.

Of the picture of who backs whom, on the first page, and of the downloads for other programs, nothing is compared:
Hugo's templates do not make them, and what is printed says so.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

_ADDRESS = "https://example.org/"
_VOID = frozenset({"meta", "link", "input", "br", "hr", "img", "path", "rect"})
# Folders the files of which are told of together.
_FOLDERS_OF_MANY = frozenset({"actors", "chronology", "glossary", "sources/src", "search-index"})
# Of differences that are many the first are enough.
_SHOWN = 40
_FINGERPRINT = re.compile(r"\.[0-9a-f]{16}(?=\.)")
_CARD = re.compile(r"card(\.\w+)?\.png")
# What Hugo's templates do not make, as tag and class, and in words. Nothing of it is compared.
_LEFT_OUT = {
    ("figure", "backing wide"): "the picture of who backs whom",
    ("section", "downloads"): "the downloads for other programs",
}


class _Reader(HTMLParser):
    """What a page says: its visible text, its tags and its linked data."""

    def __init__(self, route: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.tags: list[tuple[object, ...]] = []
        self.linked = ""
        self._route = route
        self._inside = ""
        self._pictures = 0
        self._left_out_until = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if (tag, dict(attrs).get("class")) in _LEFT_OUT:
            self._left_out_until = tag
        if self._left_out_until:
            return
        self._inside = tag if tag in {"script", "style"} else ""
        if tag == "svg":
            self._pictures += 1
        elif not self._pictures:
            self.tags.append((tag, *sorted((key, self._value(key, value or "")) for key, value in attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._left_out_until:
            self._left_out_until = "" if tag == self._left_out_until else self._left_out_until
            return
        self._inside = ""
        if tag == "svg":
            self._pictures -= 1
        elif not self._pictures and tag not in _VOID:
            self.tags.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        if self._left_out_until:
            return
        if self._inside == "script":
            self.linked += data
        elif not self._inside:
            self.texts.append(data)

    def _value(self, key: str, value: str) -> str:
        if key in {"href", "src"}:
            value = urljoin(_ADDRESS + self._route, value).replace(_ADDRESS, "/").replace("/index.html", "/")
        return _CARD.sub("card.png", _FINGERPRINT.sub("", re.sub(r"^/(?=#)", "/", value)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the comparison prints, and how many differences it found."""

    lines: tuple[str, ...]
    differences: int


def compare(ours: Path, hugos: Path) -> Comparison:
    """Compare two folders."""
    every = sorted(file.relative_to(ours).as_posix() for file in ours.rglob("*.html"))
    # What is below data/ is there to be saved, and made of the pages.
    pages = [route for route in every if not route.startswith("data/")]
    found = [difference for route in pages for difference in _in_page(ours, hugos, route)]
    others = [*_in_downloads(ours, hugos)]
    lines = (
        *_sizes_of_kinds(ours, hugos),
        *found[:_SHOWN],
        *_left_out(ours, pages),
        f"{len(pages)} pages compared, {len(found)} differences",
        *(f"{route}: {difference or 'the same'}" for route, difference in others),
    )
    return Comparison(lines, len(found) + sum(bool(difference) for _, difference in others))


def _left_out(ours: Path, pages: Sequence[str]) -> Iterator[str]:
    for route in pages:
        text = (ours / route).read_text(encoding="utf-8")
        for (tag, name), what in _LEFT_OUT.items():
            if f'<{tag} class="{name}">' in text:
                yield f"{route}: Hugo does not make {what}, and nothing of that is compared"


def _in_page(ours: Path, hugos: Path, route: str) -> Iterator[str]:
    if not (hugos / route).is_file():
        yield f"{route}: Hugo has no such page"
        return
    for what, one, other in zip(("text", "tags", "linked data"), _said(ours, route), _said(hugos, route), strict=True):
        if one != other:
            yield f"{route}: {what} differ {_first_difference(one, other)}"


def _said(folder: Path, route: str) -> tuple[Sequence[object], ...]:
    reader = _Reader(route)
    reader.feed((folder / route).read_text(encoding="utf-8"))
    graph = json.loads(reader.linked)["@graph"] if reader.linked.strip() else []
    nodes = sorted(_CARD.sub("card.png", json.dumps(node, sort_keys=True, ensure_ascii=False)) for node in graph)
    text = "".join("".join(reader.texts).split())
    if route.startswith("sources/"):
        return "".join(sorted(text)), sorted(reader.tags, key=str), nodes
    return text, reader.tags, nodes


def _first_difference(one: Sequence[object], other: Sequence[object]) -> str:
    pairs = enumerate(zip(one, other, strict=False))
    at = next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))
    around = slice(max(0, at - 30), at + 60) if isinstance(one, str) else slice(at, at + 2)
    return f"at {at} of {len(one)} and {len(other)}: {str(one[around])[:300]}  <>  {str(other[around])[:300]}"


def _in_downloads(ours: Path, hugos: Path) -> Iterator[tuple[str, str]]:
    """The routes of what is not a page, each with how it differs, or nothing."""
    index = sorted(file for file in ours.rglob("*.js") if file.relative_to(ours).parts[0] != "assets")
    for file in [*sorted((ours / "data").iterdir()), ours / "feed.json", *index, ours / "sitemap.xml"]:
        route = file.relative_to(ours)
        if not (hugos / route).is_file():
            yield route.as_posix(), "is not among Hugo's"
            continue
        one, other = _values(file), _values(hugos / route)
        yield route.as_posix(), "" if one == other else f"differs {_first_difference(one, other)}"


def _values(file: Path) -> Sequence[object]:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".json":
        return [json.loads(text)]
    if file.suffix == ".csv":
        return sorted(csv.reader(io.StringIO(text)))
    if file.suffix == ".xml":
        return sorted(address.replace("index.html", "") for address in re.findall("<loc>(.*?)</loc>", text))
    if file.name == "parts.js":
        return text
    start, end = text.find("\n"), text.rstrip().rfind("\n")
    rows = json.loads(f"[{text[start:end]}]")
    return sorted([_without_home(value) for value in row] for row in rows)


def _without_home(value: object) -> object:
    return value.lstrip("/").replace("index.html", "") if isinstance(value, str) else value


def _sizes_of_kinds(ours: Path, hugos: Path) -> Iterator[str]:
    one, other = _sizes(ours), _sizes(hugos)
    yield f"{'kind of file':34}{'n':>7}{'Standfirst':>13}{'n':>7}{'Hugo':>13}{'ratio':>7}"
    for kind in sorted(one.keys() | other.keys()):
        own, theirs = one.get(kind, []), other.get(kind, [])
        ratio = f"{sum(theirs) / sum(own):7.3f}" if own else ""
        yield f"{kind:34}{len(own):7}{sum(own):13,}{len(theirs):7}{sum(theirs):13,}{ratio}"


def _sizes(folder: Path) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for file in folder.rglob("*"):
        if file.is_file() and file.name != ".standfirst":
            for kind in (_kind(file.relative_to(folder)), "all"):
                found[kind].append(file.stat().st_size)
    return found


def _kind(route: Path) -> str:
    head = route.parent.as_posix()
    if head in _FOLDERS_OF_MANY:
        return f"{head}/*{route.suffix}"
    return _CARD.sub("card.png", _FINGERPRINT.sub("", route.as_posix()))


def main(ours: str, hugos: str) -> int:
    """Print the comparison."""
    comparison = compare(Path(ours), Path(hugos))
    print("\n".join(comparison.lines))
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
