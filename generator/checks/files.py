"""Files of a content folder that add nothing to the explainer, though their writer may think that they do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem, Severity
from generator.files import ContentFiles
from generator.model import Origin
from generator.unread import is_of_kind

# A line that is neither empty nor a comment, nor the one that begins a YAML document.
_SAYS_SOMETHING = re.compile(r"^(?!---\s*$)[^\S\n]*[^\s#]", re.MULTILINE)


def overlooked(files: ContentFiles) -> Iterator[Problem]:
    """Every file or folder that is not read, and every facts file named for a kind that says nothing, as warnings.

    They are causes: whatever refers to a fact that stands there, or should, refers to nothing.
    """
    for unread in files.unread:
        yield Problem(Origin(unread.path, 1, 1), unread.message, unread.hint, Severity.WARNING, is_cause=True)
    for file in files.facts:
        name = file.path.rpartition("/")[2]
        if is_of_kind(name) and not _SAYS_SOMETHING.search(file.text):
            hint = f"write a line {name.partition('.')[0]}: and records below it, or remove the file"
            yield Problem(Origin(file.path, 1, 1), "this file holds no facts", hint, Severity.WARNING, is_cause=True)
