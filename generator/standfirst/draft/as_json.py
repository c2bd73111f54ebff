"""Proposals as JSON, each with its place in the text: characters from 0, the end behind the last one."""

from __future__ import annotations

import json

from standfirst.draft.article import Article
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

Json = dict[str, object]


def as_json(article: Article, proposals: Proposals) -> str:
    """Return all proposals of an article, and its text, to which the offsets refer, as one JSON document."""
    document = {
        "source": article.source,
        "language": article.language,
        "published": article.published.text if article.published else None,
        "title": article.title or None,
        "text": article.text,
        "dates": [_date(each) for each in proposals.dates],
        "quotes": [_quote(each) for each in proposals.quotes],
        "actors": [_actor(each) for each in proposals.actors],
        "places": [_place(each) for each in proposals.places],
        "figures": [_figure(each) for each in proposals.figures],
        "events": [_event(each) for each in proposals.events],
        "relations": [_relation(each) for each in proposals.relations],
        "unknowns": [_unknown(each) for each in proposals.unknowns],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _mention(found: Mention) -> Json:
    return {"start": found.start, "end": found.end, "text": found.text}


def _date(date: DateProposal) -> Json:
    return {**_mention(date), "value": date.value or None, "reckoned": date.is_reckoned, "doubts": date.doubts}


def _quote(quote: QuoteProposal) -> Json:
    return {
        "start": quote.start,
        "end": quote.end,
        "words": " ".join(part.text for part in quote.parts),
        "parts": [_mention(part) for part in quote.parts],
        "speaker": {**_mention(quote.speaker), "actor": quote.actor} if quote.speaker else None,
        "actor": quote.actor,
        "cue": quote.cue or None,
        "relaying": quote.relaying,
        "relayed_by": quote.relayed_by,
        "doubts": quote.doubts,
    }


def _actor(actor: ActorProposal) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": actor.aliases,
        "role": actor.role or None,
        "known": actor.is_known,
        "mentions": [_mention(each) for each in actor.mentions],
        "doubts": actor.doubts,
    }


def _place(place: PlaceProposal) -> Json:
    mentions = [_mention(each) for each in place.mentions]
    return {
        "id": place.id,
        "name": place.name,
        "known": place.is_known,
        "mentions": mentions,
        "doubts": place.doubts,
    }


def _figure(figure: FigureProposal) -> Json:
    return {
        **_mention(figure),
        "value": figure.value,
        "qualifier": figure.qualifier,
        "unit": figure.unit or None,
        "label": figure.label or None,
        "according_to": figure.according_to,
        "doubts": figure.doubts,
    }


def _event(event: EventProposal) -> Json:
    return {
        **_mention(event),
        "date": _date(event.date),
        "title": event.title,
        "actors": event.actors,
        "value": event.value,
        "place": event.place,
        "according_to": event.according_to,
        "planned": event.planned,
        "doubts": event.doubts,
    }


def _relation(relation: RelationProposal) -> Json:
    return {
        **_mention(relation),
        "subject": relation.subject,
        "verb": relation.verb,
        "object": relation.object,
        "doubts": relation.doubts,
    }


def _unknown(unknown: UnknownProposal) -> Json:
    return {**_mention(unknown), "question": unknown.question, "doubts": unknown.doubts}
