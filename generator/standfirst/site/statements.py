"""What a fact states: the words and values that its readers see, whatever they rest on and wherever they are shown.

Two things hang on whether that has changed: whether somebody who vouched for a statement vouched for this one, and
whether a reader who comes back has seen it.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import hashlib
from collections.abc import Iterator
from enum import Enum
from typing import NewType

from standfirst.model import (
    FACT_TYPE_OF,
    Claim,
    Date,
    Fact,
    FactChange,
    FactId,
    Kind,
    NativeName,
    Prose,
    Quantity,
    Quote,
    Reference,
    Relation,
    Source,
    Translation,
    Unknown,
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
# Where a date comes from, or why nothing is cited: people read that after what is known in this way.
HOW_IT_IS_KNOWN = frozenset({"reckoned", "uncited"})


def statement_digest(fact: Fact, site: Site) -> StatementDigest:
    """Return what differs when a fact states something else: a word, a number, a date, who says it, where it leads.

    How its Markdown is broken into lines or marked makes no difference, nor does the order of keys, nor under which id
    it or a fact that it names is known now. What a link without a text writes counts as the words of the text that it
    stands in.
    """
    digest = hashlib.sha256(fact.KIND.value.encode())
    for name, value in stated_values(fact, site):
        for part in _parts(value, site):
            digest.update(f"\0{name}={part}".encode(errors="surrogatepass"))
    return StatementDigest(digest.hexdigest()[:_LENGTH])


def statement_version(fact: Fact, site: Site) -> str:
    """Return the beginning of that digest, by which a reader's device tells whether a fact states something else."""
    return statement_digest(fact, site)[:_LENGTH_OF_VERSION]


def stated_values(fact: Fact, site: Site) -> Iterator[tuple[str, object]]:
    """Yield what a fact states by its keys, what is left out included; some of it stands elsewhere."""
    for name in _stated_keys(fact.KIND):
        match fact, name:
            case Relation(), "verb":
                verb = site.verbs.get(fact.verb.to)
                yield name, (verb.label, verb.inverse, verb.stance) if verb else str(fact.verb.to)
            case Quote(), "date":
                yield name, site.date_of(fact)
            case _:
                yield name, getattr(fact, name)


def link_text(name: FactId, site: Site) -> str:
    """Return the words that a link to a fact writes where it has no text, without the marks around them."""
    match site.index.get(name):
        case Claim(claim=sentence) | Unknown(question=sentence):
            # It may link one that links it.
            return plain_text(sentence, lambda other: _written_alone(other, site))
        case Quote(words=words):
            return words
        case Relation() as relation if verb := site.verbs.get(relation.verb.to):
            return f" {verb.label} ".join(_written_alone(each.to, site) for each in (relation.subject, relation.object))
        case Source(title=title) if title:
            return title
        case _:
            return _written_alone(name, site)


def _written_alone(name: FactId, site: Site) -> str:
    fact = site.index.get(name)
    return (text_of_fact_alone(fact, site.explainer.language) if fact else "") or str(first_name(name, site))


def first_name(name: FactId, site: Site) -> FactId:
    """Return the id by which a fact was known first: what names it says the same whatever it is called now."""
    fact = site.index.get(name)
    return FactId(name.kind, fact.former_ids[0]) if fact and fact.former_ids else name


@functools.cache
def _stated_keys(kind: Kind) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(FACT_TYPE_OF[kind]) if field.name not in NOT_STATED)


def _parts(value: object, site: Site) -> Iterator[str]:
    """The texts that stand for a value; none where it says nothing, so that a new key changes no statement."""
    match value:
        case None | False | "":
            pass
        case Prose():
            yield plain_text(value, lambda name: link_text(name, site))
            yield from (str(first_name(mention.reference.to, site)) for mention in value.mentions)
            yield from (target for target, _ in value.links)
        case Reference():
            yield str(first_name(value.to, site))
        case Date():
            yield value.text
        case datetime.date():
            yield value.isoformat()
        case Quantity(low, high):
            yield f"{low.normalize()}..{high.normalize()}"
        case NativeName() | Translation():
            yield f"{value.lang}: {value.text}"
        case FactChange():
            yield f"{first_name(value.fact.to, site)} {value.key}: {value.before} → {value.after}"
        case tuple():
            for each in value:
                yield from _parts(each, site)
        case Enum():
            yield str(value.value)
        case str():
            yield " ".join(value.split())
        case bool() | int() | float():
            yield str(value)
        case _:
            raise TypeError(value)
