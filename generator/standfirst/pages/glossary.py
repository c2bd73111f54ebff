"""Every actor and term, from A to Z and by kind."""

from __future__ import annotations

from collections.abc import Iterator
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


@frozen
class Letter:
    """The entries that begin with one letter."""

    letter: str
    anchor: str
    entries: tuple[ActorView | TermView, ...]


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
    unsorted: tuple[ActorView | TermView, ...] = (*actors, *terms)
    letters = alphabet(site.explainer.language)
    entries = sorted(unsorted, key=lambda entry: (letters.order(entry.name), entry.fact))
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


def _letters(entries: list[ActorView | TermView], letters: Alphabet) -> Iterator[Letter]:
    for number, (letter, group) in enumerate(groupby(entries, key=lambda entry: letters.letter(entry.name)), start=1):
        yield Letter(letter, f"letter_{number}", tuple(group))


def _kinds(entries: list[ActorView | TermView], planner: Planner) -> Iterator[KindList]:
    for kind in ActorKind:
        found = tuple(
            Link(each.name, each.entry) for each in entries if isinstance(each, ActorView) and each.kind == kind
        )
        if found:
            yield KindList(kind.value, planner.say(actor_kind_name(kind)), found)
    terms = tuple(Link(each.name, each.address) for each in entries if isinstance(each, TermView))
    if terms:
        yield KindList(Kind.TERM.value, planner.say("Term"), terms)
