"""Whether a sentence of English news speaks of what was or of what is to come, at one place in it."""

from __future__ import annotations

from typing import Final

import regex

from standfirst.draft.dates.meanings import Toward

_FUTURE: Final = (
    *("will", "won't", "shall", "would", "'ll", "going to", "is to", "are to", "was to", "were to", "to be", "due"),
    *(
        "expected",
        "expects?",
        "scheduled",
        "planned",
        r"(?<!(?:announced|unveiled|outlined|of|the|new|its|his|their|a) )plans?",
        "planning",
        "intends?",
        "hopes?",
        "hoping",
        "set to",
    ),
    *("set for", "slated", "likely", "can", "may", "might", "must", "should", "upcoming", "deadline"),
    *("ahead of", "as early as", "as soon as", "no later than", "is being", "are being", r"(?:is|are|be) \w+ing"),
    r"(?:agreed|decided|promised|vowed|pledged|offered|threatened|wants?|wanted|hoped|needs?|has|have|preparing|prepared"
    r"|intended|invited|ordered|voted|ready|asked|urged|chance|deadline|talks|able)(?: on \p{L}+)? to (?-i:\p{Ll}){2,}",
    # A fixture: "who play Pakistan on Wednesday".
    r"(?:is|are) (?:at|in|home to|away to) (?-i:\p{Lu})\p{L}+",
    r"(?-i:\p{Lu})\p{L}+ (?!was|is|has|does|us|this|as|its|his)(?-i:\p{Ll})+s (?:the|a|an|its|his|their)",
    r"(?:who|that|which) (?:meet|play|face|vote|open|begin|leave|arrive|travel|visit|host)",
    r"(?:play|visit|face|host|meet|take on|travel to) (?-i:\p{Lu})\p{L}+",
    # What stands in a calendar is told in the present: "the court sits on Monday".
    *("begins", "starts", "opens", "ends", "expires", "arrives", "leaves", "departs", "plays", "faces", "meets"),
    *("travels", "visits", "votes", "returns", "resumes", "hosts", "closes", "convenes", "kicks off", "goes to"),
    *("takes effect", "(?:are|is) closed", "sits", "holds", "runs", "flies", "heads", "speaks", "testifies", "marks"),
)
_PAST: Final = (
    r"had been (?:due|expected|scheduled|planned|set)(?: to \p{Ll}+)?",
    *(
        "said",
        "told",
        "was",
        "were",
        "had",
        "did",
        "came",
        "went",
        "began",
        "fell",
        "rose",
        "won",
        "lost",
        "made",
        "met",
    ),
    *("held", "sold", "bought", "sent", "left", "found", "gave", "got", "kept", "led", "ran", "saw", "spoke", "struck"),
    *(
        "took",
        "broke",
        "brought",
        "built",
        "caught",
        "chose",
        "cut",
        "drew",
        "drove",
        "fought",
        "flew",
        "grew",
        "heard",
    ),
    *("hit", "knew", "laid", "paid", "put", "read", "rode", "sat", "set", "shot", "showed", "shut", "stood", "stole"),
    *("swept", "swore", "taught", "thought", "threw", "understood", "wore", "wrote", "became", "beat", "blew", "fled"),
    *("froze", "hid", "hung", "lit", "rang", "sank", "sought", "slept", "slid", "spent", "split", "spread", "stuck"),
    *("wept", "withdrew", "has been", "have been", "since", r"ha(?:s|ve) \p{Ll}+", "ago"),
    r"(?!need|indeed|speed|breed|bleed|hundred|red\b|bed\b|shed\b)(?-i:\p{Ll}){2,}ed",
)
_CUE: Final = regex.compile(
    rf"(?<![\p{{L}}-])(?:(?P<future>{'|'.join(_FUTURE)})|(?<!\bbe\s)(?P<past>{'|'.join(_PAST)}))(?![\p{{L}}-])",
    regex.IGNORECASE,
)
# What is planned is planned "for Friday", where "it is Friday" it is so soon; what lasts "until Friday" goes on where
# its clause does not say that it is over.
_AHEAD: Final = regex.compile(
    r"\b(?:for (?:the |early |late )?|(?:it's|is|already) (?:already |now )?(?:early |late )?)$", regex.IGNORECASE
)
_UNTIL: Final = regex.compile(r"\b(?:until|till) (?:(?:at least|about|the|early|late|mid)[ -])*$", regex.IGNORECASE)
_BY: Final = regex.compile(r"\bby (?:the )?$", regex.IGNORECASE)
_ORIGINALLY: Final = regex.compile(r"\b(?:originally|initially|previously|once)\b", regex.IGNORECASE)
_OVER: Final = regex.compile(
    r"\b(?:was|were|had|did|could|wasn't|weren't|didn't|hadn't|couldn't|lived|stayed|worked|served|held|ran)\b"
    r"(?!.*(?:\band\b|\bbut\b|,))",
    regex.IGNORECASE,
)
_REACH: Final = 160
_LONGEST: Final = len("until at least early ")


_REPORTED: Final = regex.compile(
    r"\b(?:said|says|announced|reported|told|agreed|filed|added|disclosed|unveiled)\b", regex.IGNORECASE
)


def is_reported(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch has a verb of the news: what it tells of is no longer of the year that was told before."""
    return _REPORTED.search(text, start, end) is not None


def tense_at(text: str, start: int, end: int, first: int, last: int) -> Toward | None:
    """Return the tense at a stretch of a sentence, which goes from `first` to `last`; None where no verb tells it.

    It is that of the nearest verb before, or else of the first behind.
    """
    begin, near = max(first, start - _REACH), max(first, start - _LONGEST)
    cues = list(_CUE.finditer(text, begin, start))
    if _AHEAD.search(text, near, start):
        return Toward.LAST if _ORIGINALLY.search(text, begin, start) else Toward.NEXT
    if _UNTIL.search(text, near, start):
        is_ahead = (cues and cues[-1]["future"]) or not _OVER.search(text, begin, start)
        return Toward.NEXT if is_ahead else Toward.LAST
    found = cues[-1] if cues else _CUE.search(text, end, min(last, end + _REACH))
    if found is None:
        return Toward.NEXT if _BY.search(text, near, start) else None
    return Toward.NEXT if found["future"] else Toward.LAST
