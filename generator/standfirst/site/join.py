"""Content to a `Site`: what is published, its order, and what refers to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import assert_never

from standfirst.cache import cached_latest, cached_per_item
from standfirst.images.shape import ImageShapes
from standfirst.language import dates
from standfirst.model import (
    FACT_TYPES,
    Actor,
    Claim,
    Content,
    Drafts,
    Event,
    Fact,
    FactId,
    Figure,
    Image,
    Place,
    Quote,
    Record,
    Relation,
    Source,
    Term,
    Unknown,
    Update,
)
from standfirst.model.walking import Holder, references_in
from standfirst.site.event_order import following
from standfirst.site.images import published_images
from standfirst.site.site import Site


def join(content: Content, images: ImageShapes, drafts: Drafts) -> Site:
    """Return the site of what a folder says; references in it may still lead nowhere."""
    order = _order(_sort_key.map(content.facts), id_of.map(content.facts), tuple(_after.flat_map(content.facts)))
    shown = [place for place in order if drafts.include(held_back=content.facts[place].is_held_back)]
    facts = tuple(map(content.facts.__getitem__, shown))
    ids = tuple(map(id_of.map(content.facts).__getitem__, shown))
    sections = tuple(section for section in content.sections if drafts.include(held_back=section.is_held_back))
    named = _ids_named_in.map((content.explainer, *sections, *facts))
    return Site(
        explainer=content.explainer,
        facts=facts,
        sections=sections,
        by_type=by_type(facts),
        index=MappingProxyType(dict(zip(reversed(ids), reversed(facts), strict=True))),
        verbs=MappingProxyType({verb.id: verb for verb in content.explainer.verbs}),
        named=named,
        backlinks=MappingProxyType(_backlinks(ids, named[1 + len(sections) :])),
        images=published_images(images, content, (content.explainer, *sections, *facts)),
        basemap=content.basemap,
        checked=content.checked,
        vouched=content.vouched,
    )


@cached_per_item
def _sort_key(fact: Fact) -> tuple[object, ...]:
    """Return where a fact stands among others; of events, what they have alike that begin on one day comes second."""
    match fact:
        case Event():
            year, month, day, *rest = dates.order(fact.date)
            return 1, (year, month, day), rest, fact.origin.path, fact.origin.line
        case Update():
            return 2, -fact.date.toordinal()
        case Actor() | Term() | Quote() | Claim() | Figure() | Relation() | Place() | Image() | Unknown() | Source():
            return (0,)
        case _:
            assert_never(fact)


@cached_per_item
def _after(fact: Fact) -> Iterator[tuple[FactId, FactId]]:
    if isinstance(fact, Event) and fact.after:
        yield fact.fact_id, fact.after.to


@cached_latest
def _order(
    keys: Sequence[tuple[object, ...]], ids: Sequence[FactId], after: Sequence[tuple[FactId, FactId]]
) -> list[int]:
    order = sorted(range(len(keys)), key=keys.__getitem__)
    if not after:
        return order
    named = dict(after)
    days = (list(day) for _, day in groupby(order, key=lambda place: keys[place][:2]))
    return [day[place] for day in days for place in following([ids[fact] for fact in day], named)]


def by_type(facts: Sequence[Fact]) -> Mapping[type[Record], tuple[Fact, ...]]:
    """Return the facts by their types, in their order."""
    found: dict[type[Fact], list[Fact]] = {record: [] for record in FACT_TYPES}
    for record, run in groupby(facts, type):
        found[record] += run
    return MappingProxyType({record: tuple(each) for record, each in found.items()})


@cached_per_item
def id_of(fact: Fact) -> FactId:
    """Return the id of a fact, with its kind."""
    return fact.fact_id


@cached_per_item
def _ids_named_in(holder: Holder) -> tuple[FactId, ...]:
    """Return the facts that something refers to, each once."""
    return tuple(dict.fromkeys(reference.to for reference in references_in(holder)))


@cached_latest
def _backlinks(ids: Sequence[FactId], named: Sequence[Sequence[FactId]]) -> dict[FactId, tuple[FactId, ...]]:
    referring: defaultdict[FactId, list[FactId]] = defaultdict(list)
    for fact, others in zip(ids, named, strict=True):
        for other in others:
            if other != fact:
                referring[other].append(fact)
    return {fact: tuple(others) for fact, others in referring.items()}
