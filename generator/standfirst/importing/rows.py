"""The rows of a table to records of one kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from types import MappingProxyType

from standfirst.authoring.ids import id_of
from standfirst.authoring.record import NewField, NewRecord
from standfirst.decoding.value_hints import intended_id
from standfirst.importing.cells import Taken, take
from standfirst.importing.dates import joined, read_date
from standfirst.importing.header_words import END, PASSAGE, POSITION, SOURCE
from standfirst.importing.headers import Columns, columns_of, keys_in, nearest_key, needed_keys
from standfirst.importing.imported import Imported, ImportedRecord, not_taken, why_uncited
from standfirst.importing.known_facts import KnownFacts
from standfirst.importing.tables import Row, Table
from standfirst.language import dates, numbers
from standfirst.model import Citing, FactId, Id, Kind
from standfirst.problems.errors import Problem
from standfirst.prose.references import ID

# What stands where a table does not say what a record must have; a writer is to say it.
UNWRITTEN = "To be written."
# Of these an id is made, where a row brings none.
_CALLED: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.ACTOR: ("name",),
        Kind.TERM: ("name",),
        Kind.EVENT: ("title",),
        Kind.QUOTE: ("words",),
        Kind.CLAIM: ("claim",),
        Kind.FIGURE: ("label",),
        Kind.RELATION: ("subject", "verb", "object"),
        Kind.PLACE: ("name",),
        Kind.IMAGE: ("file",),
        Kind.UNKNOWN: ("question",),
        Kind.UPDATE: ("kind", "date"),
        Kind.SOURCE: ("title",),
    }
)
_LAST = ("reckoned", "former_ids", "cite", "uncited")
_NUMBER = r"[-−]?\d{1,3}(?:\.\d+)?"
_POSITION = re.compile(rf"\(?\s*({_NUMBER})\s*[,;/ ]\s*({_NUMBER})\s*\)?", re.ASCII)


def records_of(table: Table, asked: Kind | None, known: KnownFacts) -> Imported:
    """Return a record for each row of a table, and row by row what could not be taken.

    Raises a `SiteError` where the head does not tell which kind of fact the rows are.
    """
    columns = columns_of(table, asked)
    problems = [*table.problems, *_unknown_columns(table, columns)]
    named = _with_ids(table, columns, problems)
    known = known.with_new(FactId(columns.kind, name) for name, _ in named)
    records = (_RowReader(table, columns, row, known, problems).record(name) for name, row in named)
    return Imported(tuple(filter(None, records)), tuple(problems))


def _unknown_columns(table: Table, columns: Columns) -> Iterator[Problem]:
    for at, (name, key) in enumerate(zip(table.head.cells, columns.keys, strict=True)):
        filled = sum(bool(row.cells[at]) for row in table.rows)
        if name and not key and filled:
            near = nearest_key(columns, name)
            rows = f"{filled} row{'s' if filled != 1 else ''}"
            message = (
                f"{columns.kind.with_article} has no key for “{name}”; what stands in it ({rows}) becomes comments"
            )
            yield not_taken(table.origin(table.head, at), message, f"did you mean '{near}'?" if near else "")


def _with_ids(table: Table, columns: Columns, problems: list[Problem]) -> list[tuple[Id, Row]]:
    """The rows with the ids that they bring, or that are made of what they are called; none that repeats one."""
    at = columns.keys.index("id") if "id" in columns.keys else None
    taken: set[Id] = {Id(row.cells[at]) for row in table.rows if at is not None and ID.fullmatch(row.cells[at])}
    seen: set[str] = set()
    found: list[tuple[Id, Row]] = []
    for row in table.rows:
        own = row.cells[at] if at is not None else ""
        if own and own in seen:
            message = f"row {row.number} has the id '{own}', as one above it does, and is left out"
            problems.append(not_taken(table.origin(row, at), message, "give it an id of its own"))
            continue
        seen.add(own)
        if ID.fullmatch(own):
            found.append((Id(own), row))
            continue
        called = own or " ".join(_cell(columns, row, key) for key in _CALLED[columns.kind])
        meant = Id(intended_id(own))
        is_free = meant and meant not in taken
        name = meant if is_free else id_of(called, taken, without=f"{columns.kind.value}-{row.number}")
        taken.add(name)
        if own:
            message = f"row {row.number}: '{own}' is not an id, and becomes '{name}'"
            problems.append(not_taken(table.origin(row, at), message))
        found.append((name, row))
    return found


def _cell(columns: Columns, row: Row, key: str) -> str:
    return row.cells[columns.keys.index(key)] if key in columns.keys else ""


@dataclass(slots=True)
class _RowReader:
    """Reads one row; what it cannot take it adds to the problems."""

    table: Table
    columns: Columns
    row: Row
    known: KnownFacts
    problems: list[Problem]
    values: dict[str, NewField] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)

    def record(self, name: Id) -> ImportedRecord | None:
        """Return the record of the row, or nothing where it lacks what a fact of its kind must have."""
        for at, (key, cell) in enumerate(zip(self.columns.keys, self.row.cells, strict=True)):
            if cell:
                self._take(key, cell, at)
        self._put_together()
        if not self._is_enough():
            return None
        uncited = self._cite()
        record = NewRecord(self.columns.kind, name, tuple(self._in_order()), tuple(self.comments))
        return ImportedRecord(record, self.table.origin(self.row), f"row {self.row.number}", uncited)

    def _take(self, key: str, cell: str, at: int) -> None:
        if not key:
            self.comments.append(f"{self.table.head.cells[at]}: {cell}")
        elif key not in {"id", "draft", END, POSITION, SOURCE, PASSAGE}:
            is_amount = self.columns.kind is Kind.FIGURE and key == "value"
            taken = self._amount(cell) if is_amount else take(self.columns.record, key, cell, self.known)
            self._put(key, taken)

    def _put(self, key: str, taken: Taken) -> None:
        """Keep a value, with its doubts as comments; a doubt without a value is a comment of the record."""
        for doubt in taken.doubts:
            self._tell(key, doubt)
        if taken.value and (key not in self.values or not self.values[key].value):
            self.values[key] = NewField(key, taken.value, taken.doubts)
        elif taken.doubts and not taken.value:
            self.comments += (f"{key}: {doubt}" for doubt in taken.doubts)

    def _tell(self, key: str, what: str, hint: str = "") -> None:
        at = self.columns.keys.index(key) if key in self.columns.keys else None
        named = f", {self.table.head.cells[at]}" if at is not None else ""
        message = f"row {self.row.number}{named}: {what}"
        self.problems.append(not_taken(self.table.origin(self.row, at), message, hint))

    def _amount(self, cell: str) -> Taken:
        """A figure's value; its qualifier and unit count where no column gives them."""
        read = numbers.read_amount(cell, self.known.language)
        for key, value in (("qualifier", read.qualifier), ("unit", read.unit)):
            if value and not self._text(key):
                self.values[key] = NewField(key, value)
        return Taken(read.value, (f"“{cell}”: {read.doubt}",) if read.doubt else ())

    def _text(self, key: str) -> str:
        return _cell(self.columns, self.row, key)

    # ------------------------------------------------------------ what several columns give together

    def _put_together(self) -> None:
        if end := self._text(END):
            self._put_end(end)
        if position := self._text(POSITION):
            found = _POSITION.fullmatch(position)
            if found:
                self.values["lat"], self.values["lon"] = (
                    NewField(key, part.replace("−", "-"))
                    for key, part in zip(("lat", "lon"), found.groups(), strict=True)
                )
            else:
                self._put(POSITION, Taken("", (f"“{position}” is not latitude and longitude, such as 32.89, 13.19",)))

    def _put_end(self, cell: str) -> None:
        read, start = read_date(cell, self.known.language), self.values.get("date")
        if not read.edtf or not start:
            self._put(
                END, Taken("", (f"“{cell}”: {read.doubt}" if read.doubt else f"“{cell}” ends what has no start",))
            )
            return
        try:
            span = dates.parse(joined(str(start.value), read.edtf)).text
            self.values["date"] = NewField("date", span, start.comments)
        except dates.DateError as error:
            self._put(END, Taken("", (f"“{cell}”: {error.message}",)))

    def _is_enough(self) -> bool:
        """Whether the record has all that it must have, with what a writer is still to say; else it is told."""
        kind = self.columns.kind
        missing = [key for key in needed_keys(self.columns.record) if key not in self.values]
        if kind is Kind.ACTOR and "kind" in missing:
            guess = "no column says of which kind it is, and person is a guess"
            self.values["kind"] = NewField("kind", "person", (guess,))
            missing.remove("kind")
        if "summary" in missing:
            self.values["summary"] = NewField("summary", UNWRITTEN)
            missing.remove("summary")
        if missing or not self.values:
            named = " and ".join(f"'{key}'" for key in missing) or "any key"
            self._tell(missing[0] if missing else "", f"it has no {named} that can be read, and is left out")
            return False
        return True

    def _cite(self) -> str:
        """Put the citation that source and passage give; return what to say where there is none that holds."""
        if not issubclass(self.columns.record, Citing):
            return ""
        named, passage = self._text(SOURCE), self._text(PASSAGE)
        source = self.known.called(named, [Kind.SOURCE]) if named else None
        if source and passage and not {"cite", "uncited"} & self.values.keys():
            self._put("cite", take(self.columns.record, "cite", f"{source.id}: {passage}", self.known))
        elif "cite" not in self.values:
            self.comments += (f"Passage: {passage}",) if passage else ()
        if self.columns.record.MUST_CITE:
            return why_uncited(PurePath(self.table.path).name, f"row {self.row.number}", named)
        self.comments += (f"Source: {named}",) if named and "cite" not in self.values else ()
        return ""

    def _in_order(self) -> Iterator[NewField]:
        """The keys as writers put them: what the fact is, then how that is known."""
        own = [key for key in keys_in(self.columns.record) if key not in _LAST]
        yield from (self.values[key] for key in (*own, *_LAST) if key in self.values)
