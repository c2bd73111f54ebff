"""`docs`: the pages of the documentation, which an installed program has at hand too."""

from __future__ import annotations

import pytest

from standfirst.cli import main
from tests.cli.runs import DONE, WRONG_USAGE
from tests.explainers import ROOT

DOCS = ROOT / "docs"


def test_every_page_is_listed_with_its_title_and_printed_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["docs"], prog="standfirst") == DONE
    head, *lines = capsys.readouterr().out.splitlines()
    assert head == f"The pages lie in {DOCS}; `standfirst docs PAGE` prints one."
    pages = {line.split()[0]: line for line in lines if line.startswith("  ")}
    assert set(pages) == {page.stem for page in DOCS.glob("*.md")}
    for name, line in pages.items():
        assert main(["docs", name]) == DONE
        text = capsys.readouterr().out
        assert text == (DOCS / f"{name}.md").read_text(encoding="utf-8")
        assert f"# {line.removeprefix(f'  {name}').strip()}" in text.splitlines()


@pytest.mark.parametrize(
    ("name", "said"), [("tutoriel", "did you mean 'tutorial'?"), ("../README", "write changes, deploying, ")]
)
def test_of_a_page_that_there_is_not_the_nearest_is_named(
    name: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["docs", name]) == WRONG_USAGE
    assert f"there is no page '{name}'; {said}" in capsys.readouterr().err
