"""Problems as the preview shows them over a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.model import Origin
from standfirst.preview.notices import Notice, notices_html, notices_of
from standfirst.problems.errors import Problem, Severity
from standfirst.problems.remedies import Replacement

TEXT = "one\ntwo\nthree <b>\nfour\nfive\nsix\n"


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "facts.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_a_problem_is_shown_with_the_lines_around_it(file: str) -> None:
    (notice,) = notices_of([Problem(Origin(file, 3, 7), "This is wrong", "mend it")])
    assert (notice.message, notice.hint, notice.place) == ("This is wrong", "mend it", f"{file}:3:7")
    assert [(line.number, line.text.before, line.text.fault) for line in notice.lines] == [
        (1, "one", ""), (2, "two", ""), (3, "three ", "<b"), (4, "four", ""), (5, "five", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(("line", "numbers"), [(1, [1, 2, 3]), (7, [5, 6, 7]), (99, [])])
def test_at_the_ends_of_a_file_there_are_fewer_lines(file: str, line: int, numbers: list[int]) -> None:
    (notice,) = notices_of([Problem(Origin(file, line, 1), "Wrong")])
    assert [each.number for each in notice.lines] == numbers


@pytest.mark.parametrize("path", ["index.html", "", "\0", "/"])
def test_a_problem_of_what_is_no_file_has_no_lines(path: str) -> None:
    (notice,) = notices_of([Problem(Origin(path, 1, 1), "Wrong")])
    assert notice.lines == ()


def test_warnings_are_no_errors_and_notes_are_left_out() -> None:
    origin = Origin("none.yaml", 1, 1)
    problems = [Problem(origin, name.lower(), "", severity) for name, severity in Severity.__members__.items()]
    assert [(each.message, each.is_error) for each in notices_of(problems)] == [("warning", False), ("error", True)]


def test_what_check_can_mend_is_told_and_counted(file: str) -> None:
    place = Origin(file, 1, 1)
    wrong = Problem(place, "Wrong", "write won", fix=(Replacement(place, "one", "won", literal=True),))
    lost = Problem(place, "Lost", "write found", fix=(Replacement(place, "lost", "found", literal=True),))
    told = [notices_html(notices_of(problems), has_site=True) for problems in ([wrong], [wrong, lost], [lost])]
    assert ["mends it." in told[0], "mends 1 of them." in told[1], "check --fix" in told[2]] == [True, True, False]


def test_everything_is_escaped(file: str) -> None:
    notices = notices_of([Problem(Origin(file, 3, 7), "<i>", "<u>")])
    html = notices_html(notices, has_site=True)
    assert not any(tag in html for tag in ("<b>", "<i>", "<u>"))


def test_what_a_notice_quotes_turns_nothing_and_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("a: \u202eb\x1b\n", encoding="utf-8")
    (notice,) = notices_of([Problem(Origin(str(path), 1, 4), "'\u202e\n'", "x" * 100_000)])
    assert notice.message == r"'\u202e\n'"
    assert len(notice.hint) < 500
    assert next((line.text.before, line.text.fault) for line in notice.lines) == ("a: ", r"\u202eb\x1b")


def test_errors_are_open_warnings_are_not_and_nothing_is_nothing() -> None:
    error, warning = Notice("An error"), Notice("A warning", is_error=False)
    assert 'id="preview_problems"' in notices_html([error, warning], has_site=True)
    assert " open>" in notices_html([error], has_site=True)
    assert "A warning" not in notices_html([error, warning], has_site=True)
    assert " open>" not in notices_html([warning], has_site=True)
    assert notices_html([], has_site=True).strip() == ""


def test_with_errors_the_warnings_are_shown_from_which_they_may_follow() -> None:
    cause, error = Notice("A cause", is_error=False, is_cause=True), Notice("An error")
    html = notices_html([error, cause, Notice("A warning", is_error=False)], has_site=True)
    assert "1 problem;" in html
    assert html.index("A cause") < html.index("An error")
    assert "A warning" not in html
