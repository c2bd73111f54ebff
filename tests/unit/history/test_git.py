"""Which commit is that of a day, and what is said where there is none."""

from __future__ import annotations

import datetime
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.history.git import history_of
from standfirst.problems.errors import UsageError
from tests.conftest import DEPTH
from tests.repositories import Repository


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository.at(tmp_path)


def test_a_day_has_the_last_commit_before_it_was_over(repository: Repository) -> None:
    first = repository.commit("2026-05-10T12:00:00Z")
    early, last = (repository.commit(f"2026-05-12T{time}Z") for time in ("00:00:00", "23:59:59"))
    after = repository.commit("2026-05-13T00:00:00Z")
    history = history_of(repository.folder)
    days = ("2026-05-10", "2026-05-11", "2026-05-12", "2026-05-13", "2030-01-01")
    assert [history.commit_of(day(each)).id for each in days] == [first, first, last, after, after]
    assert early not in {first, last}


def test_a_day_is_that_of_utc_wherever_the_committer_was(repository: Repository) -> None:
    evening = repository.commit("2026-05-12T23:30:00-02:00")
    assert history_of(repository.folder).commit_of(day("2026-05-13")).id == evening
    for before in ("2026-05-12", "1970-01-01", "1969-12-31", "0001-01-01"):
        with pytest.raises(UsageError, match=f"nothing was committed yet on {before}: it begins on 2026-05-13"):
            history_of(repository.folder).commit_of(day(before))


def test_of_commits_at_one_time_the_later_counts(repository: Repository) -> None:
    _, second = (repository.commit("2026-05-12T08:00:00Z") for _ in range(2))
    assert history_of(repository.folder).commit_of(day("2026-05-12")).id == second


def test_what_was_merged_counts_from_when_it_was_merged(repository: Repository) -> None:
    base = repository.commit("2026-05-01T08:00:00Z")
    repository.git("switch", "--quiet", "--create", "draft")
    repository.commit("2026-05-10T08:00:00Z", {"a": "a"})
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--message", "Merge", "draft", at="2026-05-20T08:00:00Z")
    history = history_of(repository.folder)
    assert history.commit_of(day("2026-05-15")).id == base
    assert history.commit_of(day("2026-05-20")) == history.commit_at("HEAD")


TIMES = st.lists(st.integers(0, 4 * 86400), min_size=1, max_size=6)


@settings(max_examples=DEPTH * 12)
@given(TIMES)
def test_the_commit_of_any_day_is_the_one_a_plain_reading_of_the_log_gives(
    tmp_path_factory: pytest.TempPathFactory, times: list[int]
) -> None:
    start = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
    repository = Repository.at(tmp_path_factory.mktemp("any"))
    moments = [start + datetime.timedelta(seconds=seconds) for seconds in times]
    made = [(repository.commit(moment.isoformat()), moment) for moment in moments]
    history = history_of(repository.folder)
    for each in (start.date() + datetime.timedelta(days=number) for number in range(5)):
        plain = next((commit for commit, moment in reversed(made) if moment.date() <= each), None)
        if plain:
            assert history.commit_of(each).id == plain
        else:
            with pytest.raises(UsageError):
                history.commit_of(each)


def test_a_revision_is_found_by_what_git_calls_it(repository: Repository) -> None:
    first = repository.commit("2026-05-10T12:00:00Z")
    repository.git("tag", "v1")
    repository.commit("2026-05-11T12:00:00Z")
    history = history_of(repository.folder)
    assert {history.commit_at(name).id for name in ("v1", "HEAD~1", "main^", first, first[:8])} == {first}
    assert history.commit_at("v1").day == day("2026-05-10")
    for wrong in ("v2", "--all", "HEAD:nothing", "", "a\nb"):
        with pytest.raises(UsageError, match="Git knows no commit"):
            history.commit_at(wrong)


def test_a_folder_is_found_in_its_repository_whatever_hook_asks(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    commit = repository.commit("2026-05-10T12:00:00Z", {"été 1/content/site.yaml": ""})
    elsewhere = Repository.at(tmp_path / "elsewhere")
    monkeypatch.setenv("GIT_DIR", str(elsewhere.folder / ".git"))
    history = history_of(repository.folder / "été 1/content")
    assert (history.within, history.commit_at("HEAD").id) == ("été 1/content", commit)
    assert history_of(repository.folder).within == ""


def test_a_worktree_has_the_history_of_its_repository(repository: Repository, tmp_path: Path) -> None:
    commit = repository.commit("2026-05-10T12:00:00Z", {"content/site.yaml": ""})
    repository.git("worktree", "add", "--quiet", str(tmp_path / "beside"))
    assert history_of(tmp_path / "beside/content").commit_of(day("2026-05-10")).id == commit


def test_a_history_that_was_cut_says_how_to_get_the_rest(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-05-10T12:00:00Z")
    last = repository.commit("2026-05-12T12:00:00Z")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(clone))
    history = history_of(clone)
    assert history.commit_of(day("2026-05-12")).id == last
    remedy = r"git fetch --unshallow.*fetch-depth: 0"
    with pytest.raises(UsageError, match=f"2026-05-11.*{remedy}"):
        history.commit_of(day("2026-05-11"))
    with pytest.raises(UsageError, match=f"HEAD~1.*{remedy}"):
        history.commit_at("HEAD~1")


def test_what_keeps_git_from_answering_is_said_with_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "plain").mkdir()
    with pytest.raises(UsageError, match=r"is in no Git repository.*publish from a clone"):
        history_of(tmp_path / "plain")
    empty = Repository.at(tmp_path / "empty")
    with pytest.raises(UsageError, match=r"nothing is committed yet in .*; commit"):
        history_of(empty.folder).commit_of(day("2026-05-12"))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    (empty.folder / "content").mkdir()
    # Git trusts a repository, and not a folder in it.
    trust = f"safe.directory {re.escape(str(empty.folder))}`"
    with pytest.raises(UsageError, match=f"another user; if you trust it, say so: `git config --global --add {trust}"):
        history_of(empty.folder / "content")
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(UsageError, match=r"Git is not installed.*install it"):
        history_of(empty.folder)
