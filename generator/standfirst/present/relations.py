"""Relations as readers see them: rows by who stands to others, and the picture of who backs whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from standfirst.cache import cached_by_value
from standfirst.language import dates
from standfirst.language.locale import direction
from standfirst.model import Actor, ActorRef, Date, Relation, Stance
from standfirst.model.addresses import GLOSSARY
from standfirst.pictures.relation_ties import Party, Relationship
from standfirst.pictures.relations import RelationsDrawing, draw_relations
from standfirst.present.highlights import main_relations
from standfirst.present.naming import Naming
from standfirst.present.page_names import page_link
from standfirst.present.view_parts import Link
from standfirst.present.views import RelationGroup, RelationsView, RelationView
from standfirst.site.site import Site


def relations_view(relations: Sequence[RelationView], naming: Naming) -> RelationsView:
    """Return the main relations of a site, given as views, whose rows keep their order."""
    return RelationsView(
        groups=_grouped(relations),
        actors=page_link(GLOSSARY, naming),
        drawing=relations_drawing(naming.site),
        left_out=_left_out(relations, naming),
        more=_more(len(naming.site.all(Relation)) - len(relations), naming),
    )


def relations_drawing(site: Site) -> RelationsDrawing | None:
    """Return the picture of a site's main relations, if there is anything to draw."""
    relationships = tuple(_relationship(relation, site) for relation in main_relations(site))
    return _drawn((relationships, site.explainer.language))


@cached_by_value
def _drawn(shown: tuple[tuple[Relationship, ...], str]) -> RelationsDrawing | None:
    relationships, language = shown
    return draw_relations(relationships, direction(language))


def _grouped(relations: Sequence[RelationView]) -> tuple[RelationGroup, ...]:
    """Return relations grouped by their subjects, both in the order in which they come."""
    by_subject: defaultdict[Link, list[RelationView]] = defaultdict(list)
    for relation in relations:
        by_subject[relation.subject].append(relation)
    return tuple(RelationGroup(subject, tuple(members)) for subject, members in by_subject.items())


def _left_out(relations: Sequence[RelationView], naming: Naming) -> str:
    """Return in words how many relations the picture leaves out; nothing where it has them all."""
    neutral = sum(relation.stance == Stance.NEUTRAL for relation in relations)
    said = naming.ngettext(
        "%(count)s neutral relation is only listed below.",
        "%(count)s neutral relations are only listed below.",
        neutral,
    )
    return said if neutral else ""


def _more(number: int, naming: Naming) -> str:
    """Return in words how many relations are not among the main ones; nothing where all are."""
    said = naming.ngettext(
        "%(count)s more relation is on the page of an actor:",
        "%(count)s more relations are on the pages of the actors:",
        number,
    )
    return said if number else ""


def _relationship(relation: Relation, site: Site) -> Relationship:
    verb = site.verbs[relation.verb.to]
    return Relationship(
        subject=_party(relation.subject, site),
        object=_party(relation.object, site),
        stance=verb.stance,
        # What is said in the same words from either end, as of rivals, has no direction.
        is_mutual=verb.label == verb.inverse,
        has_ended=_is_over(relation.until, site.explainer.facts_as_of),
    )


def _party(reference: ActorRef, site: Site) -> Party:
    return Party(reference.to.id, site.get(Actor, reference).name)


def _is_over(until: Date | None, as_of: Date) -> bool:
    """Tell whether a time has surely passed by the last day that the facts are of."""
    end, now = dates.latest_day(until) if until else None, dates.latest_day(as_of)
    return end is not None and now is not None and end <= now
