"""Lists of links that stand with a fact, as of all who take part in an event: of very many the first.

A list that is too long ends in a link that counts the others, and leads to a page of its own that has all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar, assert_never

from standfirst.language.locale import N_
from standfirst.model import (
    Actor,
    Citation,
    Citing,
    Claim,
    Event,
    Fact,
    FactId,
    Figure,
    Image,
    Place,
    Quote,
    Relation,
    Source,
    Term,
    Unknown,
    Update,
)
from standfirst.model.addresses import Address, paragraph_address
from standfirst.model.frozen_class import frozen
from standfirst.model.sentences import sentence_of
from standfirst.model.voices import voices_of
from standfirst.present.naming import Naming, Phrasing
from standfirst.present.view_parts import Link
from standfirst.sources.lock import Lock

T = TypeVar("T")

# So many links of one sort stand with a fact; where there are more, so many of them and one to all.
MOST_LINKS, _FIRST = 50, 20
# So many names a reader looks through where one is to be chosen.
MOST_CHOSEN = 200


@frozen
class LinkList:
    """All links of one sort that a fact has; the sort is named by the field of its view, and headed by a `label`."""

    field: str
    label: str
    links: tuple[Link, ...]


def first_links(links: Sequence[T]) -> Sequence[T]:
    """Return those of a list that stand with a fact: all, or the first where they are too many."""
    return links if len(links) <= MOST_LINKS else links[:_FIRST]


def link_to_more(fact: FactId, field: str, number: int, phrasing: Phrasing) -> Link | None:
    """Return the link to all of a list of so many, which counts those that do not stand with the fact, if any."""
    return link_to_others(number - _FIRST, page_of_list(fact, field), phrasing) if number > MOST_LINKS else None


def link_to_others(number: int, route: str, phrasing: Phrasing) -> Link | None:
    """Return the link to the page that has so many more of a list, if there are more."""
    if number <= 0:
        return None
    return Link(phrasing.ngettext("%(count)s more", "%(count)s more", number), Address(route))


def cut_links(links: Sequence[Link], fact: FactId, field: str, phrasing: Phrasing) -> tuple[Link, ...]:
    """Return links as they stand with a fact, the last of which leads to all where they are too many."""
    more = link_to_more(fact, field, len(links), phrasing)
    return (*first_links(links), *([more] if more else ()))


def page_of_list(fact: FactId, field: str) -> str:
    """Return the route of the page that has all of a list of links."""
    return f"{folder_of_list(fact, field)}.html"


def folder_of_list(fact: FactId, field: str) -> str:
    """Return the folder of the pages behind that page."""
    return f"lists/{fact.kind.value}-{fact.id}-{field}"


def long_link_lists(fact: Fact, naming: Naming, lock: Lock) -> Iterator[LinkList]:
    """Yield the lists of a fact that are too long to stand with it."""
    for field, label, facts in _lists_of(fact, naming):
        if len(facts) > MOST_LINKS:
            yield LinkList(field, label, tuple(naming.link_to(naming.site.index[each]) for each in facts))
    voices = voices_of(fact) or ()
    if len(voices) > MOST_LINKS:
        yield LinkList("voices", N_("Who says so"), tuple(map(naming.voice, voices)))
    if number_of_passages(citations_of(fact)) > MOST_LINKS:
        yield LinkList("passages", N_("What it rests on"), tuple(_passages(fact, naming, lock)))


def _lists_of(fact: Fact, naming: Naming) -> Iterator[tuple[str, str, Sequence[FactId]]]:
    """Yield what a fact refers to in lists: the field of its view, a heading, and the facts."""
    match fact:
        case Event():
            yield "actors", N_("Who"), [each.to for each in fact.actors]
        case Quote():
            yield "to", N_("Said to"), [each.to for each in fact.to]
        case Claim():
            yield "see", N_("See"), [each.to for each in fact.see]
            yield "rivals", N_("Against it"), [each.fact_id for each in naming.site.rivals(fact)]
        case Update():
            yield "affects", N_("Concerns"), [each.to for each in fact.affects]
        case Actor() | Term() | Figure() | Relation() | Place() | Image() | Unknown() | Source():
            return
        case _:
            assert_never(fact)


def citations_of(fact: Fact) -> tuple[Citation, ...]:
    """Return the citations of a fact, and those in its one sentence, if it has one."""
    sentence = sentence_of(fact)
    return (*(fact.cite if isinstance(fact, Citing) else ()), *(sentence.citations if sentence else ()))


def number_of_passages(citations: Iterable[Citation]) -> int:
    """Return how many passages are cited."""
    return sum(len(citation.passages) for citation in citations)


def first_passages(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return citations as they stand with a fact: all, or as far as the first passages where they are too many."""
    if number_of_passages(citations) <= MOST_LINKS:
        return tuple(citations)
    left, first = _FIRST, []
    for citation in citations:
        if left > 0:
            first.append(replace(citation, passages=citation.passages[:left]))
            left -= len(citation.passages)
    return tuple(first)


def _passages(fact: Fact, naming: Naming, lock: Lock) -> Iterator[Link]:
    """Yield a link to each paragraph in which a passage stands that a fact cites."""
    for citation in citations_of(fact):
        source = naming.site.get(Source, citation.source)
        for passage in citation.passages:
            place = lock.place_of(source.id, passage)
            said = naming.place_in_source(place.paragraph, place.page)
            yield Link(f"{naming.source_label(source)}: {said}", paragraph_address(source.id, place.paragraph))
