"""New facts in a content folder: nothing that is there is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.authoring.adding import add_facts, sort_out
from standfirst.authoring.record import NewField, NewRecord
from standfirst.model import FactId, Id, Kind
from standfirst.problems.errors import UsageError


def place(name: str) -> NewRecord:
    return NewRecord(Kind.PLACE, Id(name), (NewField("name", name.title()),))


def test_a_file_that_is_there_stays_as_it_is_and_the_next_name_is_taken(tmp_path: Path) -> None:
    first = add_facts(tmp_path, "towns", [place("rome")], ["Imported from towns.csv."])
    second = add_facts(tmp_path, "towns", [place("oslo")])
    assert first == tmp_path / "facts" / "towns.yaml"
    assert second == tmp_path / "facts" / "towns-2.yaml"
    assert first.read_text(encoding="utf-8").endswith("places:\n  rome:\n    draft: true\n    name: Rome\n")
    assert sorted(path.name for path in first.parent.iterdir()) == ["towns-2.yaml", "towns.yaml"]


def test_a_record_whose_id_is_known_is_sorted_out() -> None:
    sorted_out = sort_out([place("rome"), place("oslo"), place("oslo")], {FactId(Kind.PLACE, Id("rome"))})
    assert [record.id for record in sorted_out.new] == ["oslo"]
    assert [record.id for record in sorted_out.known] == ["rome", "oslo"]


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "facts").write_text("a file, and no folder")
    with pytest.raises(UsageError):
        add_facts(tmp_path, "towns", [place("rome")])
    assert [path.name for path in tmp_path.iterdir()] == ["facts"]
