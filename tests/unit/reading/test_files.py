"""Places in the text of a file."""

from __future__ import annotations

import pytest

from standfirst.model import Origin
from standfirst.reading.files import InputFile, origin_in_file


@pytest.mark.parametrize(("offset", "line", "column"), [(0, 1, 1), (2, 1, 3), (3, 2, 1), (4, 2, 2), (7, 4, 1)])
def test_offsets_become_lines_and_columns(offset: int, line: int, column: int) -> None:
    assert origin_in_file(InputFile("a.md", "éa\nbc\n\n"), offset) == Origin("a.md", line, column)
