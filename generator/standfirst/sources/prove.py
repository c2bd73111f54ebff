"""The stage *prove*: citations, quotations and prose against the copies of the sources, or against the lock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from types import MappingProxyType

from standfirst.cache import cached_by_value
from standfirst.model import Content, Drafts, Figure, Id, Origin, ParagraphEnd, Source
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import Holder
from standfirst.problems.errors import Problem, Severity, attempt
from standfirst.problems.remedies import suggest
from standfirst.reading.copy_formats import CopyFormat, endings_in_words
from standfirst.reading.encoding import text_of
from standfirst.reading.files import LOCK, ContentFiles, CopyFile, InputFile
from standfirst.sources.citations import CitedContent, cited_in
from standfirst.sources.copied_prose import copied_prose
from standfirst.sources.copies import Copy, read_copy
from standfirst.sources.cut_qualifiers import cut_qualifiers
from standfirst.sources.lock import Lock, read_lock
from standfirst.sources.paragraph_ends import likely_paragraph_end
from standfirst.sources.verify_citations import CopiedWording, LockedWording, Proof, SourceWording, verify_citations


def prove(content: Content, files: ContentFiles, *, drafts: Drafts, has_all_facts: bool = True) -> Proof:
    """Return where the citations of an explainer stand in its sources, with every problem.

    Citations are looked up in the writer's copies, or in the lock where there is no copy. Citations of drafts are
    looked up too, so that the lock does not depend on whether drafts are shown; their problems are left out unless they
    are. Copied prose is looked for if `has_all_facts`, since names and dates of facts do not count.
    """
    proof, known = _prove_citations(content, files, drafts=drafts)
    problems = list(proof.problems)
    # Where something was not found, or the lock cannot be read, there is a problem already.
    if proof.complete and (known.lock or not files.lock):
        problems += _outdated_lock(proof.lock, known, files)
    problems += _cut(content, known, drafts=drafts)
    if has_all_facts:
        problems += _copied(content, known, drafts=drafts)
        problems += _not_compared(content, known, files)
    return replace(proof, problems=tuple(problems), copies={each.source: each for each in known.copies})


def prove_for_lock(content: Content, files: ContentFiles) -> Proof:
    """Return the proof that `lock` writes to the lock file, drafts included.

    An old lock that cannot be read is a problem only if a source is cited of which there is no copy.
    """
    proof, known = _prove_citations(content, files, drafts=Drafts.SHOW)
    in_lock = [each for each in proof.problems if files.lock and each.origin.path == files.lock.path]
    problems = [each for each in proof.problems if each not in in_lock]
    if in_lock and (only_there := _cited_without_copy(content, known)):
        remedy = "mend it, or take it back from an earlier version"
        hint = f"{remedy}: there is no copy of '{only_there[0]}' to write it from"
        problems += (replace(each, hint=hint) for each in in_lock)
    return replace(proof, problems=(*problems, *_doubtful_paragraph_ends(known, files), *_pictures(known)))


def _doubtful_paragraph_ends(known: _KnownSources, files: ContentFiles) -> Iterator[Problem]:
    """Warn of plain-text copies whose paragraphs seem to end otherwise than they are taken to."""
    read = {copy.source for copy in known.copies}
    for file in files.copies:
        source = known.sources.get(file.source)
        if source and source.paragraphs is None and file.source in read and file.format is CopyFormat.TEXT:
            likely = likely_paragraph_end(text_of(file.path, file.body))
            if likely:
                looks = _LOOKS[likely]
                hint = f"write `paragraphs: {likely.value}` in the record of '{file.source}' if it is"
                yield Problem(Origin(file.path, 1, 1), looks, hint, Severity.WARNING)


def _pictures(known: _KnownSources) -> Iterator[Problem]:
    """Warn of copies in which some pages are pictures of text, maybe."""
    for copy in known.copies:
        if copy.pictures:
            some = ", ".join(map(str, copy.pictures[:_MOST_NUMBERS]))
            more = " …" if len(copy.pictures) > _MOST_NUMBERS else ""
            pages = "page" if len(copy.pictures) == 1 else "pages"
            message = f"on {pages} {some}{more} this PDF shows pictures, and no text: nothing of them can be cited"
            hint = "have a program for OCR add their text, if they have any, OCRmyPDF say"
            yield Problem(Origin(copy.path, 1, 1), message, hint, Severity.WARNING)


# Of the pages that a message names.
_MOST_NUMBERS = 5
_LOOKS = MappingProxyType(
    {
        ParagraphEnd.LINES: "each line of this copy looks like a paragraph, and only blank lines are taken to end one",
        ParagraphEnd.BLANK: "this copy looks as if its lines were broken to a width, and each is taken for a paragraph",
    }
)


def _cited_without_copy(content: Content, known: _KnownSources) -> list[Id]:
    return sorted({each.source for each in cited_in(content).passages} - {copy.source for copy in known.copies})


@frozen
class _KnownSources:
    """The sources of an explainer, their copies and the lock; `wordings` holds the copy of each, else its lock."""

    sources: Mapping[Id, Source]
    copies: tuple[Copy, ...]
    lock: Lock | None
    wordings: Mapping[Id, SourceWording]


def _prove_citations(content: Content, files: ContentFiles, *, drafts: Drafts) -> tuple[Proof, _KnownSources]:
    problems: list[Problem] = []
    known = _read_wordings(content, files, problems)
    cited = cited_in(content)
    proof = verify_citations(cited, known.wordings, drafts=drafts)
    problems += (
        *proof.problems,
        *_unknown_sources(known, cited, files, drafts=drafts),
        *_copies_of_no_source(known, files),
    )
    return replace(proof, problems=tuple(problems)), known


def _read_wordings(content: Content, files: ContentFiles, problems: list[Problem]) -> _KnownSources:
    lock, wrong = _lock_in(files.lock) if files.lock else (None, ())
    sources = {fact.id: fact for fact in content.facts if isinstance(fact, Source)}
    read = [wording_in(readable(file, sources[file.source])) for file in files.copies if file.source in sources]
    problems += chain(wrong, *(each for _, each in read))
    copied = [wording for wording, _ in read if wording]
    locked = lock.sources if lock else {}
    wordings: dict[Id, SourceWording] = {
        source: LockedWording(source, locked[source], shows_whole=fact.shows_whole)
        for source, fact in sources.items()
        if source in locked
    }
    wordings |= {each.copy.source: each for each in copied}
    return _KnownSources(sources, tuple(each.copy for each in copied), lock, wordings)


@cached_by_value
def _lock_in(file: InputFile) -> tuple[Lock | None, tuple[Problem, ...]]:
    problems: list[Problem] = []
    return attempt(read_lock, file, problems), tuple(problems)


@frozen
class ReadableCopy:
    """A copy with what the record of its source says of it: where its paragraphs end, and whether it is shown whole."""

    file: CopyFile
    paragraph_end: ParagraphEnd | None = None
    shows_whole: bool = False


def readable(file: CopyFile, source: Source | None) -> ReadableCopy:
    """Return a copy as the record of its source says, if it has one."""
    return ReadableCopy(file, source.paragraphs, source.shows_whole) if source else ReadableCopy(file)


@cached_by_value
def wording_in(at_hand: ReadableCopy) -> tuple[CopiedWording | None, tuple[Problem, ...]]:
    """Return the wording of a copy, or why it cannot be read."""
    problems: list[Problem] = []
    copy = attempt(lambda each: read_copy(each.file, each.paragraph_end), at_hand, problems)
    return (CopiedWording(copy, shows_whole=at_hand.shows_whole) if copy else None), tuple(problems)


def _unknown_sources(
    known: _KnownSources, cited: CitedContent, files: ContentFiles, *, drafts: Drafts
) -> Iterator[Problem]:
    """Report sources that are cited and have neither a copy nor an entry in the lock."""
    if files.lock and known.lock is None:
        return  # That the lock cannot be read is a problem already.
    unreadable = {file.source for file in files.copies} - {copy.source for copy in known.copies}
    for source in dict.fromkeys(each.source for each in cited.passages if drafts.include(held_back=each.draft)):
        # A copy that cannot be read is a problem already.
        if source in known.sources and source not in known.wordings and source not in unreadable:
            message = f"'{source}' is cited, but there is no copy of it here, and nothing of it in {LOCK}"
            hint = f"save it in sources/ as {source}{endings_in_words()}, and run `lock`"
            yield Problem(known.sources[source].origin, message, hint)


def _copies_of_no_source(known: _KnownSources, files: ContentFiles) -> Iterator[Problem]:
    """Warn of copies whose name is not the id of a source."""
    for file in files.copies:
        if file.source not in known.sources:
            hint = suggest(file.source, known.sources).hint or "name the file for the id of its source"
            yield Problem(Origin(file.path, 1, 1), f"there is no source '{file.source}'", hint, Severity.WARNING)


def _outdated_lock(found: Lock, known: _KnownSources, files: ContentFiles) -> Iterator[Problem]:
    """Warn of a lock that is not what `lock` would write now."""
    if files.lock is None and found.sources:
        path = files.settings.path.removesuffix("site.yaml") + LOCK
        message = f"there is no {LOCK}, and without it nobody can check this who has no copies of the sources"
        yield Problem(Origin(path, 1, 1), message, "run `lock`, and commit it", Severity.WARNING)
    elif files.lock is not None and found != known.lock:
        what = "what is cited and the copies" if known.copies else "what is cited"
        yield Problem(Origin(files.lock.path, 1, 1), f"{LOCK} is behind {what}", "run `lock`", Severity.WARNING)


def _cut(content: Content, known: _KnownSources, *, drafts: Drafts) -> Iterator[Problem]:
    copies = {copy.source: copy for copy in known.copies}
    languages = {name: source.language or content.explainer.language for name, source in known.sources.items()}
    figures = [
        fact for fact in content.facts if copies and isinstance(fact, Figure) and drafts.include(held_back=fact.draft)
    ]
    return cut_qualifiers(figures, copies, languages)


def _copied(content: Content, known: _KnownSources, *, drafts: Drafts) -> Iterator[Problem]:
    holders: tuple[Holder, ...] = (content.explainer, *content.sections, *content.facts)
    copied = bool(known.copies)
    shown = [each for each in holders if copied and drafts.include(held_back=getattr(each, "draft", False))]
    return copied_prose(shown, content, known.copies)


def _not_compared(content: Content, known: _KnownSources, files: ContentFiles) -> Iterator[Problem]:
    """Note the sources that have no copy; a copy that cannot be read is a problem already."""
    at_hand = {file.source for file in files.copies}
    unchecked = [f"'{source}'" for source in known.wordings if source not in at_hand]
    if unchecked:
        message = f"nothing was compared with {', '.join(unchecked)} to find copied prose: there is no copy at hand"
        hint = "put one in sources/, or name it with --text"
        yield Problem(Origin(content.explainer.origin.path, 1, 1), message, hint, Severity.NOTE)
