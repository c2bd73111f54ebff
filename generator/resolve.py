"""Ids to one `Site`: what refers to what, what refers to nothing, and the order in which things stand."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum
from types import MappingProxyType

from generator import dates
from generator.checks.binding import disagreements
from generator.decode import NO_GAPS, Gaps
from generator.errors import Problem, SiteError, suggest
from generator.model import (
    Actor,
    Claim,
    Content,
    Event,
    Fact,
    FactId,
    Kind,
    Place,
    Reference,
    Relation,
    Section,
    Term,
    Update,
)
from generator.site import Site, prose_in, references_in


class Drafts(Enum):
    """Whether what is marked `draft: true` is part of the site."""

    SHOW = "show"
    HIDE = "hide"


def resolve(content: Content, images: frozenset[str], *, drafts: Drafts, gaps: Gaps = NO_GAPS) -> Site:
    """Join up what the files say, or raise one `SiteError` with everything that does not fit together.

    `images` are the names of the files in `images/`. Content with `gaps` is resolved for the problems that this shows.
    """
    every = {fact.fact_id: fact for fact in reversed(content.facts)}
    site = _joined(content, images, drafts)
    problems = [
        *_twice(content),
        *_dangling(site, every, gaps),
        *(() if gaps.settings else _unknown_verbs(site)),
        *_shared_names(site),
        *_former_ids(site),
        *_missing_images(site),
        *_half_coordinates(site),
        *_rival_of_itself(site),
    ]
    if problems:
        # `check` is not asked then, and these can be seen already.
        raise SiteError([*problems, *disagreements(site)])
    return site


def _joined(content: Content, images: frozenset[str], drafts: Drafts) -> Site:
    shown = tuple(fact for fact in content.facts if drafts is Drafts.SHOW or not fact.draft)
    events = sorted((fact for fact in shown if isinstance(fact, Event)), key=_by_date)
    updates = sorted((fact for fact in shown if isinstance(fact, Update)), key=lambda update: update.date, reverse=True)
    others = (fact for fact in shown if not isinstance(fact, Event | Update))
    facts = (*others, *events, *updates)
    return Site(
        explainer=content.explainer,
        facts=facts,
        sections=tuple(section for section in content.sections if drafts is Drafts.SHOW or not section.draft),
        index=MappingProxyType({fact.fact_id: fact for fact in reversed(facts)}),
        verbs=MappingProxyType({verb.id: verb for verb in content.explainer.verbs}),
        backlinks=MappingProxyType(_backlinks(facts)),
        images=images,
        basemap=content.basemap,
    )


def _by_date(event: Event) -> tuple[object, ...]:
    return (dates.order(event.date), event.origin.path, event.origin.line)


def _backlinks(facts: Sequence[Fact]) -> dict[FactId, tuple[Fact, ...]]:
    referring: defaultdict[FactId, dict[FactId, Fact]] = defaultdict(dict)
    for fact in facts:
        for reference in references_in(fact):
            if reference.to != fact.fact_id:
                referring[reference.to][fact.fact_id] = fact
    return {fact_id: tuple(others.values()) for fact_id, others in referring.items()}


# ---------------------------------------------------------------- what does not fit together


def _twice(content: Content) -> Iterator[Problem]:
    seen: dict[str, Fact | Section] = {}
    holders: tuple[Fact | Section, ...] = (*content.facts, *content.sections)
    for each in holders:
        name = f"{each.KIND.value if isinstance(each, Fact) else 'section'} '{each.id}'"
        first = seen.setdefault(name, each)
        if first is not each:
            message = f"{name} is there already, at {first.origin.path}:{first.origin.line}"
            yield Problem(each.origin, message, "give one of the two another id")


def _dangling(site: Site, every: dict[FactId, Fact], gaps: Gaps) -> Iterator[Problem]:
    written = references_in((site.explainer, site.sections, site.facts))
    for reference in (*written, *gaps.references):
        known = reference.to in site.index or reference.to in gaps.facts
        if not known and (reference.to in every or not gaps.files):
            yield _nothing_there(reference, every, [*every, *gaps.facts])


def _nothing_there(reference: Reference, every: dict[FactId, Fact], written: Sequence[FactId]) -> Problem:
    kind, name = reference.to
    if reference.to in every:
        message = f"{kind.value} '{name}' is a draft, and this is published"
        return Problem(reference.origin, message, "publish it, or make this a draft as well")
    near = suggest(name, [other.id for other in written if other.kind is kind])
    hint = near or _same_id_elsewhere(reference.to, written) or f"add it under {kind.plural}:"
    return Problem(reference.origin, f"there is no {kind.value} '{name}'", hint)


def _same_id_elsewhere(fact_id: FactId, written: Sequence[FactId]) -> str:
    others = [other for other in Kind if FactId(other, fact_id.id) in written]
    return f"'{fact_id.id}' is {_article(others[0])}" if others else ""


def _article(kind: Kind) -> str:
    return f"an {kind.value}" if kind.value[0] in "aeiou" else f"a {kind.value}"


def _unknown_verbs(site: Site) -> Iterator[Problem]:
    for relation in site.all(Relation):
        if relation.verb.to not in site.verbs:
            hint = suggest(relation.verb.to, site.verbs) or "add it to `verbs` in site.yaml"
            yield Problem(relation.verb.origin, f"there is no verb '{relation.verb.to}'", hint)


def _shared_names(site: Site) -> Iterator[Problem]:
    bearers: dict[str, Actor | Term] = {}
    for fact in sorted(site.named(), key=lambda fact: fact.origin):
        for name in dict.fromkeys((fact.name, *fact.aliases)):
            bearing = (bearers.setdefault(spelling, fact) for spelling in _read_as(name, fact))
            first = next((other for other in bearing if other is not fact), None)
            if first:
                message = f"the name '{name}' is also that of {first.fact_id} ({first.origin.path}:{first.origin.line})"
                yield Problem(fact.origin, message, "keep it for one of the two, so that prose can tell them apart")


def _read_as(name: str, fact: Actor | Term) -> tuple[str, ...]:
    """What prose may write for a name: any apostrophe, however composed; a term's first letter in either case."""
    plain = unicodedata.normalize("NFC", " ".join(name.replace("’", "'").split()))
    return (plain[:1].lower() + plain[1:], plain[:1].upper() + plain[1:]) if isinstance(fact, Term) else (plain,)


def _former_ids(site: Site) -> Iterator[Problem]:
    taken: dict[FactId, Fact] = dict(site.index)
    for fact in site.facts:
        for former in fact.former_ids:
            name = FactId(fact.KIND, former)
            if name in taken:
                holder = taken[name]
                whose = "it is one of its ids already" if holder is fact else f"it belongs to {holder.fact_id}"
                message = f"'{former}' cannot be a former id of {fact.fact_id}: {whose}"
                yield Problem(fact.origin, message, "take it out: an old address can lead to one place only")
            taken.setdefault(name, fact)


def _missing_images(site: Site) -> Iterator[Problem]:
    known = [f"images/{name}" for name in sorted(site.images)]
    for prose in prose_in((site.explainer, site.sections, site.facts)):
        for target, origin in prose.images:
            if target not in known:
                yield Problem(origin, f"there is no image '{target}'", suggest(target, known) or "put it in images/")


def _half_coordinates(site: Site) -> Iterator[Problem]:
    for place in site.all(Place):
        if (place.lat is None) != (place.lon is None):
            yield Problem(place.origin, f"{place.fact_id} has one coordinate", "give both lat and lon, or neither")


def _rival_of_itself(site: Site) -> Iterator[Problem]:
    for claim in site.all(Claim):
        for rival in claim.rivals:
            if rival.to == claim.fact_id:
                yield Problem(rival.origin, f"{claim.fact_id} is named as its own rival", "name the other claim")
