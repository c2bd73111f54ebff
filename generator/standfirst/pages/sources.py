"""What each source is, and what rests on it, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from standfirst.language.locale import translations
from standfirst.model import Source
from standfirst.model.addresses import SOURCES, source_page
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import ListPage, one, plan_list, rules_of
from standfirst.present.cited_passages import CitedPassages, SupportedPassage, cited_passages, rests_on_one_source
from standfirst.present.long_lists import (
    Division,
    Listed,
    ListRules,
    LongList,
    Outline,
    Pager,
    long_list,
    outlines,
    pager_of,
)
from standfirst.present.naming import Naming
from standfirst.present.page_view import PageFields, PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import Link, SourceView
from standfirst.sources.citations import passages_of
from standfirst.sources.lock import LockedSource

# A page surely has room for what so many statements cite.
_SURELY_FEW = 300
# So much that rests on one passage stands on one page, and so many passages; what a link weighs.
_MOST_SUPPORTED, _MOST_PASSAGES, _LINK = 500, 1_000, 40


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
    pager: Pager


@frozen(kw_only=True)
class SourcePageView(PageView):
    """`length` and `uncited_paragraphs` are words; for a source that nothing cites they are empty.

    Where more rests on a source than a page has room for, its own page has an `outline` in the place of `paragraphs`.
    """

    source: SourceView
    length: str
    uncited_paragraphs: str
    paragraphs: tuple[CitedParagraph, ...]
    outline: Outline | None
    pager: Pager


@frozen
class _Cited:
    """A passage in its paragraph and what rests on it, or some of that; the first of its paragraph `begins` it."""

    passage: SupportedPassage
    begins: bool


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the list of sources, and a page for each, and the pages behind those that are too long."""
    cited, say = cache(partial(cited_passages, planner.presenter)), planner.say
    page = ListPage(
        kind="sources",
        route=SOURCES,
        # In `sources/` each has a page by its id, which may be a number.
        folder="source-list",
        title=say("Sources"),
        description=say("What this explainer is drawn from."),
        template="pages/sources.html",
        rules=rules_of(planner, one),
        view=partial(_list_view, planner, cited),
    )
    yield from plan_list(page, planner.site.all(Source), planner)
    number_cited = Counter(each.source for holder in planner.site.holders for each in passages_of(holder))
    for source in planner.site.all(Source):
        is_long = number_cited[source.id] > _SURELY_FEW
        yield from _plan_source(source, cited, planner, is_long=is_long)


def _plan_source(
    source: Source, cited: Callable[[], CitedPassages], planner: Planner, *, is_long: bool
) -> Iterator[PlannedPage]:
    """Yield the page of a source; only where it may be long the pages behind it are worked out for that."""
    view = partial(_source_view, planner, source, cited)
    route, folder = source_page(source.id), f"sources/{source.id}"
    if is_long:
        found = _listed(folder, cited()[source.fact_id], planner, source)
        yield PlannedPage(route, "pages/source.html", partial(view, found if found.parts else None))
        for number, part in enumerate(found.parts):
            yield PlannedPage(part.route, "pages/source.html", partial(view, found, number))
    else:
        yield PlannedPage(route, "pages/source.html", view)


def _listed(folder: str, passages: Iterable[SupportedPassage], planner: Planner, source: Source) -> LongList[_Cited]:
    return long_list(
        folder, [Division("", "", tuple(_pieces(passages)))], _rules(planner, source), planner.presenter.naming
    )


def _pieces(passages: Iterable[SupportedPassage]) -> Iterator[_Cited]:
    """Yield passages in the order of their paragraphs, with no more that rests on one than a page has room for."""
    seen: set[int] = set()
    for each in sorted(passages, key=lambda each: each.passage.paragraph):
        for start in range(0, len(each.supports), _MOST_SUPPORTED):
            piece = replace(each, supports=each.supports[start : start + _MOST_SUPPORTED])
            yield _Cited(piece, begins=each.passage.paragraph not in seen)
            seen.add(each.passage.paragraph)


def _rules(planner: Planner, source: Source) -> ListRules[_Cited]:
    (view,) = planner.presenter.views(SourceView, [source])

    def named(cited: _Cited) -> str:
        return planner.say("Paragraph %(number)s") % {"number": cited.passage.passage.paragraph}

    def listed(cited: _Cited) -> Iterator[Listed]:
        if cited.begins:
            yield Listed(view, named(cited), cited.passage.passage.address.anchor)

    return ListRules(
        weight=_weight,
        listed=listed,
        count=lambda cited: cited.begins,
        span=named,
        most_in_full=_MOST_PASSAGES,
    )


def _weight(cited: _Cited) -> int:
    words = len(cited.passage.passage.words.encode())
    return 2 * words + sum(_LINK + len(link.text.encode()) // 2 for link in cited.passage.supports)


def _list_view(
    planner: Planner, cited: Callable[[], CitedPassages], fields: PageFields, sources: Sequence[Source], pager: Pager
) -> SourcesView:
    views = planner.presenter.views(SourceView, sources)
    return SourcesView(
        **fields,
        sources=tuple(SourceEntry(each, len(cited().get(each.fact, ())), _length(planner, each)) for each in views),
        only_source=rests_on_one_source(planner.site),
        pager=pager,
    )


def _source_view(
    planner: Planner,
    fact: Source,
    cited: Callable[[], CitedPassages],
    found: LongList[_Cited] | None = None,
    number: int | None = None,
) -> SourcePageView:
    """Return the page of a source, whole or, with what is `found` of it, an overview; with a number one behind it."""
    naming, say = planner.presenter.naming, planner.say
    source = planner.presenter.views(SourceView, [fact])[0]
    passages = cited().get(source.fact, ())
    route, title, trail = source.address.route, source.label, [planner.link(SOURCES)]
    shown, outline, pager = passages, None, Pager(None, None)
    if found and number is not None:
        part = found.parts[number]
        route, title = part.route, say("%(name)s: %(list)s") % {"name": source.label, "list": part.label}
        trail.append(Link(source.label, source.address))
        shown, pager = tuple(each.passage for each in part.entries), pager_of(found.parts, number)
    elif found:
        (outline,) = outlines(found, _rules(planner, fact), naming)
        shown = ()
    description = say("What this explainer takes from this source, passage by passage: %(source)s")
    return SourcePageView(
        **planner.page_fields("source", route, title, description % {"source": source.label}, *trail),
        source=source,
        length=_length(planner, source),
        uncited_paragraphs=_unused(planner.presenter.lock.sources[fact.id], passages, naming) if passages else "",
        paragraphs=tuple(_by_paragraph(shown)),
        outline=outline,
        pager=pager,
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


def _unused(locked: LockedSource, cited: Iterable[SupportedPassage], naming: Naming) -> str:
    """Return in words on which paragraphs nothing rests."""
    rest = set(range(1, locked.paragraphs + 1)) - {each.passage.paragraph for each in cited}
    if not rest:
        return naming.say("Every one of its paragraphs is cited here.")
    said = [_range(low, high, naming) for low, high in ranges(rest)]
    sentence = translations(naming.language).ngettext(
        "Not cited here: paragraph %(numbers)s.", "Not cited here: paragraphs %(numbers)s.", len(rest)
    )
    return sentence % {"numbers": naming.join_with_and(said)}


def _range(low: int, high: int, naming: Naming) -> str:
    return str(low) if low == high else naming.say("%(low)s–%(high)s") % {"low": low, "high": high}
