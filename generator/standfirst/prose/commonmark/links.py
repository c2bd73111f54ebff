"""What links are made of: labels, targets, titles; and the definitions that give labels their targets."""

from __future__ import annotations

import re

from standfirst.model.frozen_class import frozen
from standfirst.prose.commonmark.characters import unescaped
from standfirst.prose.commonmark.lines import BlockText
from standfirst.prose.commonmark.parser_state import LinkTarget, ParserState

# CommonMark's limits, which also keep a text from being read again and again.
_LONGEST_LABEL = 999
_DEEPEST_PARENTHESES = 32
_LABEL = re.compile(rf"\[(?P<label>(?:[^\[\]\\]|\\.){{0,{_LONGEST_LABEL}}})\]", re.DOTALL)
_IN_ANGLES = re.compile(r"<((?:[^<>\n\\]|\\.)*+)>")
_BARE = re.compile(r"(?:[^ ()\\\x00-\x1f\x7f]|\\[()\\]|\\)++")
_BLANKS = re.compile(r"[ \t]*+\n?[ \t]*+")
_TITLE = re.compile(r'"(?:[^"\\]|\\.)*+"|\'(?:[^\'\\]|\\.)*+\'|\((?:[^()\\]|\\.)*+\)', re.DOTALL)
_TO_THE_END = re.compile(r"[ \t]*+(?:\n|$)")


@frozen
class ParsedText:
    """Something read, and where in the text it ends."""

    text: str
    end: int


def label_of(written: str) -> str:
    """Return a label as it is compared with others."""
    return " ".join(written.split()).casefold()


def label_at(text: str, at: int) -> ParsedText | None:
    """Return the label in brackets that begins here; it may be empty."""
    found = _LABEL.match(text, at)
    return ParsedText(found["label"], found.end()) if found else None


def target_at(text: str, at: int) -> ParsedText | None:
    """Return the address that begins here, in angle brackets or without blanks and with parentheses in pairs."""
    if text.startswith("<", at):
        found = _IN_ANGLES.match(text, at)
        return ParsedText(unescaped(found[1]), found.end()) if found else None
    depth, end = 0, at
    while end < len(text):
        if plain := _BARE.match(text, end):
            end = plain.end()
        elif text[end] == "(" and depth < _DEEPEST_PARENTHESES:
            depth, end = depth + 1, end + 1
        elif text[end] == ")" and depth:
            depth, end = depth - 1, end + 1
        else:
            break
    return None if depth else ParsedText(unescaped(text[at:end]), end)


def in_parentheses_at(written: BlockText, text: str, at: int) -> tuple[LinkTarget, int] | None:
    """Return the target that `(address "title")` gives in a text, and where it ends.

    `written` knows where the text was written.
    """
    if not text.startswith("(", at):
        return None
    begins = _past_blanks(text, at + 1)
    found = target_at(text, begins)
    if not found:
        return None
    end, title = _past_blanks(text, found.end), None
    if end > found.end and (titled := _TITLE.match(text, end)):
        title, end = unescaped(titled[0][1:-1]), _past_blanks(text, titled.end())
    target = LinkTarget(found.text, title, _offset_of_address(written, text, begins))
    return (target, end + 1) if text.startswith(")", end) else None


def _offset_of_address(written: BlockText, text: str, at: int) -> int:
    """Where in the text that is read the address is written that begins here, without its angle bracket."""
    return written.offset(at + text.startswith("<", at))


def take_definitions(written: BlockText, state: ParserState) -> BlockText:
    """Note the definitions of links at the beginning of a paragraph; return what is left of it."""
    text, at = written.text, 0
    # Few paragraphs begin so.
    while text.startswith("[", at) and (found := _definition_at(written, text, at)):
        written_label, target, end = found
        label = label_of(written_label)
        if state.targets.setdefault(label, target) != target and target.leads_somewhere:
            message = f"the label '{label}' stands for another address, and this one is left out"
            state.report_loss(written.offset(at), message, "give it another label")
        state.defined.setdefault(label, (written.offset(at), written_label))
        at = end
    return written.rest(at) if at else written


def _definition_at(written: BlockText, text: str, at: int) -> tuple[str, LinkTarget, int] | None:
    """Return the label and the target of `[label]: address "title"`, and where its last line ends."""
    labelled = label_at(text, at)
    if not labelled or not labelled.text.strip() or not text.startswith(":", labelled.end):
        return None
    begins = _past_blanks(text, labelled.end + 1)
    found = target_at(text, begins)
    if not found or found.end == begins:
        return None
    label, behind = labelled.text, _past_blanks(text, found.end)
    offset = _offset_of_address(written, text, begins)
    titled = _TITLE.match(text, behind) if behind > found.end else None
    if titled and (ended := _TO_THE_END.match(text, titled.end())):
        return label, LinkTarget(found.text, unescaped(titled[0][1:-1]), offset), ended.end()
    ended = _TO_THE_END.match(text, found.end)
    return (label, LinkTarget(found.text, None, offset), ended.end()) if ended else None


def _past_blanks(text: str, at: int) -> int:
    """Where what follows blanks begins; they may hold one end of a line."""
    found = _BLANKS.match(text, at)
    return found.end() if found else at
