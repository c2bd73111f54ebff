"""The programs that are measured, each with the same explainer written for it, and how a build of it is started."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import Corpus
from bench.forms.as_hugo import write_hugo
from bench.forms.as_pages import write_hugo_plain, write_mkdocs, write_pelican
from bench.measure import Taken, run

ROOT = Path(__file__).resolve().parents[1]
# Where `make peers` installs the others.
PEERS = ROOT / ".peers"
NAMES = ("standfirst", "hugo", "hugo-plain", "pelican", "mkdocs")
# Stands in a command for the folder that is written to.
_OUTPUT = "OUTPUT"


@dataclass(frozen=True, slots=True)
class Program:
    """A program with an explainer written for it.

    `command` is carried out in `folder`; `content` is what writers edit, and `kept` what a build leaves there for the
    next one. `edited` are the files in which the summary of the first actor stands.
    """

    name: str
    title: str
    folder: Path
    command: tuple[str, ...]
    content: Path
    edited: tuple[Path, ...]
    kept: tuple[Path, ...] = ()

    def build(self, output: Path, *, watched: bool = False) -> Taken:
        """Build from the start to the end of the process."""
        command = [str(output) if part == _OUTPUT else part for part in self.command]
        return run(command, self.folder, _environment(), watched=watched)

    def build_cold(self, output: Path, *, watched: bool = False) -> Taken:
        """Build as if nothing had been built before."""
        aside = Path(tempfile.mkdtemp(dir=output.parent))
        for kept in self.kept:
            if kept.exists():
                # Making files is slow on some machines right after as many were deleted.
                shutil.move(kept, aside)
        return self.build(output, watched=watched)

    def edit(self, text: str, other: str) -> None:
        """Write another summary, or name, of the first actor in place of the one that it has."""
        for file in self.edited:
            written = file.read_text(encoding="utf-8")
            assert text in written, f"{file} does not have what is to be edited"
            file.write_text(written.replace(text, other, 1), encoding="utf-8")


def _environment() -> dict[str, str]:
    """Return the environment of a build. Who builds twice has Python's modules compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def standfirst(checkout: Path, title: str, content: Path, options: Sequence[str] = ()) -> Program:
    """Return Standfirst of a checkout, run with the packages of this one."""
    build = (sys.executable, str(checkout / "build.py"), "build", "--content", str(content), "--output", _OUTPUT)
    edited = (content / "facts" / "actors-0000.yaml",)
    return Program("standfirst", title, checkout, (*build, *options), content, edited, (checkout / ".cache",))


def lock(content: Path) -> None:
    """Note what is cited, as a writer has done before a build."""
    command = [sys.executable, str(ROOT / "build.py"), "lock", "--content", str(content)]
    run(command, ROOT, _environment())


def hugo_binary(peers: Path) -> str:
    """Return Hugo itself: what its package calls `hugo` starts a Python first."""
    found = next(peers.glob("lib/python*/site-packages/hugo/binaries/hugo"), None)
    if not found:
        raise SystemExit(f"there is no Hugo in {peers}; run `make peers` once, or name another place with --peers")
    return str(found)


def peer(name: str, corpus: Corpus, folder: Path, peers: Path) -> Program:
    """Write the explainer for one of the others, and return it."""
    title, write_site, command, content = _PEERS[name]
    write_site(corpus, folder)
    binary = hugo_binary(peers) if name.startswith("hugo") else str(peers / "bin" / name)
    edited = tuple(folder / content / file for file in _EDITED[name])
    return Program(name, title, folder, (binary, *command), folder / content, edited, (folder / "resources",))


_HUGO = ("--logLevel", "error", "--noBuildLock", "--destination", _OUTPUT)
_PEERS: dict[str, tuple[str, Callable[[Corpus, Path], None], tuple[str, ...], str]] = {
    "hugo": ("Hugo, the same pages", write_hugo, _HUGO, "content"),
    "hugo-plain": ("Hugo, plain pages", write_hugo_plain, _HUGO, "content"),
    "pelican": ("Pelican, plain pages", write_pelican, ("--quiet", "--output", _OUTPUT), "content"),
    "mkdocs": ("MkDocs, plain pages", write_mkdocs, ("build", "--quiet", "--site-dir", _OUTPUT), "docs"),
}
_PAGES = ("actors/a00000.md", "glossary.md")
_EDITED = {"hugo": _PAGES[:1], "hugo-plain": _PAGES, "pelican": _PAGES, "mkdocs": _PAGES}
