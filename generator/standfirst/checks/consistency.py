"""Facts that contradict themselves, others or the explainer: in time, in whom they relate or relay, or uncited."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from standfirst.cache import cached_per_item
from standfirst.checks.fact_dates import dates_by_key
from standfirst.language import dates
from standfirst.language.locale import code_of, script
from standfirst.model import Claim, Date, Event, Explainer, Fact, Figure, Id, Quote, Relation, Source, Update
from standfirst.model.walking import Holder
from standfirst.problems.errors import Problem, Severity
from standfirst.site.site import Site
from standfirst.sources.citations import passages_of


def inconsistencies(site: Site) -> Iterator[Problem]:
    """Yield what cannot be so, or is not likely meant: wrong orders of dates, and facts that relate to nothing else."""
    as_of, published = site.explainer.facts_as_of, site.explainer.published
    yield from _updated_before_published(site.explainer)
    yield from _inconsistencies_of.flat_map(site.facts, given=(as_of, published))
    yield from _idle_translations(site)
    yield from _sources_without_use(site)


def _updated_before_published(explainer: Explainer) -> Iterator[Problem]:
    if explainer.updated and explainer.updated < explainer.published:
        message = f"the explainer is updated {explainer.updated}, before it was published ({explainer.published})"
        yield Problem(explainer.origin_of("updated"), message, "mend one of the two, or leave `updated` out")


@cached_per_item
def _inconsistencies_of(fact: Fact, as_of: Date, published: datetime.date) -> Iterator[Problem]:
    if isinstance(fact, Relation):
        yield from _ends_before_it_starts(fact)
        yield from _relates_to_itself(fact)
    if isinstance(fact, Quote | Claim):
        yield from _relays_itself(fact)
    yield from _after_the_facts(fact, as_of)
    if isinstance(fact, Event):
        yield from _planned_for_the_past(fact, as_of)
    if isinstance(fact, Update):
        yield from _before_publication(fact, published)


def _ends_before_it_starts(relation: Relation) -> Iterator[Problem]:
    if relation.since and relation.until:
        first, last = dates.earliest_day(relation.since), dates.latest_day(relation.until)
        if first and last and last < first:
            message = f"{relation.fact_id} ends ({relation.until.text}) before it starts ({relation.since.text})"
            yield Problem(relation.origin_of("until"), message, "mend one of the two")


def _relates_to_itself(relation: Relation) -> Iterator[Problem]:
    if relation.subject.to == relation.object.to:
        message = f"{relation.fact_id} relates '{relation.subject.to.id}' to itself"
        yield Problem(relation.object.origin, message, "name another subject or object")


def _relays_itself(fact: Quote | Claim) -> Iterator[Problem]:
    voices = fact.by if isinstance(fact, Claim) else (fact.speaker,)
    if fact.relaying and fact.relaying.to in {each.to for each in voices}:
        own = f"'{fact.relaying.to.id}'"
        message = f"{fact.fact_id} has {own} report what {own} said"
        yield Problem(fact.relaying.origin, message, "leave `relaying` out, or name whose words are reported")


# A period may be planned, and a relation end, later than the facts.
_START_KEYS = frozenset({"date", "as_of", "since"})


def _after_the_facts(fact: Fact, as_of: Date) -> Iterator[Problem]:
    last = dates.latest_day(as_of)
    if isinstance(fact, Event) and fact.planned:
        return
    for key, date in dates_by_key(fact):
        first = dates.earliest_day(date)
        if key in _START_KEYS and last and first and first > last:
            message = f"{fact.fact_id} is dated {date.text}, after the facts as of {as_of.text}"
            yield Problem(fact.origin_of(key), message, _hint_on_later(fact), Severity.WARNING)


def _hint_on_later(fact: Fact) -> str:
    """How to say what is still to come, which each kind of fact says in its own way."""
    match fact:
        case Event():
            return "write `planned: true` if it was still to come, or mend the date"
        case Figure():
            return "name the time that it is expected for in `period`, or mend the date"
        case Relation():
            return "write it as an event with `planned: true` if it was still to come, or mend the date"
        case _:
            return "mend the date, or bring `facts_as_of` in site.yaml up to it"


def _planned_for_the_past(event: Event, as_of: Date) -> Iterator[Problem]:
    first, last = dates.earliest_day(as_of), dates.latest_day(event.date)
    if event.planned and first and last and last < first:
        message = f"{event.fact_id} is planned for {event.date.text}, before the facts as of {as_of.text}"
        hint = "remove `planned` if it has happened, or mend the date"
        yield Problem(event.origin_of("planned"), message, hint, Severity.WARNING)


def _before_publication(update: Update, published: datetime.date) -> Iterator[Problem]:
    if update.date < published:
        message = f"{update.fact_id} is dated {update.date}, before the explainer was published ({published})"
        yield Problem(update.origin_of("date"), message, "mend one of the two dates", Severity.WARNING)


def _idle_translations(site: Site) -> Iterator[Problem]:
    """Yield translations into the language of the words themselves, and translators of nothing."""
    for quote in site.all(Quote):
        spoken = site.language_of(quote)
        if any(_is_alike(each.lang, spoken) for each in quote.translation):
            message = f"the words of {quote.fact_id} are themselves in the language of this translation ({spoken})"
            hint = "name the language of the words in `language`, or leave the translation out"
            yield Problem(quote.origin_of("translation"), message, hint)
        if quote.translated_by and not quote.translation:
            message = f"{quote.fact_id} has a translator, and no translation"
            yield Problem(quote.origin_of("translated_by"), message, "write it: `translation: {en: …}`")


def _is_alike(one: str, other: str) -> bool:
    """Tell whether two tags are of one language in one script."""
    return code_of(one) == code_of(other) and script(one) == script(other)


def _sources_without_use(site: Site) -> Iterator[Problem]:
    cited = frozenset(_sources_cited.flat_map(site.holders))
    for source in site.all(Source):
        if source.id not in cited:
            message = f"nothing cites {source.fact_id}"
            yield Problem(source.origin, message, "cite it, or take it out", Severity.WARNING)


@cached_per_item
def _sources_cited(holder: Holder) -> frozenset[Id]:
    return frozenset(passage.source for passage in passages_of(holder))
