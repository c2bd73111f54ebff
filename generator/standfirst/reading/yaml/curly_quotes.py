"""Quotation marks as word processors make them, which YAML takes for a part of the text."""

from __future__ import annotations

from types import MappingProxyType

# Marks that word processors make of " and ', and what closes each.
CURLY_QUOTES = MappingProxyType({"“": "”", "„": "“”", "‘": "’", "‚": "‘’", "«": "»", "‹": "›", "”": "”", "’": "’"})


def enclosing_curly_quotes(text: str) -> str:
    """Return the two marks that a text is wholly set in, if YAML knows neither; else nothing."""
    begins, ends = text[:1], text[-1:]
    is_whole = (
        len(text) > 1 and ends in CURLY_QUOTES.get(begins, "") and begins not in text[1:-1] and ends not in text[1:-1]
    )
    return begins + ends if is_whole else ""


def curly_quotes_message(marks: str) -> str:
    """Return what is wrong where such marks were to quote a value."""
    return f"{marks[0]} and {marks[-1]} are no quotation marks to YAML, and part of the value"
