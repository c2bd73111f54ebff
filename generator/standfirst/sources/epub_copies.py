"""A copy of a book, as EPUB: its chapters in the order in which they are read (https://www.w3.org/TR/epub/)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from itertools import chain
from urllib.parse import unquote

from lxml import etree

from standfirst.model.frozen_class import frozen
from standfirst.reading.files import CopyFile
from standfirst.sources.archives import Archive
from standfirst.sources.charsets import text_of_bytes
from standfirst.sources.copy_text import CopyText
from standfirst.sources.html_copies import PageReader, paragraphs_of, texts_of_blocks

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_CHAPTERS = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
# Named characters that XML does not know, and what it says of itself, which its bytes have told already.
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(\w{1,32});")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def text_of_epub(file: CopyFile) -> CopyText:
    """Return the text of a book, or raise a `SiteError` where it is none, is damaged, or may not be copied."""
    archive = Archive(file, "EPUB")
    locked = frozenset(_locked_in(archive))
    chapters = list(_chapters_of(archive))
    if locked.intersection(chapters):
        raise archive.locked()
    return CopyText(tuple(chain.from_iterable(_paragraphs_of(archive.read(name)) for name in chapters)))


def _chapters_of(archive: Archive) -> Iterator[str]:
    """Yield the names of the files with the text, in the order of the spine."""
    container = _parsed(archive, _CONTAINER)
    package = next((each.get("full-path", "") for each in container.iterfind(".//{*}rootfile")), "")
    book = _parsed(archive, package)
    items = {
        each.get("id"): posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(each.get("href", ""))))
        for each in book.iterfind(".//{*}manifest/{*}item")
        if each.get("media-type") in _CHAPTERS
    }
    for each in book.iterfind(".//{*}spine/{*}itemref"):
        if name := items.get(each.get("idref")):
            yield name


def _locked_in(archive: Archive) -> Iterator[str]:
    """Yield the names of files that are encrypted; fonts often are, and need not be read."""
    if _ENCRYPTION in archive.names():
        for each in _parsed(archive, _ENCRYPTION).iterfind(".//{*}CipherReference"):
            yield posixpath.normpath(unquote(each.get("URI", "")))


def _parsed(archive: Archive, name: str) -> etree._Element:
    # Nothing but the file itself is read, and no entity of its own grows it.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(archive.read(name), parser)
    except etree.XMLSyntaxError:
        raise archive.damaged() from None


# ---------------------------------------------------------------- a chapter


def _paragraphs_of(page: bytes) -> Iterator[str]:
    """Yield the texts of a chapter as a saved page has them. What is not written as XML, as it should be, is HTML."""
    text = text_of_bytes(page)
    if text is None:
        text = page.decode(errors="replace")
    named = _NAMED.sub(lambda found: html5.get(f"{found[1]};", found[0]), _DECLARATION.sub("", text))
    reader = PageReader()
    # Its stubs ask of a target for more than is called.
    parser = etree.XMLParser(  # type: ignore[call-overload]
        target=_WithoutNamespaces(reader), resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        parser.feed(named.encode())
        parser.close()
    except etree.LxmlError:
        yield from paragraphs_of(text)
    else:
        yield from texts_of_blocks(reader)


@frozen
class _WithoutNamespaces:
    """What a parser of XML calls, for elements that are known by their names alone."""

    reader: PageReader

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        self.reader.start(_local(name), {_local(each): value for each, value in attributes.items()})

    def end(self, name: str, /) -> None:
        self.reader.end(_local(name))

    def data(self, text: str, /) -> None:
        self.reader.data(text)

    def comment(self, text: str, /) -> None:
        """Pass a comment over."""

    def close(self) -> None:
        self.reader.close()


def _local(name: str) -> str:
    return name.rpartition("}")[2]
