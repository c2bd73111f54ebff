"""All that pages show of a site as views: its texts, with what they refer to and set, its facts and its pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from typing import TypeVar

from standfirst.cache import cached_latest, cached_per_item
from standfirst.images.shape import ImageShapes
from standfirst.model import (
    Actor,
    Basemap,
    CheckedSource,
    Event,
    Explainer,
    Fact,
    FactId,
    Kind,
    Picture,
    Place,
    Prose,
    Term,
)
from standfirst.model.addresses import address_of, glossary_entry
from standfirst.model.walking import prose_in
from standfirst.present.evidence import EvidencePresenter
from standfirst.present.fact_presenter import FactPresenter
from standfirst.present.highlights import first_of, main_relations
from standfirst.present.locator_map import map_view
from standfirst.present.naming import Naming
from standfirst.present.relations import relations_view
from standfirst.present.shown_images import shown_image
from standfirst.present.timeline import timeline_view
from standfirst.present.typeset_site import typeset_site
from standfirst.present.views import (
    EventView,
    FactTarget,
    FactView,
    MapView,
    PictureTarget,
    PictureView,
    PlaceView,
    ProseView,
    RelationView,
    TimelineView,
)
from standfirst.prose.document import texts_in
from standfirst.prose.fact_names import names_in_prose
from standfirst.prose.names import FactName, NameFinder
from standfirst.prose.typesetting import typeset
from standfirst.site.site import Site
from standfirst.site.statements import statement_version
from standfirst.sources.lock import Lock

V = TypeVar("V", bound=FactView)

Views = dict[tuple[FactId, bool], FactView]


@cached_latest
def _views(
    _facts: tuple[Fact, ...],
    _explainer: Explainer,
    _written: tuple[tuple[Fact, ...], Explainer],
    _lock: Lock,
    _basemap: Basemap | None,
    _images: ImageShapes,
    _checked: tuple[CheckedSource, ...],
) -> Views:
    """Return a store for views, empty at first. The next build gets the same one if it has the same of all these."""
    return {}


_all_names = cached_latest(NameFinder)


class Presenter:
    """Presents the facts of one site; each view is made once, however many pages show it.

    `lock` says in which paragraph of its source each passage stands. `site` is set as its language sets texts, while
    `written` is as its writer wrote it.
    """

    def __init__(self, written: Site, lock: Lock) -> None:
        self.written = written
        self.site = site = typeset_site(written)
        self.lock = lock
        self.naming = Naming(site)
        self.evidence = EvidencePresenter(site, lock, self.naming)
        self._facts = FactPresenter(self.naming, self.evidence, self.prose, self._version_of)
        as_written = (written.facts, written.explainer)
        self._made = _views(site.facts, site.explainer, as_written, lock, site.basemap, site.images, site.checked)

    # ------------------------------------------------------------ prose

    def prose(
        self,
        prose: Prose,
        scope: str,
        *,
        embeds: bool = True,
        marks: bool = True,
        anchored: frozenset[FactId | Picture] = frozenset(),
    ) -> ProseView:
        """Return the view of a text, with the targets to which it refers and what it cites.

        `anchored` are the facts and pictures whose anchors stand where this text embeds them. Without `embeds` it links
        to what it would embed; without `marks`, what it cites is shown elsewhere.
        """
        linked = {mention.reference.to for mention in prose.mentions}
        embedded = {mention.reference.to for mention in prose.mentions if mention.embeds and embeds}
        pictures = sorted(set(prose.pictures)) if embeds else ()
        images = sorted({target.removeprefix("images/") for target, _ in prose.images})
        return ProseView(
            markdown=prose.markdown,
            form=prose.form,
            document=prose.document,
            origin=prose.origin,
            scope=scope,
            marks=marks,
            citations=self.evidence.citations_in(prose) if marks else (),
            targets=tuple(
                FactTarget(
                    fact,
                    address_of(self.site.index[fact]),
                    self._empty_link_text(fact),
                    self._embed(fact) if fact in embedded else None,
                    fact in anchored,
                )
                for fact in sorted(linked)
            ),
            pictures=tuple(PictureTarget(self.picture(picture), picture in anchored) for picture in pictures),
            images=tuple(shown_image(name, self.site.images) for name in images),
        )

    def _empty_link_text(self, fact: FactId) -> str:
        """What a link without words writes: that of a date or an amount is set here, for it stands in no text."""
        text = self.naming.empty_link_text(fact)
        return typeset(text, self.naming.language) if fact.kind in {Kind.EVENT, Kind.FIGURE} else text

    def picture(self, picture: Picture) -> PictureView:
        """Return the view of a picture that prose can embed."""
        match picture:
            case Picture.CHRONOLOGY:
                return self._timeline
            case Picture.RELATIONS:
                return relations_view(self._embeds(RelationView, main_relations(self.site)), self.naming)
            case Picture.MAP:
                return self._map

    @cached_property
    def _map(self) -> MapView:
        places = first_of(self.site.all(Place), self.site)
        return map_view(places, self._embeds(PlaceView, places), self.site, self.naming)

    @cached_property
    def _timeline(self) -> TimelineView:
        return timeline_view(
            self.site.all(Event), self.site.explainer.facts_as_of, partial(self._embeds, EventView), self.naming
        )

    @cached_property
    def _names(self) -> NameFinder:
        names = tuple(_names_of.flat_map(self.site.actors_and_terms()))
        return _all_names(names, self.naming.language)

    def with_names(self, text: ProseView) -> ProseView:
        """Return a text with the names that stand in it, so that their first mentions are linked."""
        # A name within a link counts here, and is left alone when rendered.
        names = self._names.may_be_in("\0".join(texts_in(text.document)))
        return replace(text, names=names, language=self.naming.language)

    # ------------------------------------------------------------ facts

    def _version_of(self, fact: Fact) -> str:
        # As its writer wrote it: how a text is set may become better, which is no news to readers.
        return statement_version(self.written.index[fact.fact_id], self.written)

    def view(self, fact: Fact, *, embedded: bool = False) -> FactView:
        """Return a fact's view. What is `embedded` in a text embeds nothing, so that no two can embed each other."""
        key = (fact.fact_id, embedded)
        made = self._made.get(key)
        if made is None:
            # Most facts set nothing in their texts, and so have one view.
            made = (
                self.view(fact) if embedded and not _embeds_any(fact) else self._facts.view(fact, embeds=not embedded)
            )
            self._made[key] = made
        return made

    def views(self, kind: type[V], facts: Iterable[Fact]) -> tuple[V, ...]:
        """Return the views of facts that are all of one kind."""
        return tuple(_of_kind(kind, self.view(fact)) for fact in facts)

    def _embeds(self, kind: type[V], facts: Iterable[Fact]) -> tuple[V, ...]:
        return tuple(_of_kind(kind, self.view(fact, embedded=True)) for fact in facts)

    def _embed(self, fact: FactId) -> FactView:
        return self.view(self.site.index[fact], embedded=True)


def _of_kind(kind: type[V], view: FactView) -> V:
    assert isinstance(view, kind)
    return view


def _embeds_any(fact: Fact) -> bool:
    """Tell whether a text of a fact sets another fact or a picture."""
    return any(prose.pictures or any(each.embeds for each in prose.mentions) for prose in prose_in(fact))


@cached_per_item
def _names_of(fact: Actor | Term) -> Iterator[FactName]:
    for text in names_in_prose(fact):
        yield FactName(text, fact.fact_id, glossary_entry(fact.fact_id), any_case=isinstance(fact, Term))
