"""Every citation against its source: the writer's copy where it is at hand, else what the lock noted of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from generator.errors import Problem, Severity, attempt, errors_in, problem
from generator.model import Id, Passage
from generator.sources.cited import Cited, CitedPassage, Quotation, Rule
from generator.sources.copies import Copy
from generator.sources.lock import Lock, LockedSource, passage_key, quotation_key
from generator.sources.matching import Stretch, find_passage, find_words
from generator.sources.nearest import nearest_wording
from generator.sources.words import Digest, fold, shortened


class Wording(Protocol):
    """What is known of the wording of one source."""

    @property
    def copy(self) -> Copy | None:
        """The copy, where it is at hand."""

    @property
    def size(self) -> tuple[Digest, int, int]:
        """The digest of the copy, and how many words and paragraphs it has."""

    def passage(self, passage: Passage) -> int:
        """Return the paragraph of a passage, or raise a `SiteError` that says why it has none."""

    def quotation(self, words: str, passage: Passage | None) -> int | None:
        """Return the paragraph of words quoted from a passage, or, with None, from anywhere in the source."""


@dataclass(frozen=True, slots=True)
class CopiedWording:
    """A source of which there is a copy."""

    copy: Copy
    _found: dict[str, Stretch] = field(default_factory=dict)

    @property
    def size(self) -> tuple[Digest, int, int]:
        return self.copy.digest, self.copy.words, len(self.copy.paragraphs)

    def passage(self, passage: Passage) -> int:
        return self._stretch(passage).paragraph

    def quotation(self, words: str, passage: Passage | None) -> int | None:
        return find_words(words, self.copy, self._stretch(passage) if passage else None)

    def _stretch(self, passage: Passage) -> Stretch:
        if passage.words not in self._found:
            self._found[passage.words] = find_passage(passage, self.copy)
        return self._found[passage.words]


@dataclass(frozen=True, slots=True)
class LockedWording:
    """A source of which there is only what the lock noted."""

    source: Id
    locked: LockedSource
    copy: None = None

    @property
    def size(self) -> tuple[Digest, int, int]:
        return self.locked.copy, self.locked.words, self.locked.paragraphs

    def passage(self, passage: Passage) -> int:
        paragraph = self.locked.passages.get(passage_key(passage))
        if paragraph is None:
            message = f"“{shortened(passage.words)}” is not among the passages of '{self.source}' in sources.lock"
            raise problem(passage.origin, message, "mend the passage, or run `lock` where the source is at hand")
        return paragraph

    def quotation(self, words: str, passage: Passage | None) -> int | None:
        return self.locked.quotations.get(quotation_key(words, passage))


@dataclass(frozen=True, slots=True)
class Proof:
    """What citations were found to rest on. `lock` notes all that was found; `problems` are of what was not.

    It is `complete` where everything was found that is cited, in drafts too.
    """

    lock: Lock
    problems: tuple[Problem, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class _Notes:
    """What has been found in one source so far."""

    passages: dict[Digest, int] = field(default_factory=dict)
    quotations: dict[Digest, int] = field(default_factory=dict)


class Prover:
    """Proves what one explainer cites."""

    def __init__(self, wordings: Mapping[Id, Wording]) -> None:
        self._wordings = wordings
        self._notes = {source: _Notes() for source in wordings}

    def prove(self, cited: Cited, *, drafts: bool) -> Proof:
        """Return what was found and what was not; of drafts the latter only with `drafts`."""
        # Passages first, since quotations are sought in those that were found.
        found = [(passage.draft, problem) for passage in cited.passages for problem in self._passage(passage)]
        found += ((quotation.draft, each) for quotation in cited.quotations for each in self._quotation(quotation))
        known = all(passage.source in self._wordings for passage in cited.passages)
        return Proof(
            lock=self._lock(),
            problems=tuple(problem for draft, problem in found if drafts or not draft),
            complete=known and not errors_in(problem for _, problem in found),
        )

    def _passage(self, cited: CitedPassage) -> Iterator[Problem]:
        wording = self._wordings.get(cited.source)
        if wording is None:
            return
        problems: list[Problem] = []
        paragraph = attempt(wording.passage, cited.passage, problems)
        if paragraph is not None:
            self._notes[cited.source].passages[passage_key(cited.passage)] = paragraph
        yield from problems

    def _quotation(self, quotation: Quotation) -> Iterator[Problem]:
        known = [each for each in quotation.passages if self._is_found(each)]
        if not quotation.passages:
            yield _uncited(quotation)
        elif len(known) < len(quotation.passages):
            return  # What is wrong is the passage, and said already.
        elif quotation.rule is Rule.LABEL:
            if not self._note_anywhere(quotation):
                yield self._misquoted(quotation, Severity.WARNING)
        elif not self._note_in_passages(quotation):
            anywhere = quotation.rule is Rule.QUOTE and self._note_anywhere(quotation)
            yield _outside(quotation, anywhere) if anywhere else self._misquoted(quotation, Severity.ERROR)

    def _is_found(self, cited: CitedPassage) -> bool:
        notes = self._notes.get(cited.source)
        return notes is not None and attempt(passage_key, cited.passage, []) in notes.passages

    def _note_in_passages(self, quotation: Quotation) -> bool:
        found = False
        for each in quotation.passages:
            paragraph = self._wordings[each.source].quotation(quotation.words, each.passage)
            if paragraph is not None:
                self._notes[each.source].quotations[quotation_key(quotation.words, each.passage)] = paragraph
                found = True
        return found

    def _note_anywhere(self, quotation: Quotation) -> str:
        """Note that words stand in one of the sources cited, and return where; nothing if they do not."""
        for source in quotation.sources:
            paragraph = self._wordings[source].quotation(quotation.words, None)
            if paragraph is not None:
                self._notes[source].quotations[quotation_key(quotation.words, None)] = paragraph
                return f"paragraph {paragraph} of '{source}'"
        return ""

    def _misquoted(self, quotation: Quotation, severity: Severity) -> Problem:
        where = "the passages cited with them" if quotation.rule is Rule.PROSE else "the sources cited with them"
        message = f"the quoted words “{shortened(quotation.words)}” do not stand in {where}"
        return Problem(quotation.origin, message, self._hint(quotation), severity)

    def _hint(self, quotation: Quotation) -> str:
        copies = [copy for source in quotation.sources if (copy := self._wordings[source].copy)]
        if not copies:
            return "mend the words, or run `lock` where the source is at hand"
        for copy in copies:
            paragraph = find_words(quotation.words, copy)
            if paragraph is not None:
                return f"they stand in paragraph {paragraph} of '{copy.source}': cite them there"
        if "…" in quotation.words or "..." in quotation.words:
            return "write what is left out as [...]"
        cited = {each.source: self._paragraph(each) for each in reversed(quotation.passages)}
        return nearest_wording(fold(quotation.words), copies[0], first=cited[copies[0].source])

    def _paragraph(self, cited: CitedPassage) -> int:
        return self._notes[cited.source].passages[passage_key(cited.passage)]

    def _lock(self) -> Lock:
        return Lock(MappingProxyType({source: self._locked(source) for source in self._wordings}))

    def _locked(self, source: Id) -> LockedSource:
        notes = self._notes[source]
        return LockedSource(
            *self._wordings[source].size, MappingProxyType(notes.passages), MappingProxyType(notes.quotations)
        )


def _uncited(quotation: Quotation) -> Problem:
    message = f"the quoted words “{shortened(quotation.words)}” stand without a citation"
    return Problem(
        quotation.origin, message, "cite their passage in this paragraph, or drop the marks", Severity.WARNING
    )


def _outside(quotation: Quotation, where: str) -> Problem:
    message = f"the words of this quotation stand in {where}, outside the passages that it cites"
    return Problem(quotation.origin, message, "cite the passage that holds them", Severity.WARNING)
