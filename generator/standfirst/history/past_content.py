"""A content folder as it stood at a commit, read as the folder of today is.

The files that Git has of it are written to a folder that is gone again before anybody knows: so there is one way of
reading a folder. They are called as Git calls them, `3f2a91c0de:content/site.yaml`, which `git show` takes, too.
"""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from posixpath import dirname, join, normpath
from tempfile import TemporaryDirectory
from typing import IO, Any

from standfirst.history.git import Commit, History, command_of_git, environment, run_git
from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import UsageError
from standfirst.reading.files import ContentFiles, UnreadFile
from standfirst.reading.folders import display_path
from standfirst.reading.read import read_content

_SETTINGS = "site.yaml"
# Beside the files there, this is what is read of a content folder.
_FOLDERS = frozenset({"facts", "sections", "images", "fonts", "sources"})
_LINK, _SUBMODULE = "120000", "160000"
# How Git LFS writes where a file is, in place of the file; it is never longer.
_POINTER = re.compile(rb"version https://git-lfs\.github\.com/spec/v1\n(?:.*\n)*?oid sha256:(?P<oid>[0-9a-f]{64})\n")
_LONGEST_POINTER = 1024


@frozen
class _Entry:
    """What Git has at a path: its mode, and the id of its bytes."""

    mode: str
    id: str


_Tree = Mapping[str, _Entry]


@frozen
class LostFile(UnreadFile):
    """A file or folder of a commit that Git does not have itself: what is shown without it is not what stood there."""


def read_content_at(history: History, commit: Commit) -> ContentFiles:
    """Return the files of a content folder at a commit, or raise a `UsageError` where it was not there then.

    As when a folder is read, what could not be is among their problems. Files that Git does not have itself, since they
    lie with Git LFS, in a submodule, or where a link leads out of the repository, are among the unread: as a
    `LostFile`, but for copies of sources, which nobody needs who has the lock.
    """
    history, tree = _where_it_lay(history, commit)
    with TemporaryDirectory(prefix="standfirst-") as folder:
        unpacked = _Unpacked(history, Path(os.path.realpath(folder)))
        _fetch_missing(history, commit, [entry.id for entry in tree.values()])
        unpacked.write(tree)
        files = read_content(unpacked.top / history.within)
        read = replace(files, unread=(*unpacked.unread, *files.unread))
        return _called(read, f"{display_path(unpacked.top)}/", f"{commit.short}:")


def _where_it_lay(history: History, commit: Commit) -> tuple[History, _Tree]:
    """Return the history of the folder as it was called then, for it may have been moved, and what Git has of it."""
    tree = _tree_of(history, commit)
    if history.path_of(_SETTINGS) in tree:
        return history, tree
    for path in history.former_paths(_SETTINGS):
        there = replace(history, within=dirname(path))
        tree = _tree_of(there, commit)
        if path in tree:
            return there, tree
    gone = f"there was no {display_path(history.folder)}/{_SETTINGS} at {commit.short}, of {commit.day}"
    raise UsageError(f"{gone}: {history.since(_SETTINGS)}")


def _tree_of(history: History, commit: Commit) -> _Tree:
    """Return what Git has of all that is read, by path from the root; and of all to which links there may lead."""
    folder = history.path_of("")
    within = {
        path: entry
        for path, entry in _listed(history, commit, folder)
        if path.removeprefix(folder).partition("/")[0] in _FOLDERS or "/" not in path.removeprefix(folder)
    }
    if not any(entry.mode == _LINK for entry in within.values()):
        return within
    everything = dict(_listed(history, commit))
    wanted = dict(within)
    links = [path for path, entry in within.items() if entry.mode == _LINK]
    while links:
        target = _target(history, links.pop(), everything)
        for path in _at_or_on_the_way_to(target, everything) if target else ():
            if path not in wanted:
                wanted[path] = everything[path]
                links += [path] if everything[path].mode == _LINK else []
    return wanted


def _target(history: History, link: str, tree: _Tree) -> str:
    """The path from the root to which a link leads by its words; nothing where that is out of the repository."""
    said = os.fsdecode(next(_bodies(history, [tree[link].id])))
    path = normpath(join(dirname(link), said))
    return "" if path.startswith(("/", "../")) or path in {".", ".."} else path


def _at_or_on_the_way_to(target: str, tree: _Tree) -> list[str]:
    return [path for path in tree if path == target or path.startswith(f"{target}/") or target.startswith(f"{path}/")]


def _listed(history: History, commit: Commit, below: str = "") -> Iterator[tuple[str, _Entry]]:
    """Yield what a commit has below a folder, by its paths from the root; nothing where there is no such folder."""
    listed = history.ask("ls-tree", "-r", "-z", "--full-tree", commit.id, "--", *([below] if below else []))
    for line in listed.split("\0")[:-1]:
        entry, _, path = line.partition("\t")
        mode, _, identity = entry.split()
        # Git makes no files with such names; a damaged tree may hold them.
        if not {"", ".", "..", ".git"} & set(path.split("/")):
            yield path, _Entry(mode, identity)


def _fetch_missing(history: History, commit: Commit, identities: Collection[str]) -> None:
    """Fetch at once the files that a partial clone, as hosts make them, does not have yet: not one by one.

    Raises a `UsageError` where they cannot be had.
    """
    promised = run_git(history.folder, "config", "--get-regexp", r"^remote\..*\.promisor$").stdout
    if not promised:
        return
    told = run_git(history.folder, "rev-list", "--objects", "--no-walk", "--missing=print", f"{commit.id}^{{tree}}")
    missing = {line[1:] for line in told.stdout.decode().splitlines() if line.startswith("?")}
    if wanted := missing.intersection(identities):
        remote = os.fsdecode(promised.split()[0]).removeprefix("remote.").removesuffix(".promisor")
        # As Git does it where it misses one.
        said = ("--no-tags", "--no-write-fetch-head", "--recurse-submodules=no", "--filter=blob:none", "--stdin")
        quietly = ("-c", "fetch.negotiationAlgorithm=noop", "fetch", "--quiet", *said, "--", remote)
        history.ask(*quietly, given="".join(f"{each}\n" for each in sorted(wanted)).encode())


@frozen
class _Unpacked:
    """A folder with what Git has: it stands for the root of the repository. `unread` is what Git does not have."""

    history: History
    top: Path
    unread: list[UnreadFile] = field(default_factory=list)

    def write(self, tree: _Tree) -> None:
        files = {path: entry for path, entry in tree.items() if entry.mode != _SUBMODULE}
        for path, body in zip(files, _bodies(self.history, [entry.id for entry in files.values()]), strict=True):
            place = self.top / path
            place.parent.mkdir(parents=True, exist_ok=True)
            if files[path].mode == _LINK:
                os.symlink(os.fsdecode(body), place)
            else:
                self._write_file(place, body)
        for path, entry in files.items():
            if entry.mode == _LINK and not self._leads_within(self.top / path):
                (self.top / path).unlink()
                self._tell(path, "this link led to what is not in the repository", "commit that in its place")
        for path in tree.keys() - files.keys():
            self._tell(path, "this folder is a submodule: another repository has its files", "commit them in this one")

    def _write_file(self, place: Path, body: bytes) -> None:
        pointer = _POINTER.match(body) if len(body) <= _LONGEST_POINTER else None
        if not pointer:
            place.write_bytes(body)
        elif whole := self._kept_by_lfs(pointer["oid"].decode()):
            place.write_bytes(whole.read_bytes())
        else:
            path = place.relative_to(self.top).as_posix()
            self._tell(path, "Git LFS keeps this file elsewhere", "get it with `git lfs fetch --all`")

    def _kept_by_lfs(self, identity: str) -> Path | None:
        shared = os.fsdecode(run_git(self.history.folder, "rev-parse", "--git-common-dir").stdout).rstrip("\n")
        place = self.history.folder / shared / "lfs" / "objects" / identity[:2] / identity[2:4] / identity
        return place if place.is_file() else None

    def _leads_within(self, link: Path) -> bool:
        leads_to = Path(os.path.realpath(link))
        return leads_to.exists() and leads_to.is_relative_to(self.top)

    def _tell(self, path: str, message: str, hint: str) -> None:
        is_copy = path.startswith(self.history.path_of("sources"))
        self.unread.append((UnreadFile if is_copy else LostFile)(display_path(self.top / path), message, hint))


def _bodies(history: History, identities: Sequence[str]) -> Iterator[bytes]:
    """Yield the bytes of files by their ids, one after another, as Git has them: no filter changes them.

    Raises a `UsageError` where one is lost or damaged; what Git says of that is said by `git fsck`, too.
    """
    command = command_of_git(history.folder, "cat-file", "--batch")
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing, env=environment()) as git:
        assert git.stdin
        assert git.stdout
        for identity in identities:
            git.stdin.write(f"{identity}\n".encode())
            git.stdin.flush()
            yield _body(git.stdout, identity)


def _body(answers: IO[bytes], identity: str) -> bytes:
    match answers.readline().split():
        # Of one that is damaged, Git gives what it could read, and ends.
        case [_, _, size] if len(body := answers.read(int(size))) == int(size):
            answers.read(1)
            return body
        case _:
            raise UsageError(f"Git has lost what a commit holds ({identity[:10]}); `git fsck` says more")


def _called(files: ContentFiles, before: str, now: str) -> ContentFiles:
    """Files under the names that a writer knows: with one beginning in place of another, in messages too."""
    texts = {"path", "message", "hint"}

    def call(value: object) -> Any:
        match value:
            case Origin():
                return Origin(value.path.replace(before, now), value.line, value.column)
            case tuple():
                return tuple(map(call, value))
            case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
                named = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
                said = {name: each.replace(before, now) for name, each in named.items() if name in texts}
                origin = {name: call(each) for name, each in named.items() if name == "origin"}
                return replace(value, **said, **origin)
            case _:
                return value

    return replace(files, **{each.name: call(getattr(files, each.name)) for each in dataclasses.fields(files)})
