"""Quotation marks as word processors make them, which YAML takes for a part of the text."""

from __future__ import annotations

from types import MappingProxyType

# Marks that word processors make of " and ', and what closes each.
CURLY = MappingProxyType({"“": "”", "„": "“”", "‘": "’", "‚": "‘’", "«": "»", "‹": "›", "”": "”", "’": "’"})


def in_curly_marks(text: str) -> str:
    """Return the two marks that a text is wholly set in, if YAML knows neither; else nothing."""
    begins, ends = text[:1], text[-1:]
    is_whole = len(text) > 1 and ends in CURLY.get(begins, "") and begins not in text[1:-1] and ends not in text[1:-1]
    return begins + ends if is_whole else ""


def misread_marks(marks: str) -> str:
    """Return what is wrong where such marks were to quote a value."""
    return f"{marks[0]} and {marks[-1]} are no quotation marks to YAML, and part of the value"
