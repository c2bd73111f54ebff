"""What changed, as lines for a terminal, as Markdown for a comment on GitHub or GitLab, and as JSON for programs."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from standfirst.changes.told import State, ToldFact, ToldKey

_BACKTICKS = re.compile("`+")
# A comment that is longer is refused (GitHub: 65,536 characters).
_MOST_IN_MARKDOWN = 200


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
                yield f"{each.fact}: {'; '.join((*was, *map(_key_as_text, each.keys)))}"


def _key_as_text(told: ToldKey) -> str:
    if told.key == "cite":
        return f"now also rests on {told.after}" if told.after else f"no longer rests on {told.before}"
    if told.before and told.after:
        return f"{told.key}: {told.before} → {told.after}"
    return f"{told.key}: now {told.after}" if told.after else f"{told.key}: no longer {told.before}"


def counts_of(facts: Sequence[ToldFact]) -> str:
    """Return how many facts changed, are new or were withdrawn: "2 changed, 1 new"."""
    counts = Counter(each.state for each in facts)
    return ", ".join(f"{counts[state]} {state.value}" for state in State if counts[state])


def unnamed(facts: Iterable[ToldFact]) -> tuple[ToldFact, ...]:
    """Return those that say something else and that no update names yet."""
    return tuple(each for each in facts if each.says_something_else and not each.is_named)


# ---------------------------------------------------------------- Markdown


def as_markdown(facts: Sequence[ToldFact], since: str, doubts: Sequence[str] = ()) -> str:
    """Return a comment's text. Whatever comes of the content stands as code, in which nothing is markup or a mention.

    `doubts` say what could not be compared.
    """
    lines = ["### What changed", "", f"Since {_code(since)}: {counts_of(facts) or 'nothing that a fact states'}."]
    listed = facts[:_MOST_IN_MARKDOWN]
    lines += ["", *chain.from_iterable(map(_items, listed))] if listed else []
    if more := len(facts) - len(listed):
        lines += ["", f"And {more} more; `changes` lists all of them."]
    if names := unnamed(facts):
        told = ", ".join(_code(str(each.fact)) for each in names[:_MOST_IN_MARKDOWN])
        lines += ["", f"No update tells of {told} yet; `changes --draft` proposes one."]
    if doubts:
        lines += ["", "Not compared, since it could not be read:", "", *(f"- {_code(each)}" for each in doubts)]
    return "\n".join(lines)


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
            yield from (f"  - {_key_as_markdown(key)}" for key in fact.keys)


def _key_as_markdown(told: ToldKey) -> str:
    if told.key == "cite":
        return f"now also rests on {_code(told.after)}" if told.after else f"no longer rests on {_code(told.before)}"
    if told.before and told.after:
        return f"{told.key}: {_code(told.before)} → {_code(told.after)}"
    return f"{told.key}: now {_code(told.after)}" if told.after else f"{told.key}: no longer {_code(told.before)}"


def _code(text: str) -> str:
    """A text as code on one line (CommonMark 0.31, section 6.1): between more backticks than stand in it anywhere."""
    one_line = " ".join(text.split())
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(one_line)), default=0))
    is_beside_a_fence = one_line.startswith("`") or one_line.endswith("`")
    return f"{fence} {one_line} {fence}" if is_beside_a_fence else f"{fence}{one_line}{fence}"


# ---------------------------------------------------------------- JSON


def as_json(facts: Sequence[ToldFact], since: str, doubts: Sequence[str] = ()) -> str:
    """Return what changed for programs; `named` is whether an update tells of it."""
    data = {"since": since, "facts": [_as_data(each) for each in facts], "not_compared": [*doubts]}
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
    return {**{key: value for key, value in said.items() if value}, "named": fact.is_named}
