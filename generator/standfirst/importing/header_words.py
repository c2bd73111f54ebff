"""What people call columns: other words for the keys of records, to which a word is added where it is missing.

Words are compared without case, signs and what stands in brackets. A word that is given for one kind of fact counts
there before one that is given for all.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from standfirst.model import Kind

# Keys that only a table has: the end of a date, both coordinates in one, the parts of a citation.
END, POSITION, SOURCE, PASSAGE = "end of date", "coordinates", "name of source", "passage of source"

_FOR_ALL: Final = {
    "id": "identifier, slug, key, record, unique id, kennung, identifiant, identificador",
    "name": "label, called, full name, nom, nombre, nome, الاسم",
    "title": "headline, heading, header, titre, titel, título, titulo, titolo, العنوان",
    "text": "description, notes, note, details, detail, body, content, comment, comments, beschreibung, descripción, "
    "texte, détails, الوصف, النص",
    "summary": "description, short description, definition, in short, résumé, resumen, zusammenfassung, الملخص",
    "date": "when, day, datum, fecha, data, jour, on, التاريخ",
    "actors": "actor, who, people, participants, involved, persons, organisations, acteurs, akteure, actores",
    "place": "where, location, venue, site, city, town, lieu, ort, lugar, luogo, المكان",
    "kind": "type, category, sort, class, typ, art, tipo, النوع",
    "aliases": "alias, also known as, also called, aka, other names, short name, short names, alternative names",
    "url": "link, web address, website, address, uri, href, web page, lien, enlace",
    "same_as": "wikidata, wikipedia, sameas, links, external links",
    "according_to": "says who, attributed to, attribution, according to, claimed by, selon, laut, según",
    "uncited": "why uncited, reason uncited",
    "lat": "latitude, y, breite, breitengrad, latitud",
    "lon": "lng, long, longitude, x, länge, längengrad, longitud",
    "weight": "importance, priority",
    "qualifier": "precision, bound, estimate",
    "draft": "is draft, unpublished",
    "planned": "is planned, upcoming, scheduled, to come, prévu, geplant, previsto",
    "language": "lang, locale, langue, sprache, idioma",
    POSITION: "coordinates, coords, lat lon, lat long, latlng, latlon, geo, gps, position",
    SOURCE: "source, sources, reference, references, ref, citation, quelle, fuente, fonte, المصدر",
    PASSAGE: "passage, passages, source text, quoted passage, cited words, evidence, excerpt",
}  # fmt: skip
_FOR_KINDS: Final = {
    (Kind.EVENT, "title"): "event, name, what, what happened, occurrence, incident, ereignis, événement, evento, الحدث",
    (Kind.EVENT, "date"): "start date, start, begin, begins, from, event date, date start, startdate, startdatum, "
    "date de début, fecha de inicio",
    (Kind.EVENT, END): "end date, end, ends, to, until, date end, enddate, enddatum, date de fin, fecha de fin",
    (Kind.EVENT, "text"): "summary, what",
    (Kind.ACTOR, "name"): "actor, person, organisation, organization, entity, who",
    (Kind.ACTOR, "role"): "position, office, function, job, job title, occupation, title, rôle, rolle, cargo",
    (Kind.ACTOR, "native_name"): "native name, original name, name in original script",
    (Kind.PLACE, "name"): "place, location, city, town, title",
    (Kind.TERM, "name"): "term, word, title",
    (Kind.TERM, "summary"): "meaning, explanation",
    (Kind.FIGURE, "value"): "number, figure, amount, count, total, quantity, zahl, wert, valeur, chiffre, valor, العدد",
    (Kind.FIGURE, "label"): "what, title, name, description, measure, indicator, statistic, counts, of what",
    (Kind.FIGURE, "as_of"): "date, day, when, at",
    (Kind.FIGURE, "unit"): "units, currency, einheit, unité, unidad",
    (Kind.QUOTE, "words"): "quote, quotation, text, said, zitat, citation",
    (Kind.QUOTE, "speaker"): "said by, by, who, name, person, author",
    (Kind.CLAIM, "claim"): "statement, what, text, assertion",
    (Kind.CLAIM, "by"): "claimed by, who, said by, speaker, according to",
    (Kind.RELATION, "subject"): "from, actor, who, person, source actor",
    (Kind.RELATION, "object"): "to, towards, target, whom, target actor",
    (Kind.RELATION, "verb"): "relation, relationship, type, kind, does",
    (Kind.RELATION, "since"): "start date, from date, start",
    (Kind.RELATION, "until"): "end date, to date, end",
    (Kind.UNKNOWN, "question"): "unknown, open question, what",
    (Kind.SOURCE, "published"): "date, publication date, date published, published on, issued, year",
    (Kind.SOURCE, "accessed"): "date accessed, access date, retrieved, accessed on, urldate",
    (Kind.SOURCE, "publisher"): "outlet, newspaper, journal, publication, site, website, publication title",
    (Kind.SOURCE, "authors"): "author, by, byline, writer, writers, creator",
    (Kind.SOURCE, "archive_url"): "archive, archived, wayback",
    (Kind.IMAGE, "file"): "file name, filename, image, path",
    (Kind.IMAGE, "credit"): "photographer, by, copyright, author",
    (Kind.IMAGE, "alt"): "alt text, alternative text, description",
}  # fmt: skip


# What tables write for the words that a key may have.
OTHER_WORDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("individual", "human", "people", "man", "woman", "personne"), "person"),
        **dict.fromkeys(("organization", "org", "company", "ngo", "party", "institution", "agency"), "organisation"),
        **dict.fromkeys(("country", "nation"), "state"),
        **dict.fromkeys(("ministry", "authority", "council"), "government"),
        **dict.fromkeys(("militia", "army", "military", "armed-forces", "rebels"), "armed-group"),
        **dict.fromkeys(("object", "ship", "law", "document"), "thing"),
        **dict.fromkeys(("high", "main", "important", "major", "yes", "true", "1"), "key"),
        **dict.fromkeys(("low", "minor", "no", "false", "0"), "normal"),
        **dict.fromkeys(("min", "minimum", "or-more"), "at-least"),
        **dict.fromkeys(("max", "maximum", "up-to"), "at-most"),
        **dict.fromkeys(("approximately", "approx", "circa", "around", "estimate", "estimated"), "about"),
        **dict.fromkeys(("over", "above"), "more-than"),
        **dict.fromkeys(("under", "below", "less-than"), "fewer-than"),
    }
)


def _parted(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(","))


FOR_ALL: Mapping[str, tuple[str, ...]] = MappingProxyType({key: _parted(words) for key, words in _FOR_ALL.items()})
FOR_KINDS: Mapping[tuple[Kind, str], tuple[str, ...]] = MappingProxyType(
    {key: _parted(words) for key, words in _FOR_KINDS.items()}
)
