"""Entities of Wikidata, as Special:EntityData gives them, to actors and places.

https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import quote

from standfirst.authoring.ids import id_of
from standfirst.authoring.record import NewField, NewRecord, NewValue
from standfirst.importing.imported import Imported, ImportedRecord, fields_of, not_taken, why_uncited
from standfirst.importing.json_text import Json, JsonFile, JsonObject
from standfirst.importing.known_facts import KnownFacts
from standfirst.importing.rows import UNWRITTEN
from standfirst.importing.wikidata_classes import ACTOR_KINDS, PLACES
from standfirst.model import ActorKind, Id, Kind
from standfirst.problems.errors import Problem

_ITEM: Final = re.compile(r"Q[1-9]\d*")
_INSTANCE_OF, _COORDINATES, _NATIVE_NAMES = "P31", "P625", ("P1559", "P1705")
_EARTH: Final = "Q2"
# Of a degree: a metre.
_DECIMALS: Final = 5
# Where a label stands that all languages share.
_SHARED: Final = "mul"


def is_wikidata(value: Json) -> bool:
    """Whether JSON is an entity of Wikidata, or several."""
    return any(_is_entity(each) for each in _entities(value))


def facts_in_wikidata(file: JsonFile, asked: Kind | None, known: KnownFacts) -> Imported:
    """Return an actor or a place for each entity, as asked or as its class tells, and what could not be taken."""
    problems: list[Problem] = []
    taken: set[Id] = set()
    records: list[ImportedRecord] = []
    for entity in _entities(file.value):
        reader = _EntityReader(file, entity, known.language)
        if record := reader.record(asked, taken):
            records.append(record)
        problems += reader.problems
    return Imported(tuple(records), tuple(problems))


def _entities(value: Json) -> list[JsonObject]:
    """The entities in an answer of Wikidata, in a list, or one by itself."""
    if isinstance(value, list):
        return [each for each in value if isinstance(each, JsonObject)]
    if not isinstance(value, JsonObject):
        return []
    several = value.object("entities")
    return [each for each in several.values() if isinstance(each, JsonObject)] if several else [value]


def _is_entity(value: JsonObject) -> bool:
    return bool(_ITEM.fullmatch(value.text("id"))) and ("labels" in value or "claims" in value)


class _EntityReader:
    """Reads one entity; what cannot be taken it adds to its problems."""

    def __init__(self, file: JsonFile, entity: JsonObject, language: str) -> None:
        self.entity, self.item = entity, entity.text("id")
        self.origin = file.origin(entity)
        self.languages = [*_shortened(language), _SHARED]
        self.problems: list[Problem] = []

    def record(self, asked: Kind | None, taken: set[Id]) -> ImportedRecord | None:
        """Return the actor or place that the entity is, or nothing where that cannot be told."""
        if not _is_entity(self.entity):
            self._tell("it is no item of Wikidata, and is left out")
            return None
        name, kind = self._name(), self._kind(asked)
        if not name or not kind:
            return None
        fields = self._actor(name) if kind is Kind.ACTOR else self._place(name)
        uncited = why_uncited("Wikidata", self.item) if kind is Kind.ACTOR else ""
        named = id_of(name, taken, without=self.item.lower())
        taken.add(named)
        record = NewRecord(kind, named, tuple(fields), tuple(self._comments(kind)))
        return ImportedRecord(record, self.origin, self.item, uncited)

    def _tell(self, message: str, hint: str = "") -> None:
        self.problems.append(not_taken(self.origin, f"{self.item or 'an entity'}: {message}", hint))

    # ------------------------------------------------------------ what it is

    def _kind(self, asked: Kind | None) -> Kind | None:
        """Whether it is an actor or a place: as asked, by its class, or a place if it lies somewhere."""
        if asked in {Kind.ACTOR, Kind.PLACE}:
            return asked
        if asked:
            self._tell(f"an item of Wikidata can be an actor or a place, and no {asked.value}")
            return None
        classes = self._classes()
        if any(each in ACTOR_KINDS for each in classes):
            return Kind.ACTOR
        if any(each in PLACES for each in classes):
            return Kind.PLACE
        named = (
            f"what it is an instance of ({', '.join(classes)}) is not known here" if classes else "it is of no class"
        )
        if self._position():
            self._tell(f"{named}; it has coordinates, and is taken for a place", "say --kind actors if it is none")
            return Kind.PLACE
        self._tell(f"{named}, and it is left out", "say what it is with --kind actors or --kind places")
        return None

    def _classes(self) -> list[str]:
        values = self._values(_INSTANCE_OF)
        return [each.text("id") for each in values if isinstance(each, JsonObject) and each.text("id")]

    def _values(self, claim: str) -> list[Json]:
        """The values of a property, the best first; what is deprecated, or known to be unknown, is none."""
        claims = [each for each in self.entity.object("claims").objects(claim) if each.text("rank") != "deprecated"]
        claims.sort(key=lambda each: each.text("rank") != "preferred")
        return [each.object("mainsnak").object("datavalue").get("value") for each in claims]

    # ------------------------------------------------------------ what it is called

    def _name(self) -> str:
        """The label in the explainer's language, or else in English, or any other."""
        labels = self.entity.object("labels")
        own = next((labels.object(each).text("value") for each in self.languages if each in labels), "")
        if own:
            return own
        others = sorted(labels, key=lambda language: (language != "en", language))
        language = next((each for each in others if labels.object(each).text("value")), "")
        if not language:
            self._tell("it has no label, and is left out", "give it one on Wikidata")
            return ""
        self._tell(f"it has no label in '{self.languages[0]}', and is called as in '{language}'")
        return labels.object(language).text("value")

    def _aliases(self, name: str) -> tuple[str, ...]:
        aliases = self.entity.object("aliases")
        found = [each.text("value") for language in self.languages for each in aliases.objects(language)]
        by_folded = {each.casefold(): each for each in reversed(found) if each}
        by_folded.pop(name.casefold(), None)
        return tuple(dict.fromkeys(by_folded[each.casefold()] for each in found if each.casefold() in by_folded))

    def _native_name(self, name: str) -> NewValue:
        values = (each for claim in _NATIVE_NAMES for each in self._values(claim) if isinstance(each, JsonObject))
        best = next(values, JsonObject())
        text, language = best.text("text"), best.text("language")
        return {"text": text, "lang": language} if text and language and text != name else ""

    # ------------------------------------------------------------ its record

    def _actor(self, name: str) -> Iterator[NewField]:
        yield NewField("name", name)
        kinds = [ACTOR_KINDS[each] for each in self._classes() if each in ACTOR_KINDS]
        guess = () if kinds else ("Wikidata's class for it is not known here, and thing is a guess",)
        yield NewField("kind", (kinds or [ActorKind.THING])[0].value, guess)
        yield from fields_of((("aliases", self._aliases(name)), ("native_name", self._native_name(name))))
        yield NewField("summary", UNWRITTEN)
        yield NewField("same_as", tuple(self._pages()))

    def _place(self, name: str) -> Iterator[NewField]:
        yield NewField("name", name)
        if position := self._position():
            yield from fields_of(zip(("lat", "lon"), position, strict=True))

    def _position(self) -> tuple[str, str] | None:
        for value in self._values(_COORDINATES):
            ends = [value.get(key) for key in ("latitude", "longitude")] if isinstance(value, JsonObject) else []
            if (
                all(isinstance(end, int | float) for end in ends)
                and ends
                and value.text("globe").endswith(f"/{_EARTH}")
            ):
                lat, lon = (f"{end:.{_DECIMALS}f}".rstrip("0").rstrip(".") for end in ends)
                return lat, lon
        return None

    def _pages(self) -> Iterator[str]:
        yield f"https://www.wikidata.org/wiki/{self.item}"
        links = self.entity.object("sitelinks")
        for language in self.languages[:-1]:
            if title := links.object(f"{language.replace('-', '_')}wiki").text("title"):
                yield f"https://{language}.wikipedia.org/wiki/{quote(title.replace(' ', '_'), safe='/:(),_-')}"
                return

    def _comments(self, kind: Kind) -> Iterator[str]:
        """What Wikidata says of it is nobody's word: a writer may look it up, and says it in other words."""
        descriptions = self.entity.object("descriptions")
        said = next((text for each in self.languages if (text := descriptions.object(each).text("value"))), "")
        if said:
            yield f"Wikidata, which is no source, describes it as: “{said}”"
        if kind is Kind.PLACE:
            yield from self._pages()


def _shortened(language: str) -> Sequence[str]:
    """A tag as Wikidata writes it, then without its country: `en-gb`, `en`."""
    parts = language.lower().split("-")
    return ["-".join(parts[:end]) for end in range(len(parts), 0, -1)]
