"""An attribution: a verb of saying or calling, and the words for who does it."""

from __future__ import annotations

from standfirst.draft.quotations.cues import CueKind
from standfirst.draft.quotations.grammar import (
    PREPOSITIONS,
    TIMES,
)
from standfirst.draft.quotations.heads import Phrase
from standfirst.draft.quotations.narration import Sentence
from standfirst.draft.quotations.tokens import TokenKind
from standfirst.model.frozen_class import frozen


@frozen
class Attribution:
    """Who says or calls: the words for it are tokens `start` up to `end`, `place` is the verb.

    `is_source` is for "according to", `is_relative` for "who says". `is_inscription` says that the words stand on a
    thing. `relayed_by` is who says that the speaker says so.
    """

    place: int
    start: int
    end: int
    kind: CueKind
    cue: str
    speaker: Phrase
    is_source: bool = False
    is_relative: bool = False
    is_inscription: bool = False
    relayed_by: Phrase | None = None


def is_tail(sentence: Sentence, found: Attribution) -> bool:
    """Tell whether an attribution ends what it is about: ", the ministry said on Monday."."""
    tokens = sentence.tokens
    before = tokens[found.start - 1] if found.start else None
    if before is None or not (before.text == "," or before.kind is TokenKind.QUOTATION):
        return False
    behind = tokens[found.end] if found.end < len(tokens) else None
    if behind is None or behind.kind is not TokenKind.WORD or found.cue in {"told", "tells"}:
        return True
    return behind.low in TIMES or behind.low in PREPOSITIONS
