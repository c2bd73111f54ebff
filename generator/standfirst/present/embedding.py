"""How pages elsewhere show a fact: in a frame, as HTML that somebody pastes, or as oEmbed tells their programs.

https://oembed.com has the format, and how a page leads to what it tells (section 4).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape
from itertools import chain
from types import MappingProxyType
from typing import assert_never

from standfirst.model import (
    Actor,
    Citing,
    Claim,
    Dated,
    Event,
    Fact,
    Figure,
    Image,
    Kind,
    Place,
    Quote,
    Relation,
    Source,
    Term,
    Unknown,
    Update,
)
from standfirst.model.addresses import embed_answer, embed_page
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import prose_in
from standfirst.present.naming import Naming

# How wide the frame is that is offered. Where a page has less room it is narrower, but as high: down to 320 pixels the
# card is seen whole, since its letters grow with the width (embed.css).
_WIDTH = 600
# How high it is: what stands around the texts of a fact of each kind, and a line for so many characters of each. They
# are measured on the cards of three explainers, and so much that none of these is scrolled.
_AROUND = MappingProxyType(
    {
        Kind.ACTOR: 155, Kind.TERM: 135, Kind.EVENT: 195, Kind.QUOTE: 180, Kind.CLAIM: 325, Kind.FIGURE: 235,
        Kind.RELATION: 140, Kind.PLACE: 140, Kind.IMAGE: 485, Kind.UNKNOWN: 140, Kind.UPDATE: 210, Kind.SOURCE: 130,
    }
)  # fmt: skip
_LINE, _CHARACTERS_A_LINE = 21, 38


@frozen
class Embedding:
    """The frame in which a fact is shown: its size in pixels, and as HTML; `answer` is where oEmbed tells of it."""

    title: str
    width: int
    height: int
    html: str
    answer: str


def embedding_of(fact: Fact, naming: Naming, base_url: str) -> Embedding | None:
    """Return how pages elsewhere show a fact; None where its kind has no cards."""
    explainer = naming.site.explainer
    if fact.KIND not in explainer.embeds:
        return None
    title, height = naming.label(fact), _height(fact, naming)
    # Where a page allows no such style, all is as it should be but for the border of the frame.
    html = (
        f'<iframe src="{escape(base_url + embed_page(fact.fact_id))}" title="{escape(f"{title} – {explainer.title}")}"'
        f' width="{_WIDTH}" height="{height}" loading="lazy" style="border: 0; max-width: 100%"></iframe>'
    )
    return Embedding(title, _WIDTH, height, html, base_url + embed_answer(fact.fact_id))


def _height(fact: Fact, naming: Naming) -> int:
    """How high a frame shows a card whole; where it says more than its texts, it is scrolled."""
    return _AROUND[fact.KIND] + _LINE * sum(math.ceil(len(text) / _CHARACTERS_A_LINE) for text in _texts(fact, naming))


def _texts(fact: Fact, naming: Naming) -> Iterator[str]:
    """What a card says: what the fact is called and its texts, whom else it names, how it is known, and its foot."""
    match fact:
        case Actor() | Term():
            yield from (fact.name, naming.plain(fact.summary))
        case Quote():
            yield from (fact.words, naming.plain(fact.text) if fact.text else "")
            # Above each translation stands by whom and in which language it is.
            yield from chain.from_iterable((each.lang, each.text) for each in fact.translation)
            to = ", ".join(link.text for link in naming.links(fact.to))
            yield f"{naming.link(fact.speaker).text}, {fact.where}, {to}"
        case Claim():
            yield from map(naming.plain, prose_in(fact))
            yield from (link.text for link in naming.links((*fact.see, *fact.rivals)))
        case Event():
            yield from (fact.title, *map(naming.plain, prose_in(fact)))
            yield ", ".join(link.text for link in naming.links(fact.actors))
        case Figure() | Relation() | Place() | Image() | Source():
            yield from (naming.label(fact), *map(naming.plain, prose_in(fact)))
        case Unknown() | Update():
            yield from map(naming.plain, prose_in(fact))
        case _:
            assert_never(fact)
    if isinstance(fact, Citing):
        yield fact.uncited
    if isinstance(fact, Dated):
        yield fact.reckoned
    yield from _foot(naming)


def _foot(naming: Naming) -> Iterator[str]:
    """What stands below each card: where it is from, and who publishes that, of when and under which licence."""
    explainer = naming.site.explainer
    yield explainer.title
    yield " ".join((explainer.publisher, naming.date(explainer.facts_as_of).text, explainer.licence))
