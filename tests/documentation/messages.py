"""`docs/messages.md`: every problem that is told of, by an example of each, and what it says to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from standfirst.problems.excerpts import lines_in_file
from tests.documentation.said import OTHER, Said, all_said
from tests.explainers import ROOT

_BROKEN = ROOT / "tests" / "broken"
_HEAD = (Path(__file__).parent / "messages.head.md").read_text(encoding="utf-8")
# What the first word of a fault says it is about.
_TITLES = {
    "address": "Addresses of pages and sites",
    "basemap": "The basemap",
    "bound": "Links that disagree with their facts",
    "cite": "`cite`",
    "claim": "Claims",
    "comment": "Comments",
    "contact": "`contact`",
    "coordinate": "Coordinates",
    "copied": "Copied prose",
    "copies": "Copies of sources",
    "copy": "Copies of sources",
    "date": "Dates",
    "editions": "Editions",
    "eight": "Several at once",
    "embed": "Facts that are set in a text",
    "event": "The order of events",
    "file": "Files",
    "folder": "Folders",
    "front": "Front matter",
    "id": "Ids",
    "image": "Images",
    "key": "Keys",
    "kind": "Kinds",
    "language": "Languages",
    "link": "Links",
    "lock": "`sources.lock`",
    "look": "`look`",
    "name": "Names",
    "number": "Numbers",
    "page": "Pages",
    "passage": "Passages",
    "quote": "Quotations",
    "quoted": "Quoted words",
    "reference": "References",
    "relation": "Relations",
    "relaying": "`relaying`",
    "reviews": "`reviews.yaml`",
    "section": "Sections",
    "source": "Sources",
    "template": "Templates",
    "translation": "Translations",
    "two": "Two files with one address",
    "type": "Values of another sort",
    "verb": "Verbs",
    "word": "Words of a closed set",
    "yaml": "YAML",
}
_ROOMS = {
    "checks": "What does not agree",
    "commands": "Commands",
    "decoding": "How values are written",
    "images": "Images",
    "importing": "Importing",
    "outputs": "What is published",
    "pages": "Pages",
    "past_days": "Earlier days",
    "preview": "netlify.toml, in a preview",
    "prose": "Markdown",
    "reading": "Files and YAML",
    "rendering": "Pages and templates",
    "site": "References and ids",
    "sources": "Citations",
}
_PROBLEM = re.compile(r"(?P<path>[^\n:]+):(?P<line>\d+):(?P<column>\d+): (?P<said>.*)")
# Longer lines of an example are shown in part.
_WIDTH = 140


def messages() -> str:
    """Return the page."""
    faults = sorted(_BROKEN.iterdir())
    lines = [_HEAD]
    for title, folders in groupby(faults, key=_title):
        lines += [f"## {title}", ""]
        for folder in folders:
            lines += _example(folder)
    lines += _without_example([said for folder in faults for _, said in _problems(folder)])
    return "\n".join(lines).rstrip("\n") + "\n"


def _title(folder: Path) -> str:
    word = folder.name.partition("-")[0]
    return _TITLES.get(word, word.capitalize())


def _problems(folder: Path) -> list[tuple[re.Match[str], str]]:
    text = (folder / "problems.txt").read_text(encoding="utf-8")
    return [(found, found["said"]) for found in _PROBLEM.finditer(text)]


def _example(folder: Path) -> Iterator[str]:
    yield from (f"### {folder.name.replace('-', ' ').capitalize()}", "")
    for found, said in _problems(folder):
        yield f"**{_escaped(said)}**"
        yield ""
        if line := _line(folder / found["path"], int(found["line"])):
            yield from ("```", f"{found['path']}:{found['line']}", line, "```", "")
    if (folder / "fix.diff").exists():
        changed = [line for line in (folder / "fix.diff").read_text(encoding="utf-8").splitlines() if line[0] in "+-"]
        written = [_cut(line) for line in changed if not line.startswith(("---", "+++"))]
        yield from ("```diff", *written, "```", "")


def _line(path: Path, number: int) -> str:
    """A line of an example; nothing where there is none, or nothing in it."""
    lines = lines_in_file(str(path))
    return _cut(lines[number - 1]) if number <= len(lines) and lines[number - 1].strip() else ""


def _cut(line: str) -> str:
    shown = "".join(each if each.isprintable() else "\ufffd" for each in line)
    return shown if len(shown) <= _WIDTH else f"{shown[:_WIDTH]} …"


def _escaped(text: str) -> str:
    """A message as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", text)


# ---------------------------------------------------------------- those without an example


def _without_example(shown: Sequence[str]) -> Iterator[str]:
    yield from ("## Messages without an example", "")
    yield "`…` stands for what differs. What to do stands below each message, or else in it when it is told."
    left = [said for said in all_said() if not any(_pattern(said).match(each) for each in shown)]
    for room, of_room in groupby(left, key=lambda said: said.room):
        yield from ("", f"### {_ROOMS[room]}", "")
        for message, mends in groupby(of_room, key=lambda said: said.message):
            yield from _item(message, [*mends])


def _item(message: str, mends: Sequence[Said]) -> Iterator[str]:
    """A message, and below it what it may say to do."""
    # Of what is one or the other, as the explainer is a draft or not, the less is said.
    yield f"- **{_escaped(message)}** ({min(mends, key=_gravity).severity})"
    yield from (f"  - {_escaped(hint)}" for hint in dict.fromkeys(said.hint for said in mends) if hint)


def _gravity(said: Said) -> int:
    return ("note", "warning", "error").index(said.severity)


def _pattern(said: Said) -> re.Pattern[str]:
    parts = (re.escape(part) for part in said.message.split(OTHER))
    return re.compile(f"(?:warning: )?{'.*'.join(parts)}(?:;|$)")
