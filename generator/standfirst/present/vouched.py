"""What readers are told of people who read facts beside their passages, and vouch that these support them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from standfirst.language.collation import alphabet
from standfirst.model import FACT_TYPES, Kind
from standfirst.model.frozen_class import frozen
from standfirst.present.kind_names import kind_heading
from standfirst.present.naming import Naming
from standfirst.site.site import Site
from standfirst.site.vouching import Standing, can_be_vouched_for, standings
from standfirst.sources.lock import Lock


@frozen
class VouchedView:
    """For each kind of fact how many were read by how many people; and who they are, where readers are told."""

    kinds: tuple[str, ...]
    people: str


def vouched_view(site: Site, lock: Lock, naming: Naming) -> VouchedView | None:
    """Return what is said of a site as it is written; None as long as no vouching holds. Stale ones do not count."""
    held = [each for each in standings(site, lock) if each.holding] if site.vouched else []
    if not held:
        return None
    names = _names(held, naming) if site.explainer.review.names else ()
    people = naming.say("They were read by %(names)s.") % {"names": naming.join_with_and(names)} if names else ""
    return VouchedView(tuple(_kinds(held, site, naming)), people)


def _kinds(held: Sequence[Standing], site: Site, naming: Naming) -> Iterator[str]:
    for record in FACT_TYPES:
        by_persons = Counter(len(each.holding) for each in held if each.fact.KIND is record.KIND)
        if by_persons:
            every = sum(map(can_be_vouched_for, site.all(record)))
            parts = [
                _part(facts, every, persons, naming) for persons, facts in sorted(by_persons.items(), reverse=True)
            ]
            yield _said_of(record.KIND, parts, naming)


def _said_of(kind: Kind, parts: Sequence[str], naming: Naming) -> str:
    said = {"kind": naming.say(kind_heading(kind)), "parts": naming.join_with_and(parts)}
    return naming.say("%(kind)s: %(parts)s.") % said


def _part(facts: int, every: int, persons: int, naming: Naming) -> str:
    by_whom = naming.ngettext("by %(count)s person", "by %(count)s people", persons)
    said = {"some": naming.number(facts), "all": naming.number(every), "by_whom": by_whom}
    return naming.say("%(some)s of %(all)s %(by_whom)s") % said


def _names(held: Sequence[Standing], naming: Naming) -> tuple[str, ...]:
    """Who vouched, each once, in the order of the language."""
    people = {each.person: each.by for standing in held for each in standing.holding}
    return tuple(sorted(people.values(), key=alphabet(naming.language).order))
