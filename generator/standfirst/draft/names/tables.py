"""The tables in `data/`: what is known of words and names without an article. Each is read once, when it is needed.

Words are compared in small letters and without accents, as `key_of` makes them.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from importlib import resources

from babel import Locale

from standfirst.draft.names.found import NameKind
from standfirst.language.common_words import common_words
from standfirst.model.frozen_class import frozen

_COMMENT = re.compile("^#.*\n", re.MULTILINE)
# Letters that Unicode does not take apart.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "’": "'"}
)


@functools.lru_cache(maxsize=65536)
def key_of(text: str) -> str:
    """Return a word or name as it is compared: in small letters, without accents, with plain apostrophes."""
    lower = text.casefold()
    if lower.isascii():
        return lower
    parted = unicodedata.normalize("NFKD", lower.translate(_LETTERS))
    return "".join(character for character in parted if not unicodedata.combining(character))


# Of smaller ones those of several words are too often names of something else.
_LARGE_CITIES = 3000


@frozen
class KnownName:
    """A name in one of the tables: what it is of, its fullest form, and the table's section."""

    kind: NameKind
    name: str
    section: str


def _lines(file: str) -> list[str]:
    text = resources.files("standfirst.draft.names").joinpath("data", file).read_text(encoding="utf-8")
    return _COMMENT.sub("", text).strip().split("\n")


@functools.cache
def _sections(file: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of each section of a table."""
    sections: dict[str, list[str]] = {}
    name = ""
    for line in _lines(file):
        if line.startswith("["):
            name = line.strip("[]")
        else:
            sections.setdefault(name, []).append(line)
    return {name: tuple(lines) for name, lines in sections.items()}


@functools.cache
def words(file: str, section: str) -> frozenset[str]:
    """Return the words of a section, which stand there parted by commas."""
    return frozenset(key_of(word.strip()) for line in _sections(file)[section] for word in line.split(", "))


@functools.cache
def listed(file: str) -> frozenset[str]:
    """Return the words of a table that has one to a line."""
    return frozenset(_lines(file))


@functools.cache
def city_ranks() -> Mapping[str, int]:
    """Return the place of each city in the order of size, from 0."""
    return {name: rank for rank, name in enumerate(_lines("cities.txt"))}


@functools.cache
def peoples() -> frozenset[str]:
    """Return what peoples, languages and beliefs are called, in the singular and in the plural."""
    singular = words("peoples.txt", "peoples")
    return singular | {f"{word}s" for word in singular}


@functools.cache
def countries() -> Mapping[str, str]:
    """Return the English name of CLDR for each name that a country has in English."""
    names = Locale("en").territories
    found = {
        key_of(name): name
        for code, name in names.items()
        if len(code) == 2 and code not in ("ZZ", "QO", "EU", "UN", "EZ")
    }
    for line in _lines("countries.txt"):
        others, _, name = line.partition(" = ")
        found |= {key_of(other.strip()): name for other in others.split(", ")}
    return found


@functools.cache
def provinces() -> Mapping[str, str]:
    """Return the names of states and provinces for what agencies write: "Va."."""
    pairs = (line.partition(" = ") for line in _lines("provinces.txt"))
    return {short: name for short, _, name in pairs}


@functools.cache
def ranks() -> Mapping[str, str]:
    """Return the words for titles that are written short: "Gen."."""
    pairs = (line.partition(" = ") for line in _lines("ranks.txt"))
    return {short: word for short, _, word in pairs}


@functools.cache
def known_names() -> Mapping[str, KnownName]:
    """Return all names of several words, and those of one word that the tables are sure of, by their keys."""
    found: dict[str, KnownName] = {}
    for name in words("place_words.txt", "known"):
        found[name] = KnownName(NameKind.PLACE, "", "known")
    for key, name in countries().items():
        found[key] = KnownName(NameKind.PLACE, name, "country")
    for line in _sections("clubs.txt")["clubs"]:
        found |= {key_of(name): KnownName(NameKind.ORGANISATION, name, "clubs") for name in line.split(", ")}
    for name in words("place_words.txt", "states"):
        if " " in name:
            found.setdefault(name, KnownName(NameKind.PLACE, "", "city"))
    for name, rank in city_ranks().items():
        if " " in name and rank < _LARGE_CITIES and name.split()[0] not in listed("given_names.txt"):
            found.setdefault(name, KnownName(NameKind.PLACE, "", "city"))
    for section, lines in _sections("organisations.txt").items():
        for line in lines:
            names = line.split(" | ")
            spelt = (*names, *(name.replace("Organization", "Organisation") for name in names))
            found |= {key_of(name): KnownName(NameKind.ORGANISATION, names[0], section) for name in spelt}
    for name in words("organisation_words.txt", "generic"):
        found.setdefault(name, KnownName(NameKind.ORGANISATION, "", "generic"))
    for name in words("other_words.txt", "known"):
        found.setdefault(name, KnownName(NameKind.OTHER, "", "other"))
    return found


@functools.cache
def city_clubs() -> frozenset[str]:
    """Return the cities for whose teams their names stand in reports on sport."""
    return words("clubs.txt", "city clubs")


@functools.cache
def currencies() -> frozenset[str]:
    """Return the codes of currencies: "CHF"."""
    return frozenset(str(code).lower() for code in Locale("en").currencies)


def is_place_name(key: str) -> bool:
    """Tell whether the tables have a place of a name."""
    known = known_names().get(key)
    return key in city_ranks() or (known is not None and known.kind is NameKind.PLACE)


def is_common(key: str) -> bool:
    """Tell whether a word, or each part of one with hyphens, is a word of the language and not only a name."""
    common = common_words()
    return key in common or ("-" in key and all(part in common or part.isdigit() for part in key.split("-")))


def titles() -> frozenset[str]:
    """Return what may stand before the name of a person as a title."""
    return words("cues.txt", "titles")


@functools.cache
def title_beginnings() -> frozenset[str]:
    """Return the words with which titles begin."""
    return frozenset(title.split(" ")[0] for title in titles())


# The words of a section of each of these tables.
cue = functools.partial(words, "cues.txt")
organisation_words = functools.partial(words, "organisation_words.txt")
place_words = functools.partial(words, "place_words.txt")
other_words = functools.partial(words, "other_words.txt")


def ends_name(key: str) -> bool:
    """Tell whether names of organisations or of places end with a word."""
    return key in organisation_words("tails") or key in place_words("tails")
