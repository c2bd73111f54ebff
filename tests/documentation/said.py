"""What the program can say is wrong, read off its code: the messages of all problems, with `…` for what differs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from tests.explainers import ROOT

_PACKAGE = ROOT / "generator" / "standfirst"
# The calls that make a problem, and which of their arguments are the message and the hint.
_MAKERS = {"Problem": (1, 2), "problem": (1, 2), "miswritten": (1, 2), "UnreadFile": (1, 2)}
OTHER = "…"
# Texts of a message whose parts are chosen are multiplied out, up to so many.
_MOST = 6
# Of mends that depend on what is there, so many are told.
_MOST_MENDS = 3
_WORKED_OUT = "what the message itself says, as it depends on what is there"


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A message and what it says to do, as far as the code says that there; `room` is where it is said."""

    room: str
    message: str
    hint: str
    severity: str


def all_said() -> tuple[Said, ...]:
    """Return every message of a problem in the code, each once, in order of room and wording."""
    found = {said for file in sorted(_PACKAGE.rglob("*.py")) for said in _said_in(file)}
    return tuple(sorted(found))


def _said_in(file: Path) -> Iterator[Said]:
    room = file.relative_to(_PACKAGE).parts[0].removesuffix(".py")
    text = file.read_text(encoding="utf-8")
    if not any(f"{name}(" in text for name in _MAKERS):
        return
    for scope in ast.walk(ast.parse(text)):
        if isinstance(scope, ast.FunctionDef):
            known = _assigned(scope)
            for node in ast.walk(scope):
                if isinstance(node, ast.Call):
                    yield from _of_call(node, known, room)


def _of_call(node: ast.Call, known: dict[str, list[ast.expr]], room: str) -> Iterator[Said]:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name not in _MAKERS:
        return
    message, hint = (_argument(node, place, key) for place, key in zip(_MAKERS[name], ("message", "hint"), strict=True))
    written = ast.dump(node)
    is_warning = name == "UnreadFile" or "WARNING" in written
    severity = "warning" if is_warning else "note" if "'NOTE'" in written else "error"
    hints = [each.strip("; ") for each in _texts(hint, known) if each.strip(" …;")] if hint else []
    mend = "; or ".join(dict.fromkeys(hints[:_MOST_MENDS])) or _WORKED_OUT
    for text in _texts(message, known) if message else ():
        if len(text.replace(OTHER, "").strip(" ';,")) > 3:
            yield Said(room, text, mend, severity)


def _argument(node: ast.Call, place: int, key: str) -> ast.expr | None:
    named = (each.value for each in node.keywords if each.arg == key)
    plain = node.args[place] if len(node.args) > place and not isinstance(node.args[place], ast.Starred) else None
    return next(named, plain)


def _assigned(scope: ast.FunctionDef) -> dict[str, list[ast.expr]]:
    """What is assigned to each name in a function."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).append(node.value)
        elif (
            isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Tuple)
            and isinstance(node.value, ast.Tuple)
        ):
            for target, value in zip(node.targets[0].elts, node.value.elts, strict=False):
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(value)
    return found


def _texts(node: ast.expr, known: dict[str, list[ast.expr]], depth: int = 0) -> list[str]:
    """The texts that an expression may be, with `…` for what is not known before it is said."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Constant(value=None):
            return []
        case ast.JoinedStr(values=parts):
            return _joined([_texts(part, known, depth) for part in parts])
        case ast.FormattedValue(value=value):
            texts = _texts(value, known, depth + 1) if depth < 2 and isinstance(value, ast.Name | ast.IfExp) else []
            return texts if texts and all(len(each) < 60 for each in texts) else [OTHER]
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return _joined([_texts(left, known, depth), _texts(right, known, depth)])
        case ast.IfExp(body=body, orelse=orelse):
            return [*_texts(body, known, depth), *_texts(orelse, known, depth)][:_MOST]
        case ast.Name(id=name) if name in known and depth < 3:
            return [text for value in known[name] for text in _texts(value, known, depth + 1)][:_MOST]
        case ast.BoolOp(values=values):
            return [text for value in values for text in _texts(value, known, depth)][:_MOST]
        case ast.Call(func=ast.Name(id="Remedy" | "suggest" | "write"), args=[first, *_]):
            return _texts(first, known, depth) if node.func.id == "Remedy" else []  # type: ignore[attr-defined]
        case _:
            return [OTHER]


def _joined(parts: list[list[str]]) -> list[str]:
    return ["".join(each) for each in product(*(part or [""] for part in parts))][:_MOST]
