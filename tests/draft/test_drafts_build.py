"""Whatever an article says, what is drafted from it is a content folder without an error."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.commands.draft import draft
from standfirst.language.dates import parse
from standfirst.model import Drafts
from standfirst.options import Options
from standfirst.pipeline import check_content
from standfirst.program import default_theme
from standfirst.reading.read import read_content
from tests.draft.labels import PASSAGES, read_all

PARAGRAPHS = [
    paragraph for passage in read_all(PASSAGES) for paragraph in passage.text.split("\n\n") if paragraph.strip()
]


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=4, max_size=16, unique=True))
@settings(max_examples=8)
def test_what_is_drafted_from_any_paragraphs_has_no_errors(paragraphs: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text("\n\n".join(paragraphs), encoding="utf-8")
        options = Options(content=Path(folder) / "content", templates=default_theme(), drafts=Drafts.SHOW)
        draft(options, article, None, parse("2019-04-19"))
        # It raises where anything is an error.
        check_content(read_content(options.content), options)
