"""What the program can say is wrong, read off its code: the messages of all problems, with `…` for what differs."""

from __future__ import annotations

import ast
import re
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
# Two parts in a row that differ are one, and so is a part in quotation marks that nothing fills.
_UNTOLD = re.compile(rf"{OTHER}(?: ?{OTHER})+|(?<=')(?=')")
# A message begins so that another is put before; a hint that begins so says nothing without what differs.
_GOES_ON = (f"{OTHER},", f"{OTHER} (", f"{OTHER} “")
# What each name of a function may stand for at one point of it.
_Known = dict[str, list[ast.expr]]


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A message and one way that it names to mend it, as far as the code says these; `room` is where it is said."""

    room: str
    message: str
    hint: str
    severity: str


def all_said() -> tuple[Said, ...]:
    """Return every message of a problem in the code with each of its mends, in order of room and wording."""
    found = {said for file in sorted(_PACKAGE.rglob("*.py")) for said in _said_in(file)}
    return tuple(sorted(found))


def _said_in(file: Path) -> Iterator[Said]:
    room = file.relative_to(_PACKAGE).parts[0].removesuffix(".py")
    text = file.read_text(encoding="utf-8")
    if any(f"{name}(" in text for name in _MAKERS):
        for call, known in _calls(ast.parse(text).body, {}):
            yield from _of_call(call, known, room)


def _calls(body: list[ast.stmt], known: _Known) -> Iterator[tuple[ast.Call, _Known]]:
    """Yield the calls in some statements, each with what the names in it may stand for there."""
    for statement in body:
        inner = [*_bodies(statement)]
        within = {id(each) for branch in inner for line in branch for each in ast.walk(line)}
        yield from (
            (each, known) for each in ast.walk(statement) if isinstance(each, ast.Call) and id(each) not in within
        )
        for branch in inner:
            yield from _calls(branch, known)
        known = _after(statement, known)


def _bodies(node: ast.AST) -> Iterator[list[ast.stmt]]:
    """Yield the statements that one consists of, branch by branch."""
    for _, value in ast.iter_fields(node):
        parts = value if isinstance(value, list) else []
        if parts and isinstance(parts[0], ast.stmt):
            yield parts
        elif parts and isinstance(parts[0], ast.match_case | ast.excepthandler):
            yield from (each.body for each in parts)


def _after(statement: ast.stmt, known: _Known) -> _Known:
    """What names may stand for behind a statement: of branches that end the function or a round, nothing stays."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return known
    branches = [*_bodies(statement)]
    if not branches:
        return {**known, **_assigned(statement)}
    found: _Known = {}
    for branch in branches:
        if not isinstance(branch[-1], ast.Return | ast.Raise | ast.Continue | ast.Break):
            behind = known
            for each in branch:
                behind = _after(each, behind)
            for name, values in behind.items():
                found.setdefault(name, []).extend(each for each in values if each not in found[name])
    # One without `else` may have been passed over.
    if not (isinstance(statement, ast.If) and statement.orelse):
        for name, values in known.items():
            found.setdefault(name, []).extend(each for each in values if each not in found[name])
    return found


def _of_call(node: ast.Call, known: _Known, room: str) -> Iterator[Said]:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name not in _MAKERS:
        return
    message, hint = (_argument(node, place, key) for place, key in zip(_MAKERS[name], ("message", "hint"), strict=True))
    written = ast.dump(node)
    is_warning = name == "UnreadFile" or "WARNING" in written
    severity = "warning" if is_warning else "note" if "'NOTE'" in written else "error"
    hints = {each.strip("; ") for each in _texts(hint, known)} if hint else set()
    told = {each for each in hints if each.strip(OTHER) and not each.startswith(_GOES_ON)} or {""}
    for text in _texts(message, known) if message else ():
        if len(text.replace(OTHER, "").strip(" ';,")) > 3 and not text.startswith(_GOES_ON[:2]):
            yield from (Said(room, _UNTOLD.sub(OTHER, text), _UNTOLD.sub(OTHER, mend), severity) for mend in told)


def _argument(node: ast.Call, place: int, key: str) -> ast.expr | None:
    named = (each.value for each in node.keywords if each.arg == key)
    plain = node.args[place] if len(node.args) > place and not isinstance(node.args[place], ast.Starred) else None
    return next(named, plain)


def _assigned(statement: ast.stmt) -> _Known:
    """What a statement assigns to each name."""
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and statement.value:
        return {statement.target.id: [statement.value]}
    if not isinstance(statement, ast.Assign):
        return {}
    target, value = statement.targets[0], statement.value
    if isinstance(target, ast.Name):
        return {target.id: [value]}
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        pairs = zip(target.elts, value.elts, strict=False)
        return {name.id: [each] for name, each in pairs if isinstance(name, ast.Name)}
    return {}


def _texts(node: ast.expr, known: _Known, depth: int = 0) -> list[str]:
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
