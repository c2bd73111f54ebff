"""A notation for texts with quotations: braces around the words that name a speaker, and who that is.

`{Smith=smith}` names a speaker who is the actor `smith`, `{a spokesman}` one who is no actor. Where several
speak, each quotation has the number of its speaker, `{1:Smith=smith} said “…”¹`; without numbers all are by one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from standfirst.draft.article import Article
from standfirst.draft.proposals import ActorProposal, Mention
from standfirst.model import Id
from standfirst.model.facts import ActorKind

_PERSON, _BODY, _STATE = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.STATE
_CAST: dict[str, tuple[ActorKind, tuple[str, ...]]] = {
    "smith": (
        _PERSON,
        (
            "John Smith",
            "Smith",
        ),
    ),
    "jones": (
        _PERSON,
        (
            "Mary Jones",
            "Jones",
        ),
    ),
    "okoye": (
        _PERSON,
        (
            "Ada Okoye",
            "Okoye",
        ),
    ),
    "weber": (
        _PERSON,
        (
            "Hans-Peter Weber",
            "Weber",
        ),
    ),
    "trump": (
        _PERSON,
        (
            "Donald Trump",
            "Trump",
        ),
    ),
    "haddad": (
        _PERSON,
        (
            "Omar al-Haddad",
            "al-Haddad",
        ),
    ),
    "acme": (
        _BODY,
        (
            "Acme Corp.",
            "Acme",
        ),
    ),
    "white-house": (_BODY, ("White House",)),
    "pentagon": (_BODY, ("Pentagon",)),
    "unicef": (_BODY, ("UNICEF",)),
    "finance-ministry": (
        _BODY,
        (
            "Ministry of Finance",
            "Finance Ministry",
        ),
    ),
    "reuters": (_BODY, ("Reuters",)),
    "russia": (_STATE, ("Russia",)),
    "france": (_STATE, ("France",)),
}
_SPEAKER = re.compile(r"\{(?:(?P<number>\d):)?(?P<words>[^{}=]+)(?:=(?P<actor>[a-z-]+))?\}")
_NUMBERS = "⁰¹²³⁴"


@dataclass(frozen=True)
class Said:
    """A text, and for each speaker by number the places that name them and who they are."""

    text: str
    speakers: dict[int, tuple[tuple[tuple[int, int], ...], str | None]]
    numbers: tuple[int, ...]


def said(notation: str) -> Said:
    """Return the text of a notation, its speakers, and the numbers of its quotations in their order."""
    numbers = tuple(_NUMBERS.index(each) for each in re.findall(f"[{_NUMBERS}]", notation))
    text, speakers, at = "", dict[int, tuple[tuple[tuple[int, int], ...], str | None]](), 0
    plain = re.sub(f"[{_NUMBERS}]", "", notation)
    for found in _SPEAKER.finditer(plain):
        text += plain[at : found.start()]
        span = (len(text), len(text) + len(found["words"]))
        number = int(found["number"] or 1)
        places, actor = speakers.get(number, ((), None))
        speakers[number] = ((*places, span), found["actor"] or actor)
        text += found["words"]
        at = found.end()
    return Said(text + plain[at:], speakers, numbers)


def article_of(text: str) -> Article:
    """Return a text as an article; an empty line parts its paragraphs."""
    spans, start = [], 0
    for paragraph in text.split("\n\n"):
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Article(source=Id("article"), text=text, paragraphs=tuple(spans))


def actors_in(text: str) -> tuple[ActorProposal, ...]:
    """Return those of a small cast whom a text names."""
    found = []
    for actor, (kind, spellings) in _CAST.items():
        pattern = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in spellings))
        mentions = tuple(Mention(each.start(), each.end(), each[0]) for each in pattern.finditer(text))
        if mentions:
            found.append(ActorProposal(id=Id(actor), name=spellings[0], kind=kind, mentions=mentions))
    return tuple(found)
