"""The `draft` command: facts proposed from an article, as a new explainer or as new drafts in one that is there."""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from standfirst.authoring.adding import add_facts
from standfirst.commands.lock import lock
from standfirst.commands.proposals import article_file
from standfirst.decoding.decode import decode
from standfirst.decoding.schema import schemas
from standfirst.draft.already_known import known_of, only_new, taken_ids
from standfirst.draft.article import Article
from standfirst.draft.as_files import HOW_TO, explainer_files, source_record
from standfirst.draft.as_records import DraftRecords, records_of
from standfirst.draft.citing import Citer
from standfirst.draft.names import Known
from standfirst.draft.proposals import Proposals
from standfirst.draft.read_article import article_in
from standfirst.draft.rules import propose
from standfirst.draft.shared_names import without_shared_names
from standfirst.draft.verbs import with_known_verbs
from standfirst.model import Content, Date, Id, Source
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.problems.errors import UsageError, stop_at_errors
from standfirst.publishing.writing import add_file, make_folder
from standfirst.reading.files import SCHEMA_FOLDER, CopyFile
from standfirst.reading.read import read_content
from standfirst.sources.copies import read_copy

_IGNORED = "# The copies of sources are other people's text.\n/sources/\n"
# Those of the files of a new explainer that a writer reads.
_WRITTEN = (".yaml", ".md")


@frozen
class DraftResult:
    """What a draft has added: the folder, the files by their paths in it, and how many records of each kind."""

    folder: Path
    files: tuple[Path, ...]
    drafted: DraftRecords

    @property
    def counts(self) -> str:
        """How many records there are of each kind, in words."""
        counted = Counter(each.record.kind for each in self.drafted.found)
        said = (f"{number} {kind.plural if number > 1 else kind}" for kind, number in counted.items())
        return ", ".join(said) or "nothing new"


# What makes proposals of an article, knowing what the explainer has.
Backend = Callable[[Article, Known], Proposals]


def draft(
    options: Options, path: Path, source: Id | None, published: Date | None, *, backend: Backend = propose
) -> DraftResult:
    """Add what is proposed from an article to the content folder, or make that folder; nothing there is changed.

    Raises `SiteError` where the article or the content cannot be read, and `UsageError` where nothing can be written.
    """
    file = article_file(path, source)
    if os.path.lexists(options.content / "site.yaml"):
        written = _add_to_explainer(options, file, published, backend)
    else:
        written = _new_explainer(options.content, file, published, backend)
    lock(options)
    return written


def _name_of_copy(file: CopyFile) -> str:
    return f"{file.source}{file.format.ending}"


# ---------------------------------------------------------------- a new explainer


def _new_explainer(folder: Path, file: CopyFile, published: Date | None, backend: Backend) -> DraftResult:
    article, copy = article_in(file, published)
    citer = Citer(article, copy)
    proposals = without_shared_names(backend(article, Known()), Known())
    drafted = records_of(article, proposals, citer, {})
    texts = {
        ".gitignore": _IGNORED,
        **{f"{SCHEMA_FOLDER}/{name}": text for name, text in schemas().items()},
        **explainer_files(article, drafted, citer, proposals.verbs, datetime.date.today()),
    }
    bodies = {name: text.encode() for name, text in texts.items()}
    make_folder(folder, {**bodies, f"sources/{_name_of_copy(file)}": file.body})
    return DraftResult(folder, tuple(folder / name for name in bodies if name.endswith(_WRITTEN)), drafted)


# ---------------------------------------------------------------- one that is there


def _add_to_explainer(options: Options, file: CopyFile, published: Date | None, backend: Backend) -> DraftResult:
    files = read_content(options.content, options.copies)
    stop_at_errors(files.problems)
    decoded = decode(files)
    stop_at_errors(decoded.problems)
    content = decoded.content
    file, record = _as_source_of(content, files.copies, file)
    day = published or (record.published or record.reckon_from if record else None)
    article, copy = article_in(file, day)
    citer, known = Citer(article, copy), known_of(content.facts)
    found = only_new(without_shared_names(backend(article, known), known), content.facts, file.source, copy, citer)
    found, notes = with_known_verbs(found, content.explainer.verbs)
    drafted = records_of(article, found, citer, taken_ids(content.facts))
    records = [*([] if record else [source_record(article)]), *(each.record for each in drafted.found)]
    written = []
    if file.source not in {each.source for each in files.copies}:
        written.append(add_file(options.content / "sources", [_name_of_copy(file)], file.body))
    if records:
        written.append(add_facts(options.content, f"draft-{file.source}", records, (HOW_TO, *drafted.notes, *notes)))
    return DraftResult(options.content, tuple(written), drafted)


def _as_source_of(content: Content, copies: Sequence[CopyFile], file: CopyFile) -> tuple[CopyFile, Source | None]:
    """Return the file as the copy of a source, and the record of that source if the explainer has it already.

    A copy with the same words is the same source, whatever file it is in. Raises `UsageError` where the id has a copy
    with others.
    """
    records = {fact.id: fact for fact in content.facts if isinstance(fact, Source)}
    words = _words_of(file)
    for copy in copies:
        if copy.source in records and _words_of(copy) == words:
            return copy, records[copy.source]
    if file.source in {copy.source for copy in copies}:
        raise UsageError(f"there is a copy of '{file.source}' already, with other words; name another id with --source")
    return file, records.get(file.source)


def _words_of(copy: CopyFile) -> list[str]:
    return read_copy(copy).text.split()
