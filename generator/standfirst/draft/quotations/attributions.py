"""Finds the attributions of a sentence by their verbs."""

from __future__ import annotations

from standfirst.draft.quotations.attribution import Attribution
from standfirst.draft.quotations.cues import DOCUMENTS, Cue, CueForm, CueKind, cue_of
from standfirst.draft.quotations.grammar import (
    ADVERBS,
    BEING,
    DETERMINERS,
    HELPING,
    STANDING_ALONE,
    TIMES,
)
from standfirst.draft.quotations.heads import Phrase, PhraseKind
from standfirst.draft.quotations.narration import Sentence
from standfirst.draft.quotations.phrases import phrase_after, phrase_before
from standfirst.draft.quotations.tokens import TokenKind
from standfirst.draft.quotations.verb_context import VerbContext
from standfirst.draft.quotations.word_table import word_set

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
_TO_SOMEONE = word_set("assure inform remind tell")
_QUOTING = word_set("cite quote")
_HEARD = word_set("caught filmed heard overheard quoted recorded seen")
_PARTICLES = {
    "point": "out",
    "shoot": "back",
    "fire": "back",
    "hit": "back",
    "sum": "up",
    "go": "on",
    "carry": "on",
    "find": "that",
    "show": "that",
}


def attributions_in(sentence: Sentence) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence in the order of their verbs."""
    reader = _VerbReader(sentence, sentence.tokens)
    for place, token in enumerate(sentence.tokens):
        found = reader.read(place) if token.kind is TokenKind.WORD else None
        if found is not None:
            reader.found.append(found)
    return tuple(reader.found)


class _VerbReader(VerbContext):
    """Reads the verbs of a sentence, each by its form."""

    def read(self, place: int) -> Attribution | None:
        """Return the attribution that a word is the verb of."""
        token = self.tokens[place]
        if token.low == "according" and self.low(place + 1) == "to":
            return self._by_agent(place, place + 2, "according to", CueKind.SAYING, is_source=True)
        if token.low == "words" and self.low(place + 1) == "of":
            return self._by_agent(place, place + 2, "words", CueKind.SAYING)
        if token.low == "per" and place and self.tokens[place - 1].kind is not TokenKind.WORD:
            return self._by_agent(place, place + 1, "per", CueKind.SAYING, is_source=True)
        cue = cue_of(token.low)
        if cue is not None and _PARTICLES.get(cue.lemma, self.low(place + 1)) != self.low(place + 1):
            return None
        if cue is not None and cue.lemma in {"continue", "begin"} and self.low(place + 1) == "to":
            return None
        if cue is None or (token.is_capital and (place > 0 or cue.form is not CueForm.ING)):
            return None
        match cue.form:
            case CueForm.PAST | CueForm.PARTICIPLE:
                return self._past(place, cue)
            case CueForm.THIRD:
                if cue.lemma in _QUOTING:
                    return self._quoting(place)
                return None if self.is_noun(place) else self._finite(place, cue)
            case CueForm.BASE:
                return self._base(place, cue)
            case CueForm.ING:
                return self._ing(place, cue)

    def _past(self, place: int, cue: Cue) -> Attribution | None:
        helping = self.helping(place)
        if helping & BEING:
            return self._passive(place)
        if self.low(place + 1) == "by" and not helping:
            agent = self._by_agent(place, place + 2, self.low(place), CueKind.CALLING)
            if agent and (agent.speaker.kind is PhraseKind.NAME or self.low(agent.speaker.first) in DETERMINERS):
                return agent
        if cue.form is CueForm.PARTICIPLE and not helping & _HAVING:
            return None
        if self.low(place - 1) in DETERMINERS - STANDING_ALONE:
            return None
        return self._quoting(place) if cue.lemma in _QUOTING else self._finite(place, cue)

    def _passive(self, place: int) -> Attribution | None:
        """Read "was quoted as saying" by its subject, "was described by Smith as" by Smith."""
        if self.low(place + 1) == "as" and self.low(place + 2) in _TOLD_AS:
            speaker = phrase_before(self.sentence, place)
            return self._of(place, place + 3, CueKind.SAYING, speaker) if speaker else None
        for at in range(place + 1, min(place + 6, len(self.tokens))):
            if self.low(at) == "by":
                return self._by_agent(place, at + 1, self.low(place), CueKind.CALLING)
            if self.tokens[at].kind is not TokenKind.WORD:
                break
        return None

    def _quoting(self, place: int) -> Attribution | None:
        """Read "A quoted B as saying": the words are B's."""
        whom = phrase_after(self.sentence, place + 1)
        if self.low(place + 1) in {"him", "her", "them"}:
            whom = Phrase(PhraseKind.PRONOUN, place + 1, place + 2, place + 1)
        if whom is None or self.low(whom.last) != "as":
            return None
        who = phrase_before(self.sentence, place)
        start = who.outer if who else place
        return Attribution(place, start, whom.last + 2, CueKind.SAYING, self.low(place), whom, relayed_by=who)

    def _base(self, place: int, cue: Cue) -> Attribution | None:
        helping = self.helping(place)
        if "to" in helping and not helping & BEING:
            speaker = self.whose(place) or self.same_subject(place)
            near = self.tokens[place + 1 : place + 8]
            is_near = any(each.kind is TokenKind.QUOTATION for each in near)
            return self._shared(place, cue, speaker) if is_near else None
        if helping & _MODAL:
            return self._finite(place, cue)
        last = self.tokens[place - 1] if place else None
        if last is None or last.kind is TokenKind.POSSESSIVE:
            return None
        if heard := self.heard(place):
            return self._of(place, place + 1, cue.kind, heard)
        is_plural = last.low.endswith("s") and not last.low.endswith("ss") and last.low not in DETERMINERS
        name = self.sentence.name_ending_at(place)
        is_plural = is_plural or (name is not None and self.low(name.first - 1) == "and")
        return self._finite(place, cue) if is_plural or last.low in _PLURALS else self._inverted(place, cue)

    def _ing(self, place: int, cue: Cue) -> Attribution | None:
        if cue.lemma in _QUOTING or self.low(place - 1) in DETERMINERS:
            return None
        if self.found and self.found[-1].end == place + 1:
            return None
        if self.helping(place) & BEING:
            return self._finite(place, cue)
        last = self.tokens[place - 1] if place else None
        if last is not None and last.low in _HEARD:
            return self._finite(place, cue)
        is_of_noun = last is not None and last.kind is TokenKind.WORD and not self.is_function(last)
        if is_of_noun and self.low(place - 1) not in DOCUMENTS:
            speaker = phrase_before(self.sentence, place)
            if speaker is not None:
                return self._of(place, place + 1, cue.kind, speaker)
        return self._shared(place, cue, self.same_subject(place) or self.later_subject(place))

    def _finite(self, place: int, cue: Cue) -> Attribution | None:
        if inverted := self._inverted(place, cue):
            return inverted
        speaker = phrase_before(self.sentence, place) or self.same_subject(place)
        if speaker is None or (speaker.first + 1 == speaker.last and self.low(speaker.first) in _OBJECTS):
            return None
        return self._of(place, place + 1, cue.kind, speaker)

    def _inverted(self, place: int, cue: Cue) -> Attribution | None:
        """Read a speaker behind the verb: “…,” said Smith."""
        at = place
        while at > 0 and (self.low(at - 1) in ADVERBS or self.low(at - 1).endswith("ly")):
            at -= 1
        if cue.kind is not CueKind.SAYING or cue.lemma in _TO_SOMEONE or not self.may_invert(at):
            return None
        speaker = phrase_after(self.sentence, place + 1)
        if speaker is None or self.low(speaker.first) in {"it", "that", "there"} | TIMES:
            return None
        if self.low(speaker.last) in HELPING or not self.may_speak(speaker):
            return None
        # Between commas, "the plan, said Smith, was": what says it may also stand before, and its words behind.
        if self.low(at - 1) == "," and not self.is_between_commas(at, speaker):
            return None
        return Attribution(
            at,
            at,
            speaker.last,
            cue.kind,
            self.low(place),
            speaker,
        )

    def _by_agent(self, place: int, at: int, cue: str, kind: CueKind, *, is_source: bool = False) -> Attribution | None:
        speaker = phrase_after(self.sentence, at)
        if speaker is None:
            return None
        return Attribution(place, place, max(at, speaker.last), kind, cue, speaker, is_source)

    def _shared(self, place: int, cue: Cue, speaker: Phrase | None) -> Attribution | None:
        """Return an attribution by a subject that stands elsewhere."""
        return Attribution(place, place, place + 1, cue.kind, self.low(place), speaker) if speaker else None

    def _of(self, place: int, end: int, kind: CueKind, speaker: Phrase) -> Attribution:
        """Return an attribution; with who relays it in "A said B had told him" and "A, quoting B, said"."""
        start = min(speaker.outer, speaker.first, place)
        outer = self.found[-1] if self.found else None
        relayed_by = outer.speaker if outer and self.leads_to(outer, start) else None
        if relayed_by and self.only_leads_on(place, kind, speaker):
            speaker, relayed_by = relayed_by, None
        if quoted := self.quoted_within(speaker.last, place):
            speaker, relayed_by = quoted, speaker
        return Attribution(
            place,
            start,
            end,
            kind,
            self.low(place),
            speaker,
            is_relative=self.is_relative(place),
            is_inscription=self.is_thing(speaker),
            relayed_by=relayed_by,
        )
