"""What readers see facts called, and dates, numbers and the words of the interface in the site's language."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import assert_never

from babel.numbers import format_decimal
from babel.units import format_unit

from standfirst.language import dates
from standfirst.language.isolation import isolated_number
from standfirst.language.locale import code_of, locale, translations
from standfirst.language.quotation_style import quotation_style
from standfirst.model import (
    Actor,
    Claim,
    Date,
    Event,
    Fact,
    FactId,
    Figure,
    Image,
    Kind,
    LanguageTag,
    Place,
    Prose,
    Quote,
    Reference,
    Relation,
    Shape,
    Source,
    Term,
    Unknown,
    Update,
)
from standfirst.model.addresses import address_of
from standfirst.present.view_parts import DateView, Link
from standfirst.prose.fact_names import text_of_fact_alone
from standfirst.prose.plain import plain_text
from standfirst.site.site import Site

# How many characters of a quotation or an update stand in a link to it.
_LONGEST_LABEL = 60


class Phrasing:
    """Says in one language what no explainer decides: dates and numbers, countries, the words of the interface."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, message: str) -> str:
        """Return a word of the interface in the site's language."""
        return translations(self.language).gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return how many there are of something; both messages say `%(count)s`."""
        return translations(self.language).ngettext(one, many, count) % {"count": self.number(count)}

    def join_with_and(self, items: Sequence[str]) -> str:
        """Return items as a sentence lists them: "3, 5 and 7"."""
        *others, last = items
        return self.say(" and ").join((self.say(", ").join(others), last)) if others else last

    def date(self, date: Date) -> DateView:
        return DateView(dates.say(date, self.language), dates.html_datetime(date), date.shape is not Shape.DATE)

    def day(self, day: datetime.date) -> DateView:
        return self.date(dates.from_day(day))

    def date_or_none(self, date: Date | None) -> DateView | None:
        return self.date(date) if date else None

    def year(self, year: int) -> str:
        """Return what a year is called; years before 1 are astronomical."""
        sign = "-" if year < 0 else ""
        return dates.say(dates.parse(f"{sign}{abs(year):04d}"), self.language)

    def coordinates(self, latitude: float, longitude: float) -> str:
        """Return a position as maps write it, in degrees: `32.89° N, 13.19° E`."""
        north_south = self.say("%(degrees)s° N") if latitude >= 0 else self.say("%(degrees)s° S")
        east_west = self.say("%(degrees)s° E") if longitude >= 0 else self.say("%(degrees)s° W")
        return self.say("%(latitude)s, %(longitude)s") % {
            "latitude": self._with_degrees(north_south, latitude),
            "longitude": self._with_degrees(east_west, longitude),
        }

    def _with_degrees(self, message: str, degrees: float) -> str:
        number = format_decimal(abs(degrees), "0.00##", locale(self.language))
        return (message % {"degrees": number}).replace(f"{number}°", isolated_number(f"{number}°", self.language))

    def language_name(self, tag: str) -> str:
        """Return what the site's language calls a language, or the tag where it has no name for it."""
        return str(locale(self.language).languages.get(code_of(tag), tag))

    def country(self, code: str) -> str:
        """Return what the site's language calls a country, by its code in ISO 3166-1; nothing where it has no name."""
        return str(locale(self.language).territories.get(code, ""))

    def kilometres(self, distance: int) -> str:
        return format_unit(distance, "length-kilometer", length="short", locale=locale(self.language))

    def size_of_file(self, size: int) -> str:
        """Return how large a file of so many bytes is, in thousands or millions of them."""
        kilobytes = -(-size // 1000)
        if kilobytes < 1000:
            return format_unit(kilobytes, "digital-kilobyte", length="short", locale=locale(self.language))
        megabytes = round(kilobytes / 1000, 1)
        return format_unit(megabytes, "digital-megabyte", length="short", locale=locale(self.language))

    def number(self, number: int) -> str:
        return format_decimal(number, locale=locale(self.language))

    def quoted(self, words: str) -> str:
        """Return words between the quotation marks of the site's language."""
        opening, closing = quotation_style(self.language).outer
        return f"{opening}{self.within_marks(words)}{closing}"

    def within_marks(self, words: str) -> str:
        """Return words as they stand between quotation marks: what they quote themselves has other marks."""
        if quotation_style(self.language).outer[0][0] == "«":
            return _CLOSING_GUILLEMET.sub("”", _OPENING_GUILLEMET.sub("“", words))
        return words.translate(_SINGLE_MARKS)


# Marks within marks alternate.
_SINGLE_MARKS = str.maketrans("“”„「」", "‘’‚『』")
# With the blanks that French sets within them.
_OPENING_GUILLEMET, _CLOSING_GUILLEMET = re.compile(r"«\s?"), re.compile(r"\s?»")


class Naming(Phrasing):
    """Names the facts of one site."""

    def __init__(self, site: Site) -> None:
        super().__init__(site.explainer.language)
        self.site = site
        self._links: dict[FactId, Link] = {}

    def label(self, fact: Fact) -> str:
        """Return the text of a link to a fact in a list."""
        match fact:
            case Event():
                return fact.title
            case Quote():
                return self.quoted(short_label(fact.words))
            case Figure():
                return f"{self.empty_link_text(fact.fact_id)} {fact.label}"
            case Update():
                return self.day(fact.date).text
            case Actor() | Term() | Claim() | Relation() | Place() | Image() | Unknown() | Source():
                return self.empty_link_text(fact.fact_id)
            case _:
                assert_never(fact)

    def empty_link_text(self, fact_id: FactId) -> str:
        """Return the text that readers see where a link to a fact has none of its own."""
        match self.site.index[fact_id]:
            case Actor() | Term() | Place() | Image() | Event() | Figure() as fact:
                return text_of_fact_alone(fact, LanguageTag(self.language))
            case Quote() as quote:
                return self.quoted(quote.words)
            case Claim() as claim:
                return self._sentence(claim.claim)
            case Unknown() as unknown:
                return self._sentence(unknown.question)
            case Relation() as relation:
                subject, object_ = self.site.get(Actor, relation.subject), self.site.get(Actor, relation.object)
                return f"{subject.name} {self.site.verbs[relation.verb.to].label} {object_.name}"
            case Update() as update:
                return self.day(update.date).text
            case Source() as source:
                return self.source_label(source)
            case other:
                assert_never(other)

    def place_in_source(self, paragraph: int, page: int | None) -> str:
        """Return what a place in a source is called: its paragraph, and the page, if the source has pages."""
        said = self.say("Page %(page)s, paragraph %(number)s") if page else self.say("Paragraph %(number)s")
        return said % {"page": page, "number": paragraph}

    def source_label(self, source: Source) -> str:
        """Return the title of a source, or what can be said in its place."""
        if source.title:
            return source.title
        kind = source.kind or self.say("source")
        return self.say("%(kind)s, title not known") % {"kind": kind[:1].upper() + kind[1:]}

    def voice(self, reference: Reference) -> Link:
        """Return a link to who says something: an actor, or the publisher of a source.

        Where the publisher is not known its authors stand for it, or else its title, in quotation marks, or what it is.
        """
        fact = self.site.index[reference.to]
        if not isinstance(fact, Source):
            return self.link_to(fact)
        marked = self.quoted(fact.title) if fact.title else fact.kind or self.say("a source without a title")
        authors = self.join_with_and(fact.authors) if fact.authors else ""
        return Link(fact.publisher or authors or marked, address_of(fact))

    def plain(self, prose: Prose) -> str:
        """Return a text as plain words, in one line."""
        return plain_text(prose, self.empty_link_text)

    def _sentence(self, prose: Prose) -> str:
        """Return a claim or question as plain words, with "…" where it links another, which may link this one."""
        sentences = (Kind.CLAIM, Kind.UNKNOWN)
        return plain_text(prose, lambda fact: "…" if fact.kind in sentences else self.empty_link_text(fact))

    def link(self, reference: Reference) -> Link:
        # Asked for more often than anything else; most links are made already.
        return self._links.get(reference.to) or self.link_to(self.site.index[reference.to])

    def link_to(self, fact: Fact) -> Link:
        """Return a link to a fact, made once for all that lead there."""
        link = self._links.get(fact.fact_id)
        if link is None:
            link = self._links[fact.fact_id] = Link(self.label(fact), address_of(fact))
        return link

    def links(self, references: Iterable[Reference]) -> tuple[Link, ...]:
        return tuple(self.link(reference) for reference in references)


def short_label(words: str, longest: int = _LONGEST_LABEL) -> str:
    """Return a text as a label has room for it: its beginning, cut between words where blanks part them."""
    if len(words) <= longest:
        return words
    beginning = words[:longest]
    return (beginning.rpartition(" ")[0] or beginning).rstrip(",;:.") + " …"
