"""What stands in brackets: links, images, marks of footnotes, and what is added to Markdown, as citations are."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from standfirst.prose.commonmark.characters import tree_text
from standfirst.prose.commonmark.emphasis import pair
from standfirst.prose.commonmark.inlines import Closing, Inlines, Opening
from standfirst.prose.commonmark.links import in_parentheses_at, label_at, label_of
from standfirst.prose.commonmark.parser_state import LinkTarget
from standfirst.prose.traces import trace


def read_bang(reader: Inlines) -> None:
    """Before a bracket, the sign of an image."""
    if reader.text.startswith("![", reader.at) and not reader.text.startswith("![^", reader.at):
        _open(reader, "![")
    else:
        reader.skip("!", 1)


def read_bracket(reader: Inlines) -> None:
    """A mark of a footnote, a citation, or what may turn out to be a link."""
    closing = reader.bracket_closing(reader.at)
    if closing is None:
        _open(reader, "[")
    elif (mark := _mark_at(reader, closing)) is not None:
        # A link within a link is none: what stands around a mark is text.
        reader.closed = len(reader.openings)
        reader.put(mark, closing + 1)
    elif (made := _pattern_at(reader, closing)) is not None:
        reader.put(made, closing + 1)
    else:
        _open(reader, "[")


def _mark_at(reader: Inlines, closing: int) -> Element | None:
    label = reader.text[reader.at + 1 : closing] if reader.text.startswith("[^", reader.at) else ""
    return reader.mark(label[1:]) if label else None


def _pattern_at(reader: Inlines, closing: int) -> Element | None:
    for pattern in reader.patterns:
        found = pattern.compiled_re.match(reader.text, reader.at, closing + 1)
        if found and found.end() == closing + 1:
            made, _, _ = pattern.handleMatch(found, reader.text)
            return made if isinstance(made, Element) else None
    return None


def _open(reader: Inlines, sign: str) -> None:
    reader.parts.append(trace(reader.written.offset(reader.at)))
    opening = Opening(sign, reader.at + len(sign), len(reader.runs))
    reader.openings.append(opening)
    reader.parts.append(opening)
    reader.at += len(sign)


def read_closing_bracket(reader: Inlines) -> None:
    """Make a link or an image of what stands between the brackets, if its target follows or its label has one."""
    opening = reader.openings.pop() if reader.openings else None
    image = opening is not None and opening.sign == "!["
    found = _target_of(opening, reader) if opening and (image or len(reader.openings) >= reader.closed) else None
    if opening is None or found is None:
        reader.closed = min(reader.closed, len(reader.openings))
        reader.skip("]", 1)
        return
    target, end = found
    opening.element = _linked(target, image=image)
    reader.state.addresses[opening.element] = target.offset
    pair(reader.runs[opening.runs :])
    del reader.runs[opening.runs :]
    reader.parts.append(Closing())
    reader.at = end
    reader.closed = min(reader.closed, len(reader.openings)) if image else len(reader.openings)


def _linked(target: LinkTarget, *, image: bool) -> Element:
    element = Element("img" if image else "a", {"src" if image else "href": tree_text(target.address)})
    if target.title is not None:
        element.set("title", tree_text(target.title))
    return element


def _target_of(opening: Opening, reader: Inlines) -> tuple[LinkTarget, int] | None:
    """What stands behind the bracket that is read, or what a definition gives for the label."""
    after = reader.at + 1
    if found := in_parentheses_at(reader.written, reader.text, after):
        return found
    labelled = label_at(reader.text, after)
    if labelled and labelled.text:
        target = reader.state.target_of(label_of(labelled.text))
        return (target, labelled.end) if target else None
    # No label is longer.
    if not reader.state.targets or after - opening.end > 1000:
        return None
    target = reader.state.target_of(label_of(reader.text[opening.end : reader.at]))
    return (target, labelled.end if labelled else after) if target else None
