"""Dates and lengths of time in an article: `dates_in` finds them and works out what each comes to.

`finds.py` gathers what `calendar_finds.py` (the house's grammar of dates, in any language) and `english.py` (a table of
what running English has besides) find; `joining.py` makes one of what stands side by side. `resolve.py` goes through
them in the order of the text: with the day of publication (or that of a dateline), the tense (`tense.py`) and what was
told before, `reckoning.py` and `feasts.py` work out each date.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from standfirst.draft.article import Article
from standfirst.draft.dates.datelines import day_of_dateline
from standfirst.draft.dates.finds import finds_in
from standfirst.draft.dates.meanings import Find, Length
from standfirst.draft.dates.resolve import Telling
from standfirst.draft.dates.tense import tense_at
from standfirst.draft.proposals import DateProposal
from standfirst.model import CalendarDate, Day, Precision


def dates_in(article: Article) -> tuple[DateProposal, ...]:
    """Return the dates and lengths of time of an article, in the order of its text, and none within another."""
    finds = finds_in(article)
    telling = Telling(_published(article) or day_of_dateline(article, finds))
    return tuple(_proposals(article, finds, telling))


def _proposals(article: Article, finds: Sequence[Find], telling: Telling) -> Iterator[DateProposal]:
    paragraphs, sentences = [start for start, _ in article.paragraphs], [start for start, _ in article.sentences]
    paragraph = -1
    for find in finds:
        if (its_paragraph := bisect_right(paragraphs, find.start)) != paragraph:
            paragraph = its_paragraph
            telling.begin_paragraph()
        yield _proposal(article, find, telling, sentences)


def _proposal(article: Article, find: Find, telling: Telling, starts: list[int]) -> DateProposal:
    index = max(0, bisect_right(starts, find.start) - 1)
    first, last = article.sentences[index] if starts else (0, len(article.text))
    is_english = article.language.lower().startswith("en")
    tense = tense_at(article.text, find.start, find.end, first, last) if is_english else None
    resolved = telling.resolve(find.meaning, tense)
    return DateProposal(
        start=find.start,
        end=find.end,
        text=article.text[find.start : find.end],
        value=_about(resolved.value) if find.about and not isinstance(find.meaning, Length) else resolved.value,
        is_reckoned=resolved.is_reckoned,
        doubts=resolved.doubts,
    )


def _about(value: str) -> str:
    """Return a date with the mark for about; a time of day and a stretch have none."""
    return value if not value or "T" in value or "/" in value else f"{value}~"


def _published(article: Article) -> Day | None:
    date = article.published.start if article.published else None
    return date.earliest if isinstance(date, CalendarDate) and date.precision is Precision.DAY else None
