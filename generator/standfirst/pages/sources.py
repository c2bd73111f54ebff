"""What each source is, and what rests on it, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from standfirst.language.locale import translations
from standfirst.model import Source
from standfirst.model.addresses import SOURCES, source_page
from standfirst.model.frozen_class import frozen
from standfirst.present.cited_passages import CitedPassages, SupportedPassage, cited_passages, rests_on_one_source
from standfirst.present.naming import Naming
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import SourceView
from standfirst.sources.lock import LockedSource


@frozen
class CitedParagraph:
    """A paragraph of a source and its passages, in the order in which they are first cited."""

    number: int
    anchor: str
    passages: tuple[SupportedPassage, ...]


@frozen
class SourceEntry:
    """A source in the list of all: how many passages of it are cited, and its length in words, if that is known."""

    source: SourceView
    passages: int
    length: str


@frozen(kw_only=True)
class SourcesView(PageView):
    sources: tuple[SourceEntry, ...]
    only_source: bool


@frozen(kw_only=True)
class SourcePageView(PageView):
    """`length` and `uncited_paragraphs` are words; for a source that nothing cites they are empty."""

    source: SourceView
    length: str
    uncited_paragraphs: str
    paragraphs: tuple[CitedParagraph, ...]


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the list of sources, and a page for each."""
    cited = cache(partial(cited_passages, planner.presenter))
    yield PlannedPage(SOURCES, "pages/sources.html", partial(_list_view, planner, cited))
    for source in planner.site.all(Source):
        route = source_page(source.id)
        yield PlannedPage(route, "pages/source.html", partial(_source_view, planner, source, cited))


def _list_view(planner: Planner, cited: Callable[[], CitedPassages]) -> SourcesView:
    say = planner.say
    sources = planner.presenter.views(SourceView, planner.site.all(Source))
    return SourcesView(
        **planner.page_fields("sources", SOURCES, say("Sources"), say("What this explainer is drawn from.")),
        sources=tuple(SourceEntry(each, len(cited().get(each.fact, ())), _length(planner, each)) for each in sources),
        only_source=rests_on_one_source(planner.site),
    )


def _source_view(planner: Planner, fact: Source, cited: Callable[[], CitedPassages]) -> SourcePageView:
    naming, lock = planner.presenter.naming, planner.presenter.lock
    source = planner.presenter.views(SourceView, [fact])[0]
    description = planner.say("What this explainer takes from this source, passage by passage: %(source)s")
    paragraphs = tuple(_by_paragraph(cited().get(source.fact, ())))
    return SourcePageView(
        **planner.page_fields(
            "source", source.address.route, source.label, description % {"source": source.label}, planner.link(SOURCES)
        ),
        source=source,
        length=_length(planner, source),
        uncited_paragraphs=_unused(lock.sources[fact.id], paragraphs, naming) if paragraphs else "",
        paragraphs=paragraphs,
    )


def ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return numbers in ascending order as the first and last of each run: 2, 7, 8, 9 as (2, 2), (7, 9)."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs


def _by_paragraph(passages: Iterable[SupportedPassage]) -> Iterator[CitedParagraph]:
    paragraphs: dict[int, list[SupportedPassage]] = {}
    for each in passages:
        paragraphs.setdefault(each.passage.paragraph, []).append(each)
    for number, members in sorted(paragraphs.items()):
        yield CitedParagraph(number, members[0].passage.address.anchor, tuple(members))


def _length(planner: Planner, source: SourceView) -> str:
    locked, naming = planner.presenter.lock.sources.get(source.fact.id), planner.presenter.naming
    if locked is None:
        return ""
    return planner.say("%(words)s in %(paragraphs)s") % {
        "words": naming.ngettext("%(count)s word", "%(count)s words", locked.words),
        "paragraphs": naming.ngettext("%(count)s paragraph", "%(count)s paragraphs", locked.paragraphs),
    }


def _unused(locked: LockedSource, cited: Iterable[CitedParagraph], naming: Naming) -> str:
    """Return in words on which paragraphs nothing rests."""
    rest = set(range(1, locked.paragraphs + 1)) - {paragraph.number for paragraph in cited}
    if not rest:
        return naming.say("Every one of its paragraphs is cited here.")
    said = [_range(low, high, naming) for low, high in ranges(rest)]
    sentence = translations(naming.language).ngettext(
        "Not cited here: paragraph %(numbers)s.", "Not cited here: paragraphs %(numbers)s.", len(rest)
    )
    return sentence % {"numbers": naming.join_with_and(said)}


def _range(low: int, high: int, naming: Naming) -> str:
    return str(low) if low == high else naming.say("%(low)s–%(high)s") % {"low": low, "high": high}
