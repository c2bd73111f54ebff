"""Finds what an article says is not known, or was not said, as questions.

A question takes what it asks from the article's clause, and no more than a few words of it in a row: sentences of an
article are not copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from standfirst.draft.article import Article
from standfirst.draft.clause_questions import is_past_verb, question_of, words_of
from standfirst.draft.proposals import UnknownProposal
from standfirst.draft.quotations.stretches import stretches_in

_ASKING = r"(?:if|whether|when|where|who|whom|whose|what|which|why|how)"
_CLAUSE = rf"(?P<clause>{_ASKING}\b(?!\sto\b)[^.;:?!—–]*)"
_SOON = r"(?:immediately|yet|also|so\sfar|publicly|further|at\sfirst|initially)"
_NOT = r"(?:did|do|does|has|have|had|would|will|could|can)(?:\s(?:not|never)|n['’]t)"
_SAY = (
    r"(?:say|said|says|saying|disclose[d]?|reveal(?:ed)?|specif(?:y|ied)|explain(?:ed)?|identif(?:y|ied)|elaborate[d]?"
    r"|know|known|determine[d]?|discuss(?:ed)?|mention(?:ed)?|indicate[d]?|confirm(?:ed)?|detail(?:ed)?)"
)
_WHO = r"(?P<who>[\p{Lu}\p{Ll}][^,.;:—–“”\"]{0,60}?)"
_TO_COMMENT = (
    r"(?:(?:declined|refused)\s(?:to\s(?:be\s)?(?:comment|elaborate|respond|discuss|interview)\w*|comment|all\scomment)"
    rf"|{_NOT}\s(?:{_SOON}\s)?(?:respond|reply|comment|return|answer)\b"
    rf"|(?:could|was|were)\s?(?:not|n['’]t)\s(?:{_SOON}\s)?(?:be\sreached|reachable|available)(?:\sfor\scomment)?)"
)
_RESPONSIBLE = r"(?:no\s?(?:one|body|\sgroup|\sside)|none)\b[^.;]{0,30}?\bclaimed\s(?:any\s)?responsibility"
_VERIFIED = (
    rf"(?:(?:could|can|has|have|had)(?:\s?not|n['’]t)\s(?:{_SOON}\s)?(?:be(?:en)?\s)?(?:independently\s)?(?:be\s)?"
    r"(?:confirm|verif|corroborat|authenticat)\w+|(?:un(?:confirmed|verified))\b)"
)
_UNKNOWN = (
    r"(?:unknown|unclear|uncertain"
    r"|not\s(?:\w+ly\s|yet\s)?(?:known|clear|certain|disclosed|released|identified|revealed))"
)

_MOST_IN_A_ROW = 6
_TELLING = frozenset({"that", "who", "which", "whose", "whom"})
_NO_THINGS = frozenset({"he", "it", "she", "that", "there", "they", "this", "we", "what", "which", "who"})

_CLAUSES = regex.compile(
    rf"""
      \b{_NOT}\s(?:{_SOON}\s)?{_SAY}\s{_CLAUSE}
    | \b(?:declined|refused)\sto\s(?:say|comment\son|discuss|disclose|reveal|specify|confirm)\s{_CLAUSE}
    | \b(?:it\s)?(?:is|was|remains|remained|are|were)\s(?:still\s|also\s|as\syet\s)?{_UNKNOWN}\s{_CLAUSE}
    | \b(?:no\sone|nobody)\s(?:yet\s|really\s)?kn[eo]ws?\s{_CLAUSE}
    | \bno\s(?:word|indication|information|explanation)\s(?:yet\s)?(?:on|of|as\sto|about)\s{_CLAUSE}
    | \bquestions?\sremain(?:s|ed)?\s(?:about|over|as\sto)\s{_CLAUSE}
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_SUBJECTS = regex.compile(
    rf"(?:\A|(?<=,\s)|(?<=\band\s))(?P<what>[\p{{L}}'’ -]{{3,60}}?)\s"
    rf"(?:is|was|are|were|remains?|remained|has\sbeen|have\sbeen)\s(?:still\s|also\s)?(?P<unknown>{_UNKNOWN}|under\sinvestigation)\b"
    rf"(?!\s{_ASKING}\b|\sthat\b|\s(?:about|as|for|to|of)\b)",
    regex.IGNORECASE,
)
_COMMENT = regex.compile(
    rf"(?:\A|(?<=[,;]\s)|(?<=\b(?:and|but|that)\s)){_WHO}\s(?:\w+ly\s|also\s|both\s)?{_TO_COMMENT}", regex.IGNORECASE
)
_CLAIMED = regex.compile(rf"\b{_RESPONSIBLE}(?:\sfor\s(?P<what>[^.;,]{{1,60}}))?", regex.IGNORECASE)
_CHECKED = regex.compile(rf"\b{_VERIFIED}", regex.IGNORECASE)


# Some of these stand in every sentence that leaves something open.
_MAY_ASK = re.compile(
    r"n['’]t|not\b|\b(?:never|no|noone|none|nobody|declined|refused|unknown|unclear|uncertain|questions?|under"
    r"|unconfirmed|unverified)\b",
    re.IGNORECASE,
)


def unknowns_in(article: Article) -> tuple[UnknownProposal, ...]:
    """Return what the article leaves open, in the order of its text; each sentence asks one thing once."""
    text = _outside_quotations(article)
    found: dict[str, UnknownProposal] = {}
    for start, end in article.sentences:
        for first, last, asked, doubt in _questions(text[start:end]):
            question = _in_few_words(asked, text)
            place = (start + first, start + last)
            found.setdefault(
                question,
                UnknownProposal(
                    start=place[0], end=place[1], text=article.text[slice(*place)], question=question, doubts=doubt
                ),
            )
    return tuple(found.values())


def _outside_quotations(article: Article) -> str:
    """Return the text with blanks in place of what is quoted: what a speaker does not know is no one else's gap."""
    parts, at = [], 0
    for each in stretches_in(article):
        parts += [article.text[at : each.start], "\0" * (each.end - each.start)]
        at = each.end
    return "".join((*parts, article.text[at:]))


_Question = tuple[int, int, str, tuple[str, ...]]


def _questions(sentence: str) -> Iterator[_Question]:
    if not _MAY_ASK.search(sentence):
        return
    for found in _CLAUSES.finditer(sentence):
        question, is_formed = question_of(found["clause"])
        doubts = () if is_formed else ("The question has to be put in words.",)
        yield found.start(), found.end("clause"), question, doubts
    for found in _SUBJECTS.finditer(sentence):
        what = found["what"].strip()
        if what.split()[0].lower() not in _NO_THINGS:
            yield found.start(), found.end(), f"What is known of {_few(_lowered(what))}?", ()
    if refusal := _COMMENT.search(sentence):
        who = _subject(refusal["who"].strip())
        doubts = (f"The article only says that there was no comment from “{_few(who)}”.",)
        if who.split()[0].lower() not in _NO_THINGS | {"a", "an"}:
            yield refusal.start(), refusal.end(), f"What does {_few(_lowered(who))} say?", doubts
    if claim := _CLAIMED.search(sentence):
        what = claim["what"]
        yield claim.start(), claim.end(), f"Who was behind {_few(what)}?" if what else "Who was behind it?", ()
    elif check := _CHECKED.search(sentence):
        doubts = ("The question has to say what could not be confirmed.",)
        yield check.start(), check.end(), "Can it be confirmed?", doubts


def _subject(who: str) -> str:
    """Return who does not comment without what else is told of them: "Mr Reyes" of "Mr Reyes left the firm and"."""
    words = who.split()
    ends = (place for place, word in enumerate(words) if place and (word in _TELLING or is_past_verb(word)))
    return " ".join(words[: next(ends, len(words))])


def _lowered(who: str) -> str:
    """Return a phrase as it stands within a sentence: "The army" with a small letter."""
    first, _, rest = who.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An", "His", "Her", "Its", "Their", "Both"} else who


def _few(words: str) -> str:
    return " ".join(words_of(words)[:5])


def _in_few_words(question: str, text: str) -> str:
    """Return a question with so few words that no seven in a row stand in the article."""
    words = question.split()
    for start in range(len(words) - _MOST_IN_A_ROW):
        if " ".join(words[start : start + _MOST_IN_A_ROW + 1]).rstrip("?") in text:
            return f"{' '.join(words[: start + _MOST_IN_A_ROW])} …?"
    return question
