"""The dates of facts, by the keys under which they are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from standfirst.model import (
    Actor,
    Claim,
    Date,
    Event,
    Fact,
    Figure,
    Image,
    Place,
    Quote,
    Relation,
    Source,
    Term,
    Unknown,
    Update,
)


def dates_by_key(fact: Fact) -> Iterator[tuple[str, Date]]:
    """Yield every date that is written for a fact, with its key; those of sources and updates are their publication's.

    A quotation without a date has that of its event, which is checked there.
    """
    for key, date in _all_dates(fact).items():
        if date:
            yield key, date


def _all_dates(fact: Fact) -> dict[str, Date | None]:
    match fact:
        case Event() | Quote() | Claim() | Image():
            return {"date": fact.date}
        case Figure():
            return {"as_of": fact.as_of, "period": fact.period}
        case Relation():
            return {"since": fact.since, "until": fact.until}
        case Actor() | Term() | Place() | Unknown() | Update() | Source():
            return {}
        case _:
            assert_never(fact)
