"""Proposals as records for facts files: drafts, each of which cites its passage and says what is unsure about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

import regex

from standfirst.authoring.ids import id_of
from standfirst.authoring.record import NewField, NewRecord, NewValue
from standfirst.draft.article import Article
from standfirst.draft.citing import Citer
from standfirst.draft.proposals import (
    ActorProposal,
    DateProposal,
    EventProposal,
    FigureProposal,
    Mention,
    PlaceProposal,
    Proposals,
    QuoteProposal,
    RelationProposal,
    UnknownProposal,
)
from standfirst.language.dates import say
from standfirst.language.words import fold
from standfirst.model import FactId, Id, Kind
from standfirst.model.frozen_class import frozen

# What Markdown would take for a mark of its own.
_MARKUP = regex.compile(r"[\\`*_{}\[\]<>#|~]")
_NO_SUMMARY = "Named in the article: say in a sentence who or what this is."
_NOT_CITED = "the article names it, in no sentence that stands there once"
_SHOWN_WORDS = 8
_MOST_COPIED = 7
# A name may stand in many sentences that are printed twice.
_TRIED_MENTIONS = 20
# Characters before a figure in which its qualifier stands.
_NEAR = 60
_LAST_WORDS = regex.compile(r"(?:\S+\s+){1,3}\Z")
_FEW_WORDS = regex.compile(r"(?:[^\S\n]*[^\s,;:.]+){0,5}")
# How the finder of dates says from which other date one is counted.
_COUNTED = "counted from "
_P = TypeVar("_P")


@frozen
class DraftRecord:
    """A record, and the first character of the article from which it comes."""

    record: NewRecord
    start: int


@frozen
class DraftRecords:
    """The records of an article's proposals in the order of kinds, and what could not be made one."""

    found: tuple[DraftRecord, ...]
    notes: tuple[str, ...]

    def of(self, *kinds: Kind) -> tuple[NewRecord, ...]:
        """Return the records of some kinds."""
        return tuple(each.record for each in self.found if each.record.kind in kinds)


def records_of(article: Article, proposals: Proposals, citer: Citer, taken: Mapping[Kind, set[Id]]) -> DraftRecords:
    """Return a record for each proposal that is new and can be cited; ids that are taken are not given again."""
    maker = _Maker(article, citer, {kind: set(ids) for kind, ids in taken.items()})
    records = [
        *maker.each(proposals.actors, maker.actor),
        *maker.each(proposals.places, maker.place),
        *maker.each(proposals.events, maker.event),
        *(each for quote in proposals.quotes for each in maker.quotations(quote)),
        *maker.each(proposals.figures, maker.figure),
        *maker.each(proposals.relations, maker.relation),
        *maker.each(proposals.unknowns, maker.unknown),
    ]
    return DraftRecords(tuple(records), tuple(maker.notes))


class _Maker:
    """Makes records one after another: gathers the ids that are taken, and notes on what could not be a record."""

    def __init__(self, article: Article, citer: Citer, taken: dict[Kind, set[Id]]) -> None:
        self._article = article
        self._citer = citer
        self._taken = taken
        self.notes: list[str] = []

    def each(self, proposals: Sequence[_P], make: Callable[[_P], DraftRecord | None]) -> Iterator[DraftRecord]:
        return filter(None, map(make, proposals))

    # ---------------------------------------------------------------- kinds

    def actor(self, actor: ActorProposal) -> DraftRecord | None:
        if actor.is_known:
            return None
        role = _few_words(actor.role)
        fields: Mapping[str, NewValue] = {
            "name": actor.name,
            "kind": actor.kind.value,
            "aliases": tuple(alias for alias in actor.aliases if alias != actor.name),
            "role": role,
            "summary": _sentence(role) if role else _NO_SUMMARY,
        }
        return self._named(Kind.ACTOR, actor, fields, actor.doubts)

    def place(self, place: PlaceProposal) -> DraftRecord | None:
        if place.is_known:
            return None
        return self._named(Kind.PLACE, place, {"name": place.name}, place.doubts)

    def event(self, event: EventProposal) -> DraftRecord | None:
        fields: Mapping[str, NewValue] = {
            "date": event.value,
            "reckoned": self._reckoned(event.date),
            "title": event.title,
            "actors": event.actors,
            "place": event.place or "",
            "planned": "true" if event.planned else "",
            "according_to": (event.according_to,) if event.according_to else (),
        }
        name = self._new_id(Kind.EVENT, event.title)
        doubts = [doubt for doubt in event.doubts if not doubt.startswith(_COUNTED)]
        return self._record(FactId(Kind.EVENT, name), fields, event, event.date, doubts)

    def quotations(self, quote: QuoteProposal) -> Iterator[DraftRecord]:
        """Yield a record for the words of each paragraph over which a quotation runs."""
        if not quote.actor:
            self._leave_out("quotation", quote.parts[0], "the words do not tell which actor speaks")
            return
        for parts in _by_paragraph(quote.parts, self._citer):
            first, last = parts[0].start, parts[-1].end
            sentence = self._stretch(self._article.sentence_at(first)[0], self._article.sentence_at(last - 1)[1])
            fields: Mapping[str, NewValue] = {
                # Who is on record is who reports the words, where they reached the article by another.
                "speaker": quote.relayed_by or quote.actor,
                "words": " […] ".join(part.text for part in parts).rstrip(" ,"),
                "relaying": (quote.actor if quote.relayed_by else quote.relaying) or "",
            }
            name = self._new_id(Kind.QUOTE, f"{quote.actor} {parts[0].text}")
            if record := self._record(FactId(Kind.QUOTE, name), fields, sentence, None, quote.doubts):
                yield record

    def figure(self, figure: FigureProposal) -> DraftRecord | None:
        if not figure.label:
            self._leave_out("figure", figure, "the words do not tell what it counts")
            return None
        fields: Mapping[str, NewValue] = {
            "value": figure.value,
            "qualifier": figure.qualifier.value if figure.qualifier else "",
            "unit": figure.unit,
            "label": _few_words(figure.label),
            "according_to": (figure.according_to,) if figure.according_to else (),
        }
        name = self._new_id(Kind.FIGURE, figure.label)
        shown = self._with_qualifier(figure) if figure.qualifier else figure
        return self._record(FactId(Kind.FIGURE, name), fields, self._told_of(figure), shown, figure.doubts)

    def relation(self, relation: RelationProposal) -> DraftRecord | None:
        fields = {"subject": relation.subject, "verb": relation.verb, "object": relation.object}
        name = self._new_id(Kind.RELATION, f"{relation.subject} {relation.verb} {relation.object}")
        return self._record(FactId(Kind.RELATION, name), fields, relation, None, relation.doubts)

    def unknown(self, unknown: UnknownProposal) -> DraftRecord | None:
        name = self._new_id(Kind.UNKNOWN, unknown.question)
        fields = {"question": _without_markup(unknown.question)}
        return self._record(FactId(Kind.UNKNOWN, name), fields, unknown, None, unknown.doubts)

    # ---------------------------------------------------------------- what all have

    def _named(
        self, kind: Kind, proposal: ActorProposal | PlaceProposal, fields: Mapping[str, NewValue], doubts: Sequence[str]
    ) -> DraftRecord:
        """Return the record of what others refer to, and none may lack: it cites the first mention that can be."""
        sentences = (self._article.sentence_at(mention.start) for mention in proposal.mentions[:_TRIED_MENTIONS])
        passage = next(filter(None, (self._citer.passage(*sentence) for sentence in sentences)), None)
        support = self._cite(passage) if passage else {"uncited": _NOT_CITED}
        return DraftRecord(_new_record(kind, proposal.id, {**fields, **support}, doubts), proposal.mentions[0].start)

    def _record(
        self, name: FactId, fields: Mapping[str, NewValue], where: Mention, shown: Mention | None, doubts: Sequence[str]
    ) -> DraftRecord | None:
        """Return the record of what a stretch tells; the passage that it cites leaves out none of the words `shown`."""
        passage = self._citer.passage(where.start, where.end, shown=(shown.start, shown.end) if shown else None)
        if passage:
            return DraftRecord(_new_record(*name, {**fields, **self._cite(passage)}, doubts), where.start)
        self._leave_out(name.kind.value, self._stretch(where.start, where.end), "no passage names it alone")
        return None

    def _stretch(self, start: int, end: int) -> Mention:
        return Mention(start, end, self._article.text[start:end])

    def _told_of(self, figure: FigureProposal) -> Mention:
        """The sentence of a figure, up to the words just behind it: who says so, and what is counted."""
        start, end = self._article.sentence_at(figure.start)
        behind = _FEW_WORDS.match(self._article.text, figure.end, max(end, figure.end))
        return self._stretch(start, behind.end() if behind else end)

    def _with_qualifier(self, figure: FigureProposal) -> Mention:
        """A figure with the words before it, where its qualifier stands: "at least 213"."""
        start, _ = self._article.sentence_at(figure.start)
        before = _LAST_WORDS.search(self._article.text, max(start, figure.start - _NEAR), figure.start)
        return self._stretch(before.start() if before else figure.start, figure.end)

    def _cite(self, passage: str) -> Mapping[str, NewValue]:
        return {"cite": {self._article.source: passage}}

    def _reckoned(self, date: DateProposal) -> str:
        """How the value of a date was worked out; nothing where the words state it."""
        published = self._article.published
        if not date.is_reckoned:
            return ""
        from_text = next((doubt for doubt in date.doubts if doubt.startswith(_COUNTED)), "")
        from_page = f"{_COUNTED}its publication on {say(published, self._article.language)}" if published else ""
        return ", ".join(filter(None, (f"the article says “{date.text}”", from_text or from_page)))

    def _new_id(self, kind: Kind, words: str) -> Id:
        name = id_of(words, self._taken.setdefault(kind, set()), without=kind.value)
        self._taken[kind].add(name)
        return name

    def _leave_out(self, what: str, found: Mention, why: str) -> None:
        words = " ".join(found.text.split()[:_SHOWN_WORDS])
        self.notes.append(
            f"Left out, in paragraph {self._citer.paragraph_at(found.start)}: a {what}, “{words} …”: {why}."
        )


def _new_record(kind: Kind, name: Id, fields: Mapping[str, NewValue], doubts: Sequence[str]) -> NewRecord:
    return NewRecord(kind, name, tuple(NewField(key, value) for key, value in fields.items() if value), tuple(doubts))


def _by_paragraph(parts: Sequence[Mention], citer: Citer) -> Iterator[tuple[Mention, ...]]:
    """Yield the parts of a quotation that stand in one paragraph together: no record's words run over its end."""
    for _, together in groupby(parts, key=lambda part: citer.paragraph_at(part.start)):
        yield tuple(together)


def _few_words(text: str) -> str:
    """Return the first words of the article's, so few that nobody takes them for copied prose."""
    words = text.split()
    while fold(" ".join(words)).count(" ") >= _MOST_COPIED:
        words.pop()
    return " ".join(words).rstrip(" ,;:–—")


def _sentence(words: str) -> str:
    text = _without_markup(words)
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _without_markup(text: str) -> str:
    return " ".join(_MARKUP.sub(" ", text).split())
