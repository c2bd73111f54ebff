"""Facts that cannot stand as they are: out of their time, related to themselves, or used by nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator import dates
from generator.errors import Problem, Severity
from generator.model import Date, Dated, Relation, Source, Update
from generator.site import Site
from generator.sources.cited import Holder, passages_of


def standing(site: Site) -> Iterator[Problem]:
    """What facts say of their own standing in time and towards others that cannot be, or is not likely meant."""
    yield from _ends_before_starts(site)
    yield from _relations_to_themselves(site)
    yield from _after_the_facts(site)
    yield from _updates_before_publication(site)
    yield from _sources_without_use(site)


def _ends_before_starts(site: Site) -> Iterator[Problem]:
    for relation in site.all(Relation):
        if not relation.since or not relation.until:
            continue
        first, last = dates.earliest(relation.since), dates.latest(relation.until)
        if first and last and last < first:
            message = f"{relation.fact_id} ends ({relation.until.text}) before it starts ({relation.since.text})"
            yield Problem(relation.origin_of("until"), message, "mend one of the two")


def _relations_to_themselves(site: Site) -> Iterator[Problem]:
    for relation in site.all(Relation):
        if relation.subject.to == relation.object.to:
            message = f"{relation.fact_id} relates '{relation.subject.to.id}' to itself"
            yield Problem(relation.object.origin, message, "name another subject or object")


# A period or a relation may well end later than what is told of it.
_FROM_WHEN = ("date", "as_of", "since")


def _after_the_facts(site: Site) -> Iterator[Problem]:
    as_of = dates.latest(site.explainer.facts_as_of)
    for fact in site.facts:
        for key in _FROM_WHEN if isinstance(fact, Dated) else ():
            date: Date | None = getattr(fact, key, None)
            first = dates.earliest(date) if date else None
            if as_of and date and first and first > as_of:
                told = site.explainer.facts_as_of.text
                message = f"{fact.fact_id} is dated {date.text}, after the facts as of {told}"
                hint = "mend the date, or bring `facts_as_of` in site.yaml up to it"
                yield Problem(fact.origin_of(key), message, hint, Severity.WARNING)


def _updates_before_publication(site: Site) -> Iterator[Problem]:
    published = site.explainer.published
    for update in site.all(Update):
        if update.date < published:
            message = f"{update.fact_id} is dated {update.date}, before the explainer was published ({published})"
            yield Problem(update.origin_of("date"), message, "mend one of the two dates", Severity.WARNING)


def _sources_without_use(site: Site) -> Iterator[Problem]:
    holders: tuple[Holder, ...] = (site.explainer, *site.sections, *site.facts)
    cited = {passage.source for holder in holders for passage in passages_of(holder)}
    for source in site.all(Source):
        if source.id not in cited:
            message = f"nothing cites {source.fact_id}"
            yield Problem(source.origin, message, "cite it, or take it out", Severity.WARNING)
