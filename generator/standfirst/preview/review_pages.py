"""What the preview answers at `/_desk/review`: facts beside their passages, and who vouches that these support them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from itertools import islice
from urllib.parse import urlencode

from standfirst.desk.review_text import place_of
from standfirst.desk.reviewing import (
    Reviews,
    Shown,
    how_it_stands,
    read_name,
    text_with_vouching,
    waiting,
)
from standfirst.model import Drafts, FactId, Id, Kind, NotedDigest, PersonName, person_of
from standfirst.model.frozen_class import frozen
from standfirst.preview.desk_addresses import DESK, REVIEW, REVIEW_SCRIPT, STYLESHEET, VOUCH
from standfirst.preview.desk_replies import page_reply
from standfirst.preview.host import Answer
from standfirst.preview.own_templates import own_template
from standfirst.problems.errors import UsageError
from standfirst.problems.excerpts import visible
from standfirst.prose.fact_names import text_for_writers
from standfirst.site.vouching import Basis, Standing

# Nobody reads through more in a list.
_MOST_ENTRIES = 200
# Where the fact begins on its page.
_FACT = "fact"


@frozen
class _Entry:
    """A fact in the list of what waits."""

    name: str
    text: str
    href: str
    is_shown: bool
    how: str


def review_answer(query: Mapping[str, str], reviews: Reviews, proposed: str) -> Answer:
    """Return the page that shows the fact that is asked for, or the first that waits for whoever reads.

    `proposed` is the name of who reads where the query does not say another.
    """
    by, why_not = _name(query.get("by", proposed))
    waits = waiting(reviews, person_of(by), drafts=Drafts.SHOW)
    named = _fact_named(query.get("fact", ""))
    first = waits[0].fact.fact_id if waits else None
    shown = reviews.shown(name) if (name := named or first) else None
    page = own_template("review.html").render(
        title=reviews.site.explainer.title,
        by=by,
        shown=shown,
        place=place_of(shown) if shown else "",
        how=tuple(how_it_stands(shown.standing)) if shown else (),
        is_noted=bool(shown and shown.standing.of_person(person_of(by))),
        is_named=named is not None,
        after=_after(waits, shown, by),
        first=f"{REVIEW}?{urlencode({'by': by})}" if by else REVIEW,
        entries=tuple(islice(_entries(waits, shown, by), _MOST_ENTRIES)),
        count=len(waits),
        problems=(*filter(None, [why_not]), *reviews.problems),
        desk=DESK,
        review=REVIEW,
        vouch=VOUCH,
        stylesheet=STYLESHEET,
        script=REVIEW_SCRIPT,
    )
    is_there = shown is not None or named is None
    return page_reply(HTTPStatus.OK if is_there else HTTPStatus.NOT_FOUND, page)


def _name(typed: str) -> tuple[str, str]:
    """The name of who reads; where what is typed can be none, an empty one, and why."""
    try:
        return (read_name(typed), "") if typed.strip() else ("", "")
    except UsageError as error:
        return "", visible(str(error))


def _fact_named(text: str) -> FactId | None:
    kind, colon, name = text.partition(":")
    return FactId(Kind(kind), Id(name)) if colon and kind in [*Kind] else None


def _entries(waits: Sequence[Standing], shown: Shown | None, by: str) -> Iterator[_Entry]:
    for each in waits:
        is_shown = shown is not None and shown.fact is each.fact
        name, how = each.fact.fact_id, "; ".join(how_it_stands(each))
        yield _Entry(str(name), text_for_writers(each.fact), _address(name, by), is_shown, how)


def _after(waits: Sequence[Standing], shown: Shown | None, by: str) -> str:
    """The address of the fact that waits behind the one that is shown: behind the last the first; empty without any."""
    names = [each.fact.fact_id for each in waits]
    at = names.index(shown.fact.fact_id) + 1 if shown and shown.fact.fact_id in names else 0
    others = [*names[at:], *names[: max(0, at - 1)]]
    return _address(others[0], by) if others else ""


def _address(name: FactId, by: str) -> str:
    query = {"fact": str(name)} | ({"by": by} if by else {})
    return f"{REVIEW}?{urlencode(query)}#{_FACT}"


# ---------------------------------------------------------------- vouching


class BadVouchingError(Exception):
    """What was sent is no vouching."""


@frozen
class SentVouching:
    """Somebody says that the passages support the statement of a fact, as both were shown."""

    fact: FactId
    by: PersonName
    shown: Basis


def read_vouching(body: bytes) -> SentVouching:
    """Return what the page sends; raises `BadVouchingError`, or `UsageError` for a name that can be none."""
    try:
        sent = json.loads(body)
        said = {key: sent[key] for key in ("fact", "by", "statement", "passages")}
    except (ValueError, TypeError, KeyError, RecursionError):
        raise BadVouchingError("this is no vouching") from None
    if not all(isinstance(each, str) for each in said.values()):
        raise BadVouchingError("this is no vouching")
    fact = _fact_named(said["fact"])
    if fact is None:
        raise BadVouchingError(f"'{said['fact']}' names no fact")
    basis = Basis(NotedDigest(said["statement"]), NotedDigest(said["passages"]))
    return SentVouching(fact, read_name(said["by"]), basis)


def text_after(sent: SentVouching, reviews: Reviews, today: datetime.date) -> str:
    """Return `reviews.yaml` with a vouching that was sent. Raises `ChangedError`, or `SiteError` as that does."""
    return text_with_vouching(reviews, sent.fact, sent.shown, sent.by, today)
