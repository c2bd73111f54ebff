"""Every actor and term, from A to Z and by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from standfirst.language.collation import Alphabet, alphabet
from standfirst.model import Actor, ActorKind, Kind, Term
from standfirst.model.addresses import GLOSSARY
from standfirst.model.frozen_class import frozen
from standfirst.present.kind_names import actor_kind_name
from standfirst.present.list_filters import Choice, ListFilter, Option, list_filter
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import ActorView, Link, TermView

# An entry of the glossary.
Entry = ActorView | TermView


@frozen
class OtherName:
    """A name under which readers may look for an entry that is filed under another letter."""

    name: str
    entry: Link


@frozen
class Letter:
    """The entries that are filed under one letter, and the other names that begin with it."""

    letter: str
    anchor: str
    entries: tuple[Entry, ...]
    other_names: tuple[OtherName, ...]


@frozen
class KindList:
    """The entries of one kind, as links into the list."""

    kind: str
    label: str
    entries: tuple[Link, ...]


@frozen(kw_only=True)
class GlossaryView(PageView):
    letters: tuple[Letter, ...]
    kinds: tuple[KindList, ...]
    list_filter: ListFilter | None


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the glossary."""
    yield PlannedPage(GLOSSARY, "pages/glossary.html", partial(_view, planner))


def _view(planner: Planner) -> GlossaryView:
    site = planner.site
    say = planner.say
    actors = planner.presenter.views(ActorView, site.all(Actor))
    terms = planner.presenter.views(TermView, site.all(Term))
    unsorted: tuple[Entry, ...] = (*actors, *terms)
    letters = alphabet(site.explainer.language)
    entries = sorted(
        unsorted, key=lambda entry: (letters.order(_filed_as(entry)), letters.order(entry.name), entry.fact)
    )
    kinds = tuple(_kinds(entries, planner))
    options = tuple(Option(each.kind, each.label) for each in kinds)
    by_kind = Choice("kind", say("Kind"), say("Any kind"), options)
    return GlossaryView(
        **planner.page_fields(
            "glossary", GLOSSARY, say("Who is who, and what is what"), say("Every name and term, explained.")
        ),
        letters=tuple(_letters(entries, letters)),
        kinds=kinds,
        list_filter=list_filter([by_kind], len(entries), planner, by_name=True),
    )


def _letters(entries: Sequence[Entry], letters: Alphabet) -> Iterator[Letter]:
    names: list[tuple[str, Entry | OtherName]] = [(_filed_as(entry), entry) for entry in entries]
    names += ((other.name, other) for other in _other_names(entries, letters))
    names.sort(key=lambda named: letters.order(named[0]))
    for number, (letter, group) in enumerate(groupby(names, key=lambda named: letters.letter(named[0])), start=1):
        found = [each for _, each in group]
        yield Letter(
            letter,
            f"letter_{number}",
            tuple(each for each in found if not isinstance(each, OtherName)),
            tuple(each for each in found if isinstance(each, OtherName)),
        )


def _filed_as(entry: Entry) -> str:
    return entry.filed_as if isinstance(entry, ActorView) else entry.name


def _other_names(entries: Sequence[Entry], letters: Alphabet) -> Iterator[OtherName]:
    """Yield the names and aliases of entries that begin with another letter than that under which they are filed."""
    for entry in entries:
        filed_as = _filed_as(entry)
        place = Link(filed_as, entry.entry if isinstance(entry, ActorView) else entry.address)
        for name in dict.fromkeys((entry.name, *entry.aliases)):
            if letters.letter(name) != letters.letter(filed_as):
                yield OtherName(name, place)


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
