"""A content folder as it stood: the same values that reading it would have given then."""

from __future__ import annotations

import hashlib
import os
import random
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from standfirst.history.git import History, history_of
from standfirst.history.past_content import LostFile, read_content_at
from standfirst.model import Origin
from standfirst.problems.errors import UsageError
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.reading.read import read_content
from tests.repositories import Repository

THEN = "2026-05-10T12:00:00Z"
FILES: dict[str, str | bytes] = {
    "site.yaml": "title: Then\n",
    "facts/people/é a.yaml": "actors: []\r\n",
    "sections/01-x.md": "---\ntitle: X\n---\nText.\n",
    "images/a b.png": b"\x89PNG\r\n\x00",
    "fonts/a.woff2": b"wOF2\x00",
    "sources/afp-1.txt": "Words.\n",
    "sources.lock": "lock\n",
    "sources.checked": "checked\n",
    "basemap.geojson": "{}",
}


def in_folder(folder: str, files: dict[str, str | bytes]) -> dict[str, str | bytes]:
    return {f"{folder}{path}": body for path, body in files.items()}


def then(history: History, revision: str = "HEAD") -> ContentFiles:
    return read_content_at(history, history.commit_at(revision))


@pytest.mark.parametrize("folder", ["", "an explainer/content/"])
def test_a_folder_reads_as_it_read_then(tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repository.at(tmp_path)
    monkeypatch.chdir(tmp_path)
    attributes: dict[str, str | bytes] = {".gitattributes": "*.yaml text eol=crlf\n*.txt export-ignore\n"}
    commit = repository.commit(THEN, in_folder(folder, FILES) | attributes)
    read_then = read_content(tmp_path / folder)
    repository.commit("2026-05-11T12:00:00Z", in_folder(folder, {"site.yaml": "title: Now\n", "facts/b.yaml": ""}))
    read = then(history_of(tmp_path / folder), "HEAD~1")
    assert read.settings.path == f"{commit[:10]}:{folder}site.yaml"
    called = {path.removeprefix(f"{commit[:10]}:"): file for path, file in read.by_path.items()}
    assert called.keys() == read_then.by_path.keys()
    assert [each.text for each in read.facts] == [each.text for each in read_then.facts]
    assert (read.images, read.fonts) == (read_then.images, read_then.fonts)
    assert [each.body for each in read.copies] == [each.body for each in read_then.copies]
    assert read.lock == replace(read_then.lock or read.settings, path=f"{commit[:10]}:{folder}sources.lock")
    assert not read.problems


def test_what_was_wrong_then_is_told_at_its_file_as_git_calls_it(tmp_path: Path) -> None:
    repository = Repository.at(tmp_path)
    commit = repository.commit(THEN, {"content/site.yaml": "", "content/facts/a.yaml": b"a: \xff"})
    [problem] = then(history_of(tmp_path / "content")).problems
    assert problem.origin == Origin(f"{commit[:10]}:content/facts/a.yaml", 1, 4)


def test_a_folder_that_was_not_there_yet_says_since_when_it_is(tmp_path: Path) -> None:
    repository = Repository.at(tmp_path)
    repository.commit(THEN, {"README": ""})
    repository.commit("2026-05-12T12:00:00Z", {"content/site.yaml": ""})
    with pytest.raises(UsageError, match=r"no .*content/site.yaml at \w+, of 2026-05-10: it begins on 2026-05-12"):
        then(history_of(tmp_path / "content"), "HEAD~1")


@pytest.mark.parametrize("folders", [["", "content"], ["content", "explainers/é ferry", "words"]])
def test_a_folder_that_was_moved_since_is_read_where_it_lay(tmp_path: Path, folders: list[str]) -> None:
    repository = Repository.at(tmp_path)
    repository.commit(THEN, {"other/site.yaml": "title: Another, which lies beside it\n"})
    files = {each: body for each, body in FILES.items() if "/" in each or each == "site.yaml"}
    commit = repository.commit(THEN, in_folder(f"{folders[0]}/".lstrip("/"), files | {"site.yaml": "title: It\n" * 9}))
    for before, after in pairwise(folders):
        (tmp_path / after).mkdir(parents=True)
        for name in ("site.yaml", "facts", "sections", "images", "fonts", "sources"):
            repository.git("mv", f"{before}/{name}".lstrip("/"), f"{after}/{name}")
        repository.commit(THEN, {f"{after}/site.yaml": "title: It\n" * 9 + f"# {after}\n"})
    read = then(history_of(tmp_path / folders[-1]), commit)
    assert read.settings == InputFile(f"{commit[:10]}:{folders[0]}/site.yaml".replace(":/", ":"), "title: It\n" * 9)
    assert len(read.by_path) == len(files)


def test_links_lead_to_what_was_there_then(tmp_path: Path) -> None:
    repository = Repository.at(tmp_path)
    (tmp_path / "content").mkdir()
    os.symlink("../shared/facts", tmp_path / "content/facts")
    os.symlink(tmp_path.parent, tmp_path / "content/images")
    os.symlink("../..", tmp_path / "content/fonts")
    os.symlink(tmp_path.parent, tmp_path / "content/sources")
    repository.commit(THEN, {"content/site.yaml": "", "shared/facts/a.yaml": "then"})
    repository.commit(THEN, {"shared/facts/a.yaml": "now"})
    read = then(history_of(tmp_path / "content"), "HEAD~1")
    assert [(each.path.partition(":")[2], each.text) for each in read.facts] == [("content/facts/a.yaml", "then")]
    assert {(each.path.partition(":")[2], each.message) for each in read.unread} == {
        (f"content/{name}", "this link led to what is not in the repository") for name in ("images", "fonts", "sources")
    }
    # The lock has what is needed of copies that lie elsewhere.
    lost = [each.path.rpartition("/")[2] for each in read.unread if isinstance(each, LostFile)]
    assert sorted(lost) == ["fonts", "images"]


def test_a_file_of_git_lfs_is_read_where_it_was_fetched_and_told_of_where_not(tmp_path: Path) -> None:
    repository = Repository.at(tmp_path)
    bodies = {name: hashlib.sha256(name.encode()).hexdigest() for name in ("here", "elsewhere")}
    pointers = {
        f"images/{name}.png": f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize 4\n"
        for name, oid in bodies.items()
    }
    repository.commit(THEN, {"site.yaml": "", **pointers})
    kept = tmp_path / ".git/lfs/objects" / bodies["here"][:2] / bodies["here"][2:4] / bodies["here"]
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"here")
    read = then(history_of(tmp_path))
    assert [(each.name, each.body) for each in read.images] == [("here.png", b"here")]
    [unread] = read.unread
    assert isinstance(unread, LostFile)
    assert unread.path.endswith(":images/elsewhere.png")
    assert "git lfs fetch" in unread.hint


def test_a_clone_without_the_files_of_the_past_fetches_them_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = Repository.at(tmp_path / "origin")
    repository.git("config", "uploadpack.allowFilter", "true")
    repository.commit(THEN, FILES)
    repository.commit(THEN, dict.fromkeys(FILES, ""))
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--filter=blob:none", f"file://{repository.folder}", str(clone))
    trace = tmp_path / "trace"
    monkeypatch.setenv("GIT_TRACE2_EVENT", str(trace))
    read = then(history_of(clone), "HEAD~1")
    assert read.settings.text == "title: Then\n"
    assert read.images[0].body == FILES["images/a b.png"]
    started = [line for line in trace.read_text(encoding="utf-8").splitlines() if '"event":"start"' in line]
    assert sum('"fetch"' in line for line in started) == 1


def test_a_folder_whose_files_another_repository_has_is_told_of(tmp_path: Path) -> None:
    repository = Repository.at(tmp_path)
    commit = repository.commit(THEN, {"site.yaml": ""})
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{commit},images/theirs")
    repository.git("commit", "--quiet", "--message", "A submodule", at=THEN)
    [unread] = then(history_of(tmp_path)).unread
    assert isinstance(unread, LostFile)
    assert unread.path.endswith(":images/theirs")
    assert "submodule" in unread.message


@pytest.mark.parametrize("lost", ["facts", "facts/a.yaml", "images/large.png"])
def test_what_git_has_lost_or_can_read_in_part_alone_is_told_and_nothing_else_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], lost: str
) -> None:
    repository = Repository.at(tmp_path)
    large = random.Random(1).randbytes(200_000)
    repository.commit(THEN, {"site.yaml": "", "facts/a.yaml": "actors: {}", "images/large.png": large})
    identity = repository.git("rev-parse", f"HEAD:{lost}")
    kept = tmp_path / ".git/objects" / identity[:2] / identity[2:]
    kept.chmod(0o644)
    if kept.stat().st_size > 1000:
        kept.write_bytes(kept.read_bytes()[:100_000] + bytes(100_000))
    else:
        kept.unlink()
    with pytest.raises(UsageError, match="Git (has lost|cannot read) .*" + identity[:10]):
        then(history_of(tmp_path))
    assert capfd.readouterr() == ("", "")
