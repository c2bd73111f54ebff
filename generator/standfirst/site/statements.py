"""What a fact states: the words and values that its readers see, whatever they rest on and wherever they are shown.

Two things hang on whether that has changed: whether somebody who vouched for a statement vouched for this one, and
whether a reader who comes back has seen it.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import hashlib
from collections.abc import Callable, Iterator
from enum import Enum
from typing import NewType

from standfirst.model import (
    FACT_TYPES,
    Date,
    Fact,
    FactChange,
    FactId,
    Kind,
    NativeName,
    Prose,
    Quantity,
    Reference,
    Relation,
    Translation,
    VerbRef,
)
from standfirst.prose.fact_names import text_of_fact_alone
from standfirst.prose.plain import plain_text
from standfirst.site.site import Site

StatementDigest = NewType("StatementDigest", str)
_LENGTH = 32
# Of a thousand facts that changed, less than one in four million keeps such a beginning of its digest.
_LENGTH_OF_VERSION = 8

# What a record is called, where and when it is shown, how it is filed and what else to see: none of it is stated.
# What it cites is compared by itself.
NOT_STATED = frozenset(
    {
        "origin", "key_origins", "id", "former_ids", "draft", "publish_at", "review_by",
        "cite", "weight", "sort_as", "aliases", "after", "see", "rivals", "same_as", "paragraphs",
    }
)  # fmt: skip


def statement_digest(fact: Fact, site: Site) -> StatementDigest:
    """Return what differs when a fact states something else: a word, a number, a date, who says it, where it leads.

    How its Markdown is broken into lines or marked makes no difference, nor does the order of keys. What a link without
    a text writes counts as the words of the text that it stands in.
    """

    def written(name: FactId) -> str:
        other = site.index.get(name)
        return (text_of_fact_alone(other, site.explainer.language) if other else "") or str(name)

    digest = hashlib.sha256(fact.KIND.value.encode())
    for name, value in stated_values(fact, site):
        for part in _parts(value, written):
            digest.update(f"\0{name}={part}".encode(errors="surrogatepass"))
    return StatementDigest(digest.hexdigest()[:_LENGTH])


def statement_version(fact: Fact, site: Site) -> str:
    """Return the beginning of that digest, by which a reader's device tells whether a fact states something else."""
    return statement_digest(fact, site)[:_LENGTH_OF_VERSION]


def stated_values(fact: Fact, site: Site) -> Iterator[tuple[str, object]]:
    """Yield what a fact states by its keys, what is left out included."""
    for name in _stated_keys(fact.KIND):
        yield name, getattr(fact, name)
    # What is said of two actors stands in site.yaml, for all relations with that verb.
    if isinstance(fact, Relation) and fact.verb.to in site.verbs:
        yield "label", site.verbs[fact.verb.to].label


@functools.cache
def _stated_keys(kind: Kind) -> tuple[str, ...]:
    record = next(each for each in FACT_TYPES if each.KIND is kind)
    return tuple(field.name for field in dataclasses.fields(record) if field.name not in NOT_STATED)


def _parts(value: object, written: Callable[[FactId], str]) -> Iterator[str]:
    """The texts that stand for a value; none where it says nothing, so that a new key changes no statement."""
    match value:
        case None | False | "":
            pass
        case Prose():
            yield plain_text(value, written)
            yield from (str(mention.reference.to) for mention in value.mentions)
            yield from (target for target, _ in value.links)
        case Reference() | VerbRef():
            yield str(value.to)
        case Date():
            yield value.text
        case datetime.date():
            yield value.isoformat()
        case Quantity(low, high):
            yield f"{low.normalize()}..{high.normalize()}"
        case NativeName() | Translation():
            yield f"{value.lang}: {value.text}"
        case FactChange():
            yield f"{value.fact.to} {value.key}: {value.before} → {value.after}"
        case tuple():
            for each in value:
                yield from _parts(each, written)
        case Enum():
            yield str(value.value)
        case str():
            yield " ".join(value.split())
        case bool() | int() | float():
            yield str(value)
        case _:
            raise TypeError(value)
