"""The `schema` command: write anew the schemas that the files of a content folder name."""

from __future__ import annotations

from pathlib import Path

from standfirst.decoding.schema import SCHEMA_FOLDER, schemas
from standfirst.publishing.writing import replace_files
from standfirst.reading.folders import check_folder


def write_schemas(content: Path) -> tuple[Path, ...]:
    """Write the schemas below a content folder, where its files name them; return their paths. Raises `UsageError`."""
    check_folder(content, "--content")
    return replace_files(content / SCHEMA_FOLDER, schemas())
