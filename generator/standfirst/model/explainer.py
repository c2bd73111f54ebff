"""The explainer: `site.yaml`, its sections, and the whole of a content folder."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Annotated

from standfirst.model.basemap import Basemap
from standfirst.model.checked import CheckedSource
from standfirst.model.facts import Fact
from standfirst.model.frozen_class import frozen
from standfirst.model.look import Look
from standfirst.model.prose import Block, Inline
from standfirst.model.publication import Publishable
from standfirst.model.values import (
    Bounds,
    Contact,
    Date,
    Id,
    ImageRef,
    Kind,
    LanguageTag,
    Located,
    Moment,
    Origin,
    SiteUrl,
    VerbId,
)
from standfirst.model.vouching import Review, Vouching

# What HTML calls the edition for readers in whose language there is none.
ALL_OTHER_LANGUAGES = LanguageTag("x-default")


class Stance(StrEnum):
    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


@frozen(kw_only=True)
class Verb:
    """A verb of relations: `label` reads from subject to object, `inverse` from object to subject."""

    id: VerbId
    label: str
    inverse: str
    stance: Stance = Stance.NEUTRAL


@frozen(kw_only=True)
class Edition:
    """The same explainer in a language, and where it is published; `language` may be `ALL_OTHER_LANGUAGES`."""

    language: LanguageTag
    base_url: SiteUrl
    origin: Origin


@frozen
class NamedDay:
    """A day for which readers find the explainer as it stood at its end, and where it is named."""

    day: datetime.date
    origin: Origin


@frozen(kw_only=True)
class Explainer(Located):
    """`site.yaml`: what the explainer is; `lead` is the image at its head.

    Each fact of the kinds in `embeds` has a card that pages elsewhere may show. Beside today's, the site has the pages
    as they stood on the days in `as_of`.
    """

    title: str
    standfirst: Inline
    language: LanguageTag
    base_url: SiteUrl
    published: datetime.date
    updated: datetime.date | None = None
    facts_as_of: Date
    lead: ImageRef | None = None
    key_points: tuple[Inline, ...] = ()
    how_we_know: Block | None = None
    licence: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    contact: Contact = Contact("")
    editions: tuple[Edition, ...] = ()
    embeds: tuple[Kind, ...] = ()
    as_of: tuple[NamedDay, ...] = ()
    verbs: tuple[Verb, ...] = ()
    copied_words: Annotated[int, Bounds(2, 1000)] = 8
    review: Review = Review()
    look: Look = Look()


@frozen(kw_only=True)
class FrontMatter(Located):
    """The front matter of a section; without `id` the file name gives it."""

    title: str
    id: Id | None = None
    autolink: bool = True
    draft: bool = False
    publish_at: Moment | None = None


@frozen(kw_only=True)
class Section(Publishable):
    """An ordered part of the explainer's prose."""

    id: Id
    title: str
    autolink: bool = True
    body: Block


@frozen(kw_only=True)
class Content:
    """A whole content folder, decoded but not yet resolved; facts in order of path and line.

    `checked` is what was seen at the addresses of sources when somebody last looked, `vouched` who vouched for what.
    """

    explainer: Explainer
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    basemap: Basemap | None = None
    checked: tuple[CheckedSource, ...] = ()
    vouched: tuple[Vouching, ...] = ()
