"""The `docs` command: the pages of the documentation, which come with the program."""

from __future__ import annotations

import re
import shlex

from standfirst.problems.errors import UsageError
from standfirst.problems.excerpts import visible
from standfirst.problems.remedies import suggest
from standfirst.program import Program, documentation

# Pages that are made begin with a comment that says from what.
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def list_of_pages(program: Program) -> str:
    """Return the pages with their titles, in lines to be printed, and where they lie."""
    names = _names()
    width = max(map(len, names), default=0)
    return "\n".join(
        (
            f"The pages lie in {visible(str(documentation()))}; `{shlex.join(program.command)} docs PAGE` prints one.",
            "Begin with tutorial; reference has every key.",
            "",
            *(f"  {name:{width}}  {_title_of(name)}" for name in names),
        )
    )


def text_of_page(name: str) -> str:
    """Return a page as Markdown. Raises `UsageError` where there is none of this name."""
    names, wanted = _names(), name.removesuffix(".md")
    if wanted not in names:
        raise UsageError(f"there is no page '{name}'; {suggest(wanted, names).hint or 'write ' + ', '.join(names)}")
    return (documentation() / f"{wanted}.md").read_text(encoding="utf-8")


def _names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in documentation().glob("*.md")))


def _title_of(name: str) -> str:
    found = _TITLE.search(text_of_page(name))
    return found[1] if found else ""
