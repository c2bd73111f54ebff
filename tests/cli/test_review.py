"""`review`: what waits is shown beside its passages, and who answers yes vouches for it at once."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from standfirst.cli import main
from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE
from tests.explainers import ROOT
from tests.repositories import Repository
from tests.reviewed_explainers import FACTS, TEXT, write_explainer

Review = Callable[..., int]


class Screen(io.StringIO):
    """Somebody looks at it."""

    def isatty(self) -> bool:
        return True


class Keyboard:
    """Somebody types answers, and does a thing before each of them."""

    def __init__(self, answers: Iterable[str], before: Callable[[], object]) -> None:
        self._answers, self._before = iter(answers), before

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        self._before()
        return "".join(f"{each}\n" for each in islice(self._answers, 1))


@dataclass
class Walk:
    """Walks that end well."""

    review: Review
    monkeypatch: pytest.MonkeyPatch

    def __call__(
        self, *answers: str, named: tuple[str, ...] = (), columns: int = 80, before: Callable[[], object] = lambda: None
    ) -> str:
        """Walk with some answers, and return what the terminal shows."""
        screen = Screen()
        with self.monkeypatch.context() as patched:
            patched.setattr(sys, "stdin", Keyboard(answers, before))
            patched.setattr(sys, "stdout", screen)
            patched.setenv("COLUMNS", str(columns))
            assert self.review("--as", "Ada Byron", *named) == DONE
        return screen.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_explainer(tmp_path)


@pytest.fixture
def review(folder: Path) -> Review:
    def review(*arguments: str) -> int:
        return main(["review", *arguments, "--content", str(folder), "--now", "2026-11-29"])

    return review


@pytest.fixture
def walk(review: Review, monkeypatch: pytest.MonkeyPatch) -> Walk:
    return Walk(review, monkeypatch)


def noted(folder: Path) -> list[str]:
    """Who vouches for which facts."""
    file = folder / "reviews.yaml"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [line.partition(", statement")[0].strip(" -{") for line in lines if not line.startswith("#")]


def by(name: str, fact: str) -> str:
    """What is noted of who vouched for a fact."""
    return f'fact: {fact}, by: "{name}", on: 2026-11-29'


def test_what_waits_is_shown_beside_all_words_of_its_passages_and_a_yes_is_noted_at_once(
    walk: Walk, folder: Path
) -> None:
    seen: list[list[str]] = []
    shown = walk("y", "y", before=lambda: seen.append(noted(folder)))
    assert seen == [[], [by("Ada Byron", "claim:shut")]]
    assert noted(folder) == [by("Ada Byron", "claim:shut"), by("Ada Byron", "figure:hurt")]
    assert "2 facts to read, as Ada Byron." in shown
    statement = "claim: The pier was shut by the port.\nclaim, links: port → Port (actor:port)\nby: Report\n"
    assert statement in shown
    assert "report: Report, paragraph 1:\n  ▸The port shut the pier on the day after the storm◂.\n" in shown
    assert shown.endswith(f"Vouched for 2 facts, in {folder}/reviews.yaml: commit it.\n")
    assert walk() == "Nothing waits for Ada Byron.\n"


def test_a_wide_terminal_shows_statement_and_passages_side_by_side(walk: Walk) -> None:
    shown = walk("s", "q", columns=120)
    assert f"{'claim: The pier was shut by the port.':<58} │ report: Report, paragraph 1:" in shown
    assert max(map(len, shown.splitlines())) <= 120


def test_who_says_no_is_asked_why_and_nothing_is_noted(walk: Walk, folder: Path) -> None:
    shown = walk("what?", "n", "which  pier?", "q")
    assert "n  no: nothing is noted" in shown
    assert "Not supported, to be mended:\n" in shown
    assert f"{folder}/facts/facts.yaml:2: claim:shut: which pier?\n" in shown
    assert noted(folder) == []


def test_who_interrupts_is_told_all_the_same_what_is_to_be_mended(walk: Walk) -> None:
    def interrupt_at_the_third() -> None:
        asked.append("")
        if len(asked) == 3:
            raise KeyboardInterrupt

    asked: list[str] = []
    assert "claim:shut: which pier?\n" in walk("n", "which pier?", before=interrupt_at_the_third)


def test_what_changes_between_showing_and_answering_is_shown_again_and_not_vouched_for(
    walk: Walk, folder: Path
) -> None:
    facts, saves = folder / "facts" / "facts.yaml", iter([FACTS.replace("was shut by", "was closed by")])
    shown = walk("y", "q", before=lambda: facts.write_text(next(saves, facts.read_text("utf-8")), "utf-8"))
    assert noted(folder) == []
    asked_again = shown.partition("This changed while you read it, and nothing was noted.")[2]
    assert "claim: The pier was closed by the port." in asked_again


def test_what_cannot_be_read_while_somebody_edits_it_ends_no_walk(walk: Walk, folder: Path) -> None:
    facts, saves = folder / "facts" / "facts.yaml", iter([FACTS.replace("unit:", "unti:"), FACTS])
    shown = walk("y", "y", "q", before=lambda: facts.write_text(next(saves, FACTS), "utf-8"))
    assert "figure 'hurt' has no key 'unti'; did you mean 'unit'?\nNothing was noted." in shown
    assert noted(folder) == [by("Ada Byron", "claim:shut")]


def test_what_was_noted_meanwhile_by_another_is_kept(walk: Walk, review: Review, folder: Path) -> None:
    walk("y", "q", before=lambda: review("--yes", "--as", "Ben", "figure:hurt"))
    assert noted(folder) == [by("Ada Byron", "claim:shut"), by("Ben", "figure:hurt")]


def test_without_a_terminal_it_is_listed_what_waits_changed_facts_first(
    review: Review, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review("--yes", "--as", "ADA  byron", "figure:hurt") == DONE
    facts = folder / "facts" / "facts.yaml"
    facts.write_text(FACTS.replace("value: 213", "value: 213..214"), encoding="utf-8")
    capsys.readouterr()
    assert review("--as", "Ada Byron") == DONE
    assert capsys.readouterr().out == (
        f"{facts}:8: figure:hurt: vouched for by 0 of 1 person; "
        "ADA byron vouched on 2026-11-29, and the statement changed since\n"
        f"{facts}:2: claim:shut: vouched for by 0 of 2 persons\n2 facts wait for Ada Byron.\n"
    )
    assert review("--as", "Ben", "claims") == DONE
    assert capsys.readouterr().out.splitlines()[-1] == "1 fact waits for Ben."
    assert review("--yes", "--as", "Ben", "claim:shut") == DONE
    capsys.readouterr()
    assert review("--as", "Ben", "claims") == DONE
    assert capsys.readouterr().out == "Nothing waits for Ben.\n"


def test_git_knows_who_vouches_and_the_command_may_say_another(
    review: Review, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    assert review("--yes", "figure:hurt") == WRONG_USAGE
    Repository.at(folder).git("config", "user.name", "Grace  Hopper")
    assert review("--yes", "figure:hurt") == DONE
    assert noted(folder) == [by("Grace Hopper", "figure:hurt")]


def test_a_name_may_be_spelt_with_what_joins_or_parts_its_letters(review: Review, folder: Path) -> None:
    assert review("--yes", "--as", "علی\u200cرضا", "figure:hurt") == DONE
    assert noted(folder) == [by("علی\u200cرضا", "figure:hurt")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["claim:shot"], "there is no fact 'claim:shot'; did you mean 'claim:shut'?"),
        (["claim"], ""),
        (["claimz"], "there is no kind 'claimz'; did you mean 'claim'?"),
        (["claim:lost"], "claim:lost cites nothing, and nobody can vouch that nothing supports it"),
        (["--yes"], "--yes vouches for facts that are named one by one"),
        (["--yes", "claims"], "--yes vouches for facts that are named one by one"),
        (["--as", "\x07"], "is not the name of a person"),
    ],
)
def test_what_is_named_and_is_not_there_is_told(
    arguments: list[str], said: str, review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review("--as", "Ada", *arguments) == (WRONG_USAGE if said else DONE)
    assert said in capsys.readouterr().err


def test_nobody_vouches_for_what_is_not_found_nor_over_a_file_that_cannot_be_read(
    review: Review, walk: Walk, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reviews, copy = folder / "reviews.yaml", folder / "sources" / "report.txt"
    copy.write_text(TEXT.replace("hurt", "harmed"), encoding="utf-8")
    assert review("--yes", "--as", "Ada", "figure:hurt") == WRONG_USAGE
    assert "figure:hurt: not all that it cites is found" in capsys.readouterr().err
    assert "(it was not found: `check` says why)" in walk("s", named=("figure:hurt",))
    reviews.write_text("- by hand\n", encoding="utf-8")
    assert review("--yes", "--as", "Ada", "claim:shut") == PROBLEMS
    assert reviews.read_text(encoding="utf-8") == "- by hand\n"


def test_without_a_copy_its_first_and_last_words_are_shown_and_the_lock_knows_the_rest(
    walk: Walk, folder: Path
) -> None:
    assert main(["lock", "--content", str(folder)]) == DONE
    (folder / "sources" / "report.txt").unlink()
    shown = walk("y", "q")
    assert "▸The port shut … the storm◂" in shown
    assert "(there is no copy of this source here: these are only its first and last words)" in shown
    (folder / "sources" / "report.txt").write_text(TEXT, encoding="utf-8")
    assert "Nothing waits for Ada Byron." in walk(named=("claims",))
    assert main(["check", "--no-cache", "--content", str(folder), "--output", str(folder / "site")]) == DONE


def test_what_two_editors_noted_on_two_branches_is_joined(tmp_path: Path) -> None:
    project = tmp_path / "project"
    repository = Repository.at(project)
    attributes = (ROOT / "generator/standfirst/new_project/dot-gitattributes").read_text(encoding="utf-8")
    repository.commit("2026-01-01T00:00:00Z", {".gitattributes": attributes, "content/site.yaml": ""})
    content = write_explainer(project / "content")
    repository.commit("2026-01-01T00:00:00Z")

    def vouch(branch: str, *named: str) -> None:
        repository.git("checkout", "--quiet", "-b", branch, "main")
        where = ["--content", str(content), "--now", "2026-11-29"]
        assert main(["review", "--yes", "--as", branch, *named, *where]) == DONE
        repository.commit("2026-01-02T00:00:00Z")

    vouch("ada", "claim:shut", "figure:hurt")
    vouch("ben", "claim:shut")
    repository.git("merge", "--quiet", "ada")
    assert sorted(noted(content)) == [by("ada", "claim:shut"), by("ben", "claim:shut"), by("ada", "figure:hurt")]
    where = ["--content", str(content), "--output", str(tmp_path / "site")]
    assert main(["lock", *where]) == DONE
    assert main(["check", "--strict", "--no-cache", *where]) == DONE
