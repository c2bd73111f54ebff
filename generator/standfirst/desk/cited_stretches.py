"""Which stretches of the copies are cited, and by what."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.desk.desk import Desk, Selection
from standfirst.model import Explainer, Origin, Section
from standfirst.model.addresses import HOME, Address, address_of, section_anchor
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import Holder
from standfirst.sources.citations import passages_of
from standfirst.sources.matching import Stretch, find_passage, words_of


@frozen
class CitedStretch:
    """A stretch that is cited: by what, as writers refer to it, where that stands, and where readers meet it."""

    selection: Selection
    by: str
    origin: Origin
    address: Address


def cited_stretches(desk: Desk) -> tuple[CitedStretch, ...]:
    """Return all that is cited of the copies, drafts included, in the order of the files; the same once for a fact."""
    content = desk.content
    holders: tuple[Holder, ...] = (content.explainer, *content.sections, *content.facts)
    found = (each for holder in holders for each in _cited_by(holder, desk))
    once = {(each.selection, each.by): each for each in reversed([*found])}
    return tuple(reversed(once.values()))


def _cited_by(holder: Holder, desk: Desk) -> Iterator[CitedStretch]:
    for cited in passages_of(holder):
        copy = desk.copies.get(cited.source)
        stretch = find_passage(cited.passage, copy) if copy else None
        if copy and isinstance(stretch, Stretch):
            selection = Selection(cited.source, stretch.paragraph, *words_of(stretch, copy))
            yield CitedStretch(selection, _name_of(holder), cited.passage.origin, _address_of(holder))


def _name_of(holder: Holder) -> str:
    match holder:
        case Explainer():
            return "site.yaml"
        case Section():
            return f"section {holder.id}"
        case _:
            return str(holder.fact_id)


def _address_of(holder: Holder) -> Address:
    match holder:
        case Explainer():
            return Address(HOME)
        case Section():
            return Address(HOME, section_anchor(holder.id))
        case _:
            return address_of(holder)
