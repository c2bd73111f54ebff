"""The schemas of a content folder, which editors read: written when asked, and kept up with the ids in the content."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from standfirst.model import Content
from standfirst.problems.errors import UsageError, errors_in
from standfirst.publishing.writing import replace_files
from standfirst.reading.files import SCHEMA_FOLDER


def write_schemas(folder: Path, content: Content | None) -> tuple[Path, ...]:
    """Write the schemas of a content folder and return their paths. Raises `UsageError`."""
    return replace_files(folder / SCHEMA_FOLDER, _schemas(content))


class SchemaKeeper:
    """Keeps the schemas of a content folder up with what it holds, where it has any.

    `note` is told the content whenever all of it could be read, so that a mistake takes no id from the writer's editor.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / SCHEMA_FOLDER
        self._content: Content | None = None

    def note(self, content: Content) -> None:
        """Remember what the folder holds now."""
        self._content = content

    def renew(self) -> None:
        """Write those schemas anew that are out of date. A folder that cannot be written stays as it is."""
        content, self._content = self._content, None
        # Nobody needs them to check or to preview, so where they cannot be written nothing is said.
        with suppress(UsageError, OSError):
            if content and self._folder.is_dir():
                stale = {name: text for name, text in _schemas(content).items() if self._has(name) != text.encode()}
                if stale:
                    replace_files(self._folder, stale)

    def _has(self, name: str) -> bytes:
        path = self._folder / name
        return path.read_bytes() if path.exists() else b""


def keep_schemas(folder: Path) -> None:
    """Bring the schemas of a content folder up with what stands there now, where it has any and all can be read."""
    from standfirst.decoding.decode import decode  # noqa: PLC0415
    from standfirst.reading.read import read_content  # noqa: PLC0415

    files = read_content(folder)
    decoded = decode(files)
    if not errors_in((*files.problems, *decoded.problems)):
        keeper = SchemaKeeper(folder)
        keeper.note(decoded.content)
        keeper.renew()


def _schemas(content: Content | None) -> dict[str, str]:
    # A check of what has not changed decodes nothing, and loads nothing that could.
    from standfirst.decoding.schema import schemas  # noqa: PLC0415

    return schemas(content)
