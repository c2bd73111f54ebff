"""Works of a bibliography as sources, whichever format they come from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from types import MappingProxyType

from standfirst.authoring.ids import id_of
from standfirst.authoring.record import NewField, NewRecord
from standfirst.importing.dates import read_date
from standfirst.importing.imported import Imported, ImportedRecord, fields_of, not_taken
from standfirst.importing.known_facts import KnownFacts
from standfirst.language.locale import language_called
from standfirst.model import Id, Kind, Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem
from standfirst.prose.references import ID

# What readers are told a source is, by the word of CSL or BibTeX for it; others are said as they are.
_KINDS = MappingProxyType(
    {
        **dict.fromkeys(("article-newspaper", "newspaper"), "news article"),
        **dict.fromkeys(("article-magazine", "magazine"), "magazine article"),
        "article-journal": "journal article",
        **dict.fromkeys(("webpage", "online", "electronic"), "web page"),
        "post-weblog": "blog post",
        **dict.fromkeys(("chapter", "incollection", "inbook"), "chapter of a book"),
        **dict.fromkeys(("paper-conference", "inproceedings", "conference"), "conference paper"),
        "techreport": "report",
        **dict.fromkeys(("phdthesis", "mastersthesis"), "thesis"),
        "legislation": "law",
        "legal_case": "judgment",
        "motion_picture": "film",
        "personal_communication": "letter",
        "unpublished": "manuscript",
        **dict.fromkeys(("document", "misc"), ""),
    }
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_SHORTEST_KEY = 3


@frozen(kw_only=True)
class Work:
    """An entry of a bibliography, its texts plain, its dates as they were found.

    `sort` is the word of its format for what it is, `kind` what it says itself. `others` are names and values of what a
    source has no key for.
    """

    origin: Origin
    name: str
    sort: str
    kind: str = ""
    title: str
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    archive_url: str = ""
    published: str = ""
    accessed: str = ""
    language: str = ""
    others: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> str:
        return f"entry {self.name}" if self.name else "an entry without a key"


def sources_of(works: Iterable[Work], problems: Iterable[Problem], known: KnownFacts) -> Imported:
    """Return a source for each work, and what could not be taken of it."""
    found = [*problems]
    records: list[ImportedRecord] = []
    taken: set[Id] = set()
    for work in works:
        fields = [*_fields(work, known.language, found)]
        if not fields:
            found.append(not_taken(work.origin, f"{work.place}: it says nothing that a source has, and is left out"))
            continue
        if work.others:
            named = ", ".join(name for name, _ in work.others)
            message = f"{work.place}: a source has no key for {named}; what it says becomes comments"
            found.append(not_taken(work.origin, message))
        name = _id_of(work, taken)
        taken.add(name)
        comments = tuple(f"{each}: {value}" for each, value in work.others)
        records.append(ImportedRecord(NewRecord(Kind.SOURCE, name, tuple(fields), comments), work.origin, work.place))
    return Imported(tuple(records), tuple(found))


def _id_of(work: Work, taken: Collection[Id]) -> Id:
    """The key of the bibliography, where it is a word; else author, year and title."""
    is_word = len(work.name) >= _SHORTEST_KEY or not work.name.isdigit()
    if ID.fullmatch(work.name) and is_word and work.name not in taken:
        return Id(work.name)
    if re.fullmatch(r"[\w:.+-]{3,}", work.name) and not work.name.isdigit():
        return id_of(work.name, taken, without="source")
    author = work.authors[0].split()[-1] if work.authors else work.publisher
    year = re.search(r"\d{4}", work.published)
    return id_of(f"{author} {year[0] if year else ''} {work.title}", taken, without="source")


def _fields(work: Work, language: str, problems: list[Problem]) -> Iterable[NewField]:
    # A format has a sort for every entry, which is not said of one that says nothing else.
    is_told = work.title or work.url or work.publisher
    sort = _KINDS.get(work.sort.lower(), work.sort.lower().replace("-", " ").replace("_", " ")) if is_told else ""
    yield from fields_of((("title", work.title), ("publisher", work.publisher), ("authors", work.authors)))
    yield from fields_of((("url", work.url), ("archive_url", work.archive_url)))
    for key, text in (("published", work.published), ("accessed", work.accessed)):
        read = read_date(text, language) if text else None
        if read and read.edtf:
            yield NewField(key, read.edtf)
        elif read:
            problems.append(not_taken(work.origin, f"{work.place}, {key}: “{text}”: {read.doubt}"))
            if read.within:
                yield NewField(key, read.within, (f"“{text}”: {read.doubt}",))
    named = _tag(work.language)
    if work.language and not named:
        problems.append(not_taken(work.origin, f"{work.place}, language: “{work.language}” is the name of no language"))
    yield from fields_of((("language", named), ("kind", work.kind or sort)))


def _tag(language: str) -> str:
    """The BCP 47 tag of a language that is given as a tag or by its English name."""
    if called := language_called(language):
        return called
    return language.replace("_", "-") if _LANGUAGE.fullmatch(language) else ""
