"""What waits for somebody to vouch for it, what such a person is shown, and what is written when they do.

Nobody vouches over what they were not shown: who answers brings the digests of what was shown, and where they are
others by then, nothing is written.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from standfirst.decoding.decode import decode
from standfirst.decoding.reviews import facts_by_any_id, read_reviews, with_vouching, write_reviews
from standfirst.desk.desk import Desk, desk_of
from standfirst.desk.shown_passages import ShownPassage, shown_passages
from standfirst.desk.stated_texts import StatedText, stated_texts
from standfirst.model import (
    AFTER_ALL,
    LONGEST_PERSON_NAME,
    Drafts,
    Fact,
    FactId,
    Kind,
    Origin,
    PersonName,
    Reference,
    Vouching,
    person_name,
)
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, UsageError, attempt, errors_in, stop_at_errors
from standfirst.reading.files import ContentFiles
from standfirst.site.join import join
from standfirst.site.publication import content_at
from standfirst.site.site import Site
from standfirst.site.vouching import Basis, Side, Standing, can_be_vouched_for, standing_of, vouchings_by_fact
from standfirst.sources.lock import Lock
from standfirst.sources.prove import prove_for_lock


@frozen
class Shown:
    """What a person is shown of a fact: its statement beside its passages, and who vouched for it before."""

    standing: Standing
    stated: tuple[StatedText, ...]
    passages: tuple[ShownPassage, ...]

    @property
    def fact(self) -> Fact:
        return self.standing.fact

    @property
    def why_not(self) -> str:
        """Why nobody can vouch for it now; nothing where somebody can."""
        if self.standing.basis.passages:
            return ""
        if not all(each.is_found for each in self.passages):
            return "not all that it cites is found, so nobody can vouch for it: `check` says why"
        return "sources.lock does not have the whole wording of what it cites: run `lock` where the copies are"


@dataclass(frozen=True)
class Reviews:
    """An explainer as who reviews it sees it, drafts included, with the lock that its copies give."""

    files: ContentFiles
    desk: Desk
    site: Site
    lock: Lock
    problems: tuple[Problem, ...]

    @cached_property
    def standings(self) -> Mapping[FactId, Standing]:
        """How each fact stands that somebody can vouch for, in the order of the files."""
        vouched = vouchings_by_fact(self.site)
        facts = sorted(filter(can_be_vouched_for, self.site.facts), key=lambda fact: fact.origin)
        return {fact.fact_id: standing_of(fact, self.site, self.lock, vouched.get(fact.fact_id, ())) for fact in facts}

    def shown(self, name: FactId) -> Shown | None:
        """Return what is shown of a fact; None where there is no such fact, or it cites nothing."""
        if name not in self.standings:
            return None
        standing = self.standings[name]
        passages = shown_passages(standing.fact, self.desk, self.lock)
        return Shown(standing, stated_texts(standing.fact, self.site), passages)


def reviews_of(files: ContentFiles) -> Reviews:
    """Return what can be reviewed of a content folder. What cannot be read of it is left out, with its problems."""
    decoded = decode(files)
    content = content_at(decoded.content, AFTER_ALL)
    lock = prove_for_lock(content, files).lock
    site = join(content, {}, Drafts.SHOW)
    return Reviews(files, desk_of(files), site, lock, errors_in(decoded.problems))


# ---------------------------------------------------------------- what waits


def waiting(
    reviews: Reviews, person: str, kinds: Collection[Kind] = (), *, drafts: Drafts = Drafts.HIDE
) -> tuple[Standing, ...]:
    """Return the facts that wait for a person: first those that changed since this person vouched for them.

    Of some `kinds` that is all that this person has not vouched for; with none, all that `site.yaml` asks for and too
    few have, and where it asks for nothing, every fact that cites.
    """
    found = [
        (not _is_stale(each, person), each)
        for each in reviews.standings.values()
        if drafts.include(held_back=each.fact.draft) and _waits(each, person, kinds, reviews)
    ]
    return tuple(each for _, each in sorted(found, key=lambda one: one[0]))


def _waits(standing: Standing, person: str, kinds: Collection[Kind], reviews: Reviews) -> bool:
    if standing.of_person(person):
        return False
    if kinds:
        return standing.fact.KIND in kinds
    asks = reviews.site.explainer.review.asks
    return not asks or len(standing.holding) < standing.needed or _is_stale(standing, person)


def _is_stale(standing: Standing, person: str) -> bool:
    return not standing.of_person(person) and any(each.person == person for each, _ in standing.stale)


def how_it_stands(standing: Standing) -> Iterator[str]:
    """Yield who vouched for a fact, what changed since, and how many persons are to."""
    if standing.needed:
        persons = "person" if standing.needed == 1 else "persons"
        yield f"vouched for by {len(standing.holding)} of {standing.needed} {persons}"
    yield from (f"{each.by} vouched on {each.on.isoformat()}" for each in standing.holding)
    for each, changed in standing.stale:
        yield f"{each.by} vouched on {each.on.isoformat()}, and {_and(changed)} changed since"


def _and(sides: tuple[Side, ...]) -> str:
    return " and ".join(sides)


# ---------------------------------------------------------------- vouching


class ChangedError(Exception):
    """What was shown is not what stands there now: it is to be shown again."""


def read_name(typed: str) -> PersonName:
    """Return the name of a person as it is noted; raises `UsageError` where it can be none."""
    name = person_name(typed)
    if name is None:
        said = f"'{typed.strip()}' is not the name of a person"
        raise UsageError(f"{said}; write a name in up to {LONGEST_PERSON_NAME} letters")
    return name


def text_with_vouching(reviews: Reviews, name: FactId, shown: Basis, by: PersonName, on: datetime.date) -> str:
    """Return `reviews.yaml` with a vouching for what was shown of a fact.

    Raises `ChangedError` where that is otherwise now, `SiteError` where the file cannot be read.
    """
    # What cannot be read is not written over.
    stop_at_errors(_of_file(reviews))
    standing = reviews.standings.get(name)
    if standing is None or standing.basis != shown or shown.passages is None:
        raise ChangedError
    origin = Origin("", 1, 1)
    fact = Reference(standing.fact.fact_id, origin)
    new = Vouching(fact=fact, by=by, on=on, statement=shown.statement, passages=shown.passages, origin=origin)
    return write_reviews(with_vouching(reviews.site.vouched, standing.fact, new))


def brought_up_to_date(reviews: Reviews, files: ContentFiles) -> Reviews:
    """Return the reviews of what was read anew."""
    if files == reviews.files:
        return reviews
    if replace(files, reviews=None) != replace(reviews.files, reviews=None):
        return reviews_of(files)
    # After each vouching nothing else is new.
    problems: list[Problem] = []
    vouched = attempt(read_reviews, files.reviews, problems) if files.reviews else ()
    others = [each for each in reviews.problems if each not in _of_file(reviews)]
    site = replace(reviews.site, vouched=vouched or ())
    return Reviews(files, reviews.desk, site, reviews.lock, (*others, *problems))


def _of_file(reviews: Reviews) -> tuple[Problem, ...]:
    """What keeps `reviews.yaml` from being read."""
    file = reviews.files.reviews
    return tuple(each for each in reviews.problems if file and each.origin.path == file.path)


def known_by_any_id(reviews: Reviews) -> dict[FactId, Fact]:
    """Return all facts, by their ids of now and those that they had."""
    return facts_by_any_id(reviews.site.facts)
