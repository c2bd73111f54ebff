"""Finds quotations in an article, and who speaks each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from standfirst.draft.article import Article
from standfirst.draft.proposals import ActorProposal, Mention, QuoteProposal
from standfirst.draft.quotations.antecedents import Antecedents, Meant
from standfirst.draft.quotations.attribution import Attribution
from standfirst.draft.quotations.attributions import attributions_in
from standfirst.draft.quotations.cast import cast_of
from standfirst.draft.quotations.genders import by_given_name
from standfirst.draft.quotations.governing import Governed, governing
from standfirst.draft.quotations.heads import Phrase, PhraseKind
from standfirst.draft.quotations.kept_apart import is_kept_apart
from standfirst.draft.quotations.narration import Sentence, sentences_of
from standfirst.draft.quotations.phrases import first_phrase
from standfirst.draft.quotations.readouts import relayed_in
from standfirst.draft.quotations.stretches import Stretch, stretches_in
from standfirst.draft.quotations.tokens import TokenKind
from standfirst.draft.quotations.wording import count_of_words, is_sentence, is_title_case, last_sign
from standfirst.model import Id

_FEWEST_WORDS = 5


def quotes_in(article: Article, actors: Sequence[ActorProposal]) -> tuple[QuoteProposal, ...]:
    """Return the quotations of an article in their order; who speaks is one of the actors where the text tells."""
    return _Finder(article, tuple(actors)).quotes()


@dataclass
class _Spoken:
    """A quotation while it is being put together: its stretches, who speaks, and what is unsure."""

    stretches: list[Stretch]
    sentence: Sentence
    place: int
    governed: Governed | None = None
    speaker: Mention | None = None
    actor: Id | None = None
    cue: str = ""
    relaying: Id | None = None
    relayed_by: Id | None = None
    doubts: list[str] = field(default_factory=list)


class _Finder:
    """Reads an article once: its quotations sentence by sentence, each with who speaks."""

    def __init__(self, article: Article, actors: tuple[ActorProposal, ...]) -> None:
        self._article = article
        self._stretches = stretches_in(article)
        self._by_start = {each.start: each for each in self._stretches}
        self._sentences = sentences_of(article, self._stretches, actors) if self._stretches else ()
        self._cast = cast_of(self._sentences, actors)
        self._found: dict[int, tuple[Attribution, ...]] = {}
        self._antecedents = Antecedents(self._sentences, self._cast, self._attributions)

    def _attributions(self, number: int) -> tuple[Attribution, ...]:
        if number not in self._found:
            self._found[number] = attributions_in(self._sentences[number])
        return self._found[number]

    def quotes(self) -> tuple[QuoteProposal, ...]:
        spoken: list[_Spoken] = []
        for sentence in self._sentences:
            for place in sentence.quotations:
                stretch = self._by_start.get(sentence.tokens[place].start)
                if stretch is not None and stretch.first < stretch.last:
                    self._take(spoken, stretch, sentence, place)
        for each in spoken:
            words = self._article.text[each.stretches[0].first : each.stretches[0].last]
            each.relaying = relayed_in(words, each.stretches[0].start, each.actor, self._cast)
        return tuple(_proposal(self._article, each) for each in spoken)

    def _take(self, spoken: list[_Spoken], stretch: Stretch, sentence: Sentence, place: int) -> None:
        last = spoken[-1] if spoken else None
        if last is not None and last.stretches[-1].goes_on and last.stretches[-1].paragraph + 1 == stretch.paragraph:
            last.stretches.append(stretch)
            # What follows the end of a quotation may be the first to tell who speaks.
            last.sentence, last.place = sentence, place
            if last.speaker is None:
                self._attribute(last, spoken[:-1][-1:])
            return
        each = _Spoken([stretch], sentence, place)
        if not self._attribute(each, spoken[-1:]):
            return
        if last is not None and _is_split(last, each):
            last.stretches.append(stretch)
            last.place = place
            return
        spoken.append(each)

    # ------------------------------------------------------------ who speaks

    def _attribute(self, each: _Spoken, before: Sequence[_Spoken]) -> bool:
        """Set who speaks, and tell whether it is a quotation at all."""
        words = self._article.text[each.stretches[0].first : each.stretches[-1].last]
        attributions = self._attributions(each.sentence.number)
        governed = governing(each.sentence, each.place, words, attributions)
        if governed is not None and governed.is_inscription:
            return False
        if is_kept_apart(each.sentence, each.place, words, governed):
            return False
        if governed is not None:
            self._set(each, each.sentence, governed)
            return True
        if self._goes_on(each, words, before):
            return True
        return self._is_speech(each, words) and self._reports(each, before)

    def _set(self, each: _Spoken, sentence: Sentence, governed: Governed) -> None:
        meant = self._antecedents.meant_by(sentence, governed.speaker)
        each.governed = governed
        each.speaker = _mention(self._article, sentence, governed.speaker)
        each.actor = meant.actor
        each.cue = governed.cue
        each.doubts += [meant.doubt] if meant.doubt else []
        if governed.relayed_by:
            relayed_by = self._antecedents.meant_by(sentence, governed.relayed_by).actor
            # Nobody reports themselves: "Poe said she had said".
            each.relayed_by = relayed_by if relayed_by != each.actor else None

    def _is_speech(self, each: _Spoken, words: str) -> bool:
        """Tell whether words that the text gives to nobody are likely someone's, and not a title or a term."""
        if each.place == 0 and last_sign(words) in {",", "?", "!"} and count_of_words(words) > 1:
            fewest = 2
        else:
            fewest = _FEWEST_WORDS
        if is_title_case(words) or count_of_words(words) < fewest:
            return False
        if each.stretches[0].is_single and not is_sentence(words):
            return False
        each.doubts.append("The text around it does not tell who speaks.")
        return True

    def _reports(self, each: _Spoken, before: Sequence[_Spoken]) -> bool:
        """Give words that their sentence gives to nobody to who spoke in the one before, where no other is named."""
        last = before[-1] if before else None
        is_next = last is not None and each.sentence.number - last.sentence.number in {0, 1}
        if last is None or not is_next or each.sentence.paragraph != last.sentence.paragraph or not last.actor:
            return True
        people = {name.actor for name in each.sentence.names if self._cast.is_person(name.actor)}
        if people <= {last.actor} and not each.sentence.is_all_quoted:
            each.speaker, each.actor, each.relayed_by = last.speaker, last.actor, last.relayed_by
            each.doubts = ["Its sentence does not tell who speaks; the one before it does."]
        return True

    # ------------------------------------------------------------ quotations that go on

    def _goes_on(self, each: _Spoken, words: str, before: Sequence[_Spoken]) -> bool:
        """Give a quotation that stands by itself to who spoke before it."""
        if not each.sentence.is_all_quoted or last_sign(words) not in {".", "?", "!", "…", ","}:
            return False
        number = each.sentence.number
        if self._by_next(each, number):
            return True
        if number == 0:
            return False
        previous = self._sentences[number - 1]
        is_same_paragraph = previous.paragraph == each.sentence.paragraph
        if previous.paragraph < each.sentence.paragraph - 1:
            return False
        last = before[-1] if before else None
        if last is not None and last.sentence.number == number - 1 and last.speaker:
            return self._same_as(each, last, is_same_paragraph=is_same_paragraph)
        if not is_sentence(words) and last_sign(words) != ",":
            return False
        if not is_same_paragraph and not self._speaks_on(previous):
            return False
        return self._by_subject(each, previous)

    def _by_next(self, each: _Spoken, number: int) -> bool:
        """Take who speaks from the next sentence of the paragraph, where that begins with the end of the quotation."""
        if number + 1 >= len(self._sentences):
            return False
        following = self._sentences[number + 1]
        if following.paragraph != each.sentence.paragraph or following.tokens[0].kind is not TokenKind.QUOTATION:
            return False
        if number and self._sentences[number - 1].paragraph == each.sentence.paragraph:
            return False
        stretch = self._by_start.get(following.tokens[0].start)
        words = self._article.text[stretch.first : stretch.last] if stretch else ""
        governed = governing(following, 0, words, self._attributions(following.number))
        if governed is None or governed.is_inscription or not governed.is_close:
            return False
        self._set(each, following, governed)
        return True

    def _same_as(self, each: _Spoken, last: _Spoken, *, is_same_paragraph: bool) -> bool:
        """Give a quotation to who spoke last, unless that was a question which it may answer."""
        if not is_same_paragraph:
            if last_sign(self._article.text[last.stretches[-1].first : last.stretches[-1].last]) == "?":
                return False
            each.doubts.append("Its paragraph does not tell who speaks; the one before it does.")
        each.speaker, each.actor, each.relayed_by = last.speaker, last.actor, last.relayed_by
        each.governed = None
        return True

    def _speaks_on(self, previous: Sentence) -> bool:
        """Tell whether the end of a paragraph leads up to the next: it says what someone said, or ends in a colon."""
        return previous.tokens[-1].text == ":" or bool(self._attributions(previous.number))

    def _by_subject(self, each: _Spoken, previous: Sentence) -> bool:
        for found in reversed(self._attributions(previous.number)):
            if not found.is_inscription:
                self._lead(each, previous, found.speaker)
                return True
        subject = first_phrase(previous, 0, len(previous.tokens))
        if subject is None or subject.kind is PhraseKind.NOUN:
            return False
        meant = self._antecedents.meant_by(previous, subject)
        if not (self._cast.is_person(meant.actor) or (meant.actor is None and self._is_someone(previous, subject))):
            return False
        self._lead(each, previous, subject)
        each.doubts.append("The sentence before it is about the speaker, and does not say that these words follow.")
        return True

    def _is_someone(self, sentence: Sentence, subject: Phrase) -> bool:
        """Tell whether a subject that is no actor is a person: by its pronoun, or by a name of several words."""
        if subject.kind is PhraseKind.PRONOUN:
            return sentence.tokens[subject.first].low in {"he", "she"}
        return subject.kind is PhraseKind.NAME and by_given_name(sentence.tokens[subject.first].low) is not None

    def _lead(self, each: _Spoken, sentence: Sentence, speaker: Phrase) -> None:
        meant: Meant = self._antecedents.meant_by(sentence, speaker)
        each.speaker, each.actor = _mention(self._article, sentence, speaker), meant.actor
        each.doubts += [meant.doubt] if meant.doubt else []


def _is_split(last: _Spoken, each: _Spoken) -> bool:
    """Tell whether the second of two quotations goes on behind what only tells who speaks: “…,” he said, “…”."""
    if last.sentence is not each.sentence or last.governed is None or each.governed is None:
        return False
    is_same = last.governed.place == each.governed.place
    between = each.sentence.tokens[last.place + 1 : each.place]
    return is_same and last.governed.is_behind and bool(between) and between[-1].text in {",", "—", "–", "--"}


def _mention(article: Article, sentence: Sentence, phrase: Phrase) -> Mention:
    start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last - 1].end
    return Mention(start, end, article.text[start:end])


def _proposal(article: Article, each: _Spoken) -> QuoteProposal:
    parts = tuple(Mention(part.first, part.last, article.text[part.first : part.last]) for part in each.stretches)
    if any(part.is_left_open for part in each.stretches):
        each.doubts.append("Nothing closes its quotation marks.")
    return QuoteProposal(
        start=each.stretches[0].start,
        end=each.stretches[-1].end,
        parts=parts,
        speaker=each.speaker,
        actor=each.actor,
        cue=each.cue,
        relaying=each.relaying,
        relayed_by=each.relayed_by,
        doubts=tuple(each.doubts),
    )
