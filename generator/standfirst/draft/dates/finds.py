"""All words of time of an article, in order and apart from each other, before it is known what they come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from standfirst.draft.article import Article
from standfirst.draft.dates import calendar_finds, english
from standfirst.draft.dates.joining import joined
from standfirst.draft.dates.meanings import Find

# Characters that the expressions know in one form, each with another character in its place.
_PLAIN: Final = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u2013": "-",
        "\u2014": "-",
        "\u00a0": " ",
        "\u2011": "-",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u2026": ".",
        "\u202f": " ",
    }
)


def finds_in(article: Article) -> tuple[Find, ...]:
    """Return the words of time of an article in their order."""
    found: list[Find] = []
    for start, end in article.paragraphs:
        text = article.text[start:end].translate(_PLAIN)
        longest = _longest(_each(text, article.language))
        found += (replace(find, start=find.start + start, end=find.end + start) for find in joined(text, longest))
    return tuple(found)


def _each(text: str, language: str) -> Iterator[Find]:
    if language.lower().startswith("en"):
        yield from english.finds_in(text)
    yield from calendar_finds.finds_in(text, language)


def _longest(finds: Iterator[Find]) -> list[Find]:
    """Return finds in order, the longest of those that overlap; of two of one length the one that was found first."""
    kept: list[Find] = []
    for find in sorted(finds, key=lambda each: each.start):
        while kept and find.start < kept[-1].end and find.end - find.start > kept[-1].end - kept[-1].start:
            kept.pop()
        if not kept or find.start >= kept[-1].end:
            kept.append(find)
    return kept
