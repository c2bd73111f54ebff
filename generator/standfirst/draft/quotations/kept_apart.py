"""Words in quotation marks that are nobody's speech: titles of works, nicknames, terms, words held at a distance."""

from __future__ import annotations

import regex

from standfirst.draft.quotations.grammar import PREPOSITIONS
from standfirst.draft.quotations.narration import Sentence
from standfirst.draft.quotations.tokens import TokenKind
from standfirst.draft.quotations.word_table import word_set

_NAMING = word_set(
    """
    billed called captioned christened code-named codenamed coined dubbed entitled hashtagged headlined known
    labeled labelled named nicknamed so-called subtitled termed titled
    """
)
_KINDS_OF_WORK = word_set(
    """
    album anthem aria article ballad banner bestseller blockbuster book chapter codename comedy comic
    documentary drama episode essay exhibition expression film game hashtag hit hymn label magazine memoir
    moniker motif motto movie musical nickname novel opera painting phrase play podcast poem program recording
    sculpture sequel series show sign single sitcom slogan song soundtrack tag term thing thriller title track
    trilogy tune video word words
    """
)
_SMALL = word_set(
    """
    a an and as at but by de for from in into la le nor of off on or out over the to up van von with
    """
)
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*")
_ENDS = frozenset(".?!…—–,;")


_CLOSING = "'\"’”»"


def last_sign(words: str) -> str:
    """Return the last sign of what stands in marks, but for marks of a quotation within."""
    return words.rstrip(_CLOSING)[-1:]


def count_of_words(words: str) -> int:
    return len(_WORD.findall(words))


def is_sentence(words: str) -> bool:
    """Tell whether what stands in marks is a sentence by itself, or more than one."""
    first = next((letter for letter in words if letter.isalpha()), "")
    return first.isupper() and last_sign(words) in {".", "?", "!", "…"} and count_of_words(words) > 1


def is_title_case(words: str) -> bool:
    """Tell whether words are written like the title of a work: all that count have capitals, and there are few."""
    found = _WORD.findall(words)
    counting = [word for word in found if word.lower() not in _SMALL]
    return bool(counting) and len(found) <= 9 and all(word[0].isupper() or word[0].isdigit() for word in counting)


def is_kept_apart(sentence: Sentence, place: int, words: str, *, is_called: bool, is_judged: bool) -> bool:
    """Tell whether the words before a quotation name something by it, or it stands within a name.

    `is_called` says that the word before is the verb of who calls it so, `is_judged` that a verb of calling governs it.
    """
    tokens = sentence.tokens
    before = tokens[place - 1] if place else None
    if before is None:
        return False
    if before.kind is TokenKind.MARK and before.text == "," and place > 1:
        before = tokens[place - 2] if tokens[place - 2].low in _KINDS_OF_WORK else before
    is_generic = before.low == "call" and any(each.low == "what" for each in tokens[:place])
    if is_generic:
        return True
    if is_called:
        return False
    if before.low in _NAMING or (before.low == "as" and tokens[place - 2].low in {"known", "billed"}):
        return True
    is_shown = before.kind is TokenKind.POSSESSIVE or (before.low in PREPOSITIONS and before.low not in {"as", "of"})
    if is_shown and is_title_case(words) and count_of_words(words) > 1:
        return True
    is_short = count_of_words(words) <= 3 and not is_sentence(words)
    if before.low in _KINDS_OF_WORK and not is_judged and (is_title_case(words) or is_short):
        return True
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    is_within_name = before.is_capital and behind is not None and behind.is_capital
    return is_within_name and count_of_words(words) <= 3 and words[-1:] not in _ENDS
