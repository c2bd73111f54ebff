"""The attributions of a sentence: a verb of saying or calling, and the words for who does it."""

from __future__ import annotations

from dataclasses import dataclass, field

from standfirst.draft.quotations.cues import ALSO_NOUNS, DOCUMENTS, INSCRIBED, OPINIONS, Cue, CueForm, CueKind, cue_of
from standfirst.draft.quotations.genders import is_person_noun
from standfirst.draft.quotations.grammar import (
    ADVERBS,
    BEING,
    CLAUSE_OPENERS,
    DETERMINERS,
    HELPING,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STANDING_ALONE,
    TIMES,
)
from standfirst.draft.quotations.heads import Phrase, PhraseKind
from standfirst.draft.quotations.narration import Sentence
from standfirst.draft.quotations.phrases import first_phrase, phrase_after, phrase_before
from standfirst.draft.quotations.tokens import Token, TokenKind
from standfirst.draft.quotations.word_table import word_set
from standfirst.model.frozen_class import frozen

_PLURALS = word_set(
    """
    both children few i many men most others people police some they we who women you
    """
)
_MODAL = word_set(
    """
    can could did didn't didn’t do does doesn't doesn’t don't don’t may might must shall should will would
    wouldn't wouldn’t
    """
)
_HAVING = word_set("had has have having")
_OBJECTS = word_set("her him me them us")
_TOLD_AS = word_set("calling describing saying telling")
# These take whom they are said to behind them, and so never the speaker.
_TO_SOMEONE = word_set("assure inform remind tell")
_QUOTING = word_set("cite quote")
_HEARD = word_set("caught filmed heard overheard quoted recorded seen")
# Verbs that only say with another word: "pointed out".
_PARTICLES = {"point": "out", "shoot": "back", "fire": "back", "hit": "back", "sum": "up", "go": "on", "carry": "on"}
_BREAKS = frozenset({",", "—", "–", "―", "--", "-", "?", "!", "."})


@frozen
class Attribution:
    """Who says or calls: the words for it are tokens `start` up to `end`, `place` is the verb.

    `is_source` is for "according to", `is_relative` for "who says". `is_inscription` says that the words stand on a
    thing. `relayed_by` is who says that the speaker says so.
    """

    place: int
    start: int
    end: int
    kind: CueKind
    cue: str
    speaker: Phrase
    is_source: bool = False
    is_relative: bool = False
    is_inscription: bool = False
    relayed_by: Phrase | None = None


def attributions_in(sentence: Sentence) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence in the order of their verbs."""
    reader = _VerbReader(sentence, sentence.tokens)
    for place, token in enumerate(sentence.tokens):
        found = reader.read(place) if token.kind is TokenKind.WORD else None
        if found is not None:
            reader.found.append(found)
    return tuple(reader.found)


def is_tail(sentence: Sentence, found: Attribution) -> bool:
    """Tell whether an attribution ends what it is about: ", the ministry said on Monday."."""
    tokens = sentence.tokens
    before = tokens[found.start - 1] if found.start else None
    if before is None or not (before.text == "," or before.kind is TokenKind.QUOTATION):
        return False
    behind = tokens[found.end] if found.end < len(tokens) else None
    if behind is None or behind.kind is not TokenKind.WORD or found.cue in {"told", "tells"}:
        return True
    return behind.low in TIMES or behind.low in PREPOSITIONS


@dataclass(frozen=True)
class _VerbReader:
    """Reads the verbs of a sentence one by one; `found` are the attributions up to the one that is read."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    found: list[Attribution] = field(default_factory=list)

    def read(self, place: int) -> Attribution | None:
        """Return the attribution that a word is the verb of."""
        token = self.tokens[place]
        if token.low == "according" and self._low(place + 1) == "to":
            return self._by_agent(place, place + 2, "according to", CueKind.SAYING, is_source=True)
        if token.low == "words" and self._low(place + 1) == "of":
            return self._by_agent(place, place + 2, "words", CueKind.SAYING)
        if token.low == "per" and place and self.tokens[place - 1].kind is not TokenKind.WORD:
            return self._by_agent(place, place + 1, "per", CueKind.SAYING, is_source=True)
        cue = cue_of(token.low)
        if cue is not None and _PARTICLES.get(cue.lemma, self._low(place + 1)) != self._low(place + 1):
            return None
        if cue is not None and cue.lemma in {"continue", "begin"} and self._low(place + 1) == "to":
            return None
        if cue is None or (token.is_capital and (place > 0 or cue.form is not CueForm.ING)):
            return None
        match cue.form:
            case CueForm.PAST | CueForm.PARTICIPLE:
                return self._past(place, cue)
            case CueForm.THIRD:
                if cue.lemma in _QUOTING:
                    return self._quoting(place)
                return None if self._is_noun(place) else self._finite(place, cue)
            case CueForm.BASE:
                return self._base(place, cue)
            case CueForm.ING:
                return self._ing(place, cue)

    def _low(self, place: int) -> str:
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    # ------------------------------------------------------------ forms of verbs

    def _past(self, place: int, cue: Cue) -> Attribution | None:
        helping = self._helping(place)
        if helping & BEING:
            return self._passive(place)
        if self._low(place + 1) == "by" and not helping:
            agent = self._by_agent(place, place + 2, self._low(place), CueKind.CALLING)
            if agent and (agent.speaker.kind is PhraseKind.NAME or self._low(agent.speaker.first) in DETERMINERS):
                return agent
        if cue.form is CueForm.PARTICIPLE and not helping & _HAVING:
            return None
        if self._low(place - 1) in DETERMINERS - STANDING_ALONE:
            return None
        return self._quoting(place) if cue.lemma in _QUOTING else self._finite(place, cue)

    def _passive(self, place: int) -> Attribution | None:
        """Read "was quoted as saying" by its subject, "was described by Smith as" by Smith."""
        if self._low(place + 1) == "as" and self._low(place + 2) in _TOLD_AS:
            speaker = phrase_before(self.sentence, place)
            return self._of(place, place + 3, CueKind.SAYING, speaker) if speaker else None
        for at in range(place + 1, min(place + 6, len(self.tokens))):
            if self._low(at) == "by":
                return self._by_agent(place, at + 1, self._low(place), CueKind.CALLING)
            if self.tokens[at].kind is not TokenKind.WORD:
                break
        return None

    def _quoting(self, place: int) -> Attribution | None:
        """Read "A quoted B as saying": the words are B's."""
        whom = phrase_after(self.sentence, place + 1)
        if self._low(place + 1) in {"him", "her", "them"}:
            whom = Phrase(PhraseKind.PRONOUN, place + 1, place + 2, place + 1)
        if whom is None or self._low(whom.last) != "as":
            return None
        who = phrase_before(self.sentence, place)
        start = who.outer if who else place
        return Attribution(place, start, whom.last + 2, CueKind.SAYING, self._low(place), whom, relayed_by=who)

    def _base(self, place: int, cue: Cue) -> Attribution | None:
        helping = self._helping(place)
        if "to" in helping and not helping & BEING:
            speaker = self._whose(place) or self._same_subject(place)
            near = self.tokens[place + 1 : place + 8]
            is_near = any(each.kind is TokenKind.QUOTATION for each in near)
            return self._shared(place, cue, speaker) if is_near else None
        if helping & _MODAL:
            return self._finite(place, cue)
        last = self.tokens[place - 1] if place else None
        if last is None or last.kind is TokenKind.POSSESSIVE:
            return None
        if heard := self._heard(place):
            return self._of(place, place + 1, cue.kind, heard)
        is_plural = last.low.endswith("s") and not last.low.endswith("ss") and last.low not in DETERMINERS
        name = self.sentence.name_ending_at(place)
        is_plural = is_plural or (name is not None and self._low(name.first - 1) == "and")
        return self._finite(place, cue) if is_plural or last.low in _PLURALS else self._inverted(place, cue)

    def _heard(self, place: int) -> Phrase | None:
        """Return who is heard: "she heard Smith mutter"."""
        name = self.sentence.name_ending_at(place)
        if name is None or self._low(name.first - 1) not in {"heard", "hear", "hears", "saw", "watched", "let", "made"}:
            return None
        return Phrase(PhraseKind.NAME, name.first, name.last, name.first, name)

    def _ing(self, place: int, cue: Cue) -> Attribution | None:
        if cue.lemma in _QUOTING or self._low(place - 1) in DETERMINERS:
            return None
        if self.found and self.found[-1].end == place + 1:
            return None
        if self._helping(place) & BEING:
            return self._finite(place, cue)
        last = self.tokens[place - 1] if place else None
        if last is not None and last.low in _HEARD:
            return self._finite(place, cue)
        is_of_noun = last is not None and last.kind is TokenKind.WORD and not self._is_function(last)
        if is_of_noun and self._low(place - 1) not in DOCUMENTS:
            speaker = phrase_before(self.sentence, place)
            if speaker is not None:
                return self._of(place, place + 1, cue.kind, speaker)
        return self._shared(place, cue, self._same_subject(place) or self._later_subject(place))

    def _finite(self, place: int, cue: Cue) -> Attribution | None:
        if inverted := self._inverted(place, cue):
            return inverted
        speaker = phrase_before(self.sentence, place) or self._same_subject(place)
        if speaker is None or (speaker.first + 1 == speaker.last and self._low(speaker.first) in _OBJECTS):
            return None
        return self._of(place, place + 1, cue.kind, speaker)

    def _inverted(self, place: int, cue: Cue) -> Attribution | None:
        """Read a speaker behind the verb: “…,” said Smith."""
        at = place
        while at > 0 and (self._low(at - 1) in ADVERBS or self._low(at - 1).endswith("ly")):
            at -= 1
        if cue.kind is not CueKind.SAYING or cue.lemma in _TO_SOMEONE or not self._may_invert(at):
            return None
        speaker = phrase_after(self.sentence, place + 1)
        if speaker is None or self._low(speaker.first) in {"it", "that", "there"} | TIMES:
            return None
        if self._low(speaker.last) in HELPING or not self._may_speak(speaker):
            return None
        # Between commas, "the plan, said Smith, was": what says it may also stand before, and its words behind.
        if self._low(at - 1) == "," and not self._is_between_commas(at, speaker):
            return None
        return Attribution(
            at,
            at,
            speaker.last,
            cue.kind,
            self._low(place),
            speaker,
        )

    def _may_speak(self, speaker: Phrase) -> bool:
        """Tell whether a bare noun behind a verb speaks, "said police", and is not what is said, "pleaded guilt"."""
        word = self._low(speaker.first)
        is_bare = speaker.kind is PhraseKind.NOUN and speaker.first + 1 == speaker.last
        return not is_bare or word in _PLURALS or word.endswith("s") or is_person_noun(word) or word in STANDING_ALONE

    def _is_between_commas(self, place: int, speaker: Phrase) -> bool:
        is_behind_quotation = place > 1 and self.tokens[place - 2].kind is TokenKind.QUOTATION
        behind = self.tokens[speaker.last] if speaker.last < len(self.tokens) else None
        return is_behind_quotation or behind is None or behind.kind is TokenKind.MARK

    def _may_invert(self, place: int) -> bool:
        """Tell whether a verb may stand before its subject here: behind a quotation, or between commas."""
        before = self.tokens[place - 1] if place else None
        if before is None or before.kind is TokenKind.QUOTATION:
            return before is not None
        if before.text not in _BREAKS:
            return False
        return before.text == "," or (place > 1 and self.tokens[place - 2].kind is TokenKind.QUOTATION)

    # ------------------------------------------------------------ what is made of them

    def _by_agent(self, place: int, at: int, cue: str, kind: CueKind, *, is_source: bool = False) -> Attribution | None:
        speaker = phrase_after(self.sentence, at)
        if speaker is None:
            return None
        return Attribution(place, place, max(at, speaker.last), kind, cue, speaker, is_source)

    def _shared(self, place: int, cue: Cue, speaker: Phrase | None) -> Attribution | None:
        """Return an attribution by a subject that stands elsewhere."""
        return Attribution(place, place, place + 1, cue.kind, self._low(place), speaker) if speaker else None

    def _of(self, place: int, end: int, kind: CueKind, speaker: Phrase) -> Attribution:
        """Return an attribution; with who relays it in "A said B had told him" and "A, quoting B, said"."""
        start = min(speaker.outer, speaker.first, place)
        outer = self.found[-1] if self.found else None
        relayed_by = outer.speaker if outer and self._leads_to(outer, start) else None
        if relayed_by and self._only_leads_on(place, kind, speaker):
            speaker, relayed_by = relayed_by, None
        if quoted := self._quoted_within(speaker.last, place):
            speaker, relayed_by = quoted, speaker
        return Attribution(
            place,
            start,
            end,
            kind,
            self._low(place),
            speaker,
            is_relative=self._is_relative(place),
            is_inscription=self._is_thing(speaker),
            relayed_by=relayed_by,
        )

    def _only_leads_on(self, place: int, kind: CueKind, speaker: Phrase) -> bool:
        """Tell whether a verb only leads on to what another says: "she said she called it", "he said they hoped"."""
        cue = cue_of(self._low(place))
        is_opinion = cue is not None and cue.lemma in OPINIONS
        return is_opinion or (kind is CueKind.CALLING and speaker.kind is PhraseKind.PRONOUN)

    def _is_relative(self, place: int) -> bool:
        at = place
        while at > 0 and (self._low(at - 1) in HELPING or self._low(at - 1) in ADVERBS):
            at -= 1
        return self._low(at - 1) in RELATIVES | {"that"}

    def _is_thing(self, speaker: Phrase) -> bool:
        """Tell whether words stand on what they are ascribed to: "a sign on the wall reads"."""
        if speaker.kind is not PhraseKind.NOUN:
            return False
        words = [self._low(at) for at in range(speaker.first, speaker.last)]
        return words[-1] in INSCRIBED or (not set(words) & DOCUMENTS and words[min(1, len(words) - 1)] in INSCRIBED)

    def _leads_to(self, outer: Attribution, start: int) -> bool:
        """Tell whether an attribution says what begins at a token, with no more than "that" or a day between."""
        if outer.kind is not CueKind.SAYING or outer.end > start:
            return False
        between = self.tokens[outer.end : start]
        if not between:
            return outer.place == outer.end - 1
        return between[-1].low == "that" or all(each.low in TIMES or each.low in {"on", "in"} for each in between)

    def _quoted_within(self, start: int, stop: int) -> Phrase | None:
        for at in range(start, min(stop, start + 12)):
            if self._low(at) in {"quoting", "citing"}:
                return phrase_after(self.sentence, at + 1)
        return None

    # ------------------------------------------------------------ what stands around them

    def _helping(self, place: int) -> frozenset[str]:
        """Return the helping verbs right before a verb."""
        found, at = [], place - 1
        while at >= 0 and place - at < 8:
            word = self._low(at)
            if word in HELPING:
                found.append(word)
            elif not (word in ADVERBS or word.endswith("ly")):
                break
            at -= 1
        return frozenset(found)

    def _is_function(self, token: Token) -> bool:
        is_small = token.low in PREPOSITIONS or token.low in ADVERBS or token.low in CLAUSE_OPENERS
        return is_small or token.low in {"and", "or", "not"} or token.low.endswith("ly")

    def _is_noun(self, place: int) -> bool:
        """Tell whether a word that ends as in "he claims" is a plural: "the claims", "of claims", "Smith's claims"."""
        last = self.tokens[place - 1] if place else None
        if last is None or last.kind is TokenKind.POSSESSIVE:
            return True
        word = last.low if last.kind is TokenKind.WORD else ""
        if self._low(place) in ALSO_NOUNS and not self._may_be_subject(place):
            return True
        return (
            word[:1].isdigit()
            or word in DETERMINERS
            or word in PREPOSITIONS
            or word in HELPING
            or word in {"and", "or"}
        )

    def _may_be_subject(self, place: int) -> bool:
        """Tell whether what stands before a verb that may be a noun names a person, or is a pronoun or a body."""
        word = self._low(place - 1)
        is_name = self.sentence.name_ending_at(place) is not None
        return is_name or word in PRONOUNS | RELATIVES | HELPING | ADVERBS or word in {",", ""} or is_person_noun(word)

    def _same_subject(self, place: int) -> Phrase | None:
        """Return the subject that a verb without one shares: that of the verb before it, or of the sentence."""
        said = next((each for each in reversed(self.found) if not self._is_aside(each)), None)
        if said is None:
            return first_phrase(self.sentence, 0, place)
        # Where it only stands between commas, the subject is another's: "When he came, she says, the boy rose and".
        if self._low(said.end) == "," and is_tail(self.sentence, said):
            return first_phrase(self.sentence, said.end, place) or said.speaker
        return said.speaker

    def _is_aside(self, found: Attribution) -> bool:
        """Tell whether an attribution is only part of what someone says: "that his men would not tell"."""
        is_part = found.relayed_by is not None or self._low(found.start - 1) == "that"
        return found.is_source or found.is_relative or is_part

    def _whose(self, place: int) -> Phrase | None:
        """Return whose decision it is: "Smith's decision to call"."""
        at = place - 1
        while at > 1 and self._low(at) in {"to", "not", "never"}:
            at -= 1
        name = self.sentence.name_ending_at(at - 1) if self.tokens[at - 1].kind is TokenKind.POSSESSIVE else None
        return Phrase(PhraseKind.NAME, name.first, name.last, name.first, name) if name else None

    def _later_subject(self, place: int) -> Phrase | None:
        """Return the subject behind a participle that begins the sentence: "Calling it “a mistake,” Smith"."""
        for at in range(place + 1, min(len(self.tokens), place + 20)):
            if self.tokens[at].kind is TokenKind.QUOTATION or self._low(at) == ",":
                found = first_phrase(self.sentence, at + 1, len(self.tokens))
                if found:
                    return found
        return None
