"""The evidence for statements as readers see it: passages and where they stand, who says so, what was corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from urllib.parse import quote

import regex

from standfirst.cache import cached_per_item
from standfirst.language.locale import direction
from standfirst.language.words import Digest
from standfirst.model import (
    CheckedSource,
    Citation,
    Citing,
    Claim,
    Dated,
    Fact,
    FactId,
    Id,
    Passage,
    Prose,
    Quote,
    Source,
    Update,
    UpdateKind,
)
from standfirst.model.addresses import UPDATES, paragraph_address
from standfirst.model.frozen_class import frozen
from standfirst.model.voices import voices_of
from standfirst.present.evidence_mark import evidence_of, mark_names
from standfirst.present.evidence_views import (
    Attribution,
    CitationView,
    CorrectionView,
    Evidence,
    PassageView,
    ProseCitation,
)
from standfirst.present.last_look import is_better_archived, last_looks, note_of_passage
from standfirst.present.link_lists import (
    citations_of,
    cut_links,
    first_passages,
    link_to_more,
    link_to_others,
    number_of_passages,
)
from standfirst.present.naming import Naming
from standfirst.site.site import Site
from standfirst.sources.lock import Lock, passage_key
from standfirst.sources.passages import PassageWording, named_parts, wording_of

_OUTER = regex.compile(r"^[^\p{L}\p{M}\p{Nd}]+|[^\p{L}\p{M}\p{Nd}]+$")
_DIRECTIVES = ":~:"
# So many corrections are told of where a fact stands; the page of updates has all.
_MOST_CORRECTIONS = 5


class EvidencePresenter:
    """Presents what the facts and texts of one site rest on.

    All of it comes from the content and the lock, so that a build without copies of the sources shows the same.
    """

    def __init__(self, site: Site, lock: Lock, naming: Naming) -> None:
        self._site = site
        self._lock = lock
        self._naming = naming
        self._made: dict[tuple[Id, str], PassageView] = {}
        self._said: dict[tuple[Id, str], Attribution] = {}

    def of(self, fact: Fact) -> Evidence:
        """Return the evidence for a fact, with the citations in its one sentence, if it has one.

        Where nobody in particular says that the fact is so, each passage is attributed by itself, as in prose.
        """
        cite, attribution = citations_of(fact), self._attribution_of(fact)
        shown = first_passages(cite)
        corrections = self._corrections.get(fact.fact_id, ())
        return replace(
            evidence_of(map(self.citation if attribution else self._attributed, shown), self._naming.language),
            attribution=None if attribution and attribution.own_voice and not cite else attribution,
            uncited=fact.uncited if isinstance(fact, Citing) else "",
            reckoned=fact.reckoned if isinstance(fact, Dated | Source) else "",
            corrections=corrections[:_MOST_CORRECTIONS],
            more_passages=link_to_more(fact.fact_id, "passages", number_of_passages(cite), self._naming),
            more_corrections=link_to_others(len(corrections) - _MOST_CORRECTIONS, UPDATES, self._naming),
        )

    def citations_in(self, prose: Prose) -> tuple[ProseCitation, ...]:
        """Return the citations that stand in a text, each with what its mark shows.

        A text does not say who says what it cites: the facts that cite the same wording do. If one of them names who
        says it, it is attributed to these, even if another fact leaves it to the source itself.
        """
        return tuple(
            ProseCitation(citation.source.to, str(wording_of(passage)), self._attributed(citation))
            for citation in prose.citations
            for passage in citation.passages
        )

    def _attributed(self, citation: Citation) -> CitationView:
        view = self.citation(citation)
        said = (self._who_says(citation.source.to.id, passage) for passage in citation.passages)
        passages = (replace(passage, attribution=says) for passage, says in zip(view.passages, said, strict=True))
        return replace(view, passages=tuple(passages))

    def _who_says(self, source: Id, passage: Passage) -> Attribution:
        """Return to whom a passage is attributed by the facts that cite it, as far as they agree."""
        key = source, passage.words
        if key not in self._said:
            self._said[key] = self._by_facts(source, passage)
        return self._said[key]

    def _by_facts(self, source: Id, passage: Passage) -> Attribution:
        wording = wording_of(passage)
        there = self._facts_by_paragraph.get((source, self._lock.place_of(source, passage).paragraph), ())
        citing = (each.fact for each in there if each.wording.is_same_stretch(wording))
        said = {saying for fact in citing if (saying := self._attribution_of(fact))}
        named = {saying for saying in said if saying.voices}
        return (named or said).pop() if len(named or said) == 1 else Attribution()

    def citation(self, citation: Citation) -> CitationView:
        """Return a source and the passages of it that are cited."""
        source = self._site.get(Source, citation.source)
        passages = tuple(self.passage(source, passage) for passage in citation.passages)
        return CitationView(self._naming.link_to(source), passages, self._mark_names[source.id])

    def passage(self, source: Source, passage: Passage) -> PassageView:
        """Return a passage, where it stands in its source, and where that can be read."""
        made = self._made.get((source.id, passage.words))
        if made is None:
            made = self._made[source.id, passage.words] = self._passage(source, passage)
        return made

    def _passage(self, source: Source, passage: Passage) -> PassageView:
        place, seen = self._lock.place_of(source.id, passage), self.last_look(source)
        is_archived = bool(source.archive_url) and is_better_archived(seen, passage)
        url = (None if is_archived else source.url) or source.archive_url or ""
        written = direction(source.language or self._naming.language)
        return PassageView(
            words=self._naming.within_marks(place.words or passage.words),
            lang=source.language or "",
            dir=written if written != direction(self._naming.language) else "",
            paragraph=place.paragraph,
            address=paragraph_address(source.id, place.paragraph),
            source_url=passage_url(url, passage.words, place.page),
            page=place.page,
            no_longer=note_of_passage(seen, passage, self._naming),
            is_archived=is_archived,
        )

    def last_look(self, source: Source) -> CheckedSource | None:
        """Return what was seen at the address of a source when somebody last looked, if anybody did."""
        return self._last_looks.get(source.id)

    @cached_property
    def _last_looks(self) -> Mapping[Id, CheckedSource]:
        return last_looks(self._site, self._lock)

    def _attribution_of(self, fact: Fact) -> Attribution | None:
        """Return who says that a fact is so; None of the kinds that nobody says are so, as actors and places."""
        voices = voices_of(fact)
        if voices is None:
            return None
        relayed = fact.relaying if isinstance(fact, Quote | Claim) else None
        said_by = cut_links(tuple(map(self._naming.voice, voices)), fact.fact_id, "voices", self._naming)
        return Attribution(said_by, self._naming.link(relayed) if relayed else None, not voices)

    @cached_property
    def _facts_by_paragraph(self) -> Mapping[tuple[Id, int], Sequence[_FactPassage]]:
        """For each paragraph of a source, the passages in it that are cited by facts which somebody says are so."""
        found: defaultdict[tuple[Id, int], list[_FactPassage]] = defaultdict(list)
        for each in _cited_by.flat_map(self._site.facts):
            found[each.source, self._lock.sources[each.source].passages[each.key].paragraph].append(each)
        return found

    @cached_property
    def _mark_names(self) -> Mapping[Id, str]:
        return mark_names(self._site.all(Source))

    @cached_property
    def _corrections(self) -> Mapping[FactId, tuple[CorrectionView, ...]]:
        return _corrections(self._site, self._naming)


@frozen
class _FactPassage:
    """A passage that a fact as a whole cites; who says what its texts cite may be others."""

    fact: Fact
    source: Id
    key: Digest
    wording: PassageWording


@cached_per_item
def _cited_by(fact: Fact) -> Iterator[_FactPassage]:
    """Yield the passages that a fact cites, if it is one that somebody says is so."""
    for citation in fact.cite if isinstance(fact, Citing) and voices_of(fact) is not None else ():
        for passage in citation.passages:
            yield _FactPassage(fact, citation.source.to.id, passage_key(passage), wording_of(passage))


def passage_url(url: str, words: str, at: int | None = None) -> str:
    """Return the address at which a browser shows a passage; empty where the source has none.

    The text directive that it ends in is that of WICG's Scroll to Text Fragment: `#:~:text=start` or
    `#:~:text=start,end`. That of a passage `at` a page is the page (RFC 8118, section 3: `#page=4`).
    """
    if not url:
        return ""
    page, _, anchor = url.partition("#")
    if at:
        return f"{page}#page={at}"
    parts = (_OUTER.sub("", " ".join(part.split())) for part in named_parts(words))
    return f"{page}#{anchor.partition(_DIRECTIVES)[0]}{_DIRECTIVES}text={','.join(map(_in_directive, parts))}"


def _in_directive(text: str) -> str:
    # A hyphen begins or ends what a directive has besides its text.
    return quote(text, safe="").replace("-", "%2D")


def _corrections(site: Site, naming: Naming) -> Mapping[FactId, tuple[CorrectionView, ...]]:
    """Return for each fact the updates that put it right, newest first; what was only added to it is none."""
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
