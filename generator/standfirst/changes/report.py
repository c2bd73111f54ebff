"""What changed, as lines for a terminal, as Markdown for a comment on GitHub or GitLab, and as JSON for programs."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from standfirst.changes.told import State, ToldFact
from standfirst.changes.told_by_updates import ToldKey
from standfirst.model.frozen_class import frozen
from standfirst.problems.excerpts import shorten_message, visible

_BACKTICKS = re.compile("`+")
# So many characters a comment has room for: what changed, the facts of which no update tells, and what could not be
# compared. GitHub refuses one of more than 65,536.
_ROOM, _ROOM_FOR_NAMES, _ROOM_FOR_DOUBTS = 40_000, 5_000, 15_000


@frozen
class Since:
    """What today is compared with, as it was named; `commit` says which that is, where it is one."""

    named: str
    commit: str = ""

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.named, self.commit)))


def as_lines(facts: Iterable[ToldFact]) -> Iterator[str]:
    """Yield a line a fact."""
    for each in facts:
        match each.state:
            case State.NEW:
                yield f"new: {each.fact}: {each.label}"
            case State.WITHDRAWN:
                yield f"withdrawn: {each.fact}: {each.label}" + (f"; now part of {each.into}" if each.into else "")
            case State.CHANGED:
                was = [f"formerly {each.formerly}"] if each.formerly else []
                yield f"{each.fact}: {'; '.join((*was, *(_said(key, str) for key in each.keys)))}"


def _said(told: ToldKey, shown: Callable[[str], str]) -> str:
    """What changed under a key; `shown` writes what comes of the content."""
    before, after = shown(told.before), shown(told.after)
    if told.key == "cite":
        return f"now also rests on {after}" if told.after else f"no longer rests on {before}"
    if told.before and told.after:
        return f"{told.key}: {before} → {after}"
    return f"{told.key}: now {after}" if told.after else f"{told.key}: no longer {before}"


def counts_of(facts: Sequence[ToldFact]) -> str:
    """Return how many facts changed, are new or were withdrawn: "2 changed, 1 new"."""
    counts = Counter(each.state for each in facts)
    return ", ".join(f"{counts[state]} {state.value}" for state in State if counts[state])


def untold(facts: Iterable[ToldFact]) -> tuple[ToldFact, ...]:
    """Return those that say something else and of which no update tells yet."""
    return tuple(each for each in facts if each.says_something_else and not each.is_told)


# ---------------------------------------------------------------- Markdown


def as_markdown(facts: Sequence[ToldFact], since: Since, doubts: Sequence[str] = ()) -> str:
    """Return a comment's text. Whatever comes of the content stands as code, in which nothing is markup or a mention.

    `doubts` say what could not be compared.
    """
    shown = replace(since, named=_code(since.named))
    lines = ["### What changed", "", f"Since {shown}: {counts_of(facts) or 'nothing that a fact states'}."]
    items = _fitting(("\n".join(_items(each)) for each in facts), _ROOM)
    lines += ["", *items] if items else []
    if more := len(facts) - len(items):
        lines += ["", f"And {more} more; `changes` lists all of them."]
    if names := untold(facts):
        told = _first([_code(str(each.fact)) for each in names], _ROOM_FOR_NAMES)
        lines += ["", f"No update tells of {', '.join(told)} yet; `changes --draft` proposes one."]
    if doubts:
        lines += ["", "Not compared, since it could not be read:", ""]
        lines += [f"- {each}" for each in _first([_code(shorten_message(each)) for each in doubts], _ROOM_FOR_DOUBTS)]
    return "\n".join(lines)


def _fitting(items: Iterable[str], room: int) -> list[str]:
    """Return the items for which there is room, in characters, beside those before them."""
    found = []
    for item in items:
        if len(item) <= room:
            room -= len(item)
            found.append(item)
    return found


def _first(names: Sequence[str], room: int) -> list[str]:
    """Return the names for which there is room, and how many more there are."""
    found = _fitting(names, room)
    more = len(names) - len(found)
    return [*found, f"{more} more"] if more else found


def _items(fact: ToldFact) -> Iterator[str]:
    """A fact as an item of a list, with an item for each key within."""
    named = f"**{_code(str(fact.fact))}** {_code(fact.label)}"
    match fact.state:
        case State.NEW:
            yield f"- new: {named}"
        case State.WITHDRAWN:
            yield f"- withdrawn: {named}" + (f", now part of {_code(str(fact.into))}" if fact.into else "")
        case State.CHANGED:
            yield f"- {named}" + (f", formerly {_code(str(fact.formerly))}" if fact.formerly else "")
            yield from (f"  - {_said(key, _code)}" for key in fact.keys)


def _code(text: str) -> str:
    """A text as code on one line (CommonMark 0.31, section 6.1): between more backticks than stand in it anywhere.

    What nobody sees, or what turns the words around it, is escaped.
    """
    one_line = visible(" ".join(text.split()))
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(one_line)), default=0))
    is_beside_a_fence = one_line.startswith("`") or one_line.endswith("`")
    return f"{fence} {one_line} {fence}" if is_beside_a_fence else f"{fence}{one_line}{fence}"


# ---------------------------------------------------------------- JSON


def as_json(facts: Sequence[ToldFact], since: Since, doubts: Sequence[str] = ()) -> str:
    """Return what changed for programs; `told` is whether an update tells of it."""
    data = {"since": str(since), "facts": [_as_data(each) for each in facts], "not_compared": [*doubts]}
    return json.dumps(data, ensure_ascii=False, indent=1)


def _as_data(fact: ToldFact) -> dict[str, object]:
    said: dict[str, object] = {
        "fact": str(fact.fact),
        "state": fact.state.value,
        "label": fact.label,
        "formerly": str(fact.formerly) if fact.formerly else "",
        "into": str(fact.into) if fact.into else "",
        "changes": [{"key": key.key, "before": key.before, "after": key.after} for key in fact.keys],
    }
    return {**{key: value for key, value in said.items() if value}, "told": fact.is_told}
