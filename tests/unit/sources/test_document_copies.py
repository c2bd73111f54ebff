"""Copies in Markdown, from word processors and as books: what is text in them, and what cannot be read."""

from __future__ import annotations

import io
import textwrap
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.problems.errors import SiteError
from standfirst.sources.copies import read_copy
from tests.written_copies import archive_of, column, copy_file, docx_of, epub_of, pdf_of, run

WORDS = ("The harbour was shut.", "Two boats sank at the pier, 213 people were saved.", "Nobody knew why.")


def paragraphs_of(name: str, body: bytes | str) -> tuple[str, ...]:
    return read_copy(copy_file(name, body)).paragraphs


def problem_with(name: str, body: bytes) -> str:
    with pytest.raises(SiteError) as caught:
        read_copy(copy_file(name, body))
    (problem,) = caught.value.problems
    return f"{problem.message}; {problem.hint}"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("txt", "\n\n".join(WORDS)),
        ("html", "".join(f"<p>{each}</p>" for each in WORDS)),
        ("md", "\n\n".join(WORDS)),
        ("markdown", "\n\n".join(WORDS)),
        ("docx", docx_of(*WORDS)),
        ("epub", epub_of({"one": "".join(f"<p>{each}</p>" for each in WORDS)})),
    ],
)
def test_the_same_words_are_the_same_paragraphs_in_every_format(name: str, body: bytes | str) -> None:
    copy = read_copy(copy_file(name, body))
    assert (copy.paragraphs, copy.page_starts) == (WORDS, ())


NAMES = ("alder", "birch", "cedar", "dogwood", "elm", "fir", "ginkgo", "hazel", "ilex", "juniper", "larch", "maple")
PARAGRAPHS = st.lists(
    st.lists(st.from_regex(r"[A-Za-z]{1,9},?|[0-9]{1,4}", fullmatch=True), min_size=3, max_size=40).map(" ".join),
    min_size=2,
    max_size=4,
)


@given(PARAGRAPHS)
@settings(max_examples=20, deadline=None)
def test_words_are_found_in_the_same_paragraphs_whatever_the_format(paragraphs: list[str]) -> None:
    # A number and a point begin an item of a list in Markdown.
    texts = [f"So {each} it is." for each in paragraphs]
    as_page = "".join(f"<p>{each}</p>" for each in texts)
    bodies: dict[str, str | bytes] = {
        "txt": "\n\n".join(textwrap.fill(each, 40, break_on_hyphens=False) for each in texts),
        "html": as_page,
        "md": "\n\n".join(texts),
        "docx": docx_of(*texts),
        "epub": epub_of({"one": as_page}),
    }
    expected = read_copy(copy_file("txt", "\n\n".join(texts) + "\n\n")).text
    assert {name: read_copy(copy_file(name, body)).text for name, body in bodies.items()} == dict.fromkeys(
        bodies, expected
    )


def test_a_pdf_is_the_same_copy_as_its_text() -> None:
    texts = [f"So {' '.join(f'{word} {number}' for word in NAMES)} it is." for number in range(5)]
    body = pdf_of(column("\n\n".join(texts[:3]), 60, 60, 220), column("\n\n".join(texts[3:]), 60, 60, 220))
    pdf, text = read_copy(copy_file("pdf", body)), read_copy(copy_file("txt", "\n\n".join(texts)))
    assert (pdf.text, pdf.digest) == (text.text, text.digest)


# ---------------------------------------------------------------- Markdown


def test_a_text_in_markdown_has_the_paragraphs_that_its_readers_see() -> None:
    text = """\
---
title: Notes
tags: [port]
---
# The *harbour*

Two boats [sank](https://example.org/x)
at the pier.[^1]<!-- hidden -->

- One was *old*.
- The other

  was lent.

| Month | Boats |
|-------|-------|
| March | 17    |

[^1]: So says the log.
"""
    assert paragraphs_of("md", text) == (
        "The harbour", "Two boats sank at the pier.", "One was old.", "The other", "was lent.",
        "Month", "Boats", "March", "17", "So says the log.",
    )  # fmt: skip


def test_a_rule_at_the_head_of_a_text_in_markdown_hides_nothing() -> None:
    assert paragraphs_of("md", "---\n\nOne is here.\n\n---\n\nTwo is there.\n") == ("One is here.", "Two is there.")


# ---------------------------------------------------------------- DOCX


def test_a_document_reads_with_its_changes_accepted_and_its_notes_at_the_end() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>never </w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{run("badly ")}</w:ins>'
    moved = f'<w:moveFrom w:id="3">{run("gone ")}</w:moveFrom><w:moveTo w:id="4">{run("here ")}</w:moveTo>'
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    hyphens = "<w:r><w:t>cease</w:t><w:noBreakHyphen/><w:t>fi</w:t><w:softHyphen/><w:t>re</w:t></w:r>"
    cells = "".join(f"<w:tc><w:p>{run(each)}</w:p></w:tc>" for each in ("March", "17"))
    body = (
        f"<w:p>{run('It was ')}{deleted}{inserted}{moved}{run('shut')}{note}{run('.')}{field}</w:p>",
        f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>",
        f"<w:p>{hyphens}</w:p>",
    )
    assert paragraphs_of("docx", docx_of(*body, notes=["So says the log."])) == (
        "It was badly here shut.", "March", "17", "cease\u2011fire", "So says the log.",
    )  # fmt: skip


# ---------------------------------------------------------------- EPUB


def test_a_book_is_read_in_the_order_of_its_spine_without_its_contents() -> None:
    chapters = {
        "nav": "<nav><ol><li>Contents of it</li></ol></nav>",
        "two": "<p>Two boats&nbsp;sank<sup><a href='#n'>1</a></sup> here.</p><aside>An aside</aside>",
        "one": "<h1>One</h1><p>The harbour<br/>was <span xmlns:e='http://www.idpf.org/2007/ops' e:type='pagebreak'>9"
        "</span>shut.</p>",
    }
    body = epub_of(chapters, ["nav", "one", "two"])
    assert paragraphs_of("epub", body) == ("One", "The harbour was shut.", "Two boats sank here.")


def test_a_chapter_that_is_not_well_formed_is_read_as_browsers_do() -> None:
    assert paragraphs_of("epub", epub_of({"one": "<p>One & only<p>Two of them"})) == ("One & only", "Two of them")


# ---------------------------------------------------------------- what cannot be read

ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><CipherReference '
    'xmlns="http://www.w3.org/2001/04/xmlenc#" URI="{}"/></encryption>'
)
DAMAGED = "it is damaged, or is none; open it in the program that made it, and save it anew"
LOCKED = "it is locked; save a copy that is not, or the text that you cite as plain text"
LARGE = "it is larger than any document should be when it is unpacked; save its text alone"


def encrypted(name: str) -> bytes:
    return epub_of({"one": "<p>One is here.</p>"}, more={"META-INF/encryption.xml": ENCRYPTION.format(name)})


def compressed_otherwise_and_damaged() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("META-INF/container.xml", "<container/>")
    body = bytearray(written.getvalue())
    start = body.index(b"container.xml") + len("container.xml")
    body[start + 4] = 0xFF  # its first property
    return bytes(body)


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("epub", b"", DAMAGED),
        ("epub", compressed_otherwise_and_damaged(), DAMAGED),
        ("docx", b"PK\x03\x04 and no more", DAMAGED),
        ("docx", archive_of({"mimetype": "application/epub+zip"}), DAMAGED),
        ("docx", docx_of("One")[:-30], DAMAGED),
        ("docx", docx_of("<w:p>" * 30_000), DAMAGED),
        ("docx", docx_of("x" * 30_000_000), LARGE),
        ("epub", archive_of({"META-INF/container.xml": "<container/>"}), DAMAGED),
        ("epub", epub_of({str(n): "x" * 20_000_000 for n in range(3)}), LARGE),
        ("epub", encrypted("OEBPS/text/one.xhtml"), LOCKED),
    ],
)  # fmt: skip
def test_what_is_no_document_or_too_large_is_one_problem_with_what_to_do(name: str, body: bytes, said: str) -> None:
    assert problem_with(name, body) == f"this {name.upper()} cannot be read: {said}"


def test_a_book_whose_fonts_alone_are_locked_is_read() -> None:
    assert paragraphs_of("epub", encrypted("OEBPS/fonts/a.otf")) == ("One is here.",)


def test_no_entity_of_a_book_grows_it() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    page = f"<!DOCTYPE html [{entities}]><html><body><p>One is here &e11;</p></body></html>"
    body = epub_of({"one": ""}, more={"OEBPS/text/two.xhtml": page})
    paragraphs = paragraphs_of("epub", body.replace(b"two.xhtml", b"one.xhtml"))
    assert "One is here" in paragraphs[-1]
    assert sum(map(len, paragraphs)) < 100
