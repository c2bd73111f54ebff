"""What is proposed from an article: each proposal knows the words that it comes from, and what is unsure about it.

`start` and `end` are characters of the article's text. `doubts` are sentences for the writer: what could not be told
from the words alone. An `actor` is the id of a proposal or of an actor that the explainer has.
"""

from __future__ import annotations

from standfirst.model import Id, Verb
from standfirst.model.facts import ActorKind
from standfirst.model.frozen_class import frozen
from standfirst.model.values import Qualifier, VerbId


@frozen
class Mention:
    """Words of the article that name something."""

    start: int
    end: int
    text: str


@frozen(kw_only=True)
class DateProposal(Mention):
    """A date or a length of time: `value` is EDTF, or a duration of ISO 8601 ("P2Y"); empty where it is not known.

    `is_reckoned` says that the value was worked out from the day of publication or from another date in the text.
    """

    value: str
    is_reckoned: bool = False
    doubts: tuple[str, ...] = ()


@frozen(kw_only=True)
class ActorProposal:
    """Who or what takes part, under one id, with all its mentions in the order of the text.

    `aliases` are the spellings and short forms that the article uses beside `name`; `role` is what it calls them
    ("prime minister"). `is_known` says that the explainer has the actor already.
    """

    id: Id
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    role: str = ""
    mentions: tuple[Mention, ...]
    is_known: bool = False
    doubts: tuple[str, ...] = ()


@frozen(kw_only=True)
class PlaceProposal:
    """A place that the article names, with all its mentions."""

    id: Id
    name: str
    mentions: tuple[Mention, ...]
    is_known: bool = False
    doubts: tuple[str, ...] = ()


@frozen(kw_only=True)
class QuoteProposal:
    """Words between quotation marks, from the first mark to the last; `parts` are the stretches within the marks.

    A quotation that its attribution splits ("…," he said, "…") is one. `speaker` are the words that name who speaks;
    `cue` is the verb, empty where there is none. `relayed_by` is the actor who
    reports these words of the speaker ("B said A had told him", "B, quoting A, said"), `relaying` the one of whom the
    speaker's words tell what he said ("“The President stressed …,” the White House said").
    """

    start: int
    end: int
    parts: tuple[Mention, ...]
    speaker: Mention | None = None
    actor: Id | None = None
    cue: str = ""
    relaying: Id | None = None
    relayed_by: Id | None = None
    doubts: tuple[str, ...] = ()


@frozen(kw_only=True)
class FigureProposal(Mention):
    """A number with its meaning; `value` is written as the content format has it, `text` are the words it stands in."""

    value: str
    qualifier: Qualifier | None = None
    unit: str = ""
    label: str = ""
    according_to: Id | None = None
    doubts: tuple[str, ...] = ()


@frozen(kw_only=True)
class EventProposal(Mention):
    """A sentence, or a part of one, that tells what happened on a date; `value` is that of the event in EDTF.

    What is `planned` lay ahead when the article was published.
    """

    date: DateProposal
    value: str
    title: str
    actors: tuple[Id, ...] = ()
    place: Id | None = None
    according_to: Id | None = None
    planned: bool = False
    doubts: tuple[str, ...] = ()


@frozen(kw_only=True)
class RelationProposal(Mention):
    """One actor's standing towards another, by a verb of the small vocabulary of `relations.py`."""

    subject: Id
    verb: VerbId
    object: Id
    doubts: tuple[str, ...] = ()


@frozen(kw_only=True)
class UnknownProposal(Mention):
    """What the article says is not known, or was not said."""

    question: str
    doubts: tuple[str, ...] = ()


@frozen(kw_only=True)
class Proposals:
    """All that is proposed from one article, each kind in the order of the text; `verbs` are those of the relations."""

    actors: tuple[ActorProposal, ...] = ()
    places: tuple[PlaceProposal, ...] = ()
    dates: tuple[DateProposal, ...] = ()
    quotes: tuple[QuoteProposal, ...] = ()
    figures: tuple[FigureProposal, ...] = ()
    events: tuple[EventProposal, ...] = ()
    relations: tuple[RelationProposal, ...] = ()
    unknowns: tuple[UnknownProposal, ...] = ()
    verbs: tuple[Verb, ...] = ()
