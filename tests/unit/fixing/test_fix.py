"""Whatever key, id or date is miswritten, what is mended is what was written before, byte for byte, or nothing is."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.cache import Cache
from standfirst.decoding.decode import decode
from standfirst.fixing.fix import ChangedFile, Checked, fix_files, write_fixed
from standfirst.images.shape import shapes_of
from standfirst.model import Drafts
from standfirst.problems.errors import UsageError, errors_in
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.site.resolve import resolve
from tests.conftest import DEPTH
from tests.explainers import read_site

SITE = read_site("full")
SHAPES = shapes_of(SITE.images)
# As in a preview: what was not changed is not read again.
CACHE = Cache()
FILES = (SITE.settings, *SITE.facts, *SITE.sections)
# Keys of records, words of a closed set, and references.
NAMES = re.compile(
    r"(?:(?<=^ {4})|(?<=[{,] ))[a-z_]{4,}(?=: )"
    r"|(?<=^ {4}kind: )[a-z-]{5,}|(?<=^ {4}speaker: )[a-z-]{5,}|(?<=\(actor:)[a-z-]{5,}",
    re.MULTILINE,
)
DATES = re.compile(r"(?<=^ {4}date: )\d{4}-\d\d-\d\d\b(?!T)", re.MULTILINE)


def places(pattern: re.Pattern[str]) -> list[tuple[InputFile, int, int]]:
    return [(file, *found.span()) for file in FILES for found in pattern.finditer(file.text)]


@st.composite
def misspelt(draw: st.DrawFn, word: str) -> str:
    """A word with two letters swapped, one left out, or one typed twice."""
    at = draw(st.integers(0, len(word) - 2))
    first, second = word[at], word[at + 1]
    return f"{word[:at]}{draw(st.sampled_from([second + first, second, first + first + second]))}{word[at + 2 :]}"


def with_text(files: ContentFiles, path: str, text: str) -> ContentFiles:
    """Return the files with one of them as it is saved anew."""

    def new(file: InputFile) -> InputFile:
        return InputFile(path, text) if file.path == path else file

    facts, sections = tuple(map(new, files.facts)), tuple(map(new, files.sections))
    return replace(files, settings=new(files.settings), facts=facts, sections=sections)


def check(files: ContentFiles) -> Checked:
    """Return what keeps files from being decoded and resolved."""
    with CACHE.active():
        decoded = decode(files)
        resolved = resolve(decoded.content, SHAPES, drafts=Drafts.SHOW, gaps=decoded.gaps)
    return Checked(errors_in((*decoded.problems, *resolved.problems)))


def with_warnings(files: ContentFiles) -> Checked:
    return Checked(decode(files).problems)


def fixed(file: InputFile, start: int, end: int, wrong: str) -> tuple[str, Checked]:
    """Return the text of a file after a wrong text in it was mended, and what is still wrong with the site."""
    text = f"{file.text[:start]}{wrong}{file.text[end:]}"
    found = fix_files(with_text(SITE, file.path, text), [check], lambda _: text.encode())
    assert {each.path for each in found.files} <= {file.path}
    return (found.files[0].after.decode() if found.files else text), found.after


@settings(max_examples=30 * DEPTH)
@given(st.data())
def test_a_name_that_is_misspelt_is_restored_or_left_as_it_is(data: st.DataObject) -> None:
    file, start, end = data.draw(st.sampled_from(places(NAMES)))
    wrong = data.draw(misspelt(file.text[start:end]))
    text, left = fixed(file, start, end, wrong)
    assert text in {file.text, f"{file.text[:start]}{wrong}{file.text[end:]}"}
    assert not left.problems or text != file.text


@pytest.mark.parametrize(
    ("wrong", "right"), [("comÃ©dy", "comédy"), ("com\u200bpany", "company"), ("a \u202eb", "a b")]
)
def test_characters_that_nobody_wants_are_taken_out_or_become_what_was_meant(wrong: str, right: str) -> None:
    title = "The port warns the company again"
    file = next(file for file in FILES if title in file.text)
    text = file.text.replace(title, wrong)
    mended = fix_files(with_text(SITE, file.path, text), [with_warnings], lambda _: text.encode())
    assert mended.files[0].after.decode() == file.text.replace(title, right)


def test_what_somebody_said_is_left_alone() -> None:
    file = next(file for file in FILES if "words: They told us" in file.text)
    text = file.text.replace("words: They told us", "words: Theyâ€™ll told us")
    found = fix_files(with_text(SITE, file.path, text), [with_warnings], lambda _: text.encode())
    assert found.files == ()
    assert any("wrong encoding" in problem.message for problem in found.after.problems)


FORMS = ["%-d %B %Y", "%B %-d, %Y", "the %-d of %B %Y", "%Y/%m/%d", "%A, %-d %B %Y"]


@settings(max_examples=20 * DEPTH)
@given(st.sampled_from(places(DATES)), st.sampled_from(FORMS))
def test_a_date_in_words_becomes_the_date_that_was_meant(place: tuple[InputFile, int, int], form: str) -> None:
    file, start, end = place
    day = datetime.date.fromisoformat(file.text[start:end])
    text, left = fixed(file, start, end, day.strftime(form))
    assert text == file.text
    assert not left.problems


def test_changes_are_written_all_or_none(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_bytes(b"a\r\n")
    second.write_bytes(b"b")
    changes = [ChangedFile(str(first), b"a\r\n", b"A\r\n"), ChangedFile(str(second), b"saved before", b"B")]
    with pytest.raises(UsageError, match=r"b\.yaml was saved while it was checked"):
        write_fixed(changes)
    assert first.read_bytes() == b"a\r\n"
    write_fixed([changes[0], ChangedFile(str(second), b"b", b"B")])
    assert (first.read_bytes(), second.read_bytes()) == (b"A\r\n", b"B")
    assert len([*tmp_path.iterdir()]) == 2
