"""Where the sentences of a paragraph begin and end: as ICU has it, but not behind abbreviations that names follow."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import icu
import regex

# Behind these a name or a number goes on, whatever it begins with.
_GOES_ON = regex.compile(
    r"""(?<![\p{L}.])(?:
        (?-i:\p{Lu})\.                                       # an initial
        | (?:Adm|Amb|Brig|Capt|Cdr|Cmdr|Col|Cpl|Dr|Fr|Gen|Gov|Hon|Lt|Maj|Messrs|Mmes?|Mr|Mrs|Ms|Msgr|Mt|Pfc|Pres|Prof
          |Pvt|Rep|Reps|Rev|Sen|Sens|Sgt|Spc|St|Ste|Supt|Pte|Gov't|No|Nos|Art|Sect?|Vol|pp?|vs?|cf|approx|ca?|Fig|al)\.
    )\s*\Z""",
    regex.IGNORECASE | regex.VERBOSE,
)
# Initials may end a sentence, and before a name they seldom do: "U.S. Africa Command", "J. B. Smith".
_INITIALS = regex.compile(r"(?<![\p{L}.])(?:\p{L}\.){2,}\s*\Z")
_BEGINS = regex.compile(
    r"""[“"‘'«(\[]*(?:A|An|The|This|That|These|Those|It|He|She|They|We|I|You|His|Her|Its|Their|Our|My|But|And|Or|So|Then
        |There|Here|In|On|At|By|For|From|To|With|As|If|When|While|After|Before|Since|Until|Although|Though|However
        |Meanwhile|Now|Yet|Still|Both|Some|Many|Most|All|No|Not|Only|Also|What|Who|Why|How|Where|Under|Over|During
        |Last|Next|Earlier|Later|Asked|Instead|Because|Despite|Officials|Police|One|Two|Three|Another|Other)\b""",
    regex.VERBOSE,
)
_LOWER = regex.compile(r"[“\"‘'«(\[]*\p{Ll}")


def sentences_in(paragraph: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends, in characters of the paragraph, without the spaces around it."""
    start = 0
    for end in (*_ends(paragraph, language), len(paragraph)):
        words = paragraph[start:end]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        start = end


def _ends(paragraph: str, language: str) -> Iterator[int]:
    before = 0
    for end in _breaks(paragraph, language):
        if end < len(paragraph) and _is_end(paragraph[max(before, end - 40) : end], paragraph[end : end + 40]):
            yield end
            before = end


def _is_end(behind: str, ahead: str) -> bool:
    if _GOES_ON.search(behind) or _LOWER.match(ahead):
        return False
    if _INITIALS.search(behind):
        return _BEGINS.match(ahead) is not None
    return True


def _breaks(paragraph: str, language: str) -> Iterator[int]:
    """Yield where ICU parts the paragraph, as offsets of Python: ICU counts characters beyond U+FFFF twice."""
    breaks = _sentence_breaks(language)
    # A line that ends within a paragraph is where it was broken to a width.
    text = icu.UnicodeString(paragraph.replace("\n", " "))
    breaks.setText(text)
    ends = list(breaks)
    if len(text) == len(paragraph):
        yield from ends
        return
    offset = unit = 0
    for end in ends:
        while unit < end:
            unit += 1 + (ord(paragraph[offset]) > 0xFFFF)
            offset += 1
        yield offset


@functools.cache
def _sentence_breaks(language: str) -> icu.BreakIterator:
    """Return what parts sentences; it holds one text at a time, so all its breaks are taken at once."""
    return icu.BreakIterator.createSentenceInstance(icu.Locale(f"{language}@ss=standard"))
