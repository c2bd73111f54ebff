"""The `import` command: facts from a file of another program, as drafts in a file of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from standfirst.authoring.adding import add_facts, ids_of, sort_out
from standfirst.authoring.ids import id_of
from standfirst.authoring.record_text import facts_text
from standfirst.decoding.decode import decode
from standfirst.importing.fit import fitted
from standfirst.importing.formats import records_in
from standfirst.importing.imported import Imported, ImportedRecord, not_taken
from standfirst.importing.known_facts import KnownFacts
from standfirst.model import Fact, Kind, Origin
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.problems.errors import Problem, SiteError, in_order, stop_at_errors
from standfirst.reading.folders import check_folder, display_path
from standfirst.reading.one_file import read_bytes
from standfirst.reading.read import read_content


@frozen
class ImportResult:
    """The file that was written, or None where it was only to be shown; its text; what could not be taken."""

    path: Path | None
    text: str
    counts: str
    problems: tuple[Problem, ...]


def import_facts(options: Options, file: Path, asked: Kind | None, *, dry_run: bool) -> ImportResult:
    """Write what a file has as drafts to `facts/`, in a new file that is named for it; with `dry_run`, only return it.

    Raises `SiteError` where the content or the file cannot be read, or nothing of the file could be taken; `UsageError`
    where nothing can be written.
    """
    check_folder(options.content, "--content")
    files = read_content(options.content, options.copies)
    stop_at_errors(files.problems)
    decoded = decode(files)
    stop_at_errors(decoded.problems)
    content = decoded.content
    read = records_in(display_path(file), read_bytes(file), asked, KnownFacts.of(content))
    taken = fitted(_without_known(read, content.facts), files, options)
    if not taken.records:
        raise SiteError(taken.problems or [_nothing(file)])
    records = [each.record for each in taken.records]
    comments = [f"Imported from {file.name}. Nothing here has been checked: look at each, then take out its `draft`."]
    path = None if dry_run else add_facts(options.content, id_of(file.stem, without="imported"), records, comments)
    return ImportResult(path, facts_text(records, comments), _counts(taken.records), in_order(taken.problems))


def _without_known(read: Imported, facts: tuple[Fact, ...]) -> Imported:
    """What was read, without the records whose ids are facts' already; each of these is told."""
    new = {each.fact_id for each in sort_out((each.record for each in read.records), ids_of(facts)).new}
    skipped = (_is_there(each) for each in read.records if each.record.fact_id not in new)
    kept = tuple(each for each in read.records if each.record.fact_id in new)
    return Imported(kept, (*read.problems, *skipped))


def _is_there(each: ImportedRecord) -> Problem:
    kind, name = each.record.fact_id
    message = f"{each.place}: {kind.with_article} '{name}' is there already, and stays as it is"
    return not_taken(each.origin, message, "give this one another id if it is not the same")


def _nothing(file: Path) -> Problem:
    return Problem(Origin(display_path(file), 1, 1), "nothing stands in this file that could be taken")


def _counts(records: Sequence[ImportedRecord]) -> str:
    """How many records there are of each kind: "3 events, 1 place"."""
    counts = Counter(each.record.kind for each in records)
    return ", ".join(f"{count} {kind.value if count == 1 else kind.plural}" for kind, count in counts.items())
