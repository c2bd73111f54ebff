"""Words that are written like names, where no actor is known: runs of capitals without titles and first words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from standfirst.draft.quotations.grammar import DETERMINERS, HELPING, PREPOSITIONS
from standfirst.draft.quotations.tokens import Token, TokenKind
from standfirst.draft.quotations.word_table import word_set

PARTICLES = word_set(
    """
    abu al ben bin bint da das de del della den der di do dos du e el ibn la las le les los st ten ter und van
    von y zu zum zur
    """
)
HONORIFICS = word_set(
    """
    dame dr dr. frau herr lady lord madame miss mme mme. monsieur mr mr. mrs mrs. ms ms. mx mx. señor señora sir
    """
)
# Words that go before a name and are none.
TITLES = HONORIFICS | word_set(
    """
    adm. admiral ambassador archbishop attorney ayatollah baron baroness bishop brig. brigadier capt. captain
    cardinal chairman chairperson chairwoman chancellor chief chief-executive cmdr. coach col. colonel commander
    commissioner congressman congresswoman constable corporal councillor councilman councilwoman count countess
    crown deputy detective director duchess duke emir emperor empress envoy ex-president father field first
    foreign former gen. general gov. governor head imam inspector interior judge justice king lieutenant lt lt.
    maj. major manager marshal mayor minister mother mp officer pastor pfc. police pope premier president
    president-elect prime prince princess principal prof prof. professor prosecutor pvt. queen rabbi rep.
    reporter representative rev. reverend secretary sen. senator sergeant sgt sgt. sheikh sheikha sheriff sister
    speaker spokesman spokesperson spokeswoman sultan superintendent supt. treasurer undersecretary vice
    vice-president
    """
)
# Words with a capital that begin a sentence, or stand alone in one, and name nobody.
NO_NAMES = word_set(
    """
    a about above according across activists after afterwards again against ahead all almost along already also
    although always amid among an analysts and another any anyone apart apr apr. april are around as aside asked
    at aug aug. august authorities away back based because before behind being below beneath beside besides
    between beyond both but by can could critics dec dec. december despite did do does down dozens during each
    earlier either even eventually ever every everyone everything except experts feb feb. february few finally
    five for four fri friday from further had has have he her here hers his how however hundreds i if in indeed
    initially inside instead into is it its itself jan jan. january jul jul. july jun jun. june just last later
    lawyers least less let like many mar mar. march maybe me meanwhile might millions mon monday more moreover
    most much must my near nearly neither never nevertheless next no nobody none nor not nothing nov nov.
    november now oct oct. october of off officials often on once one ones only opponents or other others our out
    outside over own people perhaps police rather really recently residents same sat saturday scores sept sept.
    september several shall she should since so some someone sometimes soon still such suddenly sun sunday
    supporters t-shirt t-shirts than that the their them then there thereafter these they this those though
    thousands three through throughout thu thursday thus to today together tomorrow tonight too toward towards
    tue tuesday two under until up upon us was we wed wednesday were what whatever when whenever where whereas
    whether which while who whom whose why will with within without witnesses would yes yesterday yet you your
    """
)
_NAMES_IN_ING = word_set(
    """
    beijing boeing browning chongqing downing fleming golding harding irving jinping keating king manning ming nanjing
    reading starling sterling wyoming
    """
)
_LAST_NAMES = word_set("april august june march may will")


def capital_runs(tokens: Sequence[Token], taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield where each run of words with capitals begins and ends; none of its tokens is among those taken."""
    place = 0
    while place < len(tokens):
        if not _is_capital(tokens, place, taken):
            place += 1
            continue
        if place == 0 and _is_participle(tokens):
            place += 1
            continue
        first = place
        place = _end_of_run(tokens, place, taken)
        while first < place and tokens[first].low in TITLES:
            first += 1
        if first < place:
            yield first, place


def _is_participle(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence begins with a participle: "Following a meeting", but not "Beijing said"."""
    if not tokens[0].low.endswith("ing") or tokens[0].low in _NAMES_IN_ING or len(tokens) < 2:
        return False
    return tokens[1].low in DETERMINERS | PREPOSITIONS or (tokens[1].text[0].islower() and tokens[1].low not in HELPING)


def _end_of_run(tokens: Sequence[Token], place: int, taken: Collection[int]) -> int:
    while True:
        place += 1
        behind = place
        while behind < len(tokens) and behind - place < 3 and _joins(tokens[behind]) and behind not in taken:
            behind += 1
        if not (behind < len(tokens) and (_is_capital(tokens, behind, taken) or _is_last_name(tokens, behind, taken))):
            return place
        place = behind


def _is_last_name(tokens: Sequence[Token], place: int, taken: Collection[int]) -> bool:
    """Tell whether a word that names nobody by itself is a last name here: Candace Will, Rose May."""
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    is_dated = behind is not None and behind.text[:1].isdigit()
    return tokens[place].is_capital and place not in taken and tokens[place].low in _LAST_NAMES and not is_dated


def _is_capital(tokens: Sequence[Token], place: int, taken: Collection[int]) -> bool:
    token = tokens[place]
    return token.is_capital and place not in taken and token.low not in NO_NAMES and not token.low.endswith("n't")


def _joins(token: Token) -> bool:
    return token.kind is TokenKind.WORD and token.text in PARTICLES
