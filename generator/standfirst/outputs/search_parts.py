"""The search index as files: one of a small site, of a large one parts, of which a search loads those that it needs.

Names lie in parts by their words, so that a name is found with a part or two. Whole entries lie in parts in their
order, which are loaded where no name is what was sought, or where a reader asks for them. Each is a script, as the one
file is, and weighs less than 100 KB as hosts send it. How many parts there are follows from how many facts there are
and how much they say, so that they can be planned before anything is made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, pairwise

from standfirst.model import Quote
from standfirst.model.addresses import SEARCH_INDEX, SEARCH_NAMES, SEARCH_PARTS, SEARCH_TEXTS
from standfirst.model.walking import prose_in
from standfirst.outputs.artifact import PlannedFile
from standfirst.outputs.search_index import NAMED_KINDS, TITLED_KINDS, SearchRow, search_rows
from standfirst.outputs.search_words import search_words
from standfirst.present.planner import Planner
from standfirst.site.site import Site

# So many entries one file holds, and each part of a large index.
_MOST_IN_ONE, _TEXTS_A_PART, _NAMES_A_PART = 700, 150, 400
# And so many bytes of text, of which a third or a half is sent. What an entry has beside its text.
_BYTES_IN_ONE, _BYTES_A_PART, _FRAME = 240_000, 120_000, 100
# A word of more names than these leads to none of them.
_MOST_BEARERS = 400

_Pair = tuple[str, int]

_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def is_in_parts(site: Site) -> bool:
    """Tell whether a site has too much to be found for one file."""
    return len(site.facts) + len(site.sections) > _MOST_IN_ONE or sum(_sizes(site)) > _BYTES_IN_ONE


def search_files(planner: Planner) -> Iterator[PlannedFile]:
    """Yield what the search page loads."""
    site = planner.site
    if not is_in_parts(site):
        yield PlannedFile(SEARCH_INDEX, lambda: _script("const searchIndex = [", search_rows(planner), "]"))
        return
    named = sum(len(site.all(kind)) for kind in NAMED_KINDS)
    bounds = tuple(pairwise((*_starts(_sizes(site)), None)))

    # Each row with its place among all, by which one that came with its names alone is known again.
    @cache
    def rows() -> Sequence[SearchRow]:
        return [[place, *row] for place, row in enumerate(search_rows(planner))]

    @cache
    def names() -> Sequence[Sequence[_Pair]]:
        return _in_parts(_by_word(rows()[:named]), _parts(named, _NAMES_A_PART))

    def texts_of(start: int | None, stop: int | None) -> bytes:
        return _part(rows()[start:stop])

    def names_of(number: int) -> bytes:
        places = sorted({place for _, place in names()[number]})
        return _part(_without_text(rows()[place]) for place in places)

    yield PlannedFile(SEARCH_PARTS, lambda: _overview(names(), len(bounds)))
    for number in range(_parts(named, _NAMES_A_PART)):
        yield PlannedFile(SEARCH_NAMES.format(number), partial(names_of, number))
    for number, (start, stop) in enumerate(bounds):
        yield PlannedFile(SEARCH_TEXTS.format(number), partial(texts_of, start, stop))


def _sizes(site: Site) -> Iterator[int]:
    """Yield about how many bytes each entry has, in their order."""
    named = chain.from_iterable(map(site.all, NAMED_KINDS))
    titled = chain.from_iterable(map(site.all, TITLED_KINDS))
    explainer = site.explainer
    beginning = filter(None, (explainer.standfirst, explainer.key_points, explainer.how_we_know))
    return map(_size, chain(named, beginning, site.sections, titled))


def _size(part: object) -> int:
    words = part.words if isinstance(part, Quote) else ""
    return _FRAME + len(words.encode()) + sum(len(text.markdown.encode()) for text in prose_in(part))


def _starts(sizes: Iterable[int]) -> Iterator[int]:
    """Yield with which entry each part begins."""
    entries, filled = 0, 0
    for place, size in enumerate(sizes):
        if not place or entries == _TEXTS_A_PART or filled + size > _BYTES_A_PART:
            yield place
            entries, filled = 0, 0
        entries, filled = entries + 1, filled + size


def _parts(count: int, each: int) -> int:
    return -(-count // each)


def _by_word(rows: Iterable[SearchRow]) -> list[_Pair]:
    """The words of names with the places of those who bear them, in the order in which a browser compares words."""
    bearers: dict[str, list[int]] = {}
    for place, title, _address, _about, _text, *others in rows:
        for word in set(chain.from_iterable(search_words(str(name)) for name in (title, *others))):
            bearers.setdefault(word, []).append(int(place))
    words = sorted(bearers, key=lambda word: word.encode("utf-16-be"))
    return [(word, place) for word in words if len(bearers[word]) <= _MOST_BEARERS for place in bearers[word]]


def _in_parts(pairs: Sequence[_Pair], count: int) -> list[Sequence[_Pair]]:
    """As many parts as there are files, of the same size; the last may be empty."""
    bounds = [number * len(pairs) // max(count, 1) for number in range(count + 1)]
    return [pairs[start:stop] for start, stop in pairwise(bounds)]


def _without_text(row: SearchRow) -> SearchRow:
    place, title, address, about, _, *others = row
    return [place, title, address, about, "", *others]


def _overview(names: Sequence[Sequence[_Pair]], texts: int) -> bytes:
    """The script that a page loads first: with which word each part of the names begins, and how many have texts."""
    begins = [part[0][0] if part else "\uffff" for part in names]
    return f"const searchIndex = [];\nconst searchParts = {_as_json({'names': begins, 'texts': texts})};\n".encode()


def _part(rows: Iterable[SearchRow]) -> bytes:
    return _script("searchIndex.push(", rows, ")")


def _script(begin: str, rows: Iterable[SearchRow], end: str) -> bytes:
    """Rows as a script, one a line: title, address, what it is, text, other names."""
    body = ",\n".join(map(_as_json, rows))
    return f"{begin}\n{body}\n{end};\n".encode()
