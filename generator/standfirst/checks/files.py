"""Files of a content folder that add nothing to the explainer, though their writer may think that they do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.reading.files import ContentFiles, UnreadFile
from standfirst.reading.misplaced import ids_in, is_of_kind

# A line that is neither empty nor a comment, nor the one that begins a YAML document.
_SAYS_SOMETHING = re.compile(r"^(?!---\s*$)[^\S\n]*[^\s#]", re.MULTILINE)


def overlooked(files: ContentFiles) -> Iterator[UnreadFile]:
    """Every file or folder that is not read, and every facts file named for a kind that says nothing.

    They are causes: whatever refers to a fact that stands there, or should, refers to nothing.
    """
    yield from files.unread
    for file in files.facts:
        name = file.path.rpartition("/")[2]
        if is_of_kind(name) and not _SAYS_SOMETHING.search(file.text):
            hint = f"write a line {name.partition('.')[0]}: and records below it, or remove the file"
            yield UnreadFile(file.path, "this file holds no facts", hint, ids_in(name, ""))
