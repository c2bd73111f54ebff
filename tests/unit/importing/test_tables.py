"""Tables of every sort to the same rows: separators, encodings, quotes, workbooks."""

from __future__ import annotations

import io
import zipfile

import pytest

from standfirst.importing.tables import table_of
from standfirst.problems.errors import SiteError

PLAIN = "When;What\n2019;“Été, at last”\n"


def rows(path: str, body: bytes) -> list[tuple[str, ...]]:
    table = table_of(path, body)
    return [table.head.cells, *(row.cells for row in table.rows)]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_the_one_that_makes_rows_as_long_as_the_head(separator: str) -> None:
    lines = [["when", "what"], ["2019", '"a, b; c\td|e"'], ["2020", "x"]]
    text = "\n".join(separator.join(line) for line in lines)
    assert rows("a.csv", text.encode()) == [("when", "what"), ("2019", "a, b; c\td|e"), ("2020", "x")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_may_be_in_utf_8_or_in_the_unicode_text_of_excel(encoding: str) -> None:
    assert rows("a.csv", PLAIN.encode(encoding))[1] == ("2019", "“Été, at last”")


def test_what_is_in_neither_is_refused_where_it_begins() -> None:
    with pytest.raises(SiteError, match=r"^a.csv:2:1: this file is not in UTF-8; save it again as “CSV UTF-8”"):
        table_of("a.csv", PLAIN.replace("“", "").replace("”", "").encode("cp1252"))


def test_a_quoted_cell_may_have_lines_and_each_row_knows_its_own() -> None:
    table = table_of("a.csv", b'sep=,\r\nid,text\r\na,"one\r\ntwo ""x"""\r\n\r\nb,three\r\n')
    assert [(row.number, row.line, row.cells) for row in table.rows] == [
        (2, 3, ("a", 'one\r\ntwo "x"')),
        (4, 6, ("b", "three")),
    ]
    assert str(table.origin(table.rows[1], 1)) == "Origin(path='a.csv', line=6, column=3)"


def test_cells_beside_the_table_and_faults_of_a_spreadsheet_are_told() -> None:
    table = table_of("a.csv", b"id,text\na,#REF!\nb,one,two\n")
    assert [row.cells for row in table.rows] == [("a", ""), ("b", "one")]
    assert [str(each) for each in table.problems] == [
        "a.csv:3:7: warning: row 3 has more cells than the head, and “two” is in no column; name its column in the "
        "first row, or quote the cell that the separator cuts in two",
        "a.csv:2:3: warning: row 2: #REF! is no value, and is left out; mend the formula, or type the value",
    ]


@pytest.mark.parametrize("body", [b"", b"\n\n", b",,\n"])
def test_a_file_without_a_table_is_refused(body: bytes) -> None:
    with pytest.raises(SiteError, match="there is no table in this file"):
        table_of("a.csv", body)


def test_a_workbook_gives_whole_numbers_and_days_as_texts() -> None:
    (head, first, second) = rows("a.xlsx", workbook())
    assert head == ("when", "what", "how many", "sure")
    assert first == ("2019-04-15", "A call", "213", "true")
    assert second == ("2019-04-15T14:30", "", "0.5", "false")


def test_a_spreadsheet_of_open_document_is_read_too() -> None:
    names = ("office", "table", "text")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    cells = (
        '<table:table-cell office:value-type="string"><text:p>When</text:p></table:table-cell>',
        '<table:table-cell office:value-type="date" office:date-value="2019-04-15"/>',
    )
    table = "".join(f"<table:table-row>{cell}</table:table-row>" for cell in cells)
    sheet = f'<office:spreadsheet><table:table table:name="S">{table}</table:table></office:spreadsheet>'
    content = f"<office:document-content {spaces}><office:body>{sheet}</office:body></office:document-content>"
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    body = zipped({"mimetype": mime, "content.xml": content, "META-INF/manifest.xml": manifest})
    assert rows("a.ods", body) == [("When",), ("2019-04-15",)]


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(SiteError, match=r"^a.xlsx:1:1: this workbook cannot be read: .*; save it again"):
        table_of("a.xlsx", b"PK and nothing more")


def workbook() -> bytes:
    """The least that is a workbook of Excel: one sheet, with a style for days and one for days with a time."""
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    texts = ["when", "what", "how many", "sure"]
    head = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    first = '<c s="1"><v>43570</v></c><c t="inlineStr"><is><t>A call</t></is></c><c><v>213</v></c><c t="b"><v>1</v></c>'
    second = '<c s="2"><v>43570.604166667</v></c><c/><c><v>0.5</v></c><c t="b"><v>0</v></c>'
    sheet = "".join(f"<row>{row}</row>" for row in (head, first, second))
    files = {
        "[Content_Types].xml": f'<Types xmlns="{packages}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{office}"><sheets>'
        '<sheet name="Events" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{office}/styles" '
        'Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{namespace}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
        '<xf numFmtId="22"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{namespace}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return body.getvalue()
