"""Copies of sources for tests, written by as little code as makes a file of each format."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from standfirst.model import Id
from standfirst.reading.files import CopyFile


class Set(NamedTuple):
    """A line of type on a page: its place in points from the upper left corner of an A4 page, and its size."""

    x: float
    y: float
    text: str
    size: float = 10


# Of Helvetica, in thousandths of the size, about: enough to know how long a line is.
_NARROW, _WIDE = "fijlrt.,;:'()-I ", "mwMW%@"


def width_of(text: str, size: float = 10) -> float:
    """Return about how wide a line is."""
    return sum(280 if each in _NARROW else 830 if each in _WIDE else 560 for each in text) * size / 1000


def broken_to(text: str, width: float, indent: float = 0) -> list[str]:
    """Return a text in lines that are no wider, with its first line indented."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer) > width - (indent if len(lines) == 1 else 0) and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def copy_file(name: str, body: bytes | str) -> CopyFile:
    """Return a copy of 'report' in a file that ends so."""
    return CopyFile(f"sources/report.{name}", Id("report"), body.encode() if isinstance(body, str) else body)


def pdf_of(*pages: Iterable[Set], trailer: str = "", extra: str = "", turned: int = 0) -> bytes:
    """Return a PDF with these lines on its pages, in their order."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    resources = f"/Resources << /Font << /F 3 0 R >> {extra} >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", font]
    kids = []
    for page in pages:
        drawn = "".join(_drawn(each) for each in page)
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
        box = f"/MediaBox [0 0 595 842] /Rotate {turned}"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} {resources} /Contents {len(objects)} 0 R >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file_of(objects, trailer)


def _drawn(each: Set) -> str:
    text = each.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {each.size} Tf {each.x} {842 - each.y} Td ({text}) Tj ET\n"


def _file_of(objects: Sequence[str], trailer: str) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode()


def column(text: str, x: float, y: float, width: float, *, indent: float = 0) -> list[Set]:
    """Return paragraphs, parted by blank lines, as a column of type from a place on: after some white, or indented."""
    found: list[Set] = []
    for paragraph in text.split("\n\n"):
        for number, line in enumerate(broken_to(paragraph, width, indent)):
            found.append(Set(x + (indent if number == 0 else 0), y, line))
            y += 12
        y += 0 if indent else 8
    return found


def archive_of(files: dict[str, str | bytes]) -> bytes:
    """Return a ZIP archive of some files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return written.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx_of(*paragraphs: str, notes: Sequence[str] = ()) -> bytes:
    """Return a DOCX of paragraphs, each a text or what stands in a `w:body`, and the texts of its footnotes."""
    body = "".join(each if each.startswith("<") else f"<w:p>{run(each)}</w:p>" for each in paragraphs)
    footnotes = "".join(
        f'<w:footnote w:id="{number}"><w:p>{run(note)}</w:p></w:footnote>' for number, note in enumerate(notes, 1)
    )
    return archive_of(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
            f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}.footnotes+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="d" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="f" Type="{_RELATIONS}/footnotes" Target="footnotes.xml"/></Relationships>',
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            "word/footnotes.xml": f"<w:footnotes {_W}>{footnotes}</w:footnotes>",
        }
    )


def run(text: str) -> str:
    """Return a run of text as it stands in a paragraph of a DOCX."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def epub_of(chapters: dict[str, str], order: Sequence[str] = (), *, more: dict[str, str] | None = None) -> bytes:
    """Return an EPUB of chapters, which are what stands in the bodies of their pages, read in some order."""
    items = "".join(
        f'<item id="{name}" href="text/{name}.xhtml" media-type="application/xhtml+xml"/>' for name in chapters
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in order or chapters)
    container = '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
    pages = {f"OEBPS/text/{name}.xhtml": _page(body) for name, body in chapters.items()}
    return archive_of(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            f"<rootfiles>{container}</rootfiles></container>",
            "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf">'
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
            **pages,
            **(more or {}),
        }
    )


def _page(body: str) -> str:
    head = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head>'
    return f"{head}<body>{body}</body></html>"
