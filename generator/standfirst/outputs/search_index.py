"""What the page for searching finds: every fact, every section and the beginning of the explainer, as a script of data.

It is a script, and no JSON to be fetched, so that it loads from a folder on disk too. Words stand in it as they are
written; the page's own script folds them, as it does those of a query, so that the two cannot disagree.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from standfirst.language.locale import N_
from standfirst.model import (
    Actor,
    Claim,
    Event,
    Fact,
    Figure,
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
    SEARCH_INDEX,
    Address,
    address_of,
    href,
    section_anchor,
)
from standfirst.model.walking import prose_in
from standfirst.outputs.artifact import PlannedFile
from standfirst.present.naming import Naming, short_label
from standfirst.present.planner import Planner
from standfirst.present.views import (
    ActorView,
    ClaimView,
    DateView,
    EventView,
    FactView,
    FigureView,
    Link,
    QuoteView,
    SourceView,
    UpdateView,
)
from standfirst.prose.fact_names import names_of

# What is found equally well is listed in this order: who and what first, then what happened and what is said of it.
NAMED: tuple[type[Fact], ...] = (Actor, Term, Place)
TOLD: tuple[type[Fact], ...] = (Event, Figure, Quote, Claim, Unknown, Relation, Update, Source)
_KINDS = MappingProxyType(
    {
        Kind.TERM: N_("Term"),
        Kind.EVENT: N_("Event"),
        Kind.QUOTE: N_("Quotation"),
        Kind.CLAIM: N_("Claim"),
        Kind.FIGURE: N_("Figure"),
        Kind.RELATION: N_("Relation"),
        Kind.PLACE: N_("Place"),
        Kind.UNKNOWN: N_("Open question"),
        Kind.SOURCE: N_("Source"),
    }
)
_BETWEEN = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What can be found: where it leads, a line on what it is, other names for it, and what it says, in plain words."""

    to: Link
    about: str
    names: tuple[str, ...] = ()
    text: str = ""


def search_file(planner: Planner) -> PlannedFile:
    """The entries of a site as a script, one a line: title, address, what it is, text, other names."""
    return PlannedFile(SEARCH_INDEX, partial(_script, planner))


def _script(planner: Planner) -> bytes:
    lines = (json.dumps(_row(entry), ensure_ascii=False, separators=(",", ":")) for entry in entries(planner))
    body = ",\n".join(lines)
    return f"const searchIndex = [\n{body}\n];\n".encode()


def entries(planner: Planner) -> Iterator[Entry]:
    """Yield all that can be found; of what is found equally well, what comes first here is listed first."""
    naming = planner.presenter.naming
    yield from _facts(NAMED, planner)
    yield from _prose(planner)
    for section in planner.site.sections:
        to = Link(section.title, Address(HOME, section_anchor(section.id)))
        yield Entry(to=to, about=naming.say("Section"), text=naming.plain(section.body))
    yield from _facts(TOLD, planner)


def link_to(fact: Fact, naming: Naming) -> Link:
    """Return what a list of all that can be found calls a fact, and where that stands."""
    title = short_label(naming.plain(fact.text)) if isinstance(fact, Update) else naming.label(fact)
    return Link(title, address_of(fact.fact_id))


def _facts(records: Iterable[type[Fact]], planner: Planner) -> Iterator[Entry]:
    naming = planner.presenter.naming
    for record in records:
        for fact in planner.site.all(record):
            to = link_to(fact, naming)
            yield Entry(
                to=to,
                about=_BETWEEN.join(filter(None, _about(planner.presenter.view(fact), naming))),
                names=names_of(fact)[1:],
                text=" ".join(text for text in _texts(fact, naming) if text not in to.text),
            )


def _prose(planner: Planner) -> Iterator[Entry]:
    """What site.yaml says at the beginning of the explainer, and of how it was made."""
    explainer, naming = planner.site.explainer, planner.presenter.naming
    parts: tuple[tuple[str, Address, tuple[Prose | None, ...]], ...] = (
        (explainer.title, Address(HOME), (explainer.standfirst,)),
        (naming.say("In thirty seconds"), Address(HOME, KEY_POINTS_ANCHOR), explainer.key_points),
        (naming.say("How we know"), Address(ABOUT, "how_we_know"), (explainer.how_we_know,)),
    )
    for title, address, texts in parts:
        if text := " ".join(naming.plain(each) for each in texts if each):
            yield Entry(to=Link(title, address), about=naming.say("Explainer"), text=text)


def _row(entry: Entry) -> list[str]:
    return [entry.to.text, href(entry.to.address, SEARCH, ""), entry.about, entry.text, *entry.names]


def _about(view: FactView, naming: Naming) -> tuple[str, ...]:
    """What sort of fact it is, and what else tells it from others: a role, who says so, when."""
    sort = view.kind_label if isinstance(view, ActorView | UpdateView) else naming.say(_KINDS[view.fact.kind])
    match view:
        case ActorView():
            return sort, view.role
        case EventView() | ClaimView() | UpdateView():
            return sort, _said(view.date)
        case QuoteView():
            return sort, view.speaker.text, _said(view.date)
        case FigureView():
            return sort, _said(view.period or view.as_of)
        case SourceView():
            return sort, view.publisher, _said(view.published)
        case _:
            return (sort,)


def _said(date: DateView | None) -> str:
    return date.text if date else ""


def _texts(fact: Fact, naming: Naming) -> Iterator[str]:
    if isinstance(fact, Quote):
        yield fact.words
    yield from map(naming.plain, prose_in(fact))
