"""Which folders a site may be published to: never somebody else's."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from standfirst.problems.errors import UsageError
from standfirst.publishing.output_folder import MARKER, check_output
from standfirst.publishing.publish import publish
from tests.unit.publishing.sites import expected, held, names, site


def refused(output: Path, *, inputs: Sequence[Path] = ()) -> str:
    """Return what both ways of asking say about `output`, and see that they say the same."""
    with pytest.raises(UsageError) as early:
        check_output(output, inputs=inputs)
    with pytest.raises(UsageError) as late:
        publish(site("a"), output, inputs=inputs)
    assert str(early.value) == str(late.value)
    return str(early.value)


def test_a_folder_that_standfirst_did_not_make_is_refused_and_stays_as_it_is(output: Path) -> None:
    output.mkdir()
    (output / "thesis.txt").write_text("three years")
    assert refused(output) == (
        f"the output folder '{output}' holds files and was not made by Standfirst; "
        "name another folder, or empty this one yourself"
    )
    assert held(output) == {"thesis.txt": b"three years"}
    assert names(output.parent) == ["site"]


def test_a_link_to_a_folder_that_standfirst_did_not_make_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "thesis.txt").write_text("three years")
    (tmp_path / "site").symlink_to(tmp_path / "home")
    assert "was not made by Standfirst" in refused(tmp_path / "site")
    assert held(tmp_path / "home") == {"thesis.txt": b"three years"}


def test_a_file_is_refused(output: Path) -> None:
    output.write_text("notes")
    assert refused(output).endswith("is not a folder; name another, or move it away")
    assert output.read_text() == "notes"


def test_a_link_that_leads_to_itself_is_refused(output: Path) -> None:
    output.symlink_to(output)
    said = f"the output folder '{output}' cannot be published: {os.strerror(errno.ELOOP)} (site); "
    assert refused(output) == f"{said}nothing published has changed"


def test_the_root_of_the_file_system_is_refused(tmp_path: Path) -> None:
    assert "is the root of the file system; name a folder below it" in refused(Path(tmp_path.anchor))


@pytest.mark.parametrize("given", [".", "", "..", "../../work"])
def test_a_folder_that_holds_the_working_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    working = tmp_path / "work" / "here"
    working.mkdir(parents=True)
    monkeypatch.chdir(working)
    assert "holds the folder you are working in; name a folder of its own" in refused(Path(given))


@pytest.mark.parametrize("given", ["desk", "desk/content", "desk/content/site", "desk/content/../content/images"])
def test_a_folder_that_overlaps_an_input_folder_is_refused(tmp_path: Path, given: str) -> None:
    content, templates = tmp_path / "desk" / "content", tmp_path / "templates"
    content.mkdir(parents=True)
    message = refused(tmp_path / given, inputs=[templates, content])
    assert f"overlaps the input folder '{content}'" in message
    assert names(content) == []


def test_a_folder_of_ours_is_refused_once_the_inputs_lie_in_it(output: Path) -> None:
    publish(site("a"), output)
    (output / "content").mkdir()
    assert "overlaps the input folder" in refused(output, inputs=[output / "content"])
    assert (output / "content").is_dir()


def test_a_folder_beside_the_inputs_is_accepted_though_its_name_begins_alike(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    publish(site("a"), tmp_path / "content-site", inputs=[tmp_path / "content"])
    assert held(tmp_path / "content-site") == expected(site("a"))


def test_a_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes")
    assert f"would lie inside '{tmp_path / 'notes.txt'}', which is not a folder" in refused(
        tmp_path / "notes.txt" / "out" / "site"
    )


def test_a_folder_where_nothing_may_be_written_is_refused(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: path != output.parent or mode != os.W_OK | os.X_OK)
    assert f"lies inside '{output.parent}', where you may not write" in refused(output)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder where not even root can make a file")
def test_a_folder_where_nothing_can_be_made_is_refused_without_waiting_for_a_turn() -> None:
    with pytest.raises(UsageError, match=r"the output folder '/proc/site' (cannot be published|lies inside)"):
        publish(site("a"), Path("/proc/site"))


@pytest.mark.parametrize("names", [None, [MARKER, "index.html"]], ids=["moved aside", "put in place"])
def test_a_folder_that_another_build_replaces_while_it_is_looked_at_is_accepted(
    output: Path, monkeypatch: pytest.MonkeyPatch, names: list[str] | None
) -> None:
    def meanwhile(path: Path) -> list[str]:
        if names is None:
            raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(path))
        return names

    output.mkdir()
    monkeypatch.setattr(os, "listdir", meanwhile)
    check_output(output)


def test_a_mount_point_is_refused(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(site("a"), output)
    monkeypatch.setattr(os.path, "ismount", lambda path: path == output)
    assert "is a mount point, which cannot be replaced in one step; name a folder inside it" in refused(output)


def test_what_the_system_refuses_while_checking_is_explained(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(path: Path) -> list[str]:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    output.mkdir()
    monkeypatch.setattr(os, "listdir", deny)
    assert "cannot be published: Permission denied (site)" in refused(output)


def test_checking_changes_nothing(tmp_path: Path) -> None:
    check_output(tmp_path / "out" / "site", inputs=[tmp_path / "content"])
    assert names(tmp_path) == []
