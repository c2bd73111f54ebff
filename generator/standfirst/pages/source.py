"""What a source is, and what rests on it, paragraph by paragraph; of very much an overview, and pages behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from standfirst.language.locale import translations
from standfirst.model import Source
from standfirst.model.addresses import SOURCES, Address, paragraph_address, source_page
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import plan_shelves, stands_in_for
from standfirst.present.cited_passages import CitedPassages, PassageCount, SupportedPassage
from standfirst.present.long_lists import Division, ListRules, LongList, Pager, long_list, pager_of
from standfirst.present.naming import Naming
from standfirst.present.overviews import Listed, Lister, Outline, outlines
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.view_parts import Link
from standfirst.present.views import SourceView
from standfirst.present.weights import line_weight
from standfirst.sources.lock import LockedSource, PassagePlace

# So much that rests on one passage stands on one page, and so many passages; about what a statement weighs there.
_MOST_SUPPORTED, _MOST_PASSAGES, _STATEMENT = 500, 1_000, 60

# So many paragraphs, or runs of them, are named that nothing rests on; more are counted.
_MOST_RANGES = 100


@frozen
class CitedParagraph:
    """A paragraph of a source and its passages, in the order in which they are first cited; it is `called` so."""

    called: str
    anchor: str
    passages: tuple[SupportedPassage, ...]


@frozen(kw_only=True)
class SourcePageView(PageView):
    """`length` and `uncited` are words; for a source that nothing cites they are empty.

    Where more rests on a source than a page has room for, its own page has an `outline` in the place of `paragraphs`.
    """

    source: SourceView
    length: str
    uncited: str
    paragraphs: tuple[CitedParagraph, ...]
    outline: Outline | None
    pager: Pager


@frozen
class _Piece:
    """Some of what rests on a passage, by the number of the passage among those of its source, and its place.

    The first of a paragraph `begins` it. Of the statements it has those from `first` to before `last`, or to the end.
    """

    passage: int
    place: PassagePlace
    begins: bool
    weight: int
    first: int
    last: int | None


def plan_source(
    source: Source, counts: Sequence[PassageCount], cited: Callable[[], CitedPassages], planner: Planner
) -> Iterator[PlannedPage]:
    """Yield the page of a source and those behind it, which are known by how much rests on each of its passages."""
    view, home = partial(_view, planner, source, cited), source_page(source.id)
    pieces = tuple(_pieces(source, counts, planner))
    rules = _rules(source, planner)
    found = long_list(f"sources/{source.id}", [Division("", "", pieces)], rules, planner.presenter.naming)
    yield PlannedPage(home, "pages/source.html", partial(view, found))
    yield from plan_shelves(found.shelves, Link(planner.presenter.naming.source_label(source), Address(home)), planner)
    for number, part in enumerate(found.parts):
        stands_in = stands_in_for(home, part, found, rules)
        yield PlannedPage(part.route, "pages/source.html", partial(view, found, number), stands_in=stands_in)


def _pieces(source: Source, counts: Sequence[PassageCount], planner: Planner) -> Iterator[_Piece]:
    """Yield what rests on passages in the order of their paragraphs, no more at once than a page has room for."""
    seen: set[int] = set()
    places = planner.presenter.lock.sources[source.id].passages if counts else {}
    for number, count in sorted(enumerate(counts), key=lambda each: places[each[1].key].paragraph):
        place = places[count.key]
        size = max(count.size, len(place.words.encode()))
        for first in range(0, count.statements, _MOST_SUPPORTED):
            statements = min(_MOST_SUPPORTED, count.statements - first)
            last = first + _MOST_SUPPORTED if first + _MOST_SUPPORTED < count.statements else None
            weight = 2 * size + statements * _STATEMENT
            yield _Piece(number, place, place.paragraph not in seen, weight, first, last)
            seen.add(place.paragraph)


def _rules(source: Source, planner: Planner) -> ListRules[_Piece]:
    def anchors(piece: _Piece) -> tuple[str, ...]:
        return (paragraph_address(source.id, piece.place.paragraph).anchor,) if piece.begins else ()

    return ListRules(
        weight=lambda piece: piece.weight,
        anchors=anchors,
        line=lambda piece: line_weight(*anchors(piece)) if piece.begins else 0,
        count=lambda piece: piece.begins,
        span=partial(_named, planner),
        most_in_full=_MOST_PASSAGES,
    )


def _named(planner: Planner, piece: _Piece) -> str:
    return planner.presenter.naming.place_in_source(piece.place.paragraph, piece.place.page)


def _lister(source: Source, planner: Planner) -> Lister[_Piece]:
    def listed(piece: _Piece) -> Iterator[Listed]:
        if piece.begins:
            view, anchor = planner.presenter.view(source), paragraph_address(source.id, piece.place.paragraph).anchor
            yield Listed(view, _named(planner, piece), anchor)

    return listed


def _view(
    planner: Planner,
    fact: Source,
    cited: Callable[[], CitedPassages],
    found: LongList[_Piece],
    number: int | None = None,
) -> SourcePageView:
    """Return the page of a source, whole or as an overview; with a number one of those behind it."""
    naming, say = planner.presenter.naming, planner.say
    source = planner.presenter.views(SourceView, [fact])[0]
    passages = cited().get(source.fact, ())
    route, title = source.address.route, source.label
    trail = [planner.link(SOURCES)]
    shown, outline, pager = passages, None, Pager(None, None)
    if number is not None:
        part = found.parts[number]
        route, title = part.route, say("%(name)s: %(list)s") % {"name": source.label, "list": part.label}
        trail.append(Link(source.label, source.address))
        shown, pager = tuple(_supported(piece, passages) for piece in part.entries), pager_of(found.parts, number)
    elif not found.is_whole:
        (outline,) = outlines(found, _rules(fact, planner), _lister(fact, planner), naming)
        shown = ()
    description = say("What this explainer takes from this source, passage by passage: %(source)s")
    about = fact if number is None else None
    return SourcePageView(
        **planner.page_fields("source", route, title, description % {"source": source.label}, *trail, fact=about),
        source=source,
        length=length_of(planner, source),
        uncited=_uncited(planner.presenter.lock.sources[fact.id], passages, naming) if passages else "",
        paragraphs=tuple(_by_paragraph(shown, naming)),
        outline=outline,
        pager=pager,
    )


def _supported(piece: _Piece, passages: Sequence[SupportedPassage]) -> SupportedPassage:
    whole = passages[piece.passage]
    return replace(whole, supports=whole.supports[piece.first : piece.last])


def ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return numbers in ascending order as the first and last of each run: 2, 7, 8, 9 as (2, 2), (7, 9)."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs


def _by_paragraph(passages: Iterable[SupportedPassage], naming: Naming) -> Iterator[CitedParagraph]:
    paragraphs: dict[int, list[SupportedPassage]] = {}
    for each in passages:
        paragraphs.setdefault(each.passage.paragraph, []).append(each)
    for number, members in sorted(paragraphs.items()):
        # One may run over several pages.
        page = min((each.passage.page for each in members if each.passage.page), default=None)
        yield CitedParagraph(naming.place_in_source(number, page), members[0].passage.address.anchor, tuple(members))


def length_of(planner: Planner, source: SourceView) -> str:
    """Return how long a source is, in words, if that is known."""
    locked, naming = planner.presenter.lock.sources.get(source.fact.id), planner.presenter.naming
    if locked is None:
        return ""
    words = naming.ngettext("%(count)s word", "%(count)s words", locked.words)
    if locked.pages:
        pages = naming.ngettext("%(count)s page", "%(count)s pages", locked.pages)
        return planner.say("%(words)s on %(pages)s") % {"words": words, "pages": pages}
    return planner.say("%(words)s in %(paragraphs)s") % {
        "words": words,
        "paragraphs": naming.ngettext("%(count)s paragraph", "%(count)s paragraphs", locked.paragraphs),
    }


def _uncited(locked: LockedSource, cited: Iterable[SupportedPassage], naming: Naming) -> str:
    """Return in words on which paragraphs nothing rests, or on which pages, if the source has these."""
    rest = set(range(1, (locked.pages or locked.paragraphs) + 1))
    rest -= {each.passage.page or each.passage.paragraph for each in cited}
    said = [_range(low, high, naming) for low, high in ranges(rest)]
    sentence = _of_pages(len(said), len(rest), naming) if locked.pages else _of_paragraphs(len(said), len(rest), naming)
    return sentence % {"numbers": naming.join_with_and(said) if said else ""}


def _of_pages(count_of_ranges: int, count: int, naming: Naming) -> str:
    """Return what is said of so many pages, with a place for their `numbers` unless there are too many ranges."""
    if not count:
        return naming.say("Every one of its pages is cited here.")
    if count_of_ranges > _MOST_RANGES:
        return naming.ngettext("%(count)s page is not cited here.", "%(count)s pages are not cited here.", count)
    words = translations(naming.language)
    return words.ngettext("Not cited here: page %(numbers)s.", "Not cited here: pages %(numbers)s.", count)


def _of_paragraphs(count_of_ranges: int, count: int, naming: Naming) -> str:
    """Return the same of paragraphs."""
    if not count:
        return naming.say("Every one of its paragraphs is cited here.")
    if count_of_ranges > _MOST_RANGES:
        return naming.ngettext(
            "%(count)s paragraph is not cited here.", "%(count)s paragraphs are not cited here.", count
        )
    words = translations(naming.language)
    return words.ngettext("Not cited here: paragraph %(numbers)s.", "Not cited here: paragraphs %(numbers)s.", count)


def _range(low: int, high: int, naming: Naming) -> str:
    return str(low) if low == high else naming.say("%(low)s–%(high)s") % {"low": low, "high": high}
