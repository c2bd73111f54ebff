"""Tables as rows of texts: CSV with any separator, as spreadsheets and databases save it, and workbooks themselves."""

from __future__ import annotations

import codecs
import csv
import datetime
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from standfirst.importing.imported import not_taken
from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, problem
from standfirst.problems.excerpts import shorten_value
from standfirst.problems.extras import Extra, needs

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

WORKBOOKS: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_SEPARATORS: Final = (",", ";", "\t", "|")
_LOOKED_AT: Final = 200
# Of a sheet, blank ones included: a value that was typed far down must not fill the memory.
_MOST_CELLS: Final = 5_000_000
_MARKS: Final = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF8, "utf-8-sig"))
# What spreadsheets show in the place of a value that could not be worked out.
_FAULTS: Final = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "########"})


@frozen
class Row:
    """The cells of one row; `number` counts rows as a spreadsheet does, `line` and `columns` say where they stand."""

    number: int
    line: int
    cells: tuple[str, ...]
    columns: tuple[int, ...]


@frozen
class Table:
    """The rows below a head, each with as many cells as the head; blank rows are left out."""

    path: str
    head: Row
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()

    def origin(self, row: Row, column: int | None = None) -> Origin:
        """Return where a row begins, or one of its cells."""
        return Origin(self.path, row.line, 1 if column is None else row.columns[column])


def table_of(path: str, body: bytes) -> Table:
    """Return the table in a file; of a workbook, that of the first sheet with anything in it.

    Raises a `SiteError` where there is none, or none that can be read.
    """
    if path.lower().endswith(WORKBOOKS):
        return _of_workbook(path, body)
    text = _text_of(path, body)
    return _table(path, [*_rows_of_csv(path, text)], ())


def _table(path: str, rows: Sequence[Row], problems: Sequence[Problem]) -> Table:
    filled = [row for row in rows if any(row.cells)]
    if not filled:
        raise problem(
            Origin(path, 1, 1), "there is no table in this file", "put the names of its columns in the first row"
        )
    head, *others = filled
    width = max(at for at, cell in enumerate(head.cells, start=1) if cell)
    found = [*problems, *_beyond(path, others, width), *_faults(path, others)]
    return Table(path, _fitted(head, width), tuple(_fitted(row, width) for row in others), tuple(found))


def _fitted(row: Row, width: int) -> Row:
    """A row with so many cells; cells that hold nothing but a fault of the spreadsheet are empty."""
    cells = ("" if cell in _FAULTS else cell for cell in row.cells[:width])
    more = width - len(row.cells[:width])
    last = row.columns[-1] if row.columns else 1
    return Row(row.number, row.line, (*cells, *[""] * more), (*row.columns[:width], *[last] * more))


def _beyond(path: str, rows: Sequence[Row], width: int) -> Iterator[Problem]:
    for row in rows:
        for cell, column in islice(zip(row.cells, row.columns, strict=True), width, None):
            if cell:
                message = f"row {row.number} has more cells than the head, and “{shorten_value(cell)}” is in no column"
                hint = "name its column in the first row, or quote the cell that the separator cuts in two"
                yield not_taken(Origin(path, row.line, column), message, hint)
                break


def _faults(path: str, rows: Sequence[Row]) -> Iterator[Problem]:
    for row in rows:
        for cell, column in zip(row.cells, row.columns, strict=True):
            if cell in _FAULTS:
                message = f"row {row.number}: {cell} is no value, and is left out"
                yield not_taken(Origin(path, row.line, column), message, "mend the formula, or type the value")


# ---------------------------------------------------------------- CSV


def _text_of(path: str, body: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 as Excel saves "Unicode text"."""
    encoding = next((name for mark, name in _MARKS if body.startswith(mark)), "utf-8")
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        hint = "save it again as “CSV UTF-8”, so that no letter is misread"
        raise problem(Origin(path, line, 1), "this file is not in UTF-8", hint) from None


def _rows_of_csv(path: str, text: str) -> Iterator[Row]:
    # Excel writes the separator above the table where somebody asks for it: sep=;
    asked = text.split("\n", 1)[0].strip().strip('"')
    skipped = asked.lower().startswith("sep=") and len(asked) == len("sep=") + 1
    separator = asked[-1] if skipped else _separator(text)
    lines = [*io.StringIO(text, newline="")]
    reader = csv.reader(lines[skipped:], delimiter=separator)
    first = 1 + skipped
    number = 0
    try:
        for cells in reader:
            number += 1
            row = [cell.strip() for cell in cells]
            yield Row(number, first, tuple(row), tuple(_columns(lines[first - 1], cells)))
            first = reader.line_num + 1 + skipped
    except csv.Error as error:
        raise problem(Origin(path, first, 1), f"this row cannot be read: {error}", "close what is in quotes") from None


def _columns(line: str, cells: Sequence[str]) -> Iterator[int]:
    """Yield the column in its line where each cell begins; where a cell is on a later line, that of the one before."""
    at = 0
    for cell in cells:
        found = line.find(cell, at) if cell else at
        at = found + len(cell) if found >= 0 else at
        yield max(found if found >= 0 else at, 0) + 1


def _separator(text: str) -> str:
    """Return the character by which the most rows have as many cells as the head, and the head the most."""
    return max(_SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> tuple[float, int]:
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        rows = [row for row in islice(reader, _LOOKED_AT) if row]
    except csv.Error:
        return 0.0, 0
    width = len(rows[0]) if rows else 0
    if width < 2:
        return 0.0, width
    return sum(len(row) == width for row in rows) / len(rows), width


# ---------------------------------------------------------------- workbooks


def _of_workbook(path: str, body: bytes) -> Table:
    # Only here: few who build a site import a workbook.
    with needs(Extra.IMPORT, "a workbook"):
        from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        sheets = {name: _rows_of_sheet(path, book.get_sheet_by_name(name)) for name in book.sheet_names}
    except (CalamineError, ValueError, OSError) as error:
        hint = "save it again, or save the sheet as CSV"
        raise problem(Origin(path, 1, 1), f"this workbook cannot be read: {error}", hint) from None
    filled = [name for name, rows in sheets.items() if any(any(row.cells) for row in rows)]
    others = [
        not_taken(Origin(path, 1, 1), f"the sheet “{name}” is passed over: only the first is read", "save it as CSV")
        for name in filled[1:]
    ]
    return _table(path, sheets[filled[0]] if filled else (), others)


def _rows_of_sheet(path: str, sheet: CalamineSheet) -> list[Row]:
    if sheet.total_height * sheet.total_width > _MOST_CELLS:
        message = f"the sheet “{sheet.name}” is too large: it goes on to row {sheet.total_height}"
        raise problem(Origin(path, 1, 1), message, "delete what stands far from the table, or save the sheet as CSV")
    rows = sheet.to_python(skip_empty_area=False)
    return [
        Row(number, number, tuple(map(_cell, row)), tuple(range(1, len(row) + 1)))
        for number, row in enumerate(rows, start=1)
    ]


def _cell(value: object) -> str:
    """The text of a value of a spreadsheet: whole numbers without a point, days and times as ISO 8601 has them."""
    match value:
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.datetime():
            return value.isoformat(timespec="minutes" if not value.second else "seconds")
        case datetime.date() | datetime.time():
            return value.isoformat()
        case _:
            return str(value).strip()
