"""Replacements as edits of files: found where they are meant, written as the place asks, none over another.

An old text that does not stand where it should be is not replaced.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import yaml

from standfirst.fixing.places import Style, WrittenFile, WrittenText
from standfirst.problems.errors import Problem
from standfirst.problems.remedies import Replacement
from standfirst.reading.yaml.missing_quotes import in_quotes

# What may stand between the place of a problem and the text at fault: nothing, marks, and the kind of a reference.
_LEADS = tuple(map(re.compile, ("", r"[\"'\[@^]+", r"[\"'\[@^]*[a-z][a-z0-9-]*:\s*")))
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"[\w-]")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What is to stand in a file in the place of what begins and ends at two offsets into its text."""

    path: str
    start: int
    end: int
    new: str


def edits_that_mend(problems: Iterable[Problem], files: Mapping[str, WrittenFile]) -> dict[Problem, tuple[Edit, ...]]:
    """Return the edits that mend each problem, of those for which all that is to be replaced was found."""
    found = {problem: [_edit(each, files.get(each.origin.path)) for each in problem.fix] for problem in problems}
    return {
        problem: tuple(edit for edit in edits if edit)
        for problem, edits in found.items()
        if edits and None not in edits
    }


def without_overlaps(edits: Iterable[Sequence[Edit]]) -> tuple[Edit, ...]:
    """Return the edits that can be made together: of two in one place the first, and what is alike once."""
    kept: list[Edit] = []
    for group in edits:
        new = [edit for edit in dict.fromkeys(group) if not _is_among(edit, kept)]
        if not any(_overlaps(edit, kept) for edit in new):
            for edit in new:
                insort(kept, edit)
    return tuple(kept)


def _is_among(edit: Edit, kept: Sequence[Edit]) -> bool:
    at = bisect_left(kept, edit)
    return at < len(kept) and kept[at] == edit


def _overlaps(edit: Edit, kept: Sequence[Edit]) -> bool:
    at = bisect_left(kept, edit)
    beside = (other for other in kept[max(0, at - 1) : at + 1] if other.path == edit.path)
    # What is put in has no length, and only one thing can be put in at a place.
    return any(edit.start == other.start or (edit.start < other.end and other.start < edit.end) for other in beside)


def _edit(replacement: Replacement, file: WrittenFile | None) -> Edit | None:
    offset = file.offset_of(replacement.origin) if file else None
    if file is None or offset is None:
        return None
    old, path = replacement.old, file.file.path
    if replacement.literal:
        end = offset + len(old)
        return Edit(path, offset, end, replacement.new) if file.file.text[offset:end] == old else None
    for text in file.texts_at(offset):
        if found := _found(old, max(offset, text.start), text, file.file.text):
            return _edit_within(replacement, found, text, file)
    return None


# ---------------------------------------------------------------- where it stands


def _found(old: str, offset: int, within: WrittenText, text: str) -> re.Match[str] | None:
    """Where an old text is written: at the offset, right behind it, or else in the one place of the text with it."""
    written = _as_written(old, within.style)
    # What a colon follows is the kind of a reference, or a key in a text.
    whole = re.compile(rf"{written}(?![\w-])(?!:\w)" if _WORD.match(old[-1:]) and not old.endswith(":") else written)
    for lead in filter(None, (each.match(text, offset, within.end) for each in _LEADS)):
        if found := whole.match(text, lead.end(), within.end):
            return found
    if offset != within.start:
        return None
    alone = re.compile(rf"(?<![\w-]){whole.pattern}" if _WORD.match(old) else whole.pattern)
    places = list(alone.finditer(text, within.start, within.end))
    return places[0] if len(places) == 1 else None


def _as_written(meant: str, style: Style) -> str:
    """The pattern of a text in its file, where lines may end at its blanks, and marks be escaped."""
    return _blanks(style).join(re.escape(_escaped(part, style)) for part in _BLANKS.split(meant))


def _blanks(style: Style) -> str:
    return r"(?:\s|\\\n)+" if style is Style.DOUBLE else r"\s+"


def _escaped(meant: str, style: Style) -> str:
    if style is Style.DOUBLE:
        return meant.replace("\\", "\\\\").replace('"', '\\"')
    return meant.replace("'", "''") if style is Style.SINGLE else meant


# ---------------------------------------------------------------- how the new one is written


def _edit_within(replacement: Replacement, found: re.Match[str], within: WrittenText, file: WrittenFile) -> Edit | None:
    """The edit of a text that was found, with what it still says left as it is: "4 March" in "[4 March](event:x)"."""
    start, end, new = _changed_part(replacement, found, within.style)
    if "\n" in replacement.new and within.style is not Style.MARKDOWN:
        return None
    path, text = file.file.path, file.file.text
    if within.style is not Style.PLAIN:
        return Edit(path, start, end, new)
    whole = f"{text[within.start : start]}{new}{text[end : within.end]}"
    if _reads_as_it_stands(whole, in_brackets=within.in_brackets):
        return Edit(path, start, end, new)
    return Edit(path, within.start, within.end, in_quotes(whole))


def _changed_part(replacement: Replacement, found: re.Match[str], style: Style) -> tuple[int, int, str]:
    """What changes of a text that was found, where that begins and ends, and what it becomes."""
    before, same, after = replacement.new.partition(replacement.old)
    if same:
        return *found.span(), f"{_escaped(before, style)}{found[0]}{_escaped(after, style)}"
    old, new = (_BLANKS.split(text) for text in (replacement.old, replacement.new))
    # Lines may end within words that stay.
    first = _how_many_alike(old[:-1], new[:-1])
    last = _how_many_alike(old[:first:-1], new[:first:-1])
    start = re.match(f"{_as_written(' '.join(old[:first]), style)}{_blanks(style)}", found[0]) if first else None
    end = re.search(f"{_blanks(style)}{_as_written(' '.join(old[-last:]), style)}\\Z", found[0]) if last else None
    return (
        found.start() + (start.end() if start else 0),
        found.start() + (end.start() if end else len(found[0])),
        _escaped(" ".join(new[first : len(new) - last]), style),
    )


def _how_many_alike(some: Sequence[str], others: Sequence[str]) -> int:
    """How many words two texts begin with alike."""
    return next(
        (at for at, (one, other) in enumerate(zip(some, others, strict=False)) if one != other),
        min(len(some), len(others)),
    )


def _reads_as_it_stands(plain: str, *, in_brackets: bool) -> bool:
    """Whether YAML reads a text without quotation marks as that text and nothing else."""
    document = f"[{plain}]" if in_brackets else f"key: {plain}"
    try:
        events = list(yaml.parse(document, Loader=yaml.CBaseLoader))
    except yaml.YAMLError:
        return False
    scalars = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    expected = 1 if in_brackets else 2
    is_alone = len(events) == expected + 6 and len(scalars) == expected and not scalars[-1].style
    return is_alone and _BLANKS.sub(" ", scalars[-1].value) == _BLANKS.sub(" ", plain.strip())
