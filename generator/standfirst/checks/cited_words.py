"""The words of the passages that a fact cites, with what they are read by: their source's language, date and copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from standfirst.model import Citing, Date, LanguageTag, Passage, Record
from standfirst.problems.errors import Problem, Severity
from standfirst.sources.copies import Copy
from standfirst.sources.lock import PlacesByDigest, passage_key
from standfirst.sources.matching import in_full
from standfirst.sources.passages import named_parts

# What to do about what is sought and stands within the ellipsis of a passage.
IN_ELLIPSIS = "it stands where your … is; write it out"


class SourceContext(NamedTuple):
    """What the meaning of a passage depends on besides its words: the language and the date of its source.

    The copy, where it is at hand, has the words that stand where a passage has its ellipsis; `whole` are the passages
    of a source of which readers see these words as well.
    """

    language: LanguageTag
    written: Date | None
    copy: Copy | None = None
    whole: PlacesByDigest | None = None


# Of the citations of a fact, in their order.
Contexts = tuple[SourceContext, ...]


def passages_by_source(fact: Citing, contexts: Contexts) -> Iterator[tuple[SourceContext, tuple[Passage, ...]]]:
    """Yield the passages that a fact cites, source by source."""
    return zip(contexts, (citation.passages for citation in fact.cite), strict=True)


def texts_by_source(fact: Citing, contexts: Contexts) -> Iterator[tuple[SourceContext, tuple[str, ...]]]:
    """Yield the texts of the passages that a fact cites, source by source."""
    return (
        (context, tuple(_text(passage, context) for passage in passages))
        for context, passages in passages_by_source(fact, contexts)
    )


def _text(passage: Passage, context: SourceContext) -> str:
    if context.whole:
        return context.whole[passage_key(passage)].words
    # A day may be named before the ellipsis and its year behind it.
    return " … ".join(named_parts(passage.words))


def is_in_ellipsis(
    fact: Citing, contexts: Contexts, supports: Callable[[SourceContext, tuple[str, ...]], bool]
) -> bool:
    """Tell whether the passages of a source, where it is at hand, support what is sought once they are written out."""
    return any(
        supports(context, tuple(in_full(passage, context.copy) for passage in passages))
        for context, passages in passages_by_source(fact, contexts)
        if context.copy
    )


def not_in_words(fact: Record, key: str, what: str, hint: str) -> Problem:
    """Return the warning that what is written under a key stands in no passage; `what` names it."""
    message = f"{what} is not in the words of a passage that it cites"
    return Problem(fact.origin_of(key), message, hint, Severity.WARNING)
