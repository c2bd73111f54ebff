"""What the page for searching finds: every fact, every section and the beginning of the explainer.

`search_parts.py` writes it as scripts of data, and no JSON to be fetched, so that it loads from a folder on disk too.
Words stand in it as they are written; the page's own script folds them, as it does those of a query, so that the two
cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from standfirst.model import (
    FACT_TYPES,
    Actor,
    Claim,
    Event,
    Fact,
    Figure,
    Image,
    Kind,
    Place,
    Prose,
    Quote,
    Relation,
    Source,
    Term,
    Unknown,
    Update,
)
from standfirst.model.addresses import (
    ABOUT,
    HOME,
    KEY_POINTS_ANCHOR,
    SEARCH,
    Address,
    address_of,
    href,
    section_anchor,
)
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import prose_in
from standfirst.present.kind_names import actor_kind_name, update_kind_name
from standfirst.present.naming import Naming, short_label
from standfirst.present.planner import Planner
from standfirst.present.view_parts import DateView, Link
from standfirst.present.views import (
    ActorView,
    ClaimView,
    EventView,
    FactView,
    FigureView,
    ImageView,
    QuoteView,
    SourceView,
    UpdateView,
)
from standfirst.prose.fact_names import all_names

_BETWEEN = " · "


def _rank(kind: Kind) -> int:
    """Return a kind's place among what is found equally well: names first, then what happened and was said."""
    match kind:
        case Kind.ACTOR:
            return 0
        case Kind.TERM:
            return 1
        case Kind.PLACE:
            return 2
        # Here come the texts of the explainer.
        case Kind.EVENT:
            return _AFTER_TEXTS
        case Kind.FIGURE:
            return 4
        case Kind.QUOTE:
            return 5
        case Kind.CLAIM:
            return 6
        case Kind.UNKNOWN:
            return 7
        case Kind.RELATION:
            return 8
        case Kind.IMAGE:
            return 9
        case Kind.UPDATE:
            return 10
        case Kind.SOURCE:
            return 11
        case _:
            assert_never(kind)


_AFTER_TEXTS = 3
_LISTED = sorted(FACT_TYPES, key=lambda record: _rank(record.KIND))
# Facts that go by a name, and those that are listed after them by what they say.
NAMED_KINDS = tuple(record for record in _LISTED if _rank(record.KIND) < _AFTER_TEXTS)
TITLED_KINDS = tuple(record for record in _LISTED if _rank(record.KIND) >= _AFTER_TEXTS)


@frozen(kw_only=True)
class SearchEntry:
    """What can be found: where it leads, a line on what it is, other names for it, and what it says, in plain words."""

    to: Link
    about: str
    names: tuple[str, ...] = ()
    text: str = ""


# An entry as the script has it.
SearchRow = list[str | int]


def search_rows(planner: Planner) -> Iterator[SearchRow]:
    """Yield the entries of a site as the script has them: title, address, what it is, text, other names."""
    yield from map(_row, search_entries(planner))


def search_entries(planner: Planner) -> Iterator[SearchEntry]:
    """Yield all that can be found; of what is found equally well, what comes first here is listed first."""
    naming = planner.presenter.naming
    yield from _facts(NAMED_KINDS, planner)
    yield from _prose(planner)
    for section in planner.site.sections:
        to = Link(section.title, Address(HOME, section_anchor(section.id)))
        yield SearchEntry(to=to, about=naming.say("Section"), text=naming.plain(section.body))
    yield from _facts(TITLED_KINDS, planner)


def search_link(fact: Fact, naming: Naming) -> Link:
    """Return what a list of all that can be found calls a fact, and where that stands."""
    title = short_label(naming.plain(fact.text)) if isinstance(fact, Update) else naming.label(fact)
    return Link(title, address_of(fact))


def _facts(records: Iterable[type[Fact]], planner: Planner) -> Iterator[SearchEntry]:
    naming = planner.presenter.naming
    for record in records:
        for fact in planner.site.all(record):
            to = search_link(fact, naming)
            yield SearchEntry(
                to=to,
                about=_BETWEEN.join(filter(None, _about(fact, planner.presenter.view(fact), naming))),
                names=all_names(fact)[1:],
                text=" ".join(text for text in _texts(fact, naming) if text not in to.text),
            )


def _prose(planner: Planner) -> Iterator[SearchEntry]:
    """What site.yaml says at the beginning of the explainer, and of how it was made."""
    explainer, naming = planner.site.explainer, planner.presenter.naming
    parts: tuple[tuple[str, Address, tuple[Prose | None, ...]], ...] = (
        (explainer.title, Address(HOME), (explainer.standfirst,)),
        (naming.say("In thirty seconds"), Address(HOME, KEY_POINTS_ANCHOR), explainer.key_points),
        (naming.say("How we know"), Address(ABOUT, "how_we_know"), (explainer.how_we_know,)),
    )
    for title, address, texts in parts:
        if text := " ".join(naming.plain(each) for each in texts if each):
            yield SearchEntry(to=Link(title, address), about=naming.say("Explainer"), text=text)


def _row(entry: SearchEntry) -> SearchRow:
    return [entry.to.text, href(entry.to.address, SEARCH, ""), entry.about, entry.text, *entry.names]


def _about(fact: Fact, view: FactView, naming: Naming) -> tuple[str, ...]:
    """What sort of fact it is, and what else tells it from others: a role, who says so, when."""
    sort = _sort(fact, naming)
    match view:
        case ActorView():
            return sort, view.role
        case EventView():
            return sort, naming.say("Planned") if view.is_planned else "", _date_text(view.date)
        case ClaimView() | UpdateView():
            return sort, _date_text(view.date)
        case QuoteView():
            return sort, view.speaker.text, _date_text(view.date)
        case FigureView():
            return sort, _date_text(view.period or view.as_of)
        case ImageView():
            return sort, view.credit, _date_text(view.date)
        case SourceView():
            return sort, view.publisher, _date_text(view.published)
        case _:
            return (sort,)


def _sort(fact: Fact, naming: Naming) -> str:
    """What sort of fact it is, in a word."""
    match fact:
        case Actor():
            return naming.say(actor_kind_name(fact.kind))
        case Term():
            return naming.say("Term")
        case Event():
            return naming.say("Event")
        case Quote():
            return naming.say("Quotation")
        case Claim():
            return naming.say("Claim")
        case Figure():
            return naming.say("Figure")
        case Relation():
            return naming.say("Relation")
        case Place():
            return naming.say("Place")
        case Image():
            return naming.say("Image")
        case Unknown():
            return naming.say("Open question")
        case Update():
            return naming.say(update_kind_name(fact.kind))
        case Source():
            return naming.say("Source")
        case _:
            assert_never(fact)


def _date_text(date: DateView | None) -> str:
    return date.text if date else ""


def _texts(fact: Fact, naming: Naming) -> Iterator[str]:
    if isinstance(fact, Quote):
        yield fact.words
        yield from (each.text for each in fact.translation)
    yield from map(naming.plain, prose_in(fact))
