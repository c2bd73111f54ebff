"""Dates and lengths of time in an article: `dates_in` finds them and works out what each comes to.

`finds.py` gathers what `calendar_finds.py` (the house's grammar of dates, in any language, for it `years.py`) and
`english.py` find (what running English has besides: `length_rules.py`, `counted_rules.py`, `calendar_rules.py`,
`period_rules.py`, `time_rules.py`, with the `words.py` they share), as `meanings.py` has it; `joining.py` makes one of
what stands side by side. `resolve.py` goes through them in the order of the text: with the day of publication (or that
of `datelines.py`), the `tense.py` of the sentence, and the `memory.py` of what was told before. In a story of the past
(`narratives.py`) a day without a year is of the year told last. `placing.py`, `reckoning.py` and `feasts.py` work out
each date.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from standfirst.draft.article import Article
from standfirst.draft.dates.datelines import day_of_dateline
from standfirst.draft.dates.finds import finds_in
from standfirst.draft.dates.meanings import Find, Length
from standfirst.draft.dates.memory import Memory
from standfirst.draft.dates.narratives import is_narrative
from standfirst.draft.dates.resolve import Resolver
from standfirst.draft.dates.tense import is_reported, tense_at
from standfirst.draft.proposals import DateProposal
from standfirst.model import CalendarDate, Day, Precision


def dates_in(article: Article) -> tuple[DateProposal, ...]:
    """Return the dates and lengths of time of an article, in the order of its text, and none within another."""
    finds = finds_in(article)
    published = _published(article) or day_of_dateline(article, finds)
    memory = Memory(published, is_narrative=is_narrative(finds, published))
    return tuple(_proposals(article, finds, memory))


def _proposals(article: Article, finds: Sequence[Find], memory: Memory) -> Iterator[DateProposal]:
    paragraphs, sentences = [start for start, _ in article.paragraphs], [start for start, _ in article.sentences]
    resolver, paragraph, sentence, end = Resolver(memory), 0, 0, 0
    for find in finds:
        if (its_paragraph := bisect_right(paragraphs, find.start)) != paragraph:
            paragraph = its_paragraph
            memory.begin_paragraph()
        its_sentence = bisect_right(sentences, find.start)
        if is_reported(article.text, end, find.start):
            memory.year = None
        elif its_sentence != sentence:
            memory.begin_sentence()
        sentence, end = its_sentence, find.end
        yield _proposal(
            article, find, resolver, article.sentences[sentence - 1] if sentence else (0, len(article.text))
        )


def _proposal(article: Article, find: Find, resolver: Resolver, sentence: tuple[int, int]) -> DateProposal:
    has_tense = article.language.lower().startswith("en") and not isinstance(find.meaning, Length)
    tense = tense_at(article.text, find.start, find.end, *sentence) if has_tense else None
    resolved = resolver.resolve(find.meaning, tense)
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
