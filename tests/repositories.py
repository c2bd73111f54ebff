"""Git repositories that tests make: each commit at a given time, whatever the machine and its user have set."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from standfirst.model.frozen_class import frozen

_IDENTITY = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
_COMMITTER = {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
_OF_NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


@frozen
class Repository:
    """A repository at a folder."""

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> Repository:
        """Make an empty one."""
        folder.mkdir(parents=True, exist_ok=True)
        made = cls(folder)
        made.git("init", "--quiet", "--initial-branch=main")
        return made

    def git(self, *arguments: str, at: str = "2026-01-01T00:00:00Z") -> str:
        """Run a command of Git, as if it were some other time."""
        env = {**os.environ, **_IDENTITY, **_COMMITTER, **_OF_NOBODY, "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        command = ["git", "-C", str(self.folder), *arguments]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.strip()

    def commit(self, at: str, files: Mapping[str, str | bytes] | None = None) -> str:
        """Write files, commit all that is there, and return the id of the commit."""
        for path, body in (files or {}).items():
            place = self.folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(body.encode() if isinstance(body, str) else body)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A change", at=at)
        return self.git("rev-parse", "HEAD")
