"""The small working explainer that `new` starts."""

from __future__ import annotations

from pathlib import Path

from standfirst.decoding.schema import schemas
from standfirst.publishing.writing import make_folder
from standfirst.reading.files import SCHEMA_FOLDER

_STARTER = Path(__file__).parents[1] / "starter"
_IGNORED = "# The copies of sources are other people's text.\n/sources/\n"


def start_explainer(folder: Path) -> Path:
    """Make a content folder that builds, and that teaches the format in its comments; return it.

    Raises `UsageError` where something is there already, or nothing can be written; then nothing is.
    """
    copied = {path.relative_to(_STARTER).as_posix(): path.read_bytes() for path in _files()}
    made = {".gitignore": _IGNORED, **{f"{SCHEMA_FOLDER}/{name}": text for name, text in schemas().items()}}
    make_folder(folder, {**copied, **{path: text.encode() for path, text in made.items()}})
    return folder


def _files() -> list[Path]:
    return sorted(path for path in _STARTER.rglob("*") if path.is_file())
