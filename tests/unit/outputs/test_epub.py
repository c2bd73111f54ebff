"""The explainer as a book: what reading systems find in it, in whatever they open first."""

from __future__ import annotations

import functools
import io
import zipfile
from pathlib import Path
from posixpath import dirname, join, normpath

import lxml.etree
import pytest

from standfirst.model.addresses import BOOK
from standfirst.options import Options
from standfirst.outputs.downloads.epub import Book
from standfirst.outputs.downloads.page_parts import part_of
from standfirst.outputs.downloads.xhtml import written
from standfirst.pipeline import make_site_from
from tests.explainers import own_templates, read_site

H, OPF = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/opf}"
DC, EPUB = "{http://purl.org/dc/elements/1.1/}", "{http://www.idpf.org/2007/ops}"


@functools.cache
def archive(name: str) -> dict[str, bytes]:
    """The files in the book of a site, in their order."""
    built = make_site_from(read_site(name), own_templates(), Options(content=Path(), templates=Path()))
    (book,) = (artifact for artifact in built.artifacts if artifact.route == BOOK)
    with zipfile.ZipFile(io.BytesIO(book.body)) as found:
        assert {info.compress_type for info in found.infolist()} == {zipfile.ZIP_STORED}
        assert {info.date_time[0] for info in found.infolist()} == {1980}
        return {info.filename: found.read(info) for info in found.infolist()}


def document(name: str, file: str) -> lxml.etree._Element:
    return lxml.etree.fromstring(archive(name)[f"EPUB/{file}"])


def text(element: lxml.etree._Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("name", ["full", "arabic"])
def test_all_that_one_file_refers_to_is_in_the_book_and_all_that_is_in_it_is_named(name: str) -> None:
    files = archive(name)
    assert next(iter(files.items())) == ("mimetype", b"application/epub+zip")
    items = {item.get("href") for item in document(name, "package.opf").iter(f"{OPF}item")}
    assert {f"EPUB/{href}" for href in items} | {"mimetype", "META-INF/container.xml", "EPUB/package.opf"} == set(files)
    for file in (file for file in files if file.endswith(".xhtml")):
        page = lxml.etree.fromstring(files[file])
        for attribute in page.xpath("//@href | //@src"):
            if "://" not in attribute and not attribute.startswith("mailto:"):
                path, _, anchor = attribute.partition("#")
                target = normpath(join(dirname(file), path)) if path else file
                assert target in files
                assert not anchor or lxml.etree.fromstring(files[target]).xpath("//*[@id=$id]", id=anchor)


def test_a_mark_leads_to_a_note_that_reading_systems_open() -> None:
    page = document("full", "chronology.xhtml")
    (event,) = page.xpath("//*[@id='chronology__last-boat']")
    reference = next(each for each in event.iter(f"{H}a") if each.get(f"{EPUB}type") == "noteref")
    (note,) = page.xpath("//*[@id=$id]", id=reference.get("href").removeprefix("#"))
    assert (note.tag, note.get(f"{EPUB}type"), note.get("role")) == (f"{H}aside", "footnote", "doc-footnote")
    assert "stopped on 3 March 2025" in text(note)
    # The number on the same line as what it numbers.
    assert (note.text.strip(), text(note[0])[:2]) == ("", "7.")


def test_the_table_of_contents_has_each_chapter_with_its_headings() -> None:
    rows = document("full", "nav.xhtml").findall(f".//{H}nav/{H}ol/{H}li")
    assert [text(row.find(f"{H}a")) for row in rows][1:] == [
        "Chronology", "Glossary", "Claims", "What is not known", "Sources", "About this explainer",
    ]  # fmt: skip
    assert "In thirty seconds" in [text(each) for each in rows[0].iter(f"{H}a")]


def test_what_is_known_of_it_is_in_the_package_and_no_clock_s() -> None:
    package = document("full", "package.opf")
    assert [text(each) for each in package.iter(f"{DC}creator")] == ["Ada Writer", "Ben Editor"]
    assert package.xpath("string(//*[@property='dcterms:modified'])") == "2025-03-14T00:00:00Z"
    assert package.xpath("count(//*[@properties='cover-image'])") == 1
    assert not package.xpath("//@page-progression-direction")
    assert document("arabic", "package.opf").xpath("//@page-progression-direction") == ["rtl"]
    assert document("arabic", "chronology.xhtml").get("dir") == "rtl"


def test_images_are_in_it_and_nothing_that_only_a_browser_could_show() -> None:
    page = document("full", "explainer.xhtml")
    assert page.xpath("//*[local-name()='img']/@src")
    names = {lxml.etree.QName(element).localname for element in page.iter()}
    assert not names & {"svg", "button", "details", "form", "script", "nav", "source", "picture"}


def test_a_page_as_deep_as_any_gives_a_chapter() -> None:
    deep = part_of("index.html", f"<main>{'<div>' * 900}<p>x<br>y</p>{'</div>' * 900}</main>".encode())
    assert deep
    chapter = lxml.etree.fromstring(written(deep.main), lxml.etree.XMLParser(huge_tree=True))
    assert text(chapter) == "xy"


def test_what_no_reading_system_need_show_is_told_in_words_and_no_sign_breaks_the_book() -> None:
    page = (
        '<main><h1>A\x0c & "B" <!-- c --></h1><p onclick="x"><img src="a.avif" alt="A boat"></p><p id="1">x</p></main>'
    )
    book = Book(
        pages=("index.html",), stand_ins={}, cover="", title="A & B", standfirst="<x>", language="en", direction="ltr",
        base_url="https://example.org/", absolute=lambda address: address.route, authors=(), publisher="", licence="",
        published="2025-01-01",
        modified="2025-01-01", about=(), contents="Contents",
    )  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(book.make({"index.html": page.encode()}.__getitem__))) as found:
        chapter = lxml.etree.fromstring(found.read("EPUB/explainer.xhtml"))
        title = lxml.etree.fromstring(found.read("EPUB/title.xhtml"))
    assert [text(each) for each in chapter.iter(f"{H}p")] == ["A boat", "x"]
    assert text(title.find(f".//{H}h1")) == "A & B"
