"""Every actor and term, from A to Z and by kind; a long glossary is an overview, and pages for each letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, zip_longest

from standfirst.language.collation import alphabet
from standfirst.model import ActorKind, Kind, Place, Term
from standfirst.model.addresses import GLOSSARY, former_anchors, glossary_entry
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import plan_shelves, stands_in_for
from standfirst.present.filing import FiledName, filed_names, filing_name
from standfirst.present.highlights import main_actors
from standfirst.present.kind_names import actor_kind_name
from standfirst.present.list_filters import Choice, ListFilter, Option, list_filter
from standfirst.present.long_lists import Division, ListRules, LongList, Pager, long_list, pager_of
from standfirst.present.overviews import Listed, Lister, Outline, outlines
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.view_parts import Link
from standfirst.present.views import ActorView, TermView
from standfirst.present.weights import line_weight, weight_of

# An entry of the glossary.
Entry = ActorView | TermView
# So many entries, which are short, stand on one page.
_MOST_ENTRIES = 500


@frozen
class OtherName:
    """A name under which readers may look for an entry that is filed under another `letter`."""

    name: str
    entry: Link
    letter: str


@frozen
class Letter:
    """The entries that are filed under one letter, and the other names that begin with it.

    `outline` is how the overview of a long glossary shows it, where all of these are on pages of their own.
    """

    letter: str
    anchor: str
    entries: tuple[Entry, ...] = ()
    other_names: tuple[OtherName, ...] = ()
    outline: Outline | None = None


@frozen
class KindList:
    """The entries of one kind, as links into the list."""

    kind: str
    label: str
    entries: tuple[Link, ...]


@frozen(kw_only=True)
class GlossaryView(PageView):
    """Where it `is_whole` entries stand here, listed by their `kinds` too; else the letters have outlines."""

    letters: tuple[Letter, ...]
    kinds: tuple[KindList, ...]
    is_whole: bool
    list_filter: ListFilter | None


@frozen(kw_only=True)
class LetterView(PageView):
    """Entries of one letter, between the pages before and after them."""

    letter: Letter
    pager: Pager
    list_filter: ListFilter | None


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the glossary, and where it is long a page for each letter, or several."""
    rules = _rules(planner)
    found = _listed(rules, planner)
    yield PlannedPage(GLOSSARY, "pages/glossary.html", partial(_view, planner, found))
    yield from plan_shelves(found.shelves, planner.link(GLOSSARY), planner)
    for number, part in enumerate(found.parts):
        stands_in = stands_in_for(GLOSSARY, part, found, rules)
        make_view = partial(_letter_view, planner, found, number)
        yield PlannedPage(part.route, "pages/letter.html", make_view, stands_in=stands_in)


def _listed(rules: ListRules[FiledName], planner: Planner) -> LongList[FiledName]:
    letters = alphabet(planner.site.explainer.language)
    filed = sorted(
        filed_names(planner.site.actors_and_terms(), letters),
        key=lambda each: (letters.order(each.name), letters.order(each.fact.name), each.fact.fact_id),
    )
    by_letter = groupby(filed, key=lambda each: letters.letter(each.name))
    divisions = (Division(_route_name(letter), letter, tuple(group)) for letter, group in by_letter)
    return long_list("glossary", divisions, rules, planner.presenter.naming)


def _route_name(letter: str) -> str:
    """Return a letter as every system and address can name a file: `a`, and by its code where it is not of ASCII."""
    return "".join(each if each.isascii() and each.isalnum() else f"u{ord(each):04x}" for each in letter.lower())


def _rules(planner: Planner) -> ListRules[FiledName]:
    main = {actor.fact_id for actor in main_actors(planner.site)}
    return ListRules(
        weight=_weight,
        anchors=_anchors,
        line=_line,
        count=lambda filed: not filed.is_other,
        is_key=lambda filed: not filed.is_other and filed.fact.fact_id in main,
        span=lambda filed: filed.name,
        most_in_full=_MOST_ENTRIES,
    )


def _weight(filed: FiledName) -> int:
    if filed.is_other:
        return line_weight(filed.name, filed.fact.name)
    fact = filed.fact
    text = fact.text if isinstance(fact, Term) else None
    # An entry has little beside its words.
    return weight_of(fact.summary, text, *fact.cite) * 2 // 3


def _anchors(filed: FiledName) -> tuple[str, ...]:
    return () if filed.is_other else (glossary_entry(filed.fact.fact_id).anchor, *former_anchors(filed.fact))


def _line(filed: FiledName) -> int:
    """Return what the line of an entry weighs, with all its names for the filter."""
    fact = filed.fact
    names = () if isinstance(fact, Place) else fact.aliases
    return 0 if filed.is_other else line_weight(fact.name, *names, fact.id, *fact.former_ids)


def _lister(planner: Planner) -> Lister[FiledName]:
    def listed(filed: FiledName) -> Iterator[Listed]:
        if not filed.is_other:
            yield Listed(_entry(filed, planner), filed.name, glossary_entry(filed.fact.fact_id).anchor)

    return listed


def _entry(filed: FiledName, planner: Planner) -> Entry:
    view = planner.presenter.view(filed.fact)
    assert isinstance(view, Entry)
    return view


def _view(planner: Planner, found: LongList[FiledName]) -> GlossaryView:
    say = planner.say
    entries = [_entry(filed, planner) for each in found.divisions for filed in each.entries if not filed.is_other]
    kinds = tuple(_kinds(entries, planner))
    return GlossaryView(
        **planner.page_fields("glossary", GLOSSARY, planner.name(GLOSSARY), say("Every name and term, explained.")),
        letters=tuple(_letters(found, planner)),
        kinds=kinds if found.is_whole else (),
        is_whole=found.is_whole,
        list_filter=_filter(kinds, planner) if found.is_whole or found.has_lines else None,
    )


def _filter(kinds: Sequence[KindList], planner: Planner) -> ListFilter | None:
    options = tuple(Option(each.kind, each.label) for each in kinds)
    by_kind = Choice("kind", planner.say("Kind"), planner.say("Any kind"), options)
    return list_filter([by_kind], sum(len(each.entries) for each in kinds), planner, by_name=True)


def _letters(found: LongList[FiledName], planner: Planner) -> Iterator[Letter]:
    shown = () if found.is_whole else outlines(found, _rules(planner), _lister(planner), planner.presenter.naming)
    for number, (division, outline) in enumerate(zip_longest(found.divisions, shown), start=1):
        anchor = f"letter_{number}"
        if outline:
            yield Letter(division.label, anchor, outline=outline)
        else:
            yield _letter(division.label, anchor, division.entries, planner)


def _letter(letter: str, anchor: str, filed: Sequence[FiledName], planner: Planner) -> Letter:
    return Letter(
        letter,
        anchor,
        tuple(_entry(each, planner) for each in filed if not each.is_other),
        tuple(_other_name(each, planner) for each in filed if each.is_other),
    )


def _other_name(filed: FiledName, planner: Planner) -> OtherName:
    to = Link(filed.fact.name, glossary_entry(filed.fact.fact_id))
    return OtherName(filed.name, to, alphabet(planner.site.explainer.language).letter(filing_name(filed.fact)))


def _letter_view(planner: Planner, found: LongList[FiledName], number: int) -> LetterView:
    """Return one of the pages behind a long glossary."""
    part, say = found.parts[number], planner.say
    letter = _letter(part.label, f"letter_{number + 1}", part.entries, planner)
    title = say("Glossary: %(letter)s") % {"letter": part.label}
    description = say("Names and terms from %(letter)s, explained.") % {"letter": part.label}
    return LetterView(
        **planner.page_fields("letter", part.route, title, description, planner.link(GLOSSARY)),
        letter=letter,
        pager=pager_of(found.parts, number),
        list_filter=_filter(tuple(_kinds(letter.entries, planner)), planner),
    )


def _kinds(entries: Sequence[Entry], planner: Planner) -> Iterator[KindList]:
    for kind in ActorKind:
        found = tuple(
            Link(each.name, each.entry) for each in entries if isinstance(each, ActorView) and each.kind == kind
        )
        if found:
            yield KindList(kind.value, planner.say(actor_kind_name(kind)), found)
    terms = tuple(Link(each.name, each.address) for each in entries if isinstance(each, TermView))
    if terms:
        yield KindList(Kind.TERM.value, planner.say("Term"), terms)
