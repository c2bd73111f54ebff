"""What stands in a stretch of an article: its actors, its places, and who says what is stated there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import regex

from standfirst.draft.proposals import ActorProposal, Mention, PlaceProposal
from standfirst.draft.quotations.cues import cue_of
from standfirst.model import Id

# The first verb behind a name, and what may stand between.
_VERB = regex.compile(r"(?:,[^,]{1,60},)?\s+(?:(?:also|has|have|had)\s+)?(?P<verb>\p{L}+)")
# Whoever does one of these vouches for what the sentence states; others ask, hope, or speak of something else.
_VOUCHING = frozenset({"announce", "claim", "confirm", "estimate", "report", "reveal", "say", "state", "tell"})
_ACCORDING = regex.compile(r"\baccording to (?:(?:the|an?|its|his|her)\s)?(?:[\p{L}-]+\s){0,3}\Z", regex.IGNORECASE)


class Surroundings:
    """The actors and places of an article, by where they are named."""

    def __init__(self, text: str, actors: Sequence[ActorProposal], places: Sequence[PlaceProposal]) -> None:
        self._text = text
        self._actors = _Placed(actors)
        self._places = _Placed(places)

    def actors_in(self, start: int, end: int) -> tuple[Id, ...]:
        """Return who is named in a stretch, each once, in the order of the text."""
        return tuple(dict.fromkeys(actor for _, actor in self._actors.within(start, end)))

    def places_in(self, start: int, end: int) -> tuple[Id, ...]:
        """Return the places that are named in a stretch, each once, in the order of the text."""
        return tuple(dict.fromkeys(place for _, place in self._places.within(start, end)))

    def full_names(self, start: int, end: int) -> tuple[str, ...]:
        """Return the names in a stretch that have several words, the longest first: one word may be anybody's."""
        names = {mention.text for mention, _ in self._actors.within(start, end) if " " in mention.text}
        return tuple(sorted(names, key=lambda name: (-len(name), name)))

    def voice_of(self, start: int, end: int) -> Id | None:
        """Return who says what a stretch states; None where the article says it in its own voice.

        Of several, the first that is followed by a word of saying, or has "according to" before it.
        """
        for mention, actor in self._actors.within(start, end):
            before = self._text[max(start, mention.start - 80) : mention.start]
            if _vouches(_VERB.match(self._text, mention.end, end)) or _ACCORDING.search(before):
                return actor
        return None


def _vouches(verb: regex.Match[str] | None) -> bool:
    cue = cue_of(verb["verb"]) if verb else None
    return cue is not None and cue.lemma in _VOUCHING


class _Placed:
    """Mentions in the order of the text, each with who or what it names."""

    def __init__(self, named: Iterable[ActorProposal | PlaceProposal]) -> None:
        mentions = ((mention, each.id) for each in named for mention in each.mentions)
        self._mentions = sorted(mentions, key=lambda each: each[0].start)
        self._starts = [mention.start for mention, _ in self._mentions]

    def within(self, start: int, end: int) -> list[tuple[Mention, Id]]:
        """Return those of a stretch."""
        inside = self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [each for each in inside if each[0].end <= end]
