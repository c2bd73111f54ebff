"""The `schema` command: write the schemas anew that a content folder's files name."""

from __future__ import annotations

from pathlib import Path

from standfirst.decoding.schema import FOLDER, schemas
from standfirst.reading.files import check_folder
from standfirst.staging import replace_files


def write_schemas(content: Path) -> tuple[Path, ...]:
    """Write the schemas below a content folder, where its files name them; return their paths. Raises `UsageError`."""
    check_folder(content, "--content")
    return replace_files(content / FOLDER, schemas())
