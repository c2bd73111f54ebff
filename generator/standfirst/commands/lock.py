"""The `lock` command: note what is cited, so that it can be checked without copies of the sources."""

from __future__ import annotations

from pathlib import Path

from standfirst.decoding.decode import decode
from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.pipeline import check_copies
from standfirst.problems.errors import Problem, UsageError, stop_at_errors
from standfirst.publishing.writing import replace_file
from standfirst.reading.files import LOCK
from standfirst.reading.folders import check_folder, display_path
from standfirst.reading.read import read_content
from standfirst.sources.lock import Lock, write_lock
from standfirst.sources.prove import prove_for_lock


@frozen
class LockResult:
    """What the lock holds now, and every citation that was not found."""

    path: Path
    lock: Lock
    problems: tuple[Problem, ...]

    @property
    def counts(self) -> str:
        """How much was found, in words."""
        sources = self.lock.sources.values()
        return ", ".join(
            (
                _counted(sum(len(source.passages) for source in sources), "passage"),
                _counted(sum(len(source.quotations) for source in sources), "quotation"),
                _counted(len(sources), "source"),
            )
        )


def lock(options: Options, *, check: bool = False) -> LockResult:
    """Write `sources.lock` in the content folder anew from the copies of its sources; with `check`, only compare.

    What is found is written even where some is not. Sources without a copy keep what was noted of them, as far as it is
    still cited. Raises `SiteError` where the content cannot be read, or an old lock cannot that alone knows of
    some source; `UsageError` where there is no copy of any source.
    """
    check_folder(options.content, "--content")
    files = read_content(options.content, options.copies)
    stop_at_errors(files.problems)
    if not files.copies:
        raise UsageError("there is no copy of any source here; save one in sources/, or name it with --text ID=PATH")
    decoded = decode(files)
    stop_at_errors(decoded.problems)
    check_copies(decoded.content, options)
    proof = prove_for_lock(decoded.content, files)
    stop_at_errors(each for each in proof.problems if files.lock and each.origin.path == files.lock.path)
    path = options.content / LOCK
    text = write_lock(proof.lock)
    if not check:
        replace_file(path, text)
        return LockResult(path, proof.lock, proof.problems)
    same = files.lock is not None and files.lock.text == text
    behind = Problem(
        Origin(display_path(path), 1, 1), f"{LOCK} is not what the copies and the citations give", "run `lock`"
    )
    return LockResult(path, proof.lock, proof.problems if same else (*proof.problems, behind))


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
