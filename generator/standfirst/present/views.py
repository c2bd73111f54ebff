"""What templates see of facts, texts and pictures: frozen values with nothing left to work out.

The evidence that they carry is in `evidence_views.py`, their links, dates and images are in `view_parts.py`, and the
views of pages are in `pages/`. A view names places in the site by `Address`; the page that shows it decides how to link
there, so one view serves every page that shows the same fact.
"""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from standfirst.model import Document, FactId, Id, MarkdownForm, Origin, Picture
from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen
from standfirst.pictures.map_drawing import MapDrawing
from standfirst.pictures.relations import RelationsDrawing
from standfirst.pictures.timeline_drawing import TimelineDrawing
from standfirst.present.evidence_views import Evidence, ProseCitation
from standfirst.present.view_parts import DateView, Link, ShownImage
from standfirst.prose.names import FactName

# ---------------------------------------------------------------- prose


@frozen
class FactTarget:
    """A fact to which prose refers: its address, the text of an empty link to it, and what an embed shows of it.

    If it is `anchored`, the embed carries the fact's anchor.
    """

    fact: FactId
    address: Address
    text: str
    embed: Embed | None = None
    anchored: bool = False


@frozen
class PictureTarget:
    """What `![](NAME:)` shows; `anchored` as for a `FactTarget`."""

    embed: PictureView
    anchored: bool = False


@frozen(kw_only=True)
class ProseView:
    """A text with all that rendering it needs.

    `scope` keeps the ids of its footnotes apart from other texts'. Without `headings`, those in it become paragraphs,
    since a fact is shown at many places of a page's outline. Without `marks`, what it cites is shown elsewhere; with
    `side_notes`, there is room beside it for what its marks open.
    """

    markdown: str
    form: MarkdownForm
    # Not compared: the document follows from the Markdown, and a text is the same wherever it is written.
    document: Document = field(compare=False, repr=False)
    origin: Origin = field(compare=False)
    scope: str
    headings: bool = False
    marks: bool = True
    side_notes: bool = False
    # Not hashed: they can hold whole pictures, and the other fields tell texts apart well enough.
    targets: tuple[FactTarget, ...] = field(default=(), hash=False)
    citations: tuple[ProseCitation, ...] = field(default=(), hash=False)
    # The names that may stand in it, which are sought by the rules of the language.
    names: tuple[FactName, ...] = field(default=(), hash=False)
    language: str = ""
    pictures: tuple[PictureTarget, ...] = field(default=(), hash=False)
    # The image files that it shows by their names.
    images: tuple[ShownImage, ...] = ()


# ---------------------------------------------------------------- facts


@frozen(kw_only=True)
class FactView:
    """What every shown fact has: who it is, where it stands, what it rests on and whether it is a draft.

    It is `called` what links to it say. Its `version` is another when it states something else; what only tells of
    other facts has none. `publish_at` is when it will be published, where it waits for that. Its `ids` are those by
    which references name it and once did, such as `claim:rescue`, today's first.
    """

    fact: FactId
    address: Address
    called: str
    version: str
    evidence: Evidence
    draft: bool
    publish_at: DateView | None
    ids: tuple[str, ...]
    former_anchors: tuple[str, ...]


@frozen(kw_only=True)
class ActorView(FactView):
    """An actor; `entry` is its place in the glossary, `address` its own page.

    `filed_as` is what indexes file it under, where its name and its `aliases` do not show that.
    """

    name: str
    filed_as: str
    kind: str
    kind_label: str
    entry: Address
    aliases: tuple[str, ...]
    native_name: str
    native_lang: str
    native_dir: str
    role: str
    summary: ProseView
    text: ProseView | None
    same_as: tuple[str, ...]


@frozen(kw_only=True)
class TermView(FactView):
    name: str
    aliases: tuple[str, ...]
    summary: ProseView
    text: ProseView | None


@frozen(kw_only=True)
class EventView(FactView):
    """An event; `year` is the year by which the chronology files it, and what is planned was still to come.

    `actor_ids` are those of all who take part, in their order, for filters: of so many that none has them, none.
    """

    date: DateView
    year: int
    title: str
    text: ProseView | None
    actors: tuple[Link, ...]
    actor_ids: tuple[Id, ...]
    place: Link | None
    is_planned: bool
    is_key: bool
    according_to: tuple[Link, ...]


@frozen
class TranslationView:
    """A translation; `language` is what the site's language calls its own, empty where that is the site's."""

    text: str
    lang: str
    dir: str
    language: str


@frozen(kw_only=True)
class QuoteView(FactView):
    """A quotation; `lang` and `dir` are those of its words where they are not the site's, else empty."""

    speaker: Link
    role: str
    words: str
    lang: str
    dir: str
    translations: tuple[TranslationView, ...]
    translated_by: str
    date: DateView | None
    event: Link | None
    to: tuple[Link, ...]
    where: str
    relaying: Link | None
    text: ProseView | None


@frozen(kw_only=True)
class ClaimView(FactView):
    claim: ProseView
    by: tuple[Link, ...]
    relaying: Link | None
    date: DateView | None
    record: ProseView | None
    see: tuple[Link, ...]
    rivals: tuple[Link, ...]


@frozen(kw_only=True)
class FigureView(FactView):
    """A figure, with its parts apart so that the number can be set large.

    It `is_long` where a piece of it that no line parts takes more room than most numbers do.
    """

    qualifier: str
    number: str
    is_long: bool
    unit: str
    label: str
    as_of: DateView | None
    period: DateView | None
    according_to: tuple[Link, ...]


@frozen(kw_only=True)
class RelationView(FactView):
    """A relation, read from subject to object by `label` and back by `inverse`."""

    subject: Link
    label: str
    inverse: str
    stance: str
    object: Link
    since: DateView | None
    until: DateView | None
    text: ProseView | None
    according_to: tuple[Link, ...]


@frozen(kw_only=True)
class PlaceView(FactView):
    """A place; `coordinates` in words of the map (32.89° N, 13.19° E), empty where it has none."""

    name: str
    coordinates: str
    summary: ProseView | None


@frozen(kw_only=True)
class ImageView(FactView):
    """An image with who made it; `source_url` is where it was found, `licence_address` where its licence can be read.

    `video` is what it stands for, with the name of the host where that can be watched.
    """

    image: ShownImage
    is_tall: bool
    alt: str
    caption: ProseView | None
    credit: str
    source_url: str
    licence: str
    licence_address: str
    date: DateView | None
    place: Link | None
    actors: tuple[Link, ...]
    video: str
    video_host: str


@frozen(kw_only=True)
class UnknownView(FactView):
    question: ProseView
    why: ProseView | None


@frozen
class ChangedWords:
    """What readers saw or see, with a label that says which: “Before”, “Now”.

    It has no text where the name of the fact is all that there is to say.
    """

    label: str
    text: str


@frozen(kw_only=True)
class ChangeView:
    """What an update changed of a fact that is called so: the value of a key, by its name, or with no `key` all of it.

    A fact that was withdrawn has no address. What was added has nothing `before`, and what was removed nothing `after`.
    """

    name: str
    address: Address | None
    key: str
    before: ChangedWords | None
    after: ChangedWords | None


@frozen(kw_only=True)
class UpdateView(FactView):
    """An update with the first of its `changes`; `more_changes` leads to all of them, where there are more.

    `also_affects` are the facts that it concerns and those changes do not name.
    """

    date: DateView
    kind: str
    kind_label: str
    text: ProseView
    affects: tuple[Link, ...]
    also_affects: tuple[Link, ...]
    changes: tuple[ChangeView, ...]
    more_changes: Link | None
    authors: tuple[str, ...]


@frozen(kw_only=True)
class SourceView(FactView):
    """A source; a text is empty where it is not known, and `label` names the source even without a title.

    `reckon_from` is the day from which the dates in it were worked out. `licence_address` is where its licence can be
    read; with `shows_whole`, cited passages are shown whole. `checked` is the day on which somebody last looked whether
    they stand at its address, with a `check_note` where there is more to say of that.
    """

    label: str
    title: str
    publisher: str
    authors: tuple[str, ...]
    kind: str
    language: str
    lang: str
    url: str
    archive_url: str
    published: DateView | None
    accessed: DateView | None
    reckon_from: DateView | None
    licence: str
    licence_address: str
    shows_whole: bool
    checked: DateView | None = None
    check_note: str = ""


@frozen
class TimelineView:
    """The chronology as prose shows it: a picture of the whole, and the events that it names or that are key.

    `drawings` are that picture for a narrow column and for a wide one.
    """

    picture: ClassVar[Picture] = Picture.CHRONOLOGY
    events: tuple[EventView, ...]
    chronology: Link
    drawings: tuple[TimelineDrawing, ...] = ()


@frozen
class RelationGroup:
    """The relations of one subject."""

    subject: Link
    relations: tuple[RelationView, ...]


@frozen
class RelationsView:
    """Who stands how to whom, in the order in which the facts files first name the subjects.

    `drawing` is the picture of who backs whom, if there is one; `left_out` says how many relations it leaves out. Where
    these are the main relations alone, `more` says how many there are besides, which the pages of `actors` show.
    """

    picture: ClassVar[Picture] = Picture.RELATIONS
    groups: tuple[RelationGroup, ...]
    actors: Link
    drawing: RelationsDrawing | None = None
    left_out: str = ""
    more: str = ""


@frozen
class ListedPlace:
    """A place, and the number by which the map calls it; empty where it calls all of them by name."""

    number: str
    place: PlaceView


@frozen
class MapView:
    """The main places, those without coordinates too, and the maps that show them, if there is a basemap.

    `left_out` says how many places there are besides, which the page of `all` shows with what happened at each.
    `outlines_source` is where the outlines come from over which they are drawn.
    """

    picture: ClassVar[Picture] = Picture.MAP
    places: tuple[ListedPlace, ...]
    all: Link
    left_out: str = ""
    maps: tuple[MapDrawing, ...] = ()
    outlines_source: str = ""


PictureView = TimelineView | RelationsView | MapView
Embed = FactView | PictureView
