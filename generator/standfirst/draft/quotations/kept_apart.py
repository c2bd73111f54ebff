"""Words in quotation marks that are nobody's speech: titles of works, nicknames, terms, words held at a distance."""

from __future__ import annotations

from standfirst.draft.quotations.cues import CueKind
from standfirst.draft.quotations.governing import Governed
from standfirst.draft.quotations.grammar import PREPOSITIONS
from standfirst.draft.quotations.narration import Sentence
from standfirst.draft.quotations.tokens import Token, TokenKind
from standfirst.draft.quotations.word_table import word_set
from standfirst.draft.quotations.wording import count_of_words, is_sentence, is_title_case

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
_ENDS = frozenset(".?!…—–,;")


def is_kept_apart(sentence: Sentence, place: int, words: str, governed: Governed | None) -> bool:
    """Tell whether what is quoted at a token is a name, a title or a term, though a verb of saying may be near."""
    tokens = sentence.tokens
    is_name = is_title_case(words) and count_of_words(words) > 1
    if place == 0:
        # A heading between paragraphs.
        return is_name and sentence.is_all_quoted and words[-1:] != ","
    before = _before(tokens, place)
    if before.low == "call" and any(each.low == "what" for each in tokens[:place]):
        return True
    if governed is not None and governed.place == place - 1:
        return False
    if before.low in _NAMING or (before.low == "as" and tokens[place - 2].low in {"known", "billed"}):
        return True
    is_close = governed is not None and governed.is_close
    if is_name and (_shows(before) or (not is_close and words[-1:] not in _ENDS)):
        return True
    is_judged = is_close and governed is not None and governed.kind is CueKind.CALLING
    if before.low in _KINDS_OF_WORK and not is_judged and (is_title_case(words) or _is_short(words)):
        return True
    return _is_within_name(tokens, place, words)


def _before(tokens: tuple[Token, ...], place: int) -> Token:
    """Return the word before a quotation; where a comma parts them, what kind of work it is: "his novel, “…”"."""
    before = tokens[place - 1]
    return tokens[place - 2] if before.text == "," and place > 1 and tokens[place - 2].low in _KINDS_OF_WORK else before


def _shows(before: Token) -> bool:
    """Tell whether a word leads up to a title: "CNN's “State of the Union”", "in “The Salt Road”"."""
    return before.kind is TokenKind.POSSESSIVE or (before.low in PREPOSITIONS and before.low not in {"as", "of"})


def _is_short(words: str) -> bool:
    return count_of_words(words) <= 3 and not is_sentence(words)


def _is_within_name(tokens: tuple[Token, ...], place: int, words: str) -> bool:
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    is_within = tokens[place - 1].is_capital and behind is not None and behind.is_capital
    return is_within and count_of_words(words) <= 3 and words[-1:] not in _ENDS
