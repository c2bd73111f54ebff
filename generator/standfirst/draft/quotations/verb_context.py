"""What stands around a verb of saying: its helping verbs, the subject it may have or share, who is quoted."""

from __future__ import annotations

from dataclasses import dataclass, field

from standfirst.draft.quotations.attribution import Attribution, is_tail
from standfirst.draft.quotations.cues import ALSO_NOUNS, DOCUMENTS, INSCRIBED, OPINIONS, CueKind, cue_of
from standfirst.draft.quotations.genders import is_person_noun
from standfirst.draft.quotations.grammar import (
    ADVERBS,
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
from standfirst.draft.quotations.phrases import first_phrase, phrase_after
from standfirst.draft.quotations.tokens import Token, TokenKind
from standfirst.draft.quotations.word_table import word_set

_PLURALS = word_set(
    """
    both children few i many men most others people police some they we who women you
    """
)
_BREAKS = frozenset({",", "—", "–", "―", "--", "-", "?", "!", "."})


@dataclass(frozen=True)
class VerbContext:
    """A sentence whose verbs are read one by one; `found` are the attributions up to the one that is read."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    found: list[Attribution] = field(default_factory=list)

    def low(self, place: int) -> str:
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def helping(self, place: int) -> frozenset[str]:
        """Return the helping verbs right before a verb."""
        found, at = [], place - 1
        while at >= 0 and place - at < 8:
            word = self.low(at)
            if word in HELPING:
                found.append(word)
            elif not (word in ADVERBS or word.endswith("ly")):
                break
            at -= 1
        return frozenset(found)

    def may_invert(self, place: int) -> bool:
        """Tell whether a verb may stand before its subject here: behind a quotation, or between commas."""
        before = self.tokens[place - 1] if place else None
        if before is None or before.kind is TokenKind.QUOTATION:
            return before is not None
        if before.text not in _BREAKS:
            return False
        return before.text == "," or (place > 1 and self.tokens[place - 2].kind is TokenKind.QUOTATION)

    def is_between_commas(self, place: int, speaker: Phrase) -> bool:
        is_behind_quotation = place > 1 and self.tokens[place - 2].kind is TokenKind.QUOTATION
        behind = self.tokens[speaker.last] if speaker.last < len(self.tokens) else None
        return is_behind_quotation or behind is None or behind.kind is TokenKind.MARK

    def may_speak(self, speaker: Phrase) -> bool:
        """Tell whether a bare noun behind a verb speaks, "said police", and is not what is said, "pleaded guilt"."""
        word = self.low(speaker.first)
        is_bare = speaker.kind is PhraseKind.NOUN and speaker.first + 1 == speaker.last
        return not is_bare or word in _PLURALS or word.endswith("s") or is_person_noun(word) or word in STANDING_ALONE

    def only_leads_on(self, place: int, kind: CueKind, speaker: Phrase) -> bool:
        """Tell whether a verb only leads on to what another says: "she said she called it", "he said they hoped"."""
        cue = cue_of(self.low(place))
        is_opinion = cue is not None and cue.lemma in OPINIONS
        return is_opinion or (kind is CueKind.CALLING and speaker.kind is PhraseKind.PRONOUN)

    def is_relative(self, place: int) -> bool:
        at = place
        while at > 0 and (self.low(at - 1) in HELPING or self.low(at - 1) in ADVERBS):
            at -= 1
        return self.low(at - 1) in RELATIVES | {"that"}

    def is_thing(self, speaker: Phrase) -> bool:
        """Tell whether words stand on what they are ascribed to: "a sign on the wall reads"."""
        if speaker.kind is not PhraseKind.NOUN:
            return False
        words = [self.low(at) for at in range(speaker.first, speaker.last)]
        return words[-1] in INSCRIBED or (not set(words) & DOCUMENTS and words[min(1, len(words) - 1)] in INSCRIBED)

    def leads_to(self, outer: Attribution, start: int) -> bool:
        """Tell whether an attribution says what begins at a token, with no more than "that" or a day between."""
        if outer.kind is not CueKind.SAYING or outer.end > start:
            return False
        between = self.tokens[outer.end : start]
        if not between:
            return outer.place == outer.end - 1
        return between[-1].low == "that" or all(each.low in TIMES or each.low in {"on", "in"} for each in between)

    def quoted_within(self, start: int, stop: int) -> Phrase | None:
        for at in range(start, min(stop, start + 12)):
            if self.low(at) in {"quoting", "citing"}:
                return phrase_after(self.sentence, at + 1)
        return None

    def is_function(self, token: Token) -> bool:
        is_small = token.low in PREPOSITIONS or token.low in ADVERBS or token.low in CLAUSE_OPENERS
        return is_small or token.low in {"and", "or", "not"} or token.low.endswith("ly")

    def is_noun(self, place: int) -> bool:
        """Tell whether a word that ends as in "he claims" is a plural: "the claims", "of claims", "Smith's claims"."""
        last = self.tokens[place - 1] if place else None
        if last is None or last.kind is TokenKind.POSSESSIVE:
            return True
        word = last.low if last.kind is TokenKind.WORD else ""
        if self.low(place) in ALSO_NOUNS and not self.may_be_subject(place):
            return True
        return (
            word[:1].isdigit()
            or word in DETERMINERS
            or word in PREPOSITIONS
            or word in HELPING
            or word in {"and", "or"}
        )

    def may_be_subject(self, place: int) -> bool:
        """Tell whether what stands before a verb that may be a noun names a person, or is a pronoun or a body."""
        word = self.low(place - 1)
        is_name = self.sentence.name_ending_at(place) is not None
        return is_name or word in PRONOUNS | RELATIVES | HELPING | ADVERBS or word in {",", ""} or is_person_noun(word)

    def same_subject(self, place: int) -> Phrase | None:
        """Return the subject that a verb without one shares: that of the verb before it, or of the sentence."""
        said = next((each for each in reversed(self.found) if not self.is_aside(each)), None)
        if said is None:
            return first_phrase(self.sentence, 0, place)
        # Where it only stands between commas, the subject is another's: "When he came, she says, the boy rose and".
        if self.low(said.end) == "," and is_tail(self.sentence, said):
            return first_phrase(self.sentence, said.end, place) or said.speaker
        return said.speaker

    def is_aside(self, found: Attribution) -> bool:
        """Tell whether an attribution is only part of what someone says: "that his men would not tell"."""
        is_part = found.relayed_by is not None or self.low(found.start - 1) == "that"
        return found.is_source or found.is_relative or is_part

    def whose(self, place: int) -> Phrase | None:
        """Return whose decision it is: "Smith's decision to call"."""
        at = place - 1
        while at > 1 and self.low(at) in {"to", "not", "never"}:
            at -= 1
        name = self.sentence.name_ending_at(at - 1) if self.tokens[at - 1].kind is TokenKind.POSSESSIVE else None
        return Phrase(PhraseKind.NAME, name.first, name.last, name.first, name) if name else None

    def heard(self, place: int) -> Phrase | None:
        """Return who is heard: "she heard Smith mutter"."""
        name = self.sentence.name_ending_at(place)
        if name is None or self.low(name.first - 1) not in {"heard", "hear", "hears", "saw", "watched", "let", "made"}:
            return None
        return Phrase(PhraseKind.NAME, name.first, name.last, name.first, name)

    def later_subject(self, place: int) -> Phrase | None:
        """Return the subject behind a participle that begins the sentence: "Calling it “a mistake,” Smith"."""
        for at in range(place + 1, min(len(self.tokens), place + 20)):
            if self.tokens[at].kind is TokenKind.QUOTATION or self.low(at) == ",":
                found = first_phrase(self.sentence, at + 1, len(self.tokens))
                if found:
                    return found
        return None
