"""The `source add` command: a copy of a source and its record, from an address of the web or from a file."""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from standfirst.authoring.adding import add_facts
from standfirst.authoring.ids import id_of
from standfirst.authoring.record import NewField, NewRecord, NewValue
from standfirst.decoding.decode import decode
from standfirst.model import Date, Id, Kind, Source
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.problems.errors import FetchError, SiteError, UsageError, stop_at_errors
from standfirst.publishing.writing import add_file
from standfirst.reading.copy_formats import CopyFormat, format_of
from standfirst.reading.folders import check_folder, display_path
from standfirst.reading.one_file import read_copy_file
from standfirst.reading.read import read_content
from standfirst.web.archive import ArchivedCopy, archived_copy
from standfirst.web.fetching import Fetched, ascii_address, fetch
from standfirst.web.known_sources import KnownSources, same_address
from standfirst.web.main_text import why_not
from standfirst.web.page_copy import PageCopy, copy_of_page

# What can be said of a source, in the order in which its record says it.
_KEYS = ("title", "publisher", "authors", "url", "archive_url", "published", "accessed", "language", "kind")
_RAW = "page.html"
_HOW_TO = "Look at each key, complete what is missing, then take out the `draft`."


@frozen(kw_only=True)
class AskedSource:
    """What is asked for: an address or a file, an id if the writer chose one, the day on which it was read.

    `archive` is who is asked for an archived copy; None asks nobody.
    """

    where: str | Path
    today: datetime.date
    id: Id | None = None
    accessed: Date | None = None
    archive: str | None = None


@frozen(kw_only=True)
class AddedSource:
    """What was written, and what there is to say of it; `missing` are the keys that nothing is known for."""

    id: Id
    copy: Path
    page: Path | None
    record: Path | None
    taken: PageCopy
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def lines(self) -> Iterator[str]:
        """What was saved, where, and which keys are still to be written."""
        yield f"Saved {self.taken.words} words as the copy of '{self.id}': {display_path(self.copy)}"
        if self.page:
            yield f"They are the main text of a page of {self.taken.of_page} words: {display_path(self.page)}"
        yield from self.notes
        if not self.record:
            yield f"The record of '{self.id}' is there already, and stays as it is."
            return
        yield f"Wrote its record as a draft: {display_path(self.record)}"
        if self.missing:
            yield "Nothing was found for these keys; add what you know:"
            yield from (f"    {key}: []" if key == "authors" else f"    {key}:" for key in self.missing)


def add_source(options: Options, asked: AskedSource) -> AddedSource:
    """Save a copy of a source, and write its record if there is none yet; nothing that is there is changed.

    Raises `UsageError` where it cannot be fetched or written, or is there already; `SiteError` where the content or
    the file cannot be read.
    """
    check_folder(options.content, "--content")
    files = read_content(options.content, options.copies)
    stop_at_errors(files.problems)
    decoded = decode(files)
    stop_at_errors(decoded.problems)
    there = KnownSources(options.content, files, decoded.content.facts)
    if isinstance(asked.where, str):
        there.refuse_copied(asked.where)
    found, notes = _found(asked.where)
    taken = _taken(found, asked)
    url = _address(taken, found.url if isinstance(asked.where, str) else "")
    known = there.by_address(url)
    there.refuse_copied(url)
    if not known:
        there.refuse_same(taken.body, found.url)
    name = _id(asked, known, taken, url, there)
    there.refuse_copy_of(name)
    archived, said = _archived(url, asked) if not known else (None, ())
    values = _values(taken, url, archived, asked)
    record = None if known else _record(name, values, taken)
    added = _written(options.content, name, taken, record)
    return replace(added, missing=_missing(values) if record else (), notes=(*notes, *_notes(taken), *said))


def _found(where: str | Path) -> tuple[Fetched, tuple[str, ...]]:
    """What stands at an address or in a file, and where it was in the end."""
    if isinstance(where, Path):
        return Fetched(display_path(where), "", "", read_copy_file(Id("source"), where).body), ()
    found = fetch(where)
    moved = same_address(found.url) != same_address(where)
    return found, (f"It has moved to {found.url}.",) if moved else ()


def _taken(found: Fetched, asked: AskedSource) -> PageCopy:
    """The copy of what stands there; its problems name the address or the file, for nothing is written yet."""
    named = format_of(asked.where.name) if isinstance(asked.where, Path) else None
    try:
        return copy_of_page(asked.id or Id("source"), found, named)
    except SiteError as error:
        raise SiteError(replace(each, origin=each.origin._replace(path=found.url)) for each in error.problems) from None


# ---------------------------------------------------------------- its record


def _address(taken: PageCopy, url: str) -> str:
    """The address of a source: the one that its page calls its own, if that is on the same host, or else where it was.

    Pages are often reached by an address with traces in it of how one came there.
    """
    try:
        own = ascii_address(taken.said.url)
    except FetchError:
        return url
    host, path, query = same_address(own)
    # Many pages call the first one of their site their own.
    return own if (path or query) and (not url or host == same_address(url)[0]) else url


def _id(asked: AskedSource, known: Source | None, taken: PageCopy, url: str, there: KnownSources) -> Id:
    if known:
        if asked.id and asked.id != known.id:
            raise UsageError(f"{url} is the address of the source '{known.id}'; leave out --id, or name that")
        return known.id
    if asked.id:
        if asked.id in there.ids:
            raise UsageError(f"there is a source '{asked.id}' already, without this address; name another id with --id")
        return asked.id
    name = asked.where.stem if isinstance(asked.where, Path) else urlsplit(url).hostname or ""
    return id_of(f"{taken.said.publisher} {taken.said.title}".strip() or name, there.ids, without="source")


def _archived(url: str, asked: AskedSource) -> tuple[ArchivedCopy | None, tuple[str, ...]]:
    """An archived copy of an address, near the day on which it was read, and what there is to say of that."""
    if not url or asked.archive is None:
        return None, ()
    try:
        found = archived_copy(url, asked.today, asked.archive)
    except FetchError as error:
        return None, (f"Whether an archive has a copy is not known: {error.why}.",)
    if found is None:
        return None, (f"No archive has a copy; to have one made: https://web.archive.org/save/{url}",)
    made = f" of {found.day.isoformat()}" if found.day else ""
    return found, (f"An archive has a copy{made}: {found.url}",)


def _values(taken: PageCopy, url: str, archived: ArchivedCopy | None, asked: AskedSource) -> Mapping[str, NewValue]:
    """What is known of a source by its keys, in their order; what is not known is empty."""
    said = taken.said
    read_today = asked.today.isoformat() if isinstance(asked.where, str) else ""
    known: Mapping[str, NewValue] = {
        "title": said.title,
        "publisher": said.publisher,
        "authors": said.authors,
        "url": url,
        "archive_url": archived.url if archived else "",
        "published": said.published.text if said.published else "",
        "accessed": asked.accessed.text if asked.accessed else read_today,
        "language": said.language,
        "kind": said.kind,
    }
    return {key: known[key] for key in _KEYS}


def _record(name: Id, values: Mapping[str, NewValue], taken: PageCopy) -> NewRecord:
    missing = _missing(values)
    comments = (f"Not found: {', '.join(missing)}. Add what you know.",) if missing else ()
    written = {**values, "paragraphs": taken.paragraphs}
    return NewRecord(Kind.SOURCE, name, tuple(NewField(key, each) for key, each in written.items() if each), comments)


def _missing(values: Mapping[str, NewValue]) -> tuple[str, ...]:
    return tuple(key for key in _KEYS if not values[key])


def _notes(taken: PageCopy) -> Iterator[str]:
    if taken.format is CopyFormat.HTML and taken.page is None:
        why = why_not()
        yield f"The copy is the page as it came{f': {why}' if why else ''}."
    if not taken.said.is_for_all:
        yield "The page says that not everybody sees all of it: look whether the copy is whole."
    if taken.is_short:
        yield (
            f"It has {taken.words} words: what is missing may be for subscribers, or be made by a script. Open it in a "
            "browser, save the page, and give the file."
        )


# ---------------------------------------------------------------- writing


def _written(folder: Path, name: Id, taken: PageCopy, record: NewRecord | None) -> AddedSource:
    """Write the copy, the page that it was made from, and the record: all of them, or none."""
    copies, beside = folder / "sources", folder / "sources" / f"{name}_files"
    if taken.page is not None and os.path.lexists(beside):
        raise UsageError(f"{display_path(beside)} is there already; move it away, or name another id with --id")
    copy = add_file(copies, [f"{name}{taken.format.ending}"], taken.body)
    try:
        page = add_file(beside, [_RAW], taken.page) if taken.page is not None else None
        written = add_facts(folder, f"source-{name}", [record], (_HOW_TO,)) if record else None
    except BaseException:
        copy.unlink()
        if taken.page is not None:
            shutil.rmtree(beside, ignore_errors=True)
        raise
    return AddedSource(id=name, copy=copy, page=page, record=written, taken=taken)
