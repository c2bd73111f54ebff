"""Emphasis: which runs of `*` and `_` belong together, by CommonMark's rules 1 to 17."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from standfirst.prose.commonmark.characters import is_punctuation, is_space


@dataclass(slots=True, eq=False)
class DelimiterRun:
    """A run of one sign, and what it turns out to begin, as tags, the innermost first, and how much it ends.

    `offset` is where it stands in the text that is read.
    """

    sign: str
    length: int
    opens: bool
    closes: bool
    left: int = 0
    offset: int = 0
    begun: list[str] = field(default_factory=list)
    ended: int = 0

    def __post_init__(self) -> None:
        self.left = self.length

    @property
    def is_alone(self) -> bool:
        """Whether it is the half of strong words without the other half: "**one", but neither "f**k" nor "5 ** 2"."""
        return self.sign == "*" and self.left == self.length == 2 and self.opens != self.closes


def run_at(text: str, start: int, end: int) -> DelimiterRun:
    """Return the run between two offsets of a text; within words `_` is no sign of emphasis."""
    before, after = text[start - 1 : start], text[end : end + 1]
    leads = not is_space(after) and (not is_punctuation(after) or is_space(before) or is_punctuation(before))
    trails = not is_space(before) and (not is_punctuation(before) or is_space(after) or is_punctuation(after))
    if text[start] == "_":
        opens = leads and (not trails or is_punctuation(before))
        return DelimiterRun("_", end - start, opens, trails and (not leads or is_punctuation(after)))
    return DelimiterRun(text[start], end - start, leads, trails)


def pair(runs: Iterable[DelimiterRun]) -> None:
    """Have the runs of a stretch of text begin and end emphasis with one another."""
    openers: list[DelimiterRun] = []
    # Below these depths nothing is found for a run like this one, so that no run is sought twice.
    bottoms: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        kind = (run.sign, run.opens, run.length % 3)
        while run.closes and run.left:
            at = _opener_of(run, openers, bottoms.get(kind, 0))
            if at < 0:
                bottoms[kind] = len(openers)
                break
            _join(openers[at], run)
            del openers[at + bool(openers[at].left) :]
            bottoms = {each: min(bottom, len(openers)) for each, bottom in bottoms.items()}
        if run.opens and run.left:
            openers.append(run)


def _opener_of(run: DelimiterRun, openers: list[DelimiterRun], bottom: int) -> int:
    """Where the nearest run stands that this one may end; below 0 if there is none."""
    return next((at for at in range(len(openers) - 1, bottom - 1, -1) if _may_join(openers[at], run)), -1)


def _may_join(opener: DelimiterRun, closer: DelimiterRun) -> bool:
    if opener.sign != closer.sign:
        return False
    # The rule of three, which keeps `*a**b*` one emphasis.
    both_ways = opener.closes or closer.opens
    return not (both_ways and (opener.length + closer.length) % 3 == 0 and closer.length % 3)


def _join(opener: DelimiterRun, closer: DelimiterRun) -> None:
    used = 2 if opener.left >= 2 and closer.left >= 2 else 1
    opener.left -= used
    closer.left -= used
    opener.begun.append("strong" if used == 2 else "em")
    closer.ended += 1
