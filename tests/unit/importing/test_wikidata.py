"""Entities of Wikidata to actors and places: names, pages and coordinates, and its descriptions as comments alone."""

from __future__ import annotations

import json
from textwrap import dedent
from typing import Any

from standfirst.authoring.record_text import facts_text
from standfirst.importing.formats import records_in
from standfirst.importing.imported import Imported
from standfirst.importing.known_facts import KnownFacts
from standfirst.model import Kind
from tests.explainers import content, content_of


def read(value: Any, kind: Kind | None = None, *, language: str = "en-GB") -> Imported:
    known = KnownFacts.of(content_of(content(language=language)))
    return records_in("q.json", json.dumps(value, indent=1).encode(), kind, known)


def entity(item: str, *classes: str, **more: Any) -> dict[str, Any]:
    claims = {"P31": [claim({"id": each}) for each in classes], **more.pop("claims", {})}
    return {"type": "item", "id": item, "labels": words(en=f"The {item}"), "claims": claims, **more}


def claim(value: Any, rank: str = "normal") -> dict[str, Any]:
    return {"mainsnak": {"snaktype": "value", "datavalue": {"value": value}}, "rank": rank}


def words(**by_language: str) -> dict[str, Any]:
    return {language: {"language": language, "value": text} for language, text in by_language.items()}


def coordinates(lat: float, lon: float, globe: str = "Q2") -> dict[str, Any]:
    value = {"latitude": lat, "longitude": lon, "globe": f"http://www.wikidata.org/entity/{globe}"}
    return {"P625": [claim(value)]}


PERSON = entity(
    "Q100",
    "Q5",
    labels=words(en="Ann Lee", fr="Anne Lee", ar="آن لي"),
    descriptions=words(en="mayor: of a town"),
    aliases={"en": [{"value": "ann lee"}, {"value": "A. Lee"}, {"value": "A. Lee"}], "fr": [{"value": "Lee"}]},
    claims={"P1559": [claim({"text": "x", "language": "ar"}), claim({"text": "آن لي", "language": "ar"}, "preferred")]},
    sitelinks={"enwiki": {"site": "enwiki", "title": "Ann Lee (mayor)"}, "frwiki": {"title": "Anne Lee"}},
)  # fmt: skip
CITY = entity("Q200", "Q515", labels=words(mul="Marsa"), claims=coordinates(32.8872094, -13.5))


def written(imported: Imported) -> str:
    return facts_text([each.record for each in imported.records]).partition("\n")[2].replace("    draft: true\n", "")


def test_a_person_and_a_city_become_an_actor_and_a_place() -> None:
    imported = read({"entities": {"Q100": PERSON, "Q200": CITY}})
    assert written(imported) == dedent("""\
        actors:
          # Wikidata, which is no source, describes it as: “mayor: of a town”
          ann-lee:
            name: Ann Lee
            kind: person
            aliases: [A. Lee]
            native_name: {text: آن لي, lang: ar}
            summary: To be written.
            same_as: ["https://www.wikidata.org/wiki/Q100", "https://en.wikipedia.org/wiki/Ann_Lee_(mayor)"]

        places:
          # https://www.wikidata.org/wiki/Q200
          marsa:
            name: Marsa
            lat: 32.88721
            lon: -13.5
        """)
    assert imported.problems == ()
    assert [each.uncited for each in imported.records] == [
        "imported from Wikidata, Q100; not yet checked against a source",
        "",
    ]


def test_names_are_those_of_the_language_of_the_explainer() -> None:
    (record,) = read(PERSON, language="fr").records
    values = {field.key: field.value for field in record.record.fields}
    assert (record.record.id, values["name"], values["aliases"]) == ("anne-lee", "Anne Lee", ("Lee",))
    assert values["same_as"] == ("https://www.wikidata.org/wiki/Q100", "https://fr.wikipedia.org/wiki/Anne_Lee")
    (record,) = read(PERSON, language="ar").records
    assert "native_name" not in {field.key for field in record.record.fields}


def test_what_an_item_is_its_class_tells_or_the_writer() -> None:
    unknown, somewhere = entity("Q1", "Q999999"), entity("Q2", claims=coordinates(1, 2))
    on_the_moon = entity("Q3", claims=coordinates(1, 2, "Q405"))
    imported = read([unknown, somewhere, on_the_moon, entity("Q4", "Q999999", "Q7278"), {"id": "P1", "labels": {}}])
    assert [(each.record.kind, each.place) for each in imported.records] == [(Kind.PLACE, "Q2"), (Kind.ACTOR, "Q4")]
    assert [f"{each.message}; {each.hint}" for each in imported.problems] == [
        "Q1: what it is an instance of (Q999999) is not known here, and it is left out; "
        "say what it is with --kind actors or --kind places",
        "Q2: it is of no class; it has coordinates, and is taken for a place; say --kind actors if it is none",
        "Q3: it is of no class, and it is left out; say what it is with --kind actors or --kind places",
        "P1: it is no item of Wikidata, and is left out; ",
    ]
    (asked,) = read(unknown, Kind.ACTOR).records
    assert [(field.value, field.comments) for field in asked.record.fields if field.key == "kind"] == [
        ("thing", ("Wikidata's class for it is not known here, and thing is a guess",))
    ]
    assert read(unknown, Kind.EVENT).records == ()


def test_an_item_without_a_label_in_the_language_is_called_as_in_english() -> None:
    imported = read(entity("Q1", "Q5", labels=words(de="Anna", en="Ann")), language="ja")
    assert imported.records[0].record.id == "ann"
    assert [each.message for each in imported.problems] == ["Q1: it has no label in 'ja', and is called as in 'en'"]
    assert read(entity("Q1", "Q5", labels={})).records == ()
