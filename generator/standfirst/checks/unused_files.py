"""Files of a content folder that add nothing to the explainer, although their writer may expect it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.reading.files import ContentFiles, UnreadFile
from standfirst.reading.unread_names import ids_in, is_of_kind

# A line that is neither empty nor a comment nor `---`, which begins a YAML document.
_HAS_CONTENT = re.compile(r"^(?!---\s*$)[^\S\n]*[^\s#]", re.MULTILINE)


def unused_files(files: ContentFiles) -> Iterator[UnreadFile]:
    """Yield every file or folder that is not read, and every facts file that is named for a kind and holds no facts.

    Each may be why other problems arise: a reference to a fact that stands there, or should, leads nowhere.
    """
    yield from files.unread
    for file in files.facts:
        name = file.path.rpartition("/")[2]
        if is_of_kind(name) and not _HAS_CONTENT.search(file.text):
            hint = f"write a line {name.partition('.')[0]}: and records below it, or remove the file"
            yield UnreadFile(file.path, "this file holds no facts", hint, ids_in(name, ""))
