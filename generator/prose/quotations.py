"""What of a text is a quotation, by the marks that it stands between."""

from __future__ import annotations

import re

import regex

QUOTATION = re.compile(
    r"“(?P<q1>[^“”]*)”|„(?P<q2>[^„“”]*)[“”]|«(?P<q3>[^«»]*)»|»(?P<q4>[^«»]*)«"
    r"|「(?P<q5>[^「」]*)」|『(?P<q6>[^『』]*)』|(?<!\d)\"(?P<q7>[^\"]*)\"|”(?P<q8>[^“”]*)”"
)
_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}]+")


def quoted_in(text: str) -> tuple[str, ...]:
    """Return what stands between double quotation marks, without the marks."""
    return tuple(next(filter(None, found.groups()), "") for found in QUOTATION.finditer(text))


def outside_quotations(text: str, fewest: int = 0) -> tuple[str, ...]:
    """Return the parts of a text between its quotations; one of fewer words than `fewest` parts nothing."""
    return tuple(QUOTATION.sub(lambda quoted: "\0" if _is_long(quoted[0], fewest) else quoted[0], text).split("\0"))


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the quotations of a text begin and end, their marks included."""
    return tuple(found.span() for found in QUOTATION.finditer(text))


def _is_long(words: str, fewest: int) -> bool:
    return len(_WORD.findall(words)) >= fewest
