"""Who vouched that the passages cited for a fact support what it states, and how many are to."""

from __future__ import annotations

import datetime
import unicodedata
from typing import Annotated, NewType

from standfirst.model.facts import FACT_TYPES, Citing
from standfirst.model.frozen_class import frozen
from standfirst.model.values import AllowedKinds, Bounds, Kind, Origin, Reference

# A digest as `reviews.yaml` notes it: of a statement, or of all passages cited for it.
NotedDigest = NewType("NotedDigest", str)
# What a person is called, with single blanks, as `person_name` returns it.
PersonName = NewType("PersonName", str)
LONGEST_PERSON_NAME = 100
# Nobody sees them, but names are spelt with them: in Persian, say.
_JOINERS = str.maketrans("", "", "\u200c\u200d")
VOUCHED_KINDS = tuple(record.KIND for record in FACT_TYPES if issubclass(record, Citing))
_VouchedRef = Annotated[Reference, AllowedKinds(VOUCHED_KINDS, None)]
_Persons = Annotated[int, Bounds(1, 9)]


@frozen(kw_only=True)
class Vouching:
    """A person vouched on a day that these passages support what a fact states; both are known by their digests.

    The fact is named by the id that it had then.
    """

    fact: _VouchedRef
    by: PersonName
    on: datetime.date
    statement: NotedDigest
    passages: NotedDigest
    origin: Origin

    @property
    def person(self) -> str:
        """Who that is, however the case and the blanks of the name are written."""
        return person_of(self.by)


@frozen(kw_only=True)
class Review:
    """How many persons are to vouch for each fact of a kind, and with `names` whether readers are told who did."""

    actors: _Persons | None = None
    terms: _Persons | None = None
    events: _Persons | None = None
    quotes: _Persons | None = None
    claims: _Persons | None = None
    figures: _Persons | None = None
    relations: _Persons | None = None
    places: _Persons | None = None
    images: _Persons | None = None
    unknowns: _Persons | None = None
    names: bool = False

    def persons_for(self, kind: Kind) -> int:
        """Return how many persons are to vouch for a fact of a kind; 0 where nobody needs to."""
        return getattr(self, kind.plural, None) or 0

    @property
    def asks(self) -> bool:
        """Whether anybody is to vouch for anything."""
        return any(map(self.persons_for, Kind))


def person_name(typed: str) -> PersonName | None:
    """Return a name as it is noted; None where it has no letters, too many, or signs that nobody sees."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    is_name = name and name.translate(_JOINERS).isprintable() and len(name) <= LONGEST_PERSON_NAME
    return PersonName(name) if is_name else None


def person_of(name: str) -> str:
    """Return what is the same for one person, however the case and the blanks of the name are written."""
    return unicodedata.normalize("NFC", " ".join(name.casefold().split()))
