"""Lengths of time that are figures: how long an article says that something lasted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

import regex

from standfirst.draft.figure_labels import cleaned, words_before
from standfirst.draft.proposals import DateProposal, FigureProposal

_LENGTH: Final = regex.compile(r"P(?P<count>\d+)(?P<unit>[YM])")
_UNITS: Final = MappingProxyType({"Y": "years", "M": "months"})
# "The past two years" and "two years later" tell when something was, not for how long.
_DATED: Final = regex.compile(r"\b(?:the|past|last|next|first|previous|before|after|old|more)\b", regex.IGNORECASE)
_FOR: Final = regex.compile(r"\b(?:for|lasted|lasts|of|spent|took)\s(?:about |nearly |almost |at least |more than )?$")
_NAME: Final = regex.compile(r"\s(?P<words>\p{Ll}[\p{L}'’-]*(?:\s\p{Ll}[\p{L}'’-]*){0,2})")
_REST: Final = regex.compile(r"\s(?:that|which|who|in|of|on|for|was|is|were|with|to|and|by|at|from|after|before)\b.*")


def lengths_among(text: str, dates: Sequence[DateProposal]) -> Iterator[FigureProposal]:
    """Yield the lengths among the dates of a paragraph in which something lasted: "a five-year war", "for 20 years"."""
    for date in dates:
        found = _LENGTH.fullmatch(date.value)
        if found is None or _DATED.search(date.text) or not (label := _label(text, date)):
            continue
        yield FigureProposal(
            start=date.start,
            end=date.end,
            text=date.text,
            value=found["count"],
            unit=_UNITS[found["unit"]],
            label=label,
        )


def _label(text: str, date: DateProposal) -> str:
    if "-" in date.text:
        named = _NAME.match(text, date.end)
        return cleaned(_REST.sub("", named["words"])) if named else ""
    return words_before(text, date.start) if _FOR.search(text, max(0, date.start - 24), date.start) else ""
