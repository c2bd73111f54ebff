"""Content to one `Site` in which every reference leads somewhere, with a problem for all that does not fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from standfirst.cache import cached_latest, cached_per_item
from standfirst.decoding.decode import NO_GAPS, Gaps
from standfirst.images.shape import ImageShapes
from standfirst.model import (
    Actor,
    Claim,
    Content,
    Drafts,
    Fact,
    FactId,
    LanguageTag,
    Place,
    Relation,
    Section,
    Term,
)
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, Severity, miswritten
from standfirst.problems.remedies import Remedy, suggestions
from standfirst.prose.fact_names import names_in_prose
from standfirst.prose.spellings import Spelling, spellings_of
from standfirst.site.dangling import dangling_references
from standfirst.site.event_order import misplaced_events
from standfirst.site.images import unshown_images
from standfirst.site.join import id_of, join
from standfirst.site.publication import early_references
from standfirst.site.site import Site
from standfirst.site.told_changes import doubtful_changes


@frozen
class Resolved:
    """A site, and all that does not fit together in it; without problems, every reference in it leads somewhere."""

    site: Site
    problems: tuple[Problem, ...]


def resolve(content: Content, images: ImageShapes, *, drafts: Drafts, gaps: Gaps = NO_GAPS) -> Resolved:
    """Return the site of a content folder, and every problem of what does not fit together in it.

    `images` are what the files in `images/` are. What may be in the `gaps` is not called missing.
    """
    site = join(content, images, drafts)
    problems = (
        *(_early_references(content) if drafts is Drafts.HIDE else ()),
        *_duplicate_ids(content),
        *dangling_references(site, content, gaps),
        *(() if gaps.lacks_settings else _unknown_verbs(site)),
        *_shared_names(site),
        *_former_ids(site),
        *unshown_images(site),
        *_half_coordinates(site),
        *_rival_of_itself(site),
        *misplaced_events(site),
        *doubtful_changes(content, gaps),
    )
    return Resolved(site, problems)


def _early_references(content: Content) -> Iterator[Problem]:
    return early_references((content.explainer, *content.sections, *content.facts), content.facts, Severity.ERROR)


def _duplicate_ids(content: Content) -> Iterator[Problem]:
    names = (*id_of.map(content.facts), *(("section", section.id) for section in content.sections))
    if not _has_duplicates(names):
        return
    seen: dict[tuple[str, str], Fact | Section] = {}
    holders: tuple[Fact | Section, ...] = (*content.facts, *content.sections)
    for (kind, name), each in zip(names, holders, strict=True):
        first = seen.setdefault((kind, name), each)
        if first is not each:
            message = f"{kind} '{name}' is there already, at {first.origin.path}:{first.origin.line}"
            yield Problem(each.origin, message, "give one of the two another id")


@cached_latest
def _has_duplicates(names: Sequence[tuple[str, str]]) -> bool:
    return len(set(names)) < len(names)


def _unknown_verbs(site: Site) -> Iterator[Problem]:
    unknown = [relation.verb for relation in site.all(Relation) if relation.verb.to not in site.verbs]
    near = suggestions((verb.to for verb in unknown), [*site.verbs])
    for verb in unknown:
        remedy = near[verb.to] or Remedy("add it to `verbs` in site.yaml")
        yield miswritten(verb.origin, f"there is no verb '{verb.to}'", remedy, verb.to)


def _shared_names(site: Site) -> Iterator[Problem]:
    named = site.actors_and_terms()
    language = site.explainer.language
    spellings = _spellings_of.map(named, given=(language,))
    shared = _shared_spellings(spellings)
    rivals = [fact for fact, own in zip(named, spellings, strict=True) if own & shared]
    bearers: dict[Spelling, Actor | Term] = {}
    for fact in sorted(rivals, key=lambda fact: fact.origin):
        for name in names_in_prose(fact):
            bearing = (bearers.setdefault(spelling, fact) for spelling in _spellings_of_name(name, fact, language))
            first = next((other for other in bearing if other is not fact), None)
            if first:
                message = f"the name '{name}' is also that of {first.fact_id} ({first.origin.path}:{first.origin.line})"
                yield Problem(fact.origin, message, "keep it for one of the two, so that prose can tell them apart")


@cached_per_item
def _spellings_of(fact: Actor | Term, language: LanguageTag) -> frozenset[Spelling]:
    return frozenset(spelling for name in names_in_prose(fact) for spelling in _spellings_of_name(name, fact, language))


@cached_latest
def _shared_spellings(spellings: Sequence[frozenset[Spelling]]) -> frozenset[Spelling]:
    counted = Counter(chain.from_iterable(spellings))
    return frozenset(spelling for spelling, bearers in counted.items() if bearers > 1)


def _spellings_of_name(name: str, fact: Actor | Term, language: LanguageTag) -> tuple[Spelling, ...]:
    """Return the spellings that prose may use for a name."""
    return tuple(spellings_of(name, language, any_case=isinstance(fact, Term)))


def _former_ids(site: Site) -> Iterator[Problem]:
    formers = tuple(_formers.flat_map(site.facts))
    taken: dict[FactId, Fact] = dict(site.index)
    for name, fact in formers:
        if name in taken:
            holder = taken[name]
            whose = "it is one of its ids already" if holder is fact else f"it belongs to {holder.fact_id}"
            message = f"'{name.id}' cannot be a former id of {fact.fact_id}: {whose}"
            yield Problem(fact.origin, message, "take it out: an old address can lead to one place only")
        taken.setdefault(name, fact)


@cached_per_item
def _formers(fact: Fact) -> Iterator[tuple[FactId, Fact]]:
    return ((FactId(fact.KIND, former), fact) for former in fact.former_ids)


def _half_coordinates(site: Site) -> Iterator[Problem]:
    for place in site.all(Place):
        if (place.lat is None) != (place.lon is None):
            yield Problem(place.origin, f"{place.fact_id} has one coordinate", "give both lat and lon, or neither")


def _rival_of_itself(site: Site) -> Iterator[Problem]:
    for claim in site.all(Claim):
        for rival in claim.rivals:
            if rival.to == claim.fact_id:
                yield Problem(rival.origin, f"{claim.fact_id} is named as its own rival", "name the other claim")
