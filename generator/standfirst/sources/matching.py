"""Where a passage or a quotation stands in a copy. The design's rules and no others: nothing is matched nearly.

Exactly one stretch of at least three words may begin and end as a passage says, within one paragraph.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import regex

from standfirst.language.words import FEWEST_WORDS, FoldedWords, fold
from standfirst.model import Passage
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, miswritten
from standfirst.problems.remedies import Remedy
from standfirst.sources.copies import Copy
from standfirst.sources.nearest import nearest_wording
from standfirst.sources.passages import named_parts, shorten_words, wording_of, wording_problem

# Places that a message takes into account: words may stand in very many.
_LOOKED_AT = 1000
_IN_WORD = regex.compile(r"\[(\p{L}\p{M}*)\](?=\p{L})")
# An apostrophe looks like a single mark that closes; who opened none has one.
_CLOSING = {"(": ")", "[": "]", "“": "”", "«": "»", "„": "“", "‹": "›", "「": "」", "『": "』"}
_SENTENCE_ENDS = frozenset(".!?…।。؟")
_BEHIND_SENTENCE = frozenset(["", " ", *_CLOSING.values(), "’", "'", '"'])
_BRACKETS = regex.compile(r"\[(?:[^\[\]]++|(?R))*+\]")


@frozen
class Stretch:
    """A stretch of a copy: its paragraph, from 1, and its place in the folded text, the spaces around included."""

    paragraph: int
    start: int
    end: int


def find_passage(passage: Passage, copy: Copy) -> Stretch | Problem:
    """Return the one stretch that a passage names, or why there is none, or more than one."""
    if wrong := wording_problem(passage):
        return wrong
    stretches = _first_two(passage, copy)
    if len(stretches) == 1:
        return stretches[0]
    if stretches:
        where = _paragraphs(stretches, copy)
        message = f"“{shorten_words(passage.words)}” stands more than once in '{copy.source}', {where}"
        return Problem(passage.origin, message, "name more of its words, so that only one stretch is meant")
    message, remedy = _why_not(passage, copy)
    return miswritten(passage.origin, message, remedy, passage.words)


def _parts_in(passage: Passage, copy: Copy) -> tuple[FoldedWords, ...]:
    """The words that a passage names, as they would stand in a copy."""
    return tuple(map(copy.as_joined, wording_of(passage).parts))


def _first_two(passage: Passage, copy: Copy) -> list[Stretch]:
    """The first stretches that a passage could name, of which there should be one."""
    return list(itertools.islice(_stretches(_parts_in(passage, copy), copy), 2))


def in_full(passage: Passage, copy: Copy) -> str:
    """Return the stretch that a passage names as it is printed, with what stands where the passage has its ellipsis.

    Of a passage that names no stretch, the words that are written.
    """
    stretch = find_passage(passage, copy)
    if isinstance(stretch, Problem):
        return passage.words
    return copy.printed(stretch.paragraph, *words_of(stretch, copy))


def whole_passage(stretch: Stretch, copy: Copy) -> str:
    """Return a stretch as it is printed, with the marks around it that belong to it.

    These are what ends its sentence, and brackets and quotation marks that pair with those in it.
    """
    paragraph = copy.paragraphs[stretch.paragraph - 1]
    start, end = copy.characters_of(stretch.paragraph, *words_of(stretch, copy))
    while end < len(paragraph) and _belongs_behind(paragraph, start, end):
        end += 1
    while start and _CLOSING.get(paragraph[start - 1]) in set(_unpaired(paragraph[start:end])):
        start -= 1
    return paragraph[start:end]


def _belongs_behind(paragraph: str, start: int, end: int) -> bool:
    sign = paragraph[end]
    if sign in _SENTENCE_ENDS:
        return paragraph[end + 1 : end + 2] in _BEHIND_SENTENCE
    text = paragraph[start:end]
    return any(text.count(opening) > text.count(sign) for opening, closing in _CLOSING.items() if closing == sign)


def _unpaired(text: str) -> Iterator[str]:
    """Yield the closing marks in a text that nothing opens there."""
    for opening, closing in _CLOSING.items():
        if text.count(closing) > text.count(opening):
            yield closing


def words_of(stretch: Stretch, copy: Copy) -> tuple[int, int]:
    """Return the first word of a stretch and the one behind it, by their numbers from 0 in its paragraph."""
    first = copy.text.count(" ", copy.start_of_paragraph_at(stretch.start), stretch.start)
    return first, first + copy.text.count(" ", stretch.start, stretch.end) - 1


def find_words(words: str, copy: Copy, within: Stretch | None = None) -> int | None:
    """Return the paragraph in which quoted words stand, in the whole copy or within one stretch of it, or else None.

    Square brackets are first taken for the source's own, then within a word for a change of case ("[W]e"), and then for
    any words, or none, in their place.
    """
    start, end = (within.start, within.end) if within else (0, len(copy.text))
    for reading in (words, _IN_WORD.sub(r"\1", words)):
        literal = next(copy.places(copy.as_joined(fold(reading)), start, end), None)
        if literal is not None:
            return copy.paragraph_at(literal)
    outside = [folded for part in _BRACKETS.split(words) if (folded := copy.as_joined(fold(part)))]
    # Words without brackets have been sought.
    if not outside or not _BRACKETS.search(words):
        return None
    found = _in_order(outside, copy, start, end)
    return None if found is None else copy.paragraph_at(found)


def _in_order(parts: list[FoldedWords], copy: Copy, start: int, end: int) -> int | None:
    """Where words first stand that the others follow in their order within the same paragraph."""
    first = next(copy.places(parts[0], start, end), None)
    while first is not None:
        limit = min(copy.end_of_paragraph_at(first), end)
        behind = first
        for part in parts:
            place = next(copy.places(part, behind, limit), None)
            if place is None:
                break
            behind = place + len(part) + 1
        else:
            return first
        # What does not follow its first place in the paragraph follows no later one.
        first = next(copy.places(parts[0], limit, end), None)
    return None


def _stretches(parts: tuple[FoldedWords, ...], copy: Copy) -> Iterator[Stretch]:
    """The stretches that begin and end so: every one, or of each paragraph two."""
    begin, end = parts[0], parts[-1]
    if len(parts) == 1:
        for start in copy.places(begin):
            yield Stretch(copy.paragraph_at(start), start, start + len(begin) + 2)
        return
    first = next(copy.places(begin), None)
    while first is not None:
        limit = copy.end_of_paragraph_at(first)
        yield from _stretches_in_paragraph(begin, end, copy, first)
        # On to the next paragraph that holds the end: the beginning may stand in most of them.
        ahead = next(copy.places(end, limit), None)
        first = None if ahead is None else next(copy.places(begin, copy.start_of_paragraph_at(ahead)), None)


def _stretches_in_paragraph(begin: FoldedWords, end: FoldedWords, copy: Copy, first: int) -> Iterator[Stretch]:
    """The first two stretches of the paragraph whose first place that begins so is given.

    What ends a stretch from a later place ends one from an earlier place too. So there are two either from the first
    place that begins so, or from the first and the second to the same end.
    """
    limit = copy.end_of_paragraph_at(first)
    starts = itertools.islice(copy.places(begin, first, limit), 2)
    stretches = (
        Stretch(copy.paragraph_at(start), start, last + len(end) + 2)
        for start in starts
        for last in copy.places(end, start + len(begin) + 1, limit)
    )
    long_enough = (each for each in stretches if copy.text.count(" ", each.start, each.end) > FEWEST_WORDS)
    return itertools.islice(long_enough, 2)


def _paragraphs(stretches: list[Stretch], copy: Copy) -> str:
    first, second = (copy.named(stretch.paragraph) for stretch in stretches)
    return f"twice in paragraph {first}" if first == second else f"in paragraphs {first} and {second}"


def _why_not(passage: Passage, copy: Copy) -> tuple[str, Remedy]:
    """Why a passage names no stretch, and what would."""
    parts = _parts_in(passage, copy)
    missing = [
        (written, *_missing(written, part, copy))
        for written, part in zip(named_parts(passage.words), parts, strict=True)
        if next(copy.places(part), None) is None
    ]
    if missing:
        _, message, remedy = missing[0]
        return message, Remedy(remedy.hint, _mended(passage, [(old, each.new) for old, _, each in missing], copy))
    first, last = (
        {copy.paragraph_at(place) for place in itertools.islice(copy.places(part), _LOOKED_AT)} for part in parts
    )
    message = f"“{shorten_words(passage.words)}” is no passage within one paragraph of '{copy.source}'"
    if both := first & last:
        order = f"in paragraph {copy.named(min(both))} its end does not follow its beginning"
        hint = f"{order}, with {FEWEST_WORDS} words or more in all: name how one stretch begins, and how it ends"
        return message, Remedy(hint)
    begins, ends = copy.named(min(first)), copy.named(min(last))
    where = f"its beginning first stands in paragraph {begins}, its end in paragraph {ends}"
    return message, Remedy(f"{where}: cite a passage of each, as a list")


def _mended(passage: Passage, parts: list[tuple[str, str | None]], copy: Copy) -> str | None:
    """The words of a passage with other parts, if these are known and then it names one stretch."""
    words = passage.words
    for old, new in parts:
        # In Markdown a bracket would end the citation.
        if new is None or words.count(old) != 1 or "[" in new or "]" in new:
            return None
        words = words.replace(old, new)
    mended = replace(passage, words=words)
    return words if wording_problem(mended) is None and len(_first_two(mended, copy)) == 1 else None


def _missing(written: str, part: FoldedWords, copy: Copy) -> tuple[str, Remedy]:
    if f" {part} " not in copy.text and (paragraph := copy.paragraph_running_on(part)):
        hint = f"it runs from paragraph {copy.named(paragraph)} on into the next: cite a passage of each, as a list"
        return f"“{shorten_words(written)}” does not stand within one paragraph of '{copy.source}'", Remedy(hint)
    return f"“{shorten_words(written)}” does not stand in '{copy.source}'", nearest_wording(part, copy)
