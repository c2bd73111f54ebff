"""An order of names down a page, in which names that are joined stand close together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from standfirst.model import Id

Joined: TypeAlias = Mapping[Id, Counter[Id]]

# From how many names a search begins; the best of what they lead to is taken.
_STARTS = 8


def arrange(joints: Iterable[tuple[Id, Id]]) -> tuple[Id, ...]:
    """Return all names that are joined, once each, so that the joints are short; one given twice pulls twice as hard.

    What hangs together stays together, the largest such part first. The shortest order of all takes too long to find:
    this is one that moving no single name would make shorter. The order of the joints and of their ends does not count.
    """
    joined: defaultdict[Id, Counter[Id]] = defaultdict(Counter)
    for one, other in joints:
        joined[one][other] += 1
        joined[other][one] += 1
    parts = sorted(_parts(joined), key=lambda part: (-len(part), part))
    return tuple(name for part in parts for name in _shortest(part, joined))


def _parts(joined: Joined) -> list[tuple[Id, ...]]:
    """The names in parts that no joint joins, each in order of name."""
    left, parts = set(joined), []
    for name in sorted(joined):
        if name in left:
            part = _outwards(name, joined)
            left.difference_update(part)
            parts.append(tuple(sorted(part)))
    return parts


def _outwards(start: Id, joined: Joined) -> tuple[Id, ...]:
    """All that hangs together with a name, those at fewest joints from it first, and those with few joints."""
    found = {start: None}
    for name in (reached := [start]):
        for other in sorted(joined[name], key=lambda other: (len(joined[other]), other)):
            if other not in found:
                found[other] = None
                reached.append(other)
    return tuple(reached)


def _shortest(part: Sequence[Id], joined: Joined) -> tuple[Id, ...]:
    # A name with few joints is likely to stand at one of the ends.
    starts = sorted(part, key=lambda name: (len(joined[name]), name))[:_STARTS]
    settled = sorted({_settled(_outwards(start, joined), joined) for start in starts})
    best = min(settled, key=lambda order: (_length(order, joined), _crossings(order, joined)))
    # Either end may be up, so the names with most joints stand there.
    return min((best, best[::-1]), key=lambda order: (_depth(order, joined), order))


def _settled(order: Sequence[Id], joined: Joined) -> tuple[Id, ...]:
    """Move names one at a time to where the joints are shortest, until that shortens nothing any more."""
    now, length = tuple(order), _length(order, joined)
    while True:
        for name in sorted(now):
            rest = tuple(other for other in now if other != name)
            place = _best_place(name, rest, joined)
            now = (*rest[:place], name, *rest[place:])
        shorter = _length(now, joined)
        if shorter >= length:
            return now
        length = shorter


def _best_place(name: Id, rest: Sequence[Id], joined: Joined) -> int:
    """Return how many of the rest should stand above a name."""
    places = {other: place for place, other in enumerate(rest)}
    own = [(places[other], times) for other, times in joined[name].items()]
    lengths = []
    # The joints between the rest that lead past the name, each of which it makes longer by one.
    past = 0
    for place in range(len(rest) + 1):
        lengths.append(past + sum(max(place - at, at + 1 - place) * times for at, times in own))
        if place < len(rest):
            others = joined[rest[place]].items()
            past += sum(times if places[other] > place else -times for other, times in others if other != name)
    return lengths.index(min(lengths))


def _spans(order: Sequence[Id], joined: Joined) -> list[tuple[int, int, int]]:
    """Between which places each joint is, and how often it is given."""
    places = {name: place for place, name in enumerate(order)}
    return [
        (places[name], places[other], times)
        for name in order
        for other, times in joined[name].items()
        if places[name] < places[other]
    ]


def _length(order: Sequence[Id], joined: Joined) -> int:
    return sum((lower - upper) * times for upper, lower, times in _spans(order, joined))


def _crossings(order: Sequence[Id], joined: Joined) -> int:
    """How many joints would cross if all were on one side of the names."""
    spans = _spans(order, joined)
    return sum(one[0] < other[0] < one[1] < other[1] for one in spans for other in spans)


def _depth(order: Sequence[Id], joined: Joined) -> int:
    return sum(place * joined[name].total() for place, name in enumerate(order))
