"""Faults that come of a line with the wrong indentation, or of a missing line: a kind, or the id of a record."""

from __future__ import annotations

import math
from collections.abc import Iterator

from standfirst.problems.remedies import Remedy
from standfirst.reading.yaml.fault_trials import (
    HAS_KEY,
    KINDS,
    Cause,
    Trial,
    has_content,
    has_known_key,
    indent_of,
    is_bare_key,
)


def badly_indented(trial: Trial) -> Cause | None:
    """Return the line above the fault that causes it by its indentation, or None.

    Each suspect is tried at the depth of the fault, and the line of the fault at the depths of those above. The cause
    is the line that takes the parser furthest, unless that is the line of the fault itself.
    """
    own = trial.lines[trial.fault]
    depth = indent_of(own)
    above = list(_enclosing(trial))
    # The suspects: the nearest line that is indented less than the fault, and the first line below that.
    left = next((at for at in above if indent_of(trial.lines[at]) < depth), -1)
    right = next((at for at in range(left + 1, trial.fault) if has_content(trial.lines[at])), -1)
    suspects = [at for at in (left, right) if at >= 0 and _may_be_displaced(trial.lines[at], depth)]
    reached = {at: trial.reach({at: _indented(trial.lines[at], depth)}) for at in suspects}
    if reached.get(left, -1) > trial.fault and _is_within_a_kind(trial, left):
        return _displaced(trial, left, "is not indented far enough")
    depths = {indent_of(trial.lines[at]) for at in above} - {depth}
    reached[trial.fault] = max((trial.reach({trial.fault: _indented(own, other)}) for other in depths), default=-1)
    furthest = max(reached.values())
    best = [at for at, reach in reached.items() if reach == furthest > trial.fault]
    if left in best and _is_key_behind(trial, left, depth):
        best = [left]
    elif best == [left, right]:
        # Where both help, the left one names a record, and is where it should be.
        best = [right]
    if len(best) != 1 or best[0] == trial.fault:
        return None
    return _displaced(trial, best[0], "is not indented far enough" if best[0] == left else "is indented too far")


def _is_key_behind(trial: Trial, at: int, depth: int) -> bool:
    """Whether a line has a key of records and follows another one that is as deep as the fault."""
    before = next((other for other in trial.above() if other < at), at)
    known = has_known_key(trial.lines[at]) and has_known_key(trial.lines[before])
    return known and indent_of(trial.lines[before]) == depth


def no_line_above(trial: Trial) -> Cause | None:
    """Return the place where the name of a kind or the id of a record is missing, above lines deeper than the fault."""
    depth = indent_of(trial.lines[trial.fault])
    left = next((at for at in trial.above() if indent_of(trial.lines[at]) < depth), -1)
    first = next((at for at in range(left + 1, trial.fault) if has_content(trial.lines[at])), trial.fault)
    line = trial.lines[first]
    is_of_kind = left >= 0 and is_bare_key(trial.lines[left], KINDS) and has_known_key(line)
    # Where keys of settings stand at the margin, no kinds do.
    is_without_kind = left < 0 and not depth and not has_known_key(trial.lines[trial.fault])
    if indent_of(line) <= depth or not HAS_KEY.match(line) or not (is_of_kind or is_without_kind):
        return None
    # The added line moves the fault one line down.
    if trial.reach({first: f"{' ' * depth}x:\n{line}"}) <= trial.fault + 1:
        return None
    if is_of_kind:
        return Cause(
            first, indent_of(line), "no id of a record stands above this line", Remedy("write it there, and a colon")
        )
    return Cause(
        first, indent_of(line), "no kind of fact stands above this line", Remedy("write it there, such as `actors:`")
    )


def _may_be_displaced(line: str, depth: int) -> bool:
    """Whether a line has a key at another depth, and is not a kind at the margin, where kinds belong."""
    is_kind = not indent_of(line) and is_bare_key(line, KINDS)
    return bool(HAS_KEY.match(line)) and indent_of(line) != depth and not is_kind


def _displaced(trial: Trial, at: int, how: str) -> Cause:
    return Cause(at, indent_of(trial.lines[at]), f"this line {how}", Remedy("indent it exactly like its neighbours"))


def _indented(line: str, depth: int) -> str:
    return " " * depth + line.lstrip(" ")


def _enclosing(trial: Trial) -> Iterator[int]:
    """Yield the line above the fault, and each line that encloses it."""
    depth = math.inf
    for at in trial.above():
        if indent_of(trial.lines[at]) < depth:
            yield at
            depth = indent_of(trial.lines[at])
        if not depth:
            return


def _is_within_a_kind(trial: Trial, at: int) -> bool:
    """Whether a line at the margin, where only kinds belong, follows the name of a kind; not if the fault is at one."""
    at_margin = (
        other
        for other in range(at - 1, -1, -1)
        if has_content(trial.lines[other]) and not indent_of(trial.lines[other])
    )
    before = next(at_margin, None)
    return (
        not indent_of(trial.lines[at])
        and before is not None
        and is_bare_key(trial.lines[before], KINDS)
        and not is_bare_key(trial.lines[trial.fault], KINDS)
    )
