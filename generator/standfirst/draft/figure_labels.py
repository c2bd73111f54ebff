"""The words of an article that tell what a figure is about."""

from __future__ import annotations

from types import MappingProxyType
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
# What begins a clause and says nothing of a number: a conjunction, a subject of one word, an auxiliary.
_LEADING: Final = regex.compile(
    r"^[\s-]*(?:(?:(?:and|or|but|that|in what|of which|which|who|he|she|it|they|we|I|there)\s+)*"
    r"(?:(?:the|a|an|its|his|her|their|this|these|those)\s+)?)*",
    regex.IGNORECASE,
)
_SUBJECT: Final = regex.compile(r"^.*\b(?:had|has|have|was|were|will|would|been)\s+(?=\p{Ll})")
# What is done to those who are counted behind it: "killing 41 people".
_DONE: Final = MappingProxyType(
    {
        **{f"{stem}ing": f"{stem}ed" for stem in ("kill", "wound", "arrest", "destroy", "detain", "behead", "kidnapp")},
        **{"injuring": "injured", "displacing": "displaced", "evacuating": "evacuated", "rescuing": "rescued"},
        **{word: word for word in ("killed", "injured", "wounded", "rescued", "arrested", "displaced", "evacuated")},
        **{word: word for word in ("freed", "seized", "destroyed", "detained", "executed", "saved", "hired", "lost")},
    }
)
_WORD_BEFORE: Final = regex.compile(r"(?P<word>\p{Ll}+)\s(?:(?:at least|at most|about|some|nearly|more than|up to) )?$")
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
_NEAR: Final = 40
_SHORTEST: Final = 3


def label_of(text: str, start: int, end: int, noun: Noun | None) -> str:
    """Return the words that tell what the figure from one offset to another is about; nothing where none do."""
    behind = words_behind(text, end)
    if noun is not None:
        counted = text[start:end].rsplit(maxsplit=1)[-1] if noun.is_fate else _done(text, start)
        return cleaned(" ".join(filter(None, (counted, behind))))
    before = words_before(text, start)
    if not _LINKING.match(f"{behind} "):
        return before or cleaned(behind)
    return cleaned(f"{before} {behind}" if before else behind)


def words_behind(text: str, position: int) -> str:
    """Return what is said behind a number, up to where something else is said."""
    behind = _AUXILIARY.sub("", _up_to(text, position)).strip()
    if " " not in behind and (shared := _SHARED.match(text, position)):
        # Of "213 killed and 1,009 injured in Tripoli" the place is that of both.
        behind = f"{behind} {_up_to(text, shared.end())}".strip()
    return behind


def words_before(text: str, position: int) -> str:
    """Return what is said before a number in its clause, from the verb on where there is an auxiliary."""
    first = max(0, position - _LONGEST)
    ends = [each.end() for each in _BEGINS.finditer(text, first, position)]
    clause = text[ends[-1] if ends else first : position]
    return cleaned(_SUBJECT.sub("", clause)) or cleaned(clause)


def cleaned(words: str) -> str:
    """Return words without those at their ends that say nothing."""
    label = _TRAILING.sub("", _LEADING.sub("", words)).strip()
    return label if len(label) >= _SHORTEST else ""


def _done(text: str, start: int) -> str:
    found = _WORD_BEFORE.search(text, max(0, start - _NEAR), start)
    return _DONE.get(found["word"], "") if found else ""


def _up_to(text: str, position: int) -> str:
    found = _ENDS.search(text, position, position + _LONGEST)
    return text[position : found.start() if found else min(len(text), position + _LONGEST)].strip()
