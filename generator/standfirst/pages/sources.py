"""What each source is, and what rests on it, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from standfirst.language.locale import translations
from standfirst.model import Citation, Citing, FactId, Source
from standfirst.model.addresses import ABOUT, HOME, KEY_POINTS_ANCHOR, SOURCES, Address, address_of, section_anchor
from standfirst.model.walking import prose_in
from standfirst.present.naming import Naming
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import Link, PassageView, SourceView
from standfirst.site.site import Site
from standfirst.sources.lock import LockedSource, passage_key


@dataclass(frozen=True, slots=True)
class SupportedPassage:
    """A passage that is cited, and what rests on it."""

    passage: PassageView
    supports: tuple[Link, ...]


# By the source that they are cited from.
CitedPassages = Mapping[FactId, tuple[SupportedPassage, ...]]


@dataclass(frozen=True, slots=True)
class CitedParagraph:
    """A paragraph of a source and its passages, in the order in which they are first cited."""

    number: int
    anchor: str
    passages: tuple[SupportedPassage, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source in the list of all: how many passages of it are cited, and its length in words, if that is known."""

    source: SourceView
    passages: int
    length: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView(PageView):
    sources: tuple[SourceEntry, ...]
    only_source: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePageView(PageView):
    """`length` and `uncited_paragraphs` are words; for a source that nothing cites they are empty."""

    source: SourceView
    length: str
    uncited_paragraphs: str
    paragraphs: tuple[CitedParagraph, ...]


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the list of sources, and a page for each."""
    cited = cache(partial(cited_passages, planner))
    yield PlannedPage(SOURCES, "pages/sources.html", partial(_list_view, planner, cited))
    for source in planner.site.all(Source):
        route = address_of(source.fact_id).route
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


def cited_passages(planner: Planner) -> CitedPassages:
    """Return for each source that is cited its passages, in the order in which they are first cited."""
    site, evidence = planner.site, planner.presenter.evidence
    views: dict[FactId, dict[str, PassageView]] = {}
    supports: dict[tuple[FactId, str], dict[Link, None]] = {}
    for link, citations in _statements(planner):
        for citation in citations:
            source = site.get(Source, citation.source)
            for passage in citation.passages:
                key = passage_key(passage)
                views.setdefault(source.fact_id, {}).setdefault(key, evidence.passage(source, passage))
                supports.setdefault((source.fact_id, key), {})[link] = None
    return {
        source: tuple(SupportedPassage(view, tuple(supports[source, key])) for key, view in passages.items())
        for source, passages in views.items()
    }


def ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return numbers in ascending order as the first and last of each run: 2, 7, 8, 9 as (2, 2), (7, 9)."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs


def rests_on_one_source(site: Site) -> bool:
    """Tell whether all that is cited is of one source."""
    if not site.all(Source):
        return False
    parts = (site.explainer, *site.sections, *site.facts)
    cited = (citation.source.to for part in parts for citation in _citations_in(part))
    first = next(cited, None)
    return first is not None and all(source == first for source in cited)


def _statements(planner: Planner) -> Iterator[tuple[Link, tuple[Citation, ...]]]:
    """Yield all that can rest on a source: where it stands, and what it cites."""
    site = planner.site
    for section in site.sections:
        yield Link(section.title, Address(HOME, section_anchor(section.id))), _citations_in(section)
    for fact in site.facts:
        yield planner.presenter.naming.link_to(fact), _citations_in(fact)
    explainer = site.explainer
    parts = (
        (explainer.title, Address(HOME), explainer.standfirst),
        (planner.say("In thirty seconds"), Address(HOME, KEY_POINTS_ANCHOR), explainer.key_points),
        (planner.say("How we know"), Address(ABOUT), explainer.how_we_know),
    )
    for title, address, part in parts:
        yield Link(title, address), _citations_in(part)


def _citations_in(part: object) -> tuple[Citation, ...]:
    cite = part.cite if isinstance(part, Citing) else ()
    return (*cite, *(citation for prose in prose_in(part) for citation in prose.citations))


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
        return naming.say("Something here rests on every one of its paragraphs.")
    said = [_range(low, high, naming) for low, high in ranges(rest)]
    sentence = translations(naming.language).ngettext(
        "Nothing here rests on paragraph %(numbers)s.", "Nothing here rests on paragraphs %(numbers)s.", len(rest)
    )
    return sentence % {"numbers": naming.join_with_and(said)}


def _range(low: int, high: int, naming: Naming) -> str:
    return str(low) if low == high else naming.say("%(low)s–%(high)s") % {"low": low, "high": high}
