"""Each citation and quotation against the wording of its source: a copy where there is one, else the lock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from itertools import islice
from types import MappingProxyType
from typing import Protocol

from standfirst.cache import cached_per_item
from standfirst.language.words import Digest, fold
from standfirst.model import Drafts, Id, Passage
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, Severity, errors_in
from standfirst.reading.yaml.nodes import one_line
from standfirst.sources.citations import CitedContent, CitedPassage, QuotedWords, Rule
from standfirst.sources.copies import Copy
from standfirst.sources.lock import Lock, LockedSource, PassagePlace, passage_key, quotation_key
from standfirst.sources.matching import Stretch, find_passage, find_words, whole_passage
from standfirst.sources.nearest import nearest_wording
from standfirst.sources.passages import is_named_by, named_parts, shorten_words, wording_problem
from standfirst.sources.wordings import named_wording, wording_at


@frozen
class CopySize:
    """The digest of a copy, and how many words, paragraphs and pages it has; it may have no pages."""

    copy: Digest
    words: int
    paragraphs: int
    pages: int


class SourceWording(Protocol):
    """What is known of the wording of one source."""

    @property
    def copy(self) -> Copy | None:
        """The copy, where it is at hand."""

    @property
    def size(self) -> CopySize:
        """How long the copy is."""

    def passage(self, passage: Passage) -> PassagePlace | Problem:
        """Return where a passage stands, or why it stands nowhere."""

    def quotation(self, words: str, passage: Passage | None) -> int | None:
        """Return the paragraph of words quoted from a passage, or, with None, from anywhere in the source.

        It is None where they do not stand there, or where nothing is known of the passage.
        """


@frozen
class CopiedWording:
    """A source of which there is a copy; with `shows_whole`, readers may see passages whole."""

    copy: Copy
    shows_whole: bool = False
    _found: dict[str, Stretch] = field(default_factory=dict)

    @property
    def size(self) -> CopySize:
        return CopySize(self.copy.digest, self.copy.words, len(self.copy.paragraphs), len(self.copy.page_starts))

    def passage(self, passage: Passage) -> PassagePlace | Problem:
        stretch = self._stretch(passage)
        if isinstance(stretch, Problem):
            return stretch
        whole = whole_passage(stretch, self.copy) if self.shows_whole else ""
        wording = None if named_wording(passage) else wording_at(stretch, self.copy).digest
        return PassagePlace(stretch.paragraph, self.copy.page_at(stretch.start), one_line(whole), wording)

    def quotation(self, words: str, passage: Passage | None) -> int | None:
        within = self._stretch(passage) if passage else None
        return None if isinstance(within, Problem) else find_words(words, self.copy, within)

    def _stretch(self, passage: Passage) -> Stretch | Problem:
        if passage.words in self._found:
            return self._found[passage.words]
        stretch = find_passage(passage, self.copy)
        if isinstance(stretch, Stretch):
            self._found[passage.words] = stretch
        return stretch


@frozen
class LockedWording:
    """A source of which there is only what the lock noted; with `shows_whole`, readers may see passages whole."""

    source: Id
    locked: LockedSource
    shows_whole: bool = False
    copy: None = None

    @property
    def size(self) -> CopySize:
        locked = self.locked
        return CopySize(locked.copy, locked.words, locked.paragraphs, locked.pages)

    def passage(self, passage: Passage) -> PassagePlace | Problem:
        place = self.locked.passages.get(passage_key(passage))
        if place is None:
            message = f"“{shorten_words(passage.words)}” is not among the passages of '{self.source}' in sources.lock"
            hint = "mend the passage, or run `lock` where the source is at hand"
            return wording_problem(passage) or Problem(passage.origin, message, hint)
        if self.shows_whole and not is_named_by(passage, place.words):
            message = f"sources.lock does not have all of “{shorten_words(passage.words)}”, which readers are to see"
            return Problem(passage.origin, message, f"run `lock` where '{self.source}' is at hand")
        return place if self.shows_whole else replace(place, words="")

    def quotation(self, words: str, passage: Passage | None) -> int | None:
        return self.locked.quotations.get(quotation_key(words, passage))


@frozen
class Proof:
    """Where passages and quotations stand in their sources: `lock` notes what was found, `problems` tell what was not.

    `quotations` counts those that were found in what is shown, the same words once. The proof is `complete` if all
    passages and quotations were found, those of drafts too. `copies` are the copies at hand, by their
    sources: checks quote them in messages, and no page is made from them.
    """

    lock: Lock
    problems: tuple[Problem, ...]
    quotations: int
    complete: bool
    copies: Mapping[Id, Copy] = field(default_factory=dict)


# A passage or quotation that was found: its source, its digest in the lock, and where it stands.
ProvedPlace = tuple[Id, Digest, PassagePlace]
Wordings = Mapping[Id, SourceWording]


@frozen
class _Finding:
    """Where one passage or quotation was found, and what is wrong with it."""

    places: tuple[ProvedPlace, ...] = ()
    problems: tuple[Problem, ...] = ()


def verify_citations(cited: CitedContent, wordings: Wordings, *, drafts: Drafts) -> Proof:
    """Look up all passages and quotations, and return where they stand.

    The problems are of those that were not found; problems of drafts are left out unless drafts are shown. What waits
    for its moment has its problems now: then, nobody may be there to mend them.
    """
    passages = _passage.map(cited.passages, given=(wordings,))
    quotations = _quotation.map(cited.quotations, given=(wordings,))
    sought: tuple[CitedPassage | QuotedWords, ...] = (*cited.passages, *cited.quotations)
    found = zip(sought, (*passages, *quotations), strict=True)
    found_quotations = [each for each, one in zip(cited.quotations, quotations, strict=True) if one.places]
    wrong = [(each.draft, problem) for each, one in found for problem in one.problems]
    known = all(passage.source in wordings for passage in cited.passages)
    return Proof(
        lock=_lock(passages, quotations, wordings),
        problems=tuple(problem for draft, problem in wrong if drafts.include(held_back=draft)),
        quotations=len({fold(each.words) for each in found_quotations if drafts.include(held_back=each.is_held_back)}),
        complete=known and not errors_in(problem for _, problem in wrong),
    )


def _lock(passages: Iterable[_Finding], quotations: Iterable[_Finding], wordings: Wordings) -> Lock:
    of_passages, of_quotations = (_places(found, wordings) for found in (passages, quotations))
    sources = {}
    for source, wording in wordings.items():
        size = wording.size
        quoted = {key: place.paragraph for key, place in of_quotations[source].items()}
        sources[source] = LockedSource(
            copy=size.copy,
            words=size.words,
            paragraphs=size.paragraphs,
            passages=MappingProxyType(of_passages[source]),
            quotations=MappingProxyType(quoted),
            pages=size.pages,
        )
    return Lock(MappingProxyType(sources))


def _places(found: Iterable[_Finding], wordings: Wordings) -> dict[Id, dict[Digest, PassagePlace]]:
    places: dict[Id, dict[Digest, PassagePlace]] = {source: {} for source in wordings}
    for each in found:
        for source, key, place in each.places:
            places[source][key] = place
    return places


@cached_per_item
def _passage(cited: CitedPassage, wordings: Wordings) -> _Finding:
    wording = wordings.get(cited.source)
    if wording is None:
        return _Finding()
    found = wording.passage(cited.passage)
    if isinstance(found, Problem):
        return _Finding(problems=(found,))
    return _Finding(places=((cited.source, passage_key(cited.passage), found),))


@cached_per_item
def _quotation(quotation: QuotedWords, wordings: Wordings) -> _Finding:
    known = [each for each in quotation.passages if _passage(each, wordings).places]
    if not quotation.passages:
        return _Finding(problems=(_uncited(quotation),))
    if len(known) < len(quotation.passages):
        return _Finding()  # The problem is the passage, which has one of its own.
    rule = quotation.rule
    within = _in_passages(quotation, wordings) if rule is not Rule.LABEL else ()
    anywhere = _anywhere(quotation, wordings) if rule is not Rule.PROSE and not within else ()
    if within or (anywhere and rule is Rule.LABEL):
        return _Finding(places=within or anywhere)
    if anywhere:
        return _Finding(anywhere, (_outside(quotation, anywhere[0], wordings),))
    severity = Severity.WARNING if rule is Rule.LABEL else Severity.ERROR
    return _Finding(problems=(_misquoted(quotation, wordings, severity),))


def _in_passages(quotation: QuotedWords, wordings: Wordings) -> tuple[ProvedPlace, ...]:
    """Return where words stand in the passages that are cited with them."""
    words = quotation.words
    return tuple(
        (each.source, quotation_key(words, each.passage), PassagePlace(paragraph))
        for each in quotation.passages
        if (paragraph := wordings[each.source].quotation(words, each.passage)) is not None
    )


def _anywhere(quotation: QuotedWords, wordings: Wordings) -> tuple[ProvedPlace, ...]:
    """Return where words stand in the first of the sources cited that holds them."""
    words = quotation.words
    found = (
        (source, quotation_key(words, None), PassagePlace(paragraph))
        for source in quotation.sources
        if (paragraph := wordings[source].quotation(words, None)) is not None
    )
    return tuple(islice(found, 1))


def _misquoted(quotation: QuotedWords, wordings: Wordings, severity: Severity) -> Problem:
    where = "the passages cited with them" if quotation.rule is Rule.PROSE else "the sources cited with them"
    message = f"the quoted words “{shorten_words(quotation.words)}” do not stand in {where}"
    return Problem(quotation.origin, message, _hint(quotation, wordings), severity)


def _hint(quotation: QuotedWords, wordings: Wordings) -> str:
    copies = [copy for source in quotation.sources if (copy := wordings[source].copy)]
    if not copies:
        return "mend the words, or run `lock` where the source is at hand"
    # For other rules the words were sought in all of the sources already.
    for copy in copies if quotation.rule is Rule.PROSE else ():
        paragraph = find_words(quotation.words, copy)
        if paragraph is not None:
            return f"they stand in paragraph {copy.named(paragraph)} of '{copy.source}': cite them there"
    if len(named_parts(quotation.words)) > 1:
        return "write what is left out as [...]"
    cited = next(each.passage for each in quotation.passages if each.source == copies[0].source)
    first = wordings[copies[0].source].passage(cited)
    return nearest_wording(
        fold(quotation.words), copies[0], first=None if isinstance(first, Problem) else first.paragraph
    ).hint


def _uncited(quotation: QuotedWords) -> Problem:
    message = f"the quoted words “{shorten_words(quotation.words)}” stand without a citation"
    return Problem(
        quotation.origin, message, "cite their passage in this paragraph, or drop the marks", Severity.WARNING
    )


def _outside(quotation: QuotedWords, found: ProvedPlace, wordings: Wordings) -> Problem:
    source, _, place = found
    copy = wordings[source].copy
    where = f"paragraph {copy.named(place.paragraph) if copy else place.paragraph} of '{source}'"
    message = f"the words of this quotation stand in {where}, outside the passages that it cites"
    return Problem(quotation.origin, message, "cite the passage that holds them", Severity.WARNING)
