"""A text as words: each with its place, its line, and whether a sentence begins with it."""

from __future__ import annotations

from typing import NamedTuple

import regex

from standfirst.draft.article import Article
from standfirst.draft.names.lines import Line, LineKind, lines_of
from standfirst.draft.names.name_lists import NameList, of_tables
from standfirst.draft.names.tables import key_of
from standfirst.language.common_words import common_words

# "U.S.-backed" and "London-based" are a name with more behind it.
_COMPOUND = (
    "(?:backed|based|born|led|controlled|held|ruled|recogni[sz]ed|owned|run|trained|bound|made|brokered|sponsored|educated"
    "|funded|occupied|supported|style|area|wide|listed|registered|dominated|mediated|supplied|built|only|related|linked)"
)
# Words that a point belongs to.
_ABBREVIATIONS = (
    "Adm|Amb|Ave|Brig|Bros|Capt|Co|Col|Corp|Cos|Cmdr|Cpl|Dept|Det|Dr|Fr|Ft|Gen|Gov|Hon|Inc|Insp|Jr|Lt|Ltd|Maj|Messrs|Mme"
    "|Mr|Mrs|Ms|Mt|No|Pfc|Prof|Rep|Reps|Rev|Sen|Sens|Sgt|Spc|Sr|St|Ste|Supt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    "|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn"
    "|Tex|Va|Vt|Wash|Wis|Wyo|Ont|Que|ALA|ARIZ|ARK|CALIF|COLO|CONN|FLA|ILL|IND|KAN|MASS|MICH|MINN|NEB|NEV|OKLA|ORE|TENN"
    "|TEX|VA|WIS|WYO|WASH|ONT|QUE|CO|INC|CORP|LTD|ST|GEN|SEN|REP|GOV|DR|MR|MRS"
)
_TOKEN = regex.compile(
    rf"""
      \p{{L}}++(?![\p{{M}}\p{{N}}.&'’-])                                       # most words, soon found
    | (?<=[\p{{L}}\p{{N}}.]|[\p{{L}}\p{{N}}.]\ )['’][sS](?![\p{{L}}\p{{N}}])   # a possessive
    | (?:\p{{Lu}}\.){{2,8}}\p{{Lu}}(?![\p{{L}}\p{{N}}.])                       # U.S.A without the last point
    | (?:\p{{Lu}}\.){{2,9}}
    | \p{{Lu}}\.\p{{Lu}}(?![\p{{L}}\p{{N}}.])
    | (?<![\p{{L}}\p{{N}}])[DRI](?=-\p{{Lu}}[\p{{L}}.]+)                     # R-Miss. and D-Texas
    | \p{{Lu}}\.(?=\s?\p{{Lu}})                                              # an initial
    | (?:{_ABBREVIATIONS})\.
    | \p{{N}}+(?=-\p{{Lu}}\p{{Ll}})                                            # 3-Bixente Lizarazu
    | [\p{{L}}\p{{N}}][\p{{L}}\p{{M}}\p{{N}}]*+
      (?:[.&](?=[\p{{L}}\p{{N}}])[\p{{L}}\p{{M}}\p{{N}}]++
        |['’](?![sS](?![\p{{L}}\p{{N}}]))[\p{{L}}\p{{M}}\p{{N}}]++
        |-(?!{_COMPOUND}(?!\p{{L}}))[\p{{L}}\p{{M}}\p{{N}}]++)*+
    | \S
    """,
    regex.VERBOSE,
)
_PARTICLE = regex.compile(
    r"(?:al|el|as|ash|at|an|ad|ar|az|ul|ed|es|ibn|bin|de|d|l|ben|abu|bar|ter|op|den|van)[-'’]\p{Lu}"
)
# A paragraph that is broken to a width has longer lines.
_SHORT_LINE = 45
_OPENING = "“‘«„‹"
_SIDELESS = "\"'`"


class Token(NamedTuple):
    """A word or a sign of the text; `key` is how the tables have it.

    `is_capital` says that it has a capital, and in a heading that it is no common word, which has one there too;
    `begins` says that its capital may come from its place: it is the first word of a sentence or of a quotation.
    """

    text: str
    key: str
    start: int
    end: int
    line: Line
    is_capital: bool
    begins: bool

    @property
    def is_word(self) -> bool:
        """Tell whether it is more than a sign."""
        return self.text[0].isalnum()

    @property
    def is_acronym(self) -> bool:
        """Tell whether it is written in capitals: "WTO", "U.N."."""
        letters = self.text.replace(".", "").replace("&", "")
        return 2 <= len(letters) <= 7 and letters.isupper() and self.text[0].isalpha()


class Tokens(list[Token]):
    """The words and signs of a text in their order, and the names that are known before it is read."""

    names: NameList

    def with_names(self, names: NameList) -> Tokens:
        """Return the same words with other names known."""
        tokens = Tokens(self)
        tokens.names = names
        return tokens

    def follows(self, at: int) -> bool:
        """Tell whether a word may belong to one name with that before it: no sentence begins, and no row of a list."""
        if not 0 < at < len(self) or self[at].begins:
            return False
        before, token = self[at - 1], self[at]
        return before.line is token.line or len(before.line.text) > _SHORT_LINE


def tokens_of(article: Article) -> Tokens:
    """Return the words and signs of an article in their order; known are the names of the tables."""
    lines = iter(lines_of(article.text))
    line = next(lines)
    sentences = iter((*(start for start, _ in article.sentences), len(article.text) + 1))
    sentence = next(sentences)
    tokens = Tokens()
    tokens.names = of_tables()
    begins, in_quotation = False, False
    for found in _TOKEN.finditer(article.text):
        text, (start, end) = found[0], found.span()
        while start >= sentence:
            begins, sentence = True, next(sentences)
        while start >= line.end:
            line = next(lines)
        key = key_of(text)
        if text[0].isalnum():
            tokens.append(Token(text, key, start, end, line, _has_capital(text, key, line), begins))
            begins = False
            continue
        tokens.append(Token(text, key, start, end, line, is_capital=False, begins=False))
        is_apart = text == '"' and _stands_apart(article.text, start)
        if is_apart:
            in_quotation = not in_quotation if len(tokens) > 1 and tokens[-2].line is line else True
        begins = begins or text == ":" or (is_apart and in_quotation) or _opens(article.text, text, start)
    return tokens


def _has_capital(word: str, key: str, line: Line) -> bool:
    if line.kind is LineKind.TITLE and key in common_words():
        return False
    return word[0].isupper() or word[0].istitle() or (not word.isalpha() and _PARTICLE.match(word) is not None)


def _stands_apart(text: str, start: int) -> bool:
    """Tell whether a space is on both sides of a mark, as where a text was cut into words."""
    return text[max(0, start - 1) : start].isspace() and text[start + 1 : start + 2].isspace()


def _opens(text: str, sign: str, start: int) -> bool:
    """Tell whether a sign opens a quotation; of a mark without a side, whether a space stands before it."""
    if sign in _OPENING:
        return True
    return sign in _SIDELESS and (start == 0 or text[start - 1].isspace()) and not text[start + 1 : start + 2].isspace()
