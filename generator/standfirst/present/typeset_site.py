"""A site with its texts set as their languages set them: quotation marks, apostrophes, and blanks beside marks.

Readers see it on pages, in feeds and in the search; what is checked, and published as data, is what the writer wrote.
Words that are somebody's own stay as they are: those of quotations and native names (`Verbatim`), passages, block
quotations, code and addresses.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from standfirst.cache import cached_per_item
from standfirst.model import (
    Element,
    FactChange,
    Hyperlink,
    ImageReference,
    Node,
    Prose,
    ShownValue,
    Source,
    TextNode,
    Translation,
    Verb,
)
from standfirst.prose.document import is_block, scheme_of
from standfirst.prose.leaves import leaves_of
from standfirst.prose.typesetting import needs_setting, typeset, typeset_pieces
from standfirst.site.join import by_type
from standfirst.site.site import Site

_TEXTS = frozenset({str, ShownValue, Prose, Translation, Verb, FactChange})
_LEFT_ALONE = frozenset({"blockquote", "pre"})
# What stands for words that are not set, so that marks beside them are judged as beside words.
_A_WORD = "x"


def typeset_site(site: Site) -> Site:
    """Return a site with its texts set; whatever needs no setting is the same object."""
    language = site.explainer.language
    explainer, *sections = _typeset.map((site.explainer, *site.sections), given=(language,))
    facts = _typeset.map(site.facts, given=(language,))
    set_facts = {fact.fact_id: fact for fact, before in zip(facts, site.facts, strict=True) if fact is not before}
    return replace(
        site,
        explainer=explainer,
        sections=tuple(sections),
        facts=facts,
        by_type=by_type(facts) if set_facts else site.by_type,
        index=MappingProxyType({**site.index, **set_facts}) if set_facts else site.index,
        verbs=MappingProxyType({verb.id: verb for verb in explainer.verbs}),
    )


@cached_per_item
def _typeset(holder: Any, language: str) -> Any:
    """Return what has texts with all of them set: a fact, a section, the explainer, or a part of one."""
    changed: dict[str, object] = {}
    record: type = type(holder)
    for name in _names_of_texts(record):
        written = getattr(holder, name)
        # A headline is in the language of its source.
        own = holder.language if isinstance(holder, Source) and name == "title" else None
        shown = _set(written, own or language) if written else written
        if shown is not written:
            changed[name] = shown
    return replace(holder, **changed) if changed else holder


@functools.cache
def _names_of_texts(record: type) -> tuple[str, ...]:
    types = {name: _types_in(annotation) for name, annotation in get_type_hints(record).items()}
    return tuple(field.name for field in dataclasses.fields(record) if not types[field.name].isdisjoint(_TEXTS))


def _types_in(annotation: object) -> frozenset[object]:
    return frozenset({annotation}).union(*map(_types_in, get_args(annotation)))


def _set(value: Any, language: str) -> Any:
    """Return a value with its texts set; the same object where none of them needs it."""
    match value:
        case str():
            return typeset(value, language) if needs_setting(value, language) else value
        case Prose():
            return _set_prose(value, language) if needs_setting(value.markdown, language) else value
        case Translation():
            return _typeset(value, value.lang)
        case Verb() | FactChange():
            return _typeset(value, language)
        case tuple():
            items = tuple(_set(item, language) for item in value)
            return items if any(map(_is_other, items, value)) else value
        case _:
            return value


def _is_other(one: object, other: object) -> bool:
    return one is not other


# ---------------------------------------------------------------- Markdown


def _set_prose(prose: Prose, language: str) -> Prose:
    nodes = _set_blocks(prose.document.nodes, language)
    if nodes is prose.document.nodes:
        return prose
    document = replace(prose.document, nodes=nodes)
    return replace(prose, document=document, leaves=leaves_of(document))


def _set_blocks(nodes: tuple[Node, ...], language: str) -> tuple[Node, ...]:
    found: list[Node] = []
    for are_blocks, run in groupby(nodes, is_block):
        together = list(run)
        found += [_set_block(node, language) for node in together] if are_blocks else _set_line(together, language)
    return tuple(found) if any(map(_is_other, found, nodes)) else nodes


def _set_block(node: Node, language: str) -> Node:
    if isinstance(node, Element) and node.tag not in _LEFT_ALONE:
        children = _set_blocks(node.children, language)
        return node if children is node.children else replace(node, children=children)
    return node


def _set_line(nodes: Sequence[Node], language: str) -> list[Node]:
    """Set the words of a line, which read on from one node to the next."""
    pieces: list[str] = []
    for node in nodes:
        _take_pieces(node, pieces)
    shown = typeset_pieces(pieces, language)
    if shown == tuple(pieces) and not any(isinstance(node, ImageReference) for node in nodes):
        return list(nodes)
    remaining = iter(shown)
    return [_with_pieces(node, remaining, language) for node in nodes]


def _take_pieces(node: Node, pieces: list[str]) -> None:
    match node:
        case TextNode():
            pieces.append(node.text)
        case Element() | Hyperlink() if _has_words(node):
            for child in node.children:
                _take_pieces(child, pieces)
        case _:
            pieces.append(_instead_of(node))


def _has_words(node: Element | Hyperlink) -> bool:
    """Whether a node holds words of the writer: no code, no address, and something at all."""
    if isinstance(node, Element):
        return node.tag not in {"code", "a"} and bool(node.children)
    words = node.children[0].text if len(node.children) == 1 and isinstance(node.children[0], TextNode) else ""
    return bool(node.children) and (not words or scheme_of(words) is None)


def _instead_of(node: Node) -> str:
    match node:
        case Element(tag="br"):
            return "\n"
        case Element(tag="code") | Hyperlink() | ImageReference():
            return _A_WORD
        case _:
            return ""


def _with_pieces(node: Node, pieces: Iterator[str], language: str) -> Node:
    match node:
        case TextNode():
            # Where words are written is asked of what the writer wrote alone.
            return TextNode(next(pieces))
        case Element() | Hyperlink() if _has_words(node):
            return replace(node, children=tuple(_with_pieces(child, pieces, language) for child in node.children))
        case ImageReference():
            next(pieces)
            return replace(node, alternative=typeset(node.alternative, language))
        case _:
            next(pieces)
            return node
