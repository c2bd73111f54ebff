"""What of a content folder is published at a moment, when that changes, and what refers to something too early."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar, cast

from standfirst.cache import cached_per_item
from standfirst.language import dates
from standfirst.model import (
    AFTER_ALL,
    BEFORE_ALL,
    Content,
    Due,
    Explainer,
    Fact,
    Instant,
    Moment,
    Publishable,
    Reference,
    Schedule,
    Section,
    Update,
    end_of,
)
from standfirst.model.walking import Holder, references_in
from standfirst.problems.errors import Problem, Severity

P = TypeVar("P", Fact, Section)


def content_at(content: Content, now: Instant) -> Content:
    """Return the content as it is at a moment: what waited for that moment or an earlier one waits no more.

    With `AFTER_ALL`, nothing waits: it is what will stand there in the end. Drafts stay drafts.
    """
    facts, sections = _at(content.facts, now), _at(content.sections, now)
    is_same = facts is content.facts and sections is content.sections
    return content if is_same else replace(content, facts=facts, sections=sections)


def _at(holders: tuple[P, ...], now: Instant) -> tuple[P, ...]:
    due = [each for each in holders if each.publish_at and each.publish_at.at <= now]
    if not due:
        return holders
    released = dict(zip(map(id, due), _released.map(due), strict=True))
    return tuple(cast("P", released.get(id(each), each)) for each in holders)


@cached_per_item
def _released(holder: Fact | Section) -> Fact | Section:
    return replace(holder, publish_at=None)


def schedule_of(content: Content, now: Instant) -> Schedule:
    """Return up to when a site and what is said of it stay as they are at a moment, and what is published next.

    `content` is as it was written. A draft is not published by itself, whatever its time.
    """
    waiting = [each for each in (*content.sections, *content.facts) if each.publish_at]
    changes = [each.publish_at.at for each in waiting if each.publish_at]
    changes += [dates.beginning(fact.review_by) for fact in content.facts if fact.review_by]
    # Until then a day cannot be shown.
    changes += [Instant(end_of(named.day) + 1) for named in content.explainer.as_of]
    return Schedule(
        since=max((at for at in changes if at <= now), default=BEFORE_ALL),
        until=min((at for at in changes if at > now), default=AFTER_ALL),
        next_due=_next_due([each for each in waiting if not each.draft], now),
    )


def _next_due(waiting: Sequence[Fact | Section], now: Instant) -> Due | None:
    timed = [(each.publish_at, each) for each in waiting if each.publish_at and each.publish_at.at > now]
    if not timed:
        return None
    at = min(moment.at for moment, _ in timed)
    (moment, first), *more = ((moment, each) for moment, each in timed if moment.at == at)
    names = tuple(map(_name_of, (first, *(each for _, each in more))))
    return Due(str(moment), at, names, first.origin_of("publish_at"))


def _name_of(holder: Fact | Section) -> str:
    return f"section:{holder.id}" if isinstance(holder, Section) else str(holder.fact_id)


# ---------------------------------------------------------------- references to what is published later, or never


def early_references(holders: Sequence[Holder], facts: Sequence[Fact], severity: Severity) -> Iterator[Problem]:
    """Yield a problem for each reference from something to a fact that is not published yet when it is itself.

    What only waits for its moment is looked at before that has come: then, nobody may be there to mend it.
    """
    held_back = {fact.fact_id: fact for fact in facts if fact.is_held_back}
    if not held_back:
        return
    for holder, references in zip(holders, _references_of.map(holders), strict=True):
        for reference in references:
            fact = held_back.get(reference.to)
            if fact and _comes_later(fact, holder):
                yield _early(reference, fact, holder, severity)


@cached_per_item
def _references_of(holder: Holder) -> tuple[Reference, ...]:
    """Return the references of what is published by itself, now or later; of a draft, none."""
    if isinstance(holder, Publishable) and holder.draft:
        return ()
    # What was withdrawn may be a draft now; nothing is told of what that says.
    told = [change.fact for change in holder.changes if change.after] if isinstance(holder, Update) else []
    return (*references_in(holder), *told)


def _moment_of(holder: Holder) -> Moment | None:
    return holder.publish_at if isinstance(holder, Publishable) else None


def _comes_later(fact: Fact, holder: Holder) -> bool:
    own = _moment_of(holder)
    return fact.draft or bool(fact.publish_at and (own is None or own.at < fact.publish_at.at))


def _early(reference: Reference, fact: Fact, holder: Holder, severity: Severity) -> Problem:
    kind, name = reference.to
    if fact.draft:
        message = f"{kind.value} '{name}' is a draft, and this is published"
        return Problem(reference.origin, message, "publish it, or make this a draft as well", severity)
    as_late = f"write `publish_at: {fact.publish_at}` here, too"
    hint = "refer to it only then" if isinstance(holder, Explainer) else as_late
    message = f"{kind.value} '{name}' is not published before {fact.publish_at}, and this is"
    return Problem(reference.origin, message, hint, severity)
