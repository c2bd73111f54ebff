"""Numbers that count nothing: they name something, or tell a score, a rank or an age: "Boeing 737", "2-1"."""

from __future__ import annotations

from typing import Final

import regex

# Behind these words, and behind a name that begins no sentence, a number is part of a name.
_NAMED: Final = (
    *("no", "nos", "number", "resolution", "flight", "section", "article", "highway", "route", "room", "rule", "page"),
    *("chapter", "channel", "proposition", "platform", "line", "paragraph", "gate", "group", "lane", "level", "phase"),
    *(
        "aged",
        "age",
        "ages",
        "ward",
        "pier",
        "unit",
        "block",
        "lot",
        "grade",
        "category",
        "world war",
        "type",
        "version",
    ),
)
_NAME_BEFORE: Final = regex.compile(
    rf"(?:(?<!\p{{L}})(?i:{'|'.join(_NAMED)})\.?\s|#|\p{{L}}[-.]?|[\d:/.]|\d\s?[-–—:]\s?)$"
)
_CAPITAL_BEFORE: Final = regex.compile(r"(?<=[\p{L}\d,;'’\"”]\s)(?!I\s)\p{Lu}\p{L}+\s$")
_PLURAL_BEHIND: Final = regex.compile(
    r"\s(?:\p{Ll}+\s){0,2}\p{Ll}+s\b|\s(?:people|men|women|children|killed|dead|injured|wounded)"
)
_SCORE_BEHIND: Final = regex.compile(
    r"[-–—:/]\d|\s?[-–—]\s?\d{1,2}\b(?!\s?%)|['’]\d|(?:st|nd|rd|th)\b|[- ]years?[- ]old\b"
)
_ADDRESS_BEHIND: Final = regex.compile(
    r"\s(?:\p{Lu}\p{L}+\s){1,3}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Square|Drive|Boulevard|Court|Place|Terrace|Way)\b"
)
_AGE: Final = regex.compile(r"\d{1,3}")
_AGE_BEFORE: Final = regex.compile(r"(?:\p{Lu}[\p{L}.'’-]+|\))(?: Jr\.)?, $|\b(?i:is|was|turned|be|were|are) $")
_AGE_BEHIND: Final = regex.compile(r"(?:, |[.;)]|\.$| and (?:from|of|his|her)|$|-year)")
# "The two" are those that were told of before.
_TOLD_BEFORE: Final = regex.compile(r"(?<!\p{L})(?i:the|these|those|other|all)\s$")
_IN_WORDS: Final = regex.compile(r"\p{L}+")
_BEFORE: Final = 30


def names_something(text: str, start: int, end: int) -> bool:
    """Tell whether a number from one offset to another counts and measures nothing."""
    before = text[max(0, start - _BEFORE) : start]
    if _NAME_BEFORE.search(before) or _SCORE_BEHIND.match(text, end) or _ADDRESS_BEHIND.match(text, end):
        return True
    if _CAPITAL_BEFORE.search(before) and not _PLURAL_BEHIND.match(text, end):
        return True
    if _TOLD_BEFORE.search(before) and _IN_WORDS.fullmatch(text, start, end):
        return True
    is_age = _AGE.fullmatch(text, start, end) and _AGE_BEFORE.search(before)
    return bool(is_age and _AGE_BEHIND.match(text, end))
