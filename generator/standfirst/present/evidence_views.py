"""What templates see of the evidence for a statement."""

from __future__ import annotations

from standfirst.model import FactId
from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen
from standfirst.present.view_parts import DateView, Link


@frozen
class Attribution:
    """Who says that something is so, and `relaying` whom, if they report another's words or thoughts.

    Without `voices` it is the source itself, where that speaks in its `own_voice`; otherwise readers must see from the
    source's words who it is.
    """

    voices: tuple[Link, ...] = ()
    relaying: Link | None = None
    own_voice: bool = False


@frozen
class PassageView:
    """A stretch of a source's wording: as it was cited, or the whole of it, where the source allows that.

    It stands in the paragraph with that number, and begins on that page, if the source has pages.
    `lang` is the source's language (BCP 47), if known, `dir` its direction where that is not the site's. `address` is
    where the site says what rests on the paragraph; `source_url` is the passage itself, if the source has an address.
    `attribution` is who says so where a text cites the passage; where a fact does, its `Evidence` has that.
    `no_longer` is a sentence where it no longer stood there when somebody last looked; then, and where nothing could be
    reached, `source_url` is an archived copy, if there is one (`is_archived`).
    """

    words: str
    lang: str
    dir: str
    paragraph: int
    address: Address
    source_url: str
    attribution: Attribution | None = None
    page: int | None = None
    no_longer: str = ""
    is_archived: bool = False


@frozen
class CitationView:
    """A source and the passages of it that a statement rests on.

    `mark_name` is what marks call the source; nothing where the site has no other, which goes without saying.
    """

    source: Link
    passages: tuple[PassageView, ...]
    mark_name: str = ""


@frozen
class CorrectionView:
    """When a statement was corrected, or only made clearer if it `clarifies`; `address` is where readers learn how."""

    date: DateView
    address: Address
    clarifies: bool


@frozen
class Evidence:
    """What a statement rests on, and what has been put right about it.

    `label` is what its mark shows, `name` what the mark is called where it is not seen; both are empty without
    citations. `attribution` is who says so, None where nobody in particular does. `uncited` says why it rests on no
    source, `reckoned` how its date was worked out. Of very many passages and corrections these are the first, and
    `more_passages` and `more_corrections` lead to all.
    """

    citations: tuple[CitationView, ...] = ()
    label: str = ""
    name: str = ""
    attribution: Attribution | None = None
    uncited: str = ""
    reckoned: str = ""
    corrections: tuple[CorrectionView, ...] = ()
    more_passages: Link | None = None
    more_corrections: Link | None = None


@frozen
class ProseCitation:
    """A citation that stands in a text: the source and the wording that it names, and what its mark shows."""

    source: FactId
    wording: str
    shown: CitationView
