"""Ids to one `Site`: what refers to what, what refers to nothing, and the order in which things stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from types import MappingProxyType
from typing import assert_never

from standfirst.cache import latest, per_item
from standfirst.decoding.decode import NO_GAPS, Gaps
from standfirst.language import dates
from standfirst.model import FACT_TYPES, Actor, Claim, Content, Drafts, Event, Fact, FactId, Figure, Id, Kind, LanguageTag, Origin, Place, Quote, Record, Reference, Relation, Section, Source, Term, Unknown, Update
from standfirst.model.walking import Holder, prose_in, references_in
from standfirst.problems.errors import Problem, Severity, suggestions
from standfirst.prose.fact_names import spelled
from standfirst.prose.references import ID
from standfirst.prose.spellings import Spelling, spellings_of
from standfirst.site.site import Site

# More places than these that name what is not there are told as one.
_MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class Resolved:
    """A site, and everything in it that does not fit together: without problems, every id in it leads somewhere."""

    site: Site
    problems: tuple[Problem, ...]


def resolve(content: Content, images: frozenset[str], *, drafts: Drafts, gaps: Gaps = NO_GAPS) -> Resolved:
    """Join up what the files say, with every problem of what does not fit together.

    `images` are the names of the files in `images/`. Nothing that may stand in the `gaps` is called missing.
    """
    site = _joined(content, images, drafts)
    problems = (
        *_twice(content),
        *_dangling(site, content, gaps),
        *(() if gaps.lacks_settings else _unknown_verbs(site)),
        *_shared_names(site),
        *_former_ids(site),
        *_missing_images(site),
        *_half_coordinates(site),
        *_rival_of_itself(site),
    )
    return Resolved(site, problems)


def _joined(content: Content, images: frozenset[str], drafts: Drafts) -> Site:
    order = _order(_sort_key.map(content.facts))
    shown = [place for place in order if drafts.include(draft=content.facts[place].draft)]
    facts = tuple(map(content.facts.__getitem__, shown))
    ids = tuple(map(_id_of.map(content.facts).__getitem__, shown))
    sections = tuple(section for section in content.sections if drafts.include(draft=section.draft))
    named = _named_in.map((content.explainer, *sections, *facts))[1 + len(sections) :]
    return Site(
        explainer=content.explainer,
        facts=facts,
        sections=sections,
        by_type=MappingProxyType(_by_type(facts)),
        index=MappingProxyType(dict(zip(reversed(ids), reversed(facts), strict=True))),
        verbs=MappingProxyType({verb.id: verb for verb in content.explainer.verbs}),
        backlinks=MappingProxyType(_backlinks(ids, named)),
        images=images,
        basemap=content.basemap,
    )


@per_item
def _sort_key(fact: Fact) -> tuple[object, ...]:
    match fact:
        case Event():
            return 1, dates.order(fact.date), fact.origin.path, fact.origin.line
        case Update():
            return 2, -fact.date.toordinal()
        case Actor() | Term() | Quote() | Claim() | Figure() | Relation() | Place() | Unknown() | Source():
            return (0,)
        case _:
            assert_never(fact)


@latest
def _order(keys: Sequence[tuple[object, ...]]) -> list[int]:
    return sorted(range(len(keys)), key=keys.__getitem__)


def _by_type(facts: Sequence[Fact]) -> dict[type[Record], tuple[Fact, ...]]:
    found: dict[type[Fact], list[Fact]] = {record: [] for record in FACT_TYPES}
    for record, run in groupby(facts, type):
        found[record] += run
    return {record: tuple(each) for record, each in found.items()}


@per_item
def _id_of(fact: Fact) -> FactId:
    return fact.fact_id


@per_item
def _named_in(holder: Holder) -> tuple[FactId, ...]:
    return tuple(dict.fromkeys(reference.to for reference in references_in(holder)))


@latest
def _backlinks(ids: Sequence[FactId], named: Sequence[Sequence[FactId]]) -> dict[FactId, tuple[FactId, ...]]:
    referring: defaultdict[FactId, list[FactId]] = defaultdict(list)
    for fact, others in zip(ids, named, strict=True):
        for other in others:
            if other != fact:
                referring[other].append(fact)
    return {fact: tuple(others) for fact, others in referring.items()}


# ---------------------------------------------------------------- what does not fit together


def _twice(content: Content) -> Iterator[Problem]:
    names = (*_id_of.map(content.facts), *(("section", section.id) for section in content.sections))
    if not _repeats(names):
        return
    seen: dict[tuple[str, str], Fact | Section] = {}
    holders: tuple[Fact | Section, ...] = (*content.facts, *content.sections)
    for (kind, name), each in zip(names, holders, strict=True):
        first = seen.setdefault((kind, name), each)
        if first is not each:
            message = f"{kind} '{name}' is there already, at {first.origin.path}:{first.origin.line}"
            yield Problem(each.origin, message, "give one of the two another id")


@latest
def _repeats(names: Sequence[tuple[str, str]]) -> bool:
    return len(set(names)) < len(names)


def _dangling(site: Site, content: Content, gaps: Gaps) -> Iterator[Problem]:
    named = _named_in.map(site.holders)
    in_gaps = tuple(reference.to for reference in gaps.references)
    unknown = _unknown(tuple(site.index), gaps.broken_facts, (*named, in_gaps))
    if not unknown:
        return
    every = {fact.fact_id: fact for fact in reversed(content.facts)}
    holders = (each for each, facts in zip(site.holders, named, strict=True) if unknown.intersection(facts))
    references = [
        reference
        for reference in chain(*map(references_in, holders), gaps.references)
        if reference.to in unknown and (reference.to in every or not gaps.has_unknown_facts)
    ]
    yield from (needs_draft(reference, Severity.ERROR) for reference in references if reference.to in every)
    missing: dict[FactId, list[Origin]] = defaultdict(list)
    for reference in references:
        if reference.to not in every:
            missing[reference.to].append(reference.origin)
    for file in gaps.unread_files:
        held = [missing.pop(fact_id) for fact_id in [*missing] if file.may_hold(fact_id)]
        if held:
            yield file.as_problem(sum(map(len, held)))
    remedies = _remedies(missing, {*every, *gaps.broken_facts})
    for fact_id, origins in missing.items():
        if fact_id in remedies:
            yield from _nothing_there(fact_id, sorted(origins), remedies[fact_id])


def needs_draft(reference: Reference, severity: Severity) -> Problem:
    """Return the problem that a reference from what is published leads to a draft."""
    kind, name = reference.to
    message = f"{kind.value} '{name}' is a draft, and this is published"
    return Problem(reference.origin, message, "publish it, or make this a draft as well", severity)


@latest
def _unknown(
    known: Sequence[FactId], in_gaps: frozenset[FactId], named: Sequence[Sequence[FactId]]
) -> frozenset[FactId]:
    return frozenset(chain.from_iterable(named)).difference(known, in_gaps)


def _nothing_there(fact_id: FactId, origins: Sequence[Origin], hint: str) -> Iterator[Problem]:
    """Where a fact is named that is not there: everywhere, or where many name it, only in the first place."""
    message = f"there is no {fact_id.kind.value} '{fact_id.id}'"
    if len(origins) > _MOST_PLACES:
        yield Problem(origins[0], f"{message}, which is named here and in {len(origins) - 1} more places", hint)
    else:
        yield from (Problem(origin, message, hint) for origin in origins)


def _remedies(missing: Iterable[FactId], written: Collection[FactId]) -> dict[FactId, str]:
    """What to do about each fact that is named and not there.

    Of those nothing is said that nearly have a name which is refused for what it is.
    """
    refused = [each for each in written if not ID.fullmatch(each.id)]
    if refused:
        unlike = _near(missing, refused)
        missing = [each for each in missing if not unlike[each]]
    near = _near(missing, [each for each in written if ID.fullmatch(each.id)])
    return {
        each: near[each] or _same_id_elsewhere(each, written) or f"add it under {each.kind.plural}:" for each in missing
    }


def _near(missing: Iterable[FactId], written: Iterable[FactId]) -> dict[FactId, str]:
    """The hint for each of many facts that names the nearest of its kind."""
    asked: dict[Kind, list[Id]] = defaultdict(list)
    known: dict[Kind, list[Id]] = defaultdict(list)
    for each in missing:
        asked[each.kind].append(each.id)
    for each in written:
        known[each.kind].append(each.id)
    return {
        FactId(kind, Id(name)): hint
        for kind, names in asked.items()
        for name, hint in suggestions(names, sorted(known[kind])).items()
    }


def _same_id_elsewhere(fact_id: FactId, written: Collection[FactId]) -> str:
    others = [other for other in Kind if FactId(other, fact_id.id) in written]
    return f"'{fact_id.id}' is {_article(others[0])}" if others else ""


def _article(kind: Kind) -> str:
    return f"an {kind.value}" if kind.value[0] in "aeiou" else f"a {kind.value}"


def _unknown_verbs(site: Site) -> Iterator[Problem]:
    unknown = [relation.verb for relation in site.all(Relation) if relation.verb.to not in site.verbs]
    near = suggestions((verb.to for verb in unknown), [*site.verbs])
    for verb in unknown:
        hint = near[verb.to] or "add it to `verbs` in site.yaml"
        yield Problem(verb.origin, f"there is no verb '{verb.to}'", hint)


def _shared_names(site: Site) -> Iterator[Problem]:
    named = site.named()
    language = site.explainer.language
    spellings = _spellings.map(named, given=(language,))
    shared = _shared(spellings)
    rivals = [fact for fact, own in zip(named, spellings, strict=True) if own & shared] if shared else []
    bearers: dict[Spelling, Actor | Term] = {}
    for fact in sorted(rivals, key=lambda fact: fact.origin):
        for name in spelled(fact):
            bearing = (bearers.setdefault(spelling, fact) for spelling in _read_as(name, fact, language))
            first = next((other for other in bearing if other is not fact), None)
            if first:
                message = f"the name '{name}' is also that of {first.fact_id} ({first.origin.path}:{first.origin.line})"
                yield Problem(fact.origin, message, "keep it for one of the two, so that prose can tell them apart")


@per_item
def _spellings(fact: Actor | Term, language: LanguageTag) -> frozenset[Spelling]:
    return frozenset(spelling for name in spelled(fact) for spelling in _read_as(name, fact, language))


@latest
def _shared(spellings: Sequence[frozenset[Spelling]]) -> frozenset[Spelling]:
    counted = Counter(chain.from_iterable(spellings))
    return frozenset(spelling for spelling, bearers in counted.items() if bearers > 1)


def _read_as(name: str, fact: Actor | Term, language: LanguageTag) -> tuple[Spelling, ...]:
    """What prose may write for a name."""
    return tuple(spellings_of(name, language, any_case=isinstance(fact, Term)))


def _former_ids(site: Site) -> Iterator[Problem]:
    formers = tuple(_formers.flat_map(site.facts))
    taken: dict[FactId, Fact] = dict(site.index) if formers else {}
    for name, fact in formers:
        if name in taken:
            holder = taken[name]
            whose = "it is one of its ids already" if holder is fact else f"it belongs to {holder.fact_id}"
            message = f"'{name.id}' cannot be a former id of {fact.fact_id}: {whose}"
            yield Problem(fact.origin, message, "take it out: an old address can lead to one place only")
        taken.setdefault(name, fact)


@per_item
def _formers(fact: Fact) -> Iterator[tuple[FactId, Fact]]:
    return ((FactId(fact.KIND, former), fact) for former in fact.former_ids)


def _missing_images(site: Site) -> Iterator[Problem]:
    known = dict.fromkeys(f"images/{name}" for name in sorted(site.images))
    missing = [(target, origin) for target, origin in _images_of.flat_map(site.holders) if target not in known]
    near = suggestions((target for target, _ in missing), known)
    for target, origin in missing:
        yield Problem(origin, f"there is no image '{target}'", near[target] or "put it in images/")


@per_item
def _images_of(holder: Holder) -> Iterator[tuple[str, Origin]]:
    return chain.from_iterable(prose.images for prose in prose_in(holder))


def _half_coordinates(site: Site) -> Iterator[Problem]:
    for place in site.all(Place):
        if (place.lat is None) != (place.lon is None):
            yield Problem(place.origin, f"{place.fact_id} has one coordinate", "give both lat and lon, or neither")


def _rival_of_itself(site: Site) -> Iterator[Problem]:
    for claim in site.all(Claim):
        for rival in claim.rivals:
            if rival.to == claim.fact_id:
                yield Problem(rival.origin, f"{claim.fact_id} is named as its own rival", "name the other claim")
