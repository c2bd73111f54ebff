"""Runs of words that two texts have in common, found in one pass over each, whatever length is asked for.

At each word begins a window: the shortest run that is long enough. Windows are compared by a rolling digest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from standfirst.cache import cached_per_item
from standfirst.language.words import weight
from standfirst.sources.copies import Copy

# A Mersenne prime, and a base without pattern: of two different windows, one pair in 10¹⁸ has the same digest.
_MODULUS, _BASE = 2**61 - 1, 0x16A09E667F3BCC9
# Of longer runs, the runs of so many words in them are hashed.
MOST_HASHED = 8
# Of the places of one run, this many are tried for the longest that begins there.
_FOLLOWED = 20


def run_hashes(words: Sequence[str], count: int) -> Iterator[int]:
    """Yield a hash of each run of `count` words, or of eight if that is fewer.

    Texts that have no such hash in common share no run of so many words. To find that takes a tenth of the time that
    their windows would take: none of these has fewer words than its weight.
    """
    beside = (islice(words, start, None) for start in range(min(count, MOST_HASHED)))
    return map(hash, zip(*beside, strict=False))


class WordWindow(NamedTuple):
    """The words of a text from one up to another, with their digest."""

    start: int
    end: int
    digest: int


def windows(words: Sequence[str], heavy: int) -> Iterator[WordWindow]:
    """Yield, for each word, the shortest run from it on that weighs `heavy`; end where too few words are left."""
    powers = [1]
    end = weighs = digest = 0
    for start, word in enumerate(words):
        while weighs < heavy and end < len(words):
            weighs += weight(words[end])
            digest = (digest * _BASE + hash(words[end])) % _MODULUS
            end += 1
        if weighs < heavy:
            return
        yield WordWindow(start, end, digest)
        while len(powers) < end - start:
            powers.append(powers[-1] * _BASE % _MODULUS)
        weighs -= weight(word)
        digest = (digest - hash(word) * powers[end - start - 1]) % _MODULUS


def windows_of(copy: Copy, heavy: int) -> Iterator[tuple[int, WordWindow]]:
    """Yield the windows of each paragraph of a copy, each with the offset of the space before it."""
    before = 0
    for paragraph in copy.text.split("\n"):
        words = paragraph.split()
        place, at = before, 0
        for window in windows(words, heavy):
            place += sum(len(word) + 1 for word in words[at : window.start])
            at = window.start
            yield place, window
        before += len(paragraph) + 1


@cached_per_item
def places_in(copy: Copy, heavy: int, digests: Collection[int]) -> dict[int, list[int]]:
    """Return the digests that occur among the windows of a copy, each with the first of its offsets."""
    found: dict[int, list[int]] = {}
    for place, window in windows_of(copy, heavy) if digests else ():
        if window.digest in digests:
            places = found.setdefault(window.digest, [])
            if len(places) < _FOLLOWED:
                places.append(place)
    return found


def longest_run(words: Sequence[str], window: WordWindow, places: Mapping[int, list[int]], copy: Copy) -> int:
    """Return the end of the longest run in a copy that begins with a window; its start if that is not there."""
    folded = f" {' '.join(words[window.start : window.end])} "
    here = [place + len(folded) - 1 for place in places.get(window.digest, ()) if copy.text.startswith(folded, place)]
    if not here:
        return window.start
    end = window.end
    for word in islice(words, window.end, None):
        here = [place + 1 + len(word) for place in here if copy.text.startswith(f" {word} ", place)]
        if not here:
            break
        end += 1
    return end
