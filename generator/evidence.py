"""What statements rest on, as readers see it: passages and where they stand, who says so, what was corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import quote

import regex

from generator.addresses import paragraph_address
from generator.language import direction
from generator.marks import evidence_of
from generator.model import (
    Actor,
    Citation,
    Citing,
    Claim,
    Dated,
    Fact,
    FactId,
    Id,
    Passage,
    Place,
    Prose,
    Quote,
    Source,
    Term,
    Unknown,
    Update,
    UpdateKind,
)
from generator.naming import Naming
from generator.site import Site, voices_of
from generator.sources.lock import Lock
from generator.sources.words import named_parts, wording_of
from generator.views import CitationView, CorrectionView, Evidence, Link, PassageView, ProseCitation

_OUTER = regex.compile(r"^[^\p{L}\p{M}\p{Nd}]+|[^\p{L}\p{M}\p{Nd}]+$")
_DIRECTIVES = ":~:"


class EvidencePresenter:
    """Presents what the facts and texts of one site rest on.

    All of it comes from the content and the lock, so that a build without copies of the sources shows the same.
    """

    def __init__(self, site: Site, lock: Lock, naming: Naming) -> None:
        self._site = site
        self._lock = lock
        self._naming = naming
        self._corrections = _corrections(site, naming)
        self._made: dict[tuple[Id, str], PassageView] = {}

    def of(self, fact: Fact) -> Evidence:
        """Return what a fact rests on; the citations in its one sentence, if it has one, are among them."""
        sentence = sentence_of(fact)
        cite = (*(fact.cite if isinstance(fact, Citing) else ()), *(sentence.citations if sentence else ()))
        voices = voices_of(fact)
        return replace(
            evidence_of(map(self.citation, cite), self._naming.language),
            voices=self._naming.links(voices or ()),
            relaying=self._relayed(fact),
            own_voice=bool(cite) and voices == (),
            uncited=fact.uncited if isinstance(fact, Citing) else "",
            reckoned=fact.reckoned if isinstance(fact, Dated | Source) else "",
            corrections=self._corrections.get(fact.fact_id, ()),
        )

    def in_prose(self, prose: Prose) -> tuple[ProseCitation, ...]:
        """Return the citations that stand in a text, each with what its mark shows."""
        return tuple(
            ProseCitation(citation.source.to, str(wording_of(passage)), self.citation(citation))
            for citation in prose.citations
            for passage in citation.passages
        )

    def citation(self, citation: Citation) -> CitationView:
        """Return a source and the passages of it that are cited."""
        source = self._site.get(Source, citation.source)
        passages = tuple(self.passage(source, passage) for passage in citation.passages)
        return CitationView(self._naming.link_to(source), passages)

    def passage(self, source: Source, passage: Passage) -> PassageView:
        """Return a passage, where it stands in its source, and where that can be read."""
        made = self._made.get((source.id, passage.words))
        if made is None:
            made = self._made[source.id, passage.words] = self._passage(source, passage)
        return made

    def _passage(self, source: Source, passage: Passage) -> PassageView:
        paragraph = self._lock.paragraph_of(source.id, passage)
        written = direction(source.language or self._naming.language)
        return PassageView(
            words=passage.words,
            lang=source.language or "",
            dir=written if written != direction(self._naming.language) else "",
            paragraph=paragraph,
            address=paragraph_address(source.id, paragraph),
            outside=passage_url(source.url or source.archive_url or "", passage.words),
        )

    def _relayed(self, fact: Fact) -> Link | None:
        return self._naming.link(fact.relaying) if isinstance(fact, Quote | Claim) and fact.relaying else None


def sentence_of(fact: Fact) -> Prose | None:
    """Return the one sentence that says what a fact is, if it has one: the fact's mark stands behind it."""
    match fact:
        case Actor() | Term() | Place():
            return fact.summary
        case Claim():
            return fact.claim
        case Unknown():
            return fact.question
        case _:
            return None


def passage_url(url: str, words: str) -> str:
    """Return the address at which a browser shows a passage; empty where the source has none.

    The text directive that it ends in is that of WICG's Scroll to Text Fragment: `#:~:text=start` or
    `#:~:text=start,end`.
    """
    if not url:
        return ""
    page, _, anchor = url.partition("#")
    parts = (_OUTER.sub("", " ".join(part.split())) for part in named_parts(words))
    return f"{page}#{anchor.partition(_DIRECTIVES)[0]}{_DIRECTIVES}text={','.join(map(_in_directive, parts))}"


def _in_directive(text: str) -> str:
    # A hyphen begins or ends what a directive has besides its text.
    return quote(text, safe="").replace("-", "%2D")


def _corrections(site: Site, naming: Naming) -> Mapping[FactId, tuple[CorrectionView, ...]]:
    """For each fact the updates, newest first, that put it right; what was only added to it is none."""
    found: dict[FactId, tuple[CorrectionView, ...]] = {}
    for update in site.all(Update):
        if update.kind is not UpdateKind.UPDATE:
            view = CorrectionView(
                date=naming.day(update.date),
                address=naming.link_to(update).address,
                clarifies=update.kind is UpdateKind.CLARIFICATION,
            )
            for fact in dict.fromkeys(reference.to for reference in update.affects):
                found[fact] = (*found.get(fact, ()), view)
    return MappingProxyType(found)
