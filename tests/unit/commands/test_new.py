"""The small explainer that `new` starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.commands.new import start_explainer
from standfirst.model import FACT_TYPES
from standfirst.options import Options
from standfirst.pipeline import make_site_from
from standfirst.problems.errors import UsageError
from standfirst.reading.read import read_content
from tests.explainers import content_of, own_templates


def test_it_builds_without_a_warning_and_shows_every_kind_of_fact(tmp_path: Path) -> None:
    files = read_content(start_explainer(tmp_path / "new"))
    options = Options(content=tmp_path, templates=tmp_path)
    assert make_site_from(files, own_templates(), options).warnings == ()
    assert {type(fact) for fact in content_of(files).facts} == set(FACT_TYPES)


def test_its_copies_of_sources_stay_out_of_git(tmp_path: Path) -> None:
    assert "/sources/" in (start_explainer(tmp_path / "new") / ".gitignore").read_text(encoding="utf-8")


def test_it_may_start_in_an_empty_folder_but_in_no_other(tmp_path: Path) -> None:
    assert start_explainer(tmp_path) == tmp_path
    with pytest.raises(UsageError, match="not empty"):
        start_explainer(tmp_path)
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(UsageError, match="is there already"):
        start_explainer(file)
