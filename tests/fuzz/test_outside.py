"""Whatever files are named and whatever is typed, a command ends with 0, 1 or 2 and says why in lines."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from standfirst.cli import main
from tests.explainers import SETTINGS
from tests.fuzz.oracle import TOKENS, tries

NAMES = st.lists(st.sampled_from([*"ab.-_ ~", *TOKENS, "é" * 130, ".md", ".yaml", ".png"]), min_size=1, max_size=5).map(
    "".join
)
IN_FOLDERS = st.sampled_from(["", "facts", "sections", "images", "images/a", "sources", "schema"])
BODIES = st.sampled_from([b"", b"\xff\xfe", b"---\ntitle: A\n---\nB\n", b"actors:\n", b"\0", b"\x89PNG"])
WORDS = st.one_of(
    st.sampled_from(
        [
            *("--content", "--output", "--templates", "--base-url"),
            *("--jobs", "--drafts", "--format", "--strict", "--text"),
            *("--report", "--check", "--help", "-h", "--", "-", ""),
            *("json", "github", "text", "0", "-1", "1", "999999"),
            *("9" * 5000, "x" * 300, "x" * 5000, "a\nb", "\x1b[31m"),
            *("a\0b", "\udcff", "=", "report=", "report=x", "http://["),
            *("https://e.org/", "https://e.org/?q", "http://\u202e", ".", ".."),
            *("there", "there/x", "file", "file/x", "\xfcn\xef"),
        ]
    ),
    st.text(st.characters(exclude_characters="/"), max_size=8),
)  # fmt: skip
COMMANDS = st.sampled_from(
    ["check", "lock", "schema", "new", "basemap", "import", "build", "typo", "--drafts", "--help"]
)


@contextlib.contextmanager
def desk() -> Iterator[Path]:
    """A folder of its own to work in, gone afterwards."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield Path(folder)
        finally:
            os.chdir(before)


def ended(*typed: str) -> tuple[int, str]:
    """Carry out a command; return its exit code and what it said."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            code = main(typed)
        except SystemExit as error:
            code = int(error.code or 0)
    return code, said.getvalue()


def judge(code: int, said: str) -> None:
    assert code in {0, 1, 2}
    assert "Traceback" not in said
    assert not set(said) & set("\r\0\x1b\x85\u2028\u2029\u202e"), repr(said)
    assert all(len(line) < 5000 for line in said.split("\n"))


@given(st.lists(st.tuples(IN_FOLDERS, NAMES, BODIES), max_size=4))
@tries(30)
def test_names_of_files(files: list[tuple[str, str, bytes]]) -> None:
    with desk() as folder:
        content = folder / "content"
        content.mkdir()
        (content / "site.yaml").write_text(SETTINGS, encoding="utf-8")
        for below, name, body in files:
            with contextlib.suppress(OSError, ValueError):
                (content / below).mkdir(parents=True, exist_ok=True)
                (content / below / name.replace("/", "")).write_bytes(body)
        judge(*ended("check", "--content", "content"))


@given(COMMANDS, st.lists(WORDS, max_size=5))
@tries(40)
def test_arguments(command: str, words: list[str]) -> None:
    with desk() as folder:
        (folder / "there").mkdir()
        (folder / "file").touch()
        judge(*ended(command, *words, "--content", "there", "--output", "site"))
