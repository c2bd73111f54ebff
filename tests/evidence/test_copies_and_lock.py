"""What changes in a copy or in the lock, and what the commands say of it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from standfirst.cli import main
from standfirst.problems.errors import Severity
from tests.evidence.tampering import (
    CONTENT,
    LOCK,
    Fault,
    honest,
    place,
    places,
    problems,
    tampered,
    with_copy,
    without_copies,
)


def test_a_word_changed_in_a_copy_is_reported_wherever_its_passage_is_cited() -> None:
    found = problems(tampered(Fault("", "wire", "Seventeen tankers", "Eighteen tankers")))
    assert places(found) == [
        place(Fault("", "record", "wire: Seventeen tankers", "wire: ‸Seventeen tankers")),
        place(Fault("", "10-shutdown", "@wire: Seventeen tankers", "‸@wire: Seventeen tankers")),
    ]


def test_a_break_within_a_passage_is_reported_where_it_is_cited() -> None:
    found = problems(tampered(Fault("", "wire", 'of months", Talbek', 'of months",\n\nTalbek')))
    assert places(found) == [place(Fault("", "record", '"thought the repair', '‸"thought the repair'))]


def test_a_passage_that_a_copy_has_twice_is_reported_where_it_is_cited() -> None:
    serves = "The plant serves 12,400 households."
    found = problems(tampered(Fault("", "wire", serves, f"{serves} {serves}")))
    assert places(found) == [place(Fault("", "record", f'"{serves[:-1]}', f'‸"{serves[:-1]}'))]


def test_a_paragraph_moved_in_a_copy_leaves_the_lock_behind() -> None:
    def moved(body: bytes) -> bytes:
        *others, last = body.split(b"\n\n")
        return b"\n\n".join([last, *others])

    assert places(problems(with_copy("wire", moved))) == [LOCK]


def test_a_word_changed_in_a_copy_that_nothing_cites_leaves_the_lock_behind() -> None:
    found = problems(tampered(Fault("", "wire", "Nobody has died", "No one has died")))
    assert places(found) == [LOCK]
    assert found[0].severity is Severity.WARNING


def test_a_passage_struck_from_the_lock_is_reported_by_those_who_have_no_copies() -> None:
    locked = honest().lock
    assert locked is not None
    passage = next(line for line in locked.text.splitlines(keepends=True) if line.startswith("    "))
    struck = replace(honest(), lock=replace(locked, text=locked.text.replace(passage, "")))
    assert places(problems(struck)) == [LOCK]
    (found,) = problems(without_copies(struck))
    assert "is not among the passages of 'letter' in sources.lock" in found.message


def test_the_commands_say_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    strictly = ["check", "--content", str(folder), "--strict", "--format", "json"]
    assert (main(strictly), json.loads(capsys.readouterr().out)) == (0, [])
    assert main(["lock", "--content", str(folder), "--check"]) == 0

    events = folder / "facts" / "events.yaml"
    events.write_text(events.read_text("utf-8").replace("1962 and 1965", "1962 and 1956"), "utf-8")
    capsys.readouterr()
    assert main(strictly) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["path"], found["line"], found["column"]) == (str(events), 6, 20)

    (folder / "sources" / "wire.txt").unlink()
    assert main(["lock", "--content", str(folder), "--check"]) == 1
