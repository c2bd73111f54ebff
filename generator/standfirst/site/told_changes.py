"""What updates tell of changes to facts: whether it can be so."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from standfirst.decoding.decode import Gaps
from standfirst.decoding.records import keys_of
from standfirst.model import FACT_TYPE_OF, Content, FactChange, FactId, Kind, Update
from standfirst.problems.errors import Problem, miswritten
from standfirst.problems.remedies import Remedy, suggest

# What no reader sees of a fact.
_UNSEEN = frozenset({"draft", "publish_at", "review_by", "former_ids", "paragraphs"})


def doubtful_changes(content: Content, gaps: Gaps) -> Iterator[Problem]:
    """Yield a problem for each change that updates tell of which says nothing, or of what there is not.

    A fact that was withdrawn may still be told of: by the update that withdraws it, and by those before it.
    """
    told = [change for fact in content.facts if isinstance(fact, Update) for change in fact.changes]
    if not told:
        return
    known = {FactId(fact.KIND, name) for fact in content.facts for name in (fact.id, *fact.former_ids)}
    withdrawn = {change.fact.to for change in told if not change.key and not change.after}
    for change in told:
        yield from _says_nothing(change)
        yield from _unknown_key(change)
        if not gaps.has_unknown_facts and change.fact.to not in known | gaps.broken_facts | withdrawn:
            yield _unknown_fact(change, known)


@functools.cache
def keys_to_tell(kind: Kind) -> tuple[str, ...]:
    """Return the keys of a kind of facts whose changes readers can be told of."""
    return tuple(key for key in keys_of(FACT_TYPE_OF[kind]) if key not in _UNSEEN)


def _says_nothing(change: FactChange) -> Iterator[Problem]:
    if not change.before and not change.after:
        hint = "write what readers saw in `before:`, and what they see now in `after:`"
        yield Problem(change.origin, f"nothing is said of what changed of {change.fact.to}", hint)
    elif change.before == change.after:
        message = f"'{change.after}' is said to have changed into '{change.after}'"
        yield Problem(change.origin_of("after"), message, "write what readers saw in `before:`")


def _unknown_key(change: FactChange) -> Iterator[Problem]:
    kind = change.fact.to.kind
    keys = keys_to_tell(kind)
    if change.key and change.key not in keys:
        remedy = suggest(change.key, keys) or Remedy(f"readers see its keys {', '.join(keys)}")
        message = f"{kind.with_article} has no key '{change.key}' that readers see"
        yield miswritten(change.origin_of("key"), message, remedy, change.key)


def _unknown_fact(change: FactChange, known: set[FactId]) -> Problem:
    kind, name = change.fact.to
    of_kind = sorted(each.id for each in known if each.kind is kind)
    remedy = suggest(name, of_kind) or Remedy("take it out, or tell in a change without `after:` that it was withdrawn")
    return miswritten(change.fact.origin, f"there is no {kind.value} '{name}'", remedy, name)
