"""The words of an article that tell what a figure is about."""

from __future__ import annotations

from typing import Final

import regex

from standfirst.draft.figure_nouns import FATES, Noun

# Where what is said of a number ends.
_ENDS: Final = regex.compile(
    r"[.;:!?](?:\s|$|[\"”’])|,(?!\d)|\s[–—-]\s|[()\n\"“”]"
    r"|\s(?:as|while|when|after|because|although|but|said|says|according|so that)\b"
    r"|\sand (?:\p{Nd}|\p{Sc}|at least|about|more|some|nearly)|\s(?:to|from) [\p{Nd}\p{Sc}]"
)
_BEGINS: Final = regex.compile(
    r"[.;:!?](?:\s|[\"”’])|,(?!\d)|\s[–—-]\s|[()\n\"“”]|\s(?:and|but|that|while|as|when|which|who)\s"
)
_AUXILIARY: Final = regex.compile(
    r"^\s*(?:(?:have|has|had|were|was|are|is|will|would|may|could|be|been|being|also|already)\s+)+"
)
_LINKING: Final = regex.compile(r"^\s*(?:of|in|for|on|from|to|at|by|a|an|per|between|against)\s")
_TRAILING: Final = regex.compile(
    r"\s*(?:\b(?:at least|at most|more than|less than|fewer than|about|around|some|nearly|almost|up to|over|to|by|of|at"
    r"|a|an|the|or|and|only|just|from|for|with|than|is|was|were|are|in|roughly|approximately|another|between)\s*)*$",
    regex.IGNORECASE,
)
_SHARED: Final = regex.compile(
    rf"[\p{{L}} ]{{0,30}}\sand [\p{{Nd}},.]+ (?:{'|'.join(sorted(FATES))})(?= (?:in|by|on|near|during|at)\b)"
)
_LONGEST: Final = 120
_SHORTEST: Final = 3


def label_of(text: str, start: int, end: int, noun: Noun | None) -> str:
    """Return the words that tell what the figure from one offset to another is about; nothing where none do."""
    behind = _AUXILIARY.sub("", _up_to(text, end)).strip()
    if " " not in behind and (shared := _SHARED.match(text, end)):
        # Of "213 killed and 1,009 injured in Tripoli" the place is that of both.
        behind = f"{behind} {_up_to(text, shared.end())}".strip()
    if noun is not None:
        counted = text[start:end].rsplit(maxsplit=1)[-1] if noun.is_fate else ""
        return _TRAILING.sub("", " ".join(filter(None, (counted, behind)))) or noun.unit
    before = _back_from(text, start)
    if _LINKING.match(f"{behind} ") and len(before) < _SHORTEST:
        return behind
    whole = f"{before} {behind}".strip() if _LINKING.match(f"{behind} ") else before or behind
    return _TRAILING.sub("", whole) if len(whole) >= _SHORTEST else ""


def _up_to(text: str, position: int) -> str:
    found = _ENDS.search(text, position, position + _LONGEST)
    return text[position : found.start() if found else min(len(text), position + _LONGEST)].strip()


def _back_from(text: str, position: int) -> str:
    first = max(0, position - _LONGEST)
    ends = [each.end() for each in _BEGINS.finditer(text, first, position)]
    return _TRAILING.sub("", text[ends[-1] if ends else first : position]).strip()
