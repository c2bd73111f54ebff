"""The `schema` command: write anew the schemas that the files of a content folder name."""

from __future__ import annotations

from pathlib import Path

from standfirst.authoring.editor_schemas import write_schemas
from standfirst.decoding.decode import decode
from standfirst.reading.folders import check_folder
from standfirst.reading.read import read_content


def renew_schemas(content: Path) -> tuple[Path, ...]:
    """Write the schemas below a content folder, with the ids of all that can be read; return their paths.

    Raises `UsageError`.
    """
    check_folder(content, "--content")
    return write_schemas(content, decode(read_content(content)).content)
