"""References to facts that do not exist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from standfirst.cache import cached_latest
from standfirst.decoding.decode import Gaps
from standfirst.model import Content, FactId, Id, Kind, Origin
from standfirst.model.walking import references_in
from standfirst.problems.errors import Problem
from standfirst.problems.remedies import NO_REMEDY, Remedy, suggestions
from standfirst.prose.references import ID
from standfirst.site.site import Site

# References to one missing fact from more places than these are one problem.
_MOST_PLACES = 5


def dangling_references(site: Site, content: Content, gaps: Gaps) -> Iterator[Problem]:
    """Yield a problem for each fact that a site refers to and nobody wrote, but none for what may be in the gaps."""
    in_gaps = tuple(reference.to for reference in gaps.references)
    unknown = _unknown_ids(tuple(site.index), gaps.broken_facts, (*site.named, in_gaps))
    if not unknown:
        return
    every = {fact.fact_id for fact in content.facts}
    holders = (each for each, facts in zip(site.holders, site.named, strict=True) if unknown.intersection(facts))
    references = [
        reference
        for reference in chain(*map(references_in, holders), gaps.references)
        if reference.to in unknown and reference.to not in every and not gaps.has_unknown_facts
    ]
    missing: dict[FactId, list[Origin]] = defaultdict(list)
    for reference in references:
        missing[reference.to].append(reference.origin)
    for file in gaps.unread_files:
        held = [missing.pop(fact_id) for fact_id in [*missing] if file.may_hold(fact_id)]
        if held:
            yield file.as_problem(sum(map(len, held)))
    remedies = _remedies(missing, {*every, *gaps.broken_facts})
    named = frozenset(chain.from_iterable(site.named))
    for fact_id, origins in missing.items():
        if remedy := remedies.get(fact_id):
            # What is named so throughout may be named rightly, and its record not.
            is_sure = len(origins) == 1 or (remedy.new and FactId(fact_id.kind, Id(remedy.new)) in named)
            yield from _missing_fact(fact_id, sorted(origins), remedy if is_sure else Remedy(remedy.hint))


@cached_latest
def _unknown_ids(
    known: Sequence[FactId], in_gaps: frozenset[FactId], named: Sequence[Sequence[FactId]]
) -> frozenset[FactId]:
    return frozenset(chain.from_iterable(named)).difference(known, in_gaps)


def _missing_fact(fact_id: FactId, origins: Sequence[Origin], remedy: Remedy) -> Iterator[Problem]:
    """Yield the problem of a missing fact at each place that refers to it, or at the first of many places."""
    message = f"there is no {fact_id.kind.value} '{fact_id.id}'"
    fixes = [remedy.replacing(fact_id.id, origin) for origin in origins]
    if len(origins) > _MOST_PLACES:
        message = f"{message}, which is named here and in {len(origins) - 1} more places"
        yield Problem(origins[0], message, remedy.hint, fix=tuple(chain.from_iterable(fixes)))
    else:
        yield from (Problem(at, message, remedy.hint, fix=fix) for at, fix in zip(origins, fixes, strict=True))


def _remedies(missing: Iterable[FactId], written: Collection[FactId]) -> dict[FactId, Remedy]:
    """Return the remedy for each missing fact, without those that a fact with an invalid id was meant for.

    That fact has a problem of its own.
    """
    meant = _nearest(missing, [each for each in written if not ID.fullmatch(each.id)])
    missing = [each for each in missing if not meant[each]]
    near = _nearest(missing, [each for each in written if ID.fullmatch(each.id)])
    return {
        each: near[each] or _same_id_elsewhere(each, written) or Remedy(f"add it under {each.kind.plural}:")
        for each in missing
    }


def _nearest(missing: Iterable[FactId], written: Iterable[FactId]) -> dict[FactId, Remedy]:
    """Return for each missing fact the remedy that suggests the nearest id of its kind, if one is near."""
    asked: dict[Kind, list[Id]] = defaultdict(list)
    known: dict[Kind, list[Id]] = defaultdict(list)
    for each in missing:
        asked[each.kind].append(each.id)
    for each in written:
        known[each.kind].append(each.id)
    return {
        FactId(kind, Id(name)): remedy
        for kind, names in asked.items()
        for name, remedy in suggestions(names, sorted(known[kind])).items()
    }


def _same_id_elsewhere(fact_id: FactId, written: Collection[FactId]) -> Remedy:
    others = [other for other in Kind if FactId(other, fact_id.id) in written]
    return Remedy(f"'{fact_id.id}' is {others[0].with_article}") if others else NO_REMEDY
