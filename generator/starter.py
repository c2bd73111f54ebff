"""The small working explainer that `new` starts."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.errors import UsageError
from generator.schema import write_schemas

_STARTER = Path(__file__).parent / "starter"
_IGNORED = "# The copies of sources are other people's text.\n/sources/\n"


def start_explainer(folder: Path) -> Path:
    """Make a content folder that builds, and that teaches the format in its comments; return it.

    Raises `UsageError` where something is there already, or nothing can be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already and not empty; name a new folder")
    try:
        shutil.copytree(_STARTER, folder, dirs_exist_ok=True)
        (folder / ".gitignore").write_text(_IGNORED, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror or error}") from None
    write_schemas(folder)
    return folder
