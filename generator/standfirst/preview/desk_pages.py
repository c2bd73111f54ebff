"""What the preview answers below `/_desk/`: the copies of the sources for writers, and how words of them are cited.

Nothing of it is ever published, and no file is read for it but those of this folder: copies come from the desk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from importlib import resources

from standfirst.desk.citation import citation_of
from standfirst.desk.citation_text import citations_data
from standfirst.desk.cited_stretches import CitedStretch, cited_stretches
from standfirst.desk.desk import Desk, Selection, desk_of
from standfirst.desk.marked_copy import MarkedCopy, marked_copy
from standfirst.model import Id, Source
from standfirst.model.addresses import NOT_FOUND, Address, href
from standfirst.model.frozen_class import frozen
from standfirst.preview.desk_addresses import DESK, REVIEW, SCRIPT, STYLESHEET
from standfirst.preview.desk_replies import json_reply, page_reply, reply
from standfirst.preview.host import Answer
from standfirst.preview.own_templates import own_template
from standfirst.reading.copy_formats import endings_in_words
from standfirst.reading.files import ContentFiles, InputFile

_SOURCES, _CITE = f"{DESK}source/", f"{DESK}cite"
_FILES = {"desk.css": "text/css", "desk.js": "text/javascript", "review.js": "text/javascript"}
# Of digits in a number of a query, and of paragraphs in a selection.
_MOST_DIGITS, _MOST_PARAGRAPHS = 9, 50


# What is known of a folder before it could be read.
NO_CONTENT = ContentFiles(InputFile("site.yaml", ""), facts=(), sections=(), images=())


@frozen
class OpenDesk:
    """The desk of a content folder as it was read last, all that is cited, and the copies with that marked."""

    files: ContentFiles
    desk: Desk
    cited: tuple[CitedStretch, ...]
    copies: tuple[MarkedCopy, ...]


def open_desk(files: ContentFiles) -> OpenDesk:
    """Return the desk for what was read."""
    desk = desk_of(files)
    cited = cited_stretches(desk)
    return OpenDesk(files, desk, cited, tuple(marked_copy(source, desk, cited) for source in desk.copies))


def desk_digest(files: ContentFiles) -> str:
    """Return what differs when the desk has something else to show."""
    noted = [each for each in (files.reviews, files.lock) if each]
    texts = ((file.path, file.text.encode()) for file in (files.settings, *files.facts, *files.sections, *noted))
    written = hashlib.blake2b(digest_size=8)
    for path, body in (*texts, *((file.path, file.body) for file in files.copies)):
        # The name of a file need not be text.
        written.update(f"{path}\0{len(body)}\0".encode(errors="backslashreplace"))
        written.update(body)
    return written.hexdigest()


def desk_answer(path: str, query: Mapping[str, str], opened: OpenDesk) -> Answer:
    """Return what is sent for an address below `/_desk/`, unquoted."""
    name = path.removeprefix(DESK)
    if name in _FILES:
        body = (resources.files("standfirst.preview") / name).read_bytes()
        return reply(HTTPStatus.OK, body, _FILES[name])
    if path == _CITE:
        return _cited(query, opened)
    shown = _source_at(path, opened)
    is_there = path == DESK or shown is not None
    return page_reply(HTTPStatus.OK if is_there else HTTPStatus.NOT_FOUND, _page(opened, shown))


def _source_at(path: str, opened: OpenDesk) -> Id | None:
    """The source whose copy an address shows; at the desk itself the first."""
    copies = opened.desk.copies
    if path == DESK:
        return next(iter(copies), None)
    named = Id(path.removeprefix(_SOURCES)) if path.startswith(_SOURCES) else None
    return named if named in copies else None


# ---------------------------------------------------------------- a page


@frozen
class _SourceEntry:
    """A source in the list of all: where its copy is shown, empty where there is none, and how much of it is cited."""

    source: Id
    title: str
    href: str
    is_shown: bool
    cited: int = 0
    sentences: int = 0


def _page(opened: OpenDesk, shown: Id | None) -> str:
    return own_template("desk.html").render(
        title=opened.desk.content.explainer.title,
        entries=tuple(_entries(opened, shown)),
        copy=next((each for each in opened.copies if each.source == shown), None),
        has_copies=bool(opened.copies),
        problems=opened.desk.problems,
        leads_to=_leads_to,
        endings=endings_in_words(),
        stylesheet=STYLESHEET,
        script=SCRIPT,
        cite=_CITE,
        review=REVIEW,
    )


def _entries(opened: OpenDesk, shown: Id | None) -> Iterator[_SourceEntry]:
    recorded = opened.desk.sources
    for each in opened.copies:
        yield _SourceEntry(
            each.source,
            _title(each.source, recorded),
            f"{_SOURCES}{each.source}",
            each.source == shown,
            each.cited_sentences,
            each.sentences,
        )
    for source in recorded:
        if source not in opened.desk.copies:
            yield _SourceEntry(source, _title(source, recorded), "", is_shown=False)


def _title(source: Id, recorded: Mapping[Id, Source]) -> str:
    record = recorded.get(source)
    return (record.title or record.publisher) if record else ""


def _leads_to(address: Address) -> str:
    """The link from the desk to a page of the preview."""
    return href(address, NOT_FOUND, "/")


# ---------------------------------------------------------------- how words are cited


class _BadQueryError(Exception):
    """A query that names no words of a copy."""


def _cited(query: Mapping[str, str], opened: OpenDesk) -> Answer:
    try:
        selections = tuple(_selections(query, opened.desk))
    except _BadQueryError as error:
        return json_reply(HTTPStatus.BAD_REQUEST, {"error": str(error)})
    return json_reply(
        HTTPStatus.OK, citations_data(tuple(citation_of(each, opened.desk, opened.cited) for each in selections))
    )


def _selections(query: Mapping[str, str], desk: Desk) -> Iterator[Selection]:
    """Yield what a query selects of a copy: words of a paragraph, or characters from one paragraph `to` another."""
    copy = desk.copies.get(Id(query.get("source", "")))
    if not copy:
        raise _BadQueryError("there is no copy of this source")
    count = len(copy.paragraphs)
    paragraph = _number(query, "paragraph", range(1, count + 1))
    if "first" in query:
        words = len(copy.index.words_of(paragraph))
        first = _number(query, "first", range(words))
        yield Selection(copy.source, paragraph, first, _number(query, "end", range(first + 1, words + 1)))
        return
    last = _number(query, "to", range(paragraph, min(count, paragraph + _MOST_PARAGRAPHS) + 1), paragraph)
    chosen = []
    for number in range(paragraph, last + 1):
        length = len(copy.paragraphs[number - 1])
        start = _number(query, "start", range(length + 1)) if number == paragraph else 0
        stop = _number(query, "stop", range(length + 1)) if number == last else length
        first, end = copy.words_touched(number, start, stop)
        chosen += [Selection(copy.source, number, first, end)] if first < end else []
    if not chosen:
        raise _BadQueryError("there are no words in this")
    yield from chosen


def _number(query: Mapping[str, str], name: str, among: range, default: int | None = None) -> int:
    written = query.get(name, "" if default is None else str(default))
    number = int(written) if written.isascii() and written.isdecimal() and len(written) <= _MOST_DIGITS else -1
    if number not in among:
        raise _BadQueryError(f"'{name}' names nothing in this copy")
    return number
