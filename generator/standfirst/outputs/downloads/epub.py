"""The explainer as a book: EPUB 3.3 (https://www.w3.org/TR/epub-33/).

The container is written here: the library that many use is under the AGPL, writes the hour into what it makes, and
would save a table of files. Nothing is compressed, since what deflates differs from one machine to the next, and with
it the bytes.
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import resources

from lxml.etree import XPath
from lxml.html import HtmlElement

from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import BodyOf
from standfirst.outputs.downloads.chapters import make_chapter
from standfirst.outputs.downloads.page_parts import Part, Whole, file_at, media_type_of, name_apart, name_of, parts_of
from standfirst.outputs.downloads.xhtml import text_in_xml, written

_IMAGES, _HEADINGS = XPath("descendant::img[@src]"), XPath("descendant::h2[@id]")
# The images that every reading system shows (EPUB 3.3, 3.2).
_CORE_IMAGES = frozenset({"image/gif", "image/jpeg", "image/png", "image/svg+xml", "image/webp"})
# The first that the format knows: no clock says when a file was made.
_MADE = (1980, 1, 1, 0, 0, 0)
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


@frozen(kw_only=True)
class Book:
    """What the book is made of: the pages at some routes, those that exist, and what is said of it.

    `about` is what its title page says below the standfirst; `published` and `modified` are days, `YYYY-MM-DD`; `cover`
    is the route of an image, or nothing.
    """

    pages: tuple[str, ...]
    stand_ins: Mapping[str, Address]
    cover: str
    title: str
    standfirst: str
    language: str
    direction: str
    base_url: str
    absolute: Callable[[Address], str]
    authors: tuple[str, ...]
    publisher: str
    licence: str
    published: str
    modified: str
    about: tuple[str, ...]
    contents: str

    def make(self, body_of: BodyOf) -> bytes:
        """Return the file."""
        parts = parts_of(iter(self.pages), body_of)
        Whole(parts, self.absolute, _within, self.stand_ins).link()
        images: dict[str, bytes] = {}
        for part in parts:
            name_apart(part, _prefix(part.route))
            make_chapter(part)
            for image in _IMAGES(part.main):
                _take_along(image, part.route, body_of, images)
        cover = {self.cover: body_of(self.cover)} if self.cover else {}
        return _zipped(
            {
                "mimetype": b"application/epub+zip",
                "META-INF/container.xml": _CONTAINER.encode(),
                "EPUB/package.opf": self._package(parts, (*cover, *images)).encode(),
                "EPUB/nav.xhtml": self._document(self.contents, self._table_of_contents(parts)).encode(),
                "EPUB/title.xhtml": self._document(self.title, self._title_page()).encode(),
                "EPUB/book.css": resources.files(__package__).joinpath("epub.css").read_bytes(),
                **{f"EPUB/{_file(part.route)}": self._chapter(part).encode() for part in parts},
                **{f"EPUB/{route}": body for route, body in (cover | images).items()},
            }
        )

    # ------------------------------------------------------------ documents

    def _document(self, title: str, body: str) -> str:
        language = text_in_xml(self.language)
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
            '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
            f' lang="{language}" xml:lang="{language}" dir="{self.direction}">\n<head>\n'
            f'<title>{text_in_xml(title)}</title>\n<link rel="stylesheet" type="text/css" href="book.css"/>\n</head>\n'
            f"<body>\n{body}\n</body>\n</html>\n"
        )

    def _chapter(self, part: Part) -> str:
        main = part.main
        main.tag, main.tail = "section", None
        for name in ("id", "class", "tabindex"):
            main.attrib.pop(name, None)
        return self._document(part.title, written(main))

    def _title_page(self) -> str:
        names = ", ".join(self.authors)
        lines = [self.standfirst, *filter(None, (names, self.publisher, *self.about, self.licence))]
        link = f'<p><a href="{text_in_xml(self.base_url)}">{text_in_xml(self.base_url)}</a></p>'
        words = "\n".join(f"<p>{text_in_xml(line)}</p>" for line in lines)
        return f'<section class="title-page">\n<h1>{text_in_xml(self.title)}</h1>\n{words}\n{link}\n</section>'

    def _table_of_contents(self, parts: Sequence[Part]) -> str:
        rows = "\n".join(map(_row, parts))
        title = f'<h1 id="toc">{text_in_xml(self.contents)}</h1>'
        return f'<nav epub:type="toc" role="doc-toc" aria-labelledby="toc">\n{title}\n<ol>\n{rows}\n</ol>\n</nav>'

    # ------------------------------------------------------------ the package

    def _package(self, parts: Sequence[Part], images: Sequence[str]) -> str:
        rtl = ' page-progression-direction="rtl"' if self.direction == "rtl" else ""
        spine = "".join(f'<itemref idref="{_prefix(part.route)}"/>\n' for part in parts)
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
            f' xml:lang="{text_in_xml(self.language)}">\n'
            f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{"".join(self._metadata())}</metadata>\n'
            f"<manifest>\n{''.join(self._manifest(parts, images))}</manifest>\n"
            f'<spine{rtl}>\n<itemref idref="title"/>\n{spine}</spine>\n</package>\n'
        )

    def _metadata(self) -> Iterator[str]:
        yield f'<dc:identifier id="id">urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, self.base_url)}</dc:identifier>\n'
        said = (
            ("title", self.title), ("language", self.language), *(("creator", name) for name in self.authors),
            ("publisher", self.publisher), ("date", self.published), ("description", self.standfirst),
            ("rights", self.licence), ("source", self.base_url),
        )  # fmt: skip
        yield from (f"<dc:{name}>{text_in_xml(value)}</dc:{name}>\n" for name, value in said if value)
        properties = (
            ("dcterms:modified", f"{self.modified}T00:00:00Z"), ("schema:accessMode", "textual"),
            ("schema:accessModeSufficient", "textual"), ("schema:accessibilityFeature", "structuralNavigation"),
            ("schema:accessibilityFeature", "tableOfContents"), ("schema:accessibilityFeature", "alternativeText"),
            ("schema:accessibilityHazard", "none"),
        )  # fmt: skip
        yield from (f'<meta property="{name}">{value}</meta>\n' for name, value in properties)

    def _manifest(self, parts: Sequence[Part], images: Sequence[str]) -> Iterator[str]:
        yield _item("nav", "nav.xhtml", "application/xhtml+xml", "nav")
        yield _item("title", "title.xhtml", "application/xhtml+xml")
        yield _item("style", "book.css", "text/css")
        for part in parts:
            yield _item(_prefix(part.route), _file(part.route), "application/xhtml+xml")
        for number, route in enumerate(images):
            yield _item(f"image_{number}", route, media_type_of(route), "cover-image" if route == self.cover else "")


def _prefix(route: str) -> str:
    return f"{name_of(route)}__"


def _file(route: str) -> str:
    return f"{name_of(route)}.xhtml"


def _within(route: str, anchor: str) -> str:
    return f"{_file(route)}#{_prefix(route)}{anchor}" if anchor else _file(route)


def _take_along(image: HtmlElement, route: str, body_of: BodyOf, images: dict[str, bytes]) -> None:
    """Have the book hold an image; where no reading system need show it, its words stand in its place."""
    file = file_at(route, image.get("src", ""))
    if file and media_type_of(file) in _CORE_IMAGES:
        images[file] = body_of(file)
        image.set("src", file)
    else:
        image.tag, image.text = "span", image.get("alt")
        image.attrib.clear()


def _row(part: Part) -> str:
    rows = "".join(
        f'<li><a href="{_file(part.route)}#{text_in_xml(each.get("id"))}">'
        f"{text_in_xml(' '.join(each.text_content().split()))}</a></li>\n"
        for each in _HEADINGS(part.main)
    )
    below = f"\n<ol>\n{rows}</ol>" if rows else ""
    return f'<li><a href="{_file(part.route)}">{text_in_xml(part.title)}</a>{below}</li>'


def _item(name: str, file: str, media_type: str, properties: str = "") -> str:
    more = f' properties="{properties}"' if properties else ""
    return f'<item id="{name}" href="{text_in_xml(file)}" media-type="{media_type}"{more}/>\n'


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as an archive, in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, body in files.items():
            info = zipfile.ZipInfo(name, _MADE)
            # As on every machine.
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, body)
    return buffer.getvalue()
