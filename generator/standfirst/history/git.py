"""Git, asked about the past of a folder: which commits there are, and when each was made.

Only commands are run whose output is for programs: they start no pager, hook, filter or other program of the user's,
and read nothing of the work tree. Whatever is wrong is a `UsageError` that says what to do.
"""

from __future__ import annotations

import datetime
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from standfirst.model import Instant, end_of
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import UsageError
from standfirst.reading.folders import display_path

# By these the hook of another repository would have Git look there, and not where the folder lies.
_OF_A_REPOSITORY = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX",
        "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
    }
)  # fmt: skip
# Messages are read here; what is replaced in one clone of a repository is not in others.
_ENVIRONMENT = {"LC_ALL": "C", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
_DISTRUSTED = re.compile("dubious ownership in repository at '(.*)'")
FETCH_MORE = "fetch the rest: `git fetch --unshallow`, or in a workflow `fetch-depth: 0`"


class NoHistoryError(UsageError):
    """There is no Git, or the folder is in none of its repositories."""


class UnknownCommitError(UsageError):
    """Git knows no commit of the name that was given."""


@frozen
class Commit:
    """A commit, by its whole id, and when it was made: by its committer, as Git orders commits by time."""

    id: str
    at: Instant

    @property
    def short(self) -> str:
        """Enough of its id to name it."""
        return self.id[:10]

    @property
    def day(self) -> datetime.date:
        """The day on which it was made, in UTC."""
        return datetime.datetime.fromtimestamp(self.at, datetime.UTC).date()


@frozen
class History:
    """The past of a folder: `within` is its path from the `root` of the repository in which it lies, empty for that.

    A history that `is_shallow` has been cut: what was before the cut was not fetched.
    """

    folder: Path
    root: Path
    within: str
    is_shallow: bool

    def commit_at(self, revision: str) -> Commit:
        """Return the commit that a revision names: an id, a tag, a branch, `HEAD~2`."""
        named = self.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if not named:
            cut = f"; a commit may be missing because the history has been cut: {FETCH_MORE}" if self.is_shallow else ""
            raise UnknownCommitError(
                f"Git knows no commit '{revision}'; `git log --oneline` lists those that it knows{cut}"
            )
        return self._first_of(named)

    def commit_of(self, day: datetime.date) -> Commit:
        """Return the last commit that was made before a day was over, in UTC: what was published then at its end.

        What was merged counts from when it was merged: only first parents of HEAD are followed.
        """
        self.commit_at_head()
        # Git begins to count in 1970, and takes less for no limit.
        until = f"--min-age={max(end_of(day), 0)}"
        found = self.ask("rev-list", "-1", "--timestamp", "--first-parent", until, "HEAD", "--")
        if found:
            return _commit(found)
        if self.is_shallow:
            raise UsageError(f"the history that was fetched does not reach back to {day}; {FETCH_MORE}")
        raise UsageError(f"nothing was committed yet on {day}: {self._beginning('HEAD', '--')}")

    def commit_at_head(self) -> Commit:
        """Return the commit that is checked out."""
        named = self.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        if not named:
            raise UsageError(f"nothing is committed yet in {display_path(self.root)}; commit the explainer first")
        return self._first_of(named)

    def since(self, path: str) -> str:
        """Say with which commit a file below the folder began, and what to do about it, as the end of a sentence."""
        return self._beginning("HEAD", "--", self._pathspec(path))

    def former_paths(self, below: str) -> tuple[str, ...]:
        """Return where a file below the folder lay before it was moved, from the root, as Git follows it back."""
        quietly = ("-c", "log.showSignature=false", "log", "--follow", "--diff-filter=R", "--name-status", "-z")
        told = self.ask(*quietly, "--format=", "HEAD", "--", self._pathspec(below))
        # Of each time: how alike both are, from where, and to where.
        return tuple(told.split("\0")[1::3])

    def _pathspec(self, below: str) -> str:
        return f":(top,literal){self.path_of(below)}"

    def path_of(self, below: str) -> str:
        """Return the path of a file below the folder as Git has it: from the root."""
        return f"{self.within}/{below}" if self.within else below

    def ask(self, *arguments: str, given: bytes = b"") -> str:
        """Return what a command prints; nothing where it finds nothing. Raise a `UsageError` where it fails."""
        ended = run_git(self.folder, *arguments, given=given)
        if ended.returncode and ended.stderr:
            raise UsageError(f"Git cannot read the history of {display_path(self.folder)}: {_said(ended.stderr)}")
        return os.fsdecode(ended.stdout).strip("\n")

    def _first_of(self, revision: str) -> Commit:
        return _commit(self.ask("rev-list", "-1", "--timestamp", "--end-of-options", revision, "--"))

    def _beginning(self, *commits: str) -> str:
        first = self.ask("rev-list", "--timestamp", "--first-parent", *commits).splitlines()[-1:]
        if not first:
            return "it was never committed; commit it first"
        commit = _commit(first[0])
        return f"it begins on {commit.day}, with {commit.short}; name that day or a later one"


def history_of(folder: Path) -> History:
    """Return the past of a folder that is there."""
    ended = run_git(folder, "rev-parse", "--is-shallow-repository", "--show-prefix", "--show-toplevel")
    if ended.returncode:
        raise _why_none(folder, _said(ended.stderr))
    shallow, prefix, root = os.fsdecode(ended.stdout).rstrip("\n").split("\n", 2)
    return History(folder, Path(root), prefix.rstrip("/"), shallow == "true")


def user_name(folder: Path) -> str:
    """Return the name under which who works in a folder commits; nothing where Git has none, or is not there."""
    try:
        ended = run_git(folder, "config", "--get", "user.name")
    except UsageError:
        return ""
    return " ".join(ended.stdout.decode(errors="replace").split())


def run_git(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a command of Git in a folder, which reads what it is given, and return how it ended."""
    command = command_of_git(folder, *arguments)
    try:
        return subprocess.run(command, input=given, capture_output=True, env=environment(), check=False)
    except OSError:
        raise NoHistoryError("Git is not installed, and only it knows how the explainer stood; install it") from None


def command_of_git(folder: Path, *arguments: str) -> tuple[str, ...]:
    """Return a command of Git as it is run in a folder."""
    return ("git", "--no-pager", "-C", str(folder), *arguments)


def environment() -> Mapping[str, str]:
    """Return the environment of the user, without what says that another repository is meant."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_REPOSITORY}
    return {**kept, **_ENVIRONMENT}


def _commit(line: str) -> Commit:
    at, commit = line.split()
    return Commit(commit, Instant(int(at)))


def _said(stderr: bytes) -> str:
    """The first line of what Git says is wrong."""
    lines = stderr.decode(errors="replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ").removeprefix("error: ") if lines else "it does not say why"


def _why_none(folder: Path, said: str) -> UsageError:
    named = display_path(folder)
    if distrusted := _DISTRUSTED.search(said):
        trust = f"git config --global --add safe.directory {distrusted[1]}"
        message = f"Git does not read {named}, which belongs to another user; if you trust it, say so: `{trust}`"
        return UsageError(message)
    if "not a git repository" in said:
        message = f"{named} is in no Git repository, and only Git knows how it stood; publish from a clone of one"
        return NoHistoryError(message)
    return UsageError(f"Git cannot read the history of {named}: {said}")
