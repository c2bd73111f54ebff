"""What templates see: frozen values with nothing left to work out. The views of pages are in `pages/`.

A view names places in the site by `Address`; the page that shows it decides how to link there, so one view serves every
page that shows the same fact.
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
from standfirst.prose.names import FactName


@frozen
class Link:
    """Words that lead somewhere in the site."""

    text: str
    address: Address


@frozen
class DateView:
    """A date in words, and for machines where HTML has a form for it (else empty).

    A date that `has_two_ends` has words of its own for them, and is shown without a "since" or "until".
    """

    text: str
    machine: str
    has_two_ends: bool = False


@frozen
class CardView:
    """The picture that is shown where a page is shared, its size in pixels, and what it says or shows in words."""

    address: Address
    width: int
    height: int
    alt: str
    media_type: str = "image/png"


@frozen
class SizedImage:
    """An image in one of its sizes: where it lies, and its width in pixels."""

    address: Address
    width: int


@frozen
class ShownImage:
    """An image file as pages show it; width and height are in pixels, 0 where they are not known.

    `sizes` are those among which a browser may choose, the smallest first, all of one media type. That at its own
    address is known of images of pixels that are still.
    """

    route: str
    address: Address
    width: int
    height: int
    media_type: str
    sizes: tuple[SizedImage, ...] = ()
    type_of_sizes: str = ""


# ---------------------------------------------------------------- evidence


@frozen
class Attribution:
    """Who says that something is so, and `relaying` whom, if they report another's words or thoughts.

    Without `voices` it is the source itself, where that speaks in its `own_voice`; otherwise readers must see from the
    source's words who it is.
    """

    voices: tuple[Link, ...] = ()
    relaying: Link | None = None
    own_voice: bool = False


@frozen
class PassageView:
    """A stretch of a source's wording: as it was cited, or the whole of it, where the source allows that.

    It stands in the paragraph with that number, and begins on that page, if the source has pages.
    `lang` is the source's language (BCP 47), if known, `dir` its direction where that is not the site's. `address` is
    where the site says what rests on the paragraph; `source_url` is the passage itself, if the source has an address.
    `attribution` is who says so where a text cites the passage; where a fact does, its `Evidence` has that.
    `no_longer` is a sentence where it no longer stood there when somebody last looked; then, and where nothing could be
    reached, `source_url` is an archived copy, if there is one (`is_archived`).
    """

    words: str
    lang: str
    dir: str
    paragraph: int
    address: Address
    source_url: str
    attribution: Attribution | None = None
    page: int | None = None
    no_longer: str = ""
    is_archived: bool = False


@frozen
class CitationView:
    """A source and the passages of it that a statement rests on.

    `mark_name` is what marks call the source; nothing where the site has no other, which goes without saying.
    """

    source: Link
    passages: tuple[PassageView, ...]
    mark_name: str = ""


@frozen
class CorrectionView:
    """When a statement was corrected, or only made clearer if it `clarifies`; `address` is where readers learn how."""

    date: DateView
    address: Address
    clarifies: bool


@frozen
class Evidence:
    """What a statement rests on, and what has been put right about it.

    `label` is what its mark shows, `name` what the mark is called where it is not seen; both are empty without
    citations. `attribution` is who says so, None where nobody in particular does. `uncited` says why it rests on no
    source, `reckoned` how its date was worked out. Of very many passages and corrections these are the first, and
    `more_passages` and `more_corrections` lead to all.
    """

    citations: tuple[CitationView, ...] = ()
    label: str = ""
    name: str = ""
    attribution: Attribution | None = None
    uncited: str = ""
    reckoned: str = ""
    corrections: tuple[CorrectionView, ...] = ()
    more_passages: Link | None = None
    more_corrections: Link | None = None


@frozen
class ProseCitation:
    """A citation that stands in a text: the source and the wording that it names, and what its mark shows."""

    source: FactId
    wording: str
    shown: CitationView


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

    It is `called` what links to it say. `publish_at` is when it will be published, where it waits for that.
    """

    fact: FactId
    address: Address
    called: str
    evidence: Evidence
    draft: bool
    publish_at: DateView | None
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


@frozen(kw_only=True)
class UpdateView(FactView):
    date: DateView
    kind: str
    kind_label: str
    text: ProseView
    affects: tuple[Link, ...]
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
