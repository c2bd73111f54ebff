"""Curly quotation marks of word processors, which YAML takes for part of the text."""

from __future__ import annotations

from types import MappingProxyType

# Opening marks that word processors make of " and ', each with the marks that may close it.
CURLY_QUOTES = MappingProxyType({"“": "”", "„": "“”", "‘": "’", "‚": "‘’", "«": "»", "‹": "›", "”": "”", "’": "’"})


def enclosing_curly_quotes(text: str) -> str:
    """Return the opening and the closing curly mark around a whole text; empty if it has none."""
    begins, ends = text[:1], text[-1:]
    is_whole = (
        len(text) > 1 and ends in CURLY_QUOTES.get(begins, "") and begins not in text[1:-1] and ends not in text[1:-1]
    )
    return begins + ends if is_whole else ""


def curly_quotes_message(marks: str) -> str:
    """Return the message for a value that such marks were to quote."""
    return f"{marks[0]} and {marks[1]} are no quotation marks to YAML, and part of the value"
