"""What a site's language decides: Babel's locale, the direction of the script, and the words of the interface.

The words are gettext catalogues, `locales/TAG/LC_MESSAGES/standfirst.po`, whose message ids are the English words. They
are read as they stand, so there is nothing to compile. What no catalogue says is said in English.
"""

from __future__ import annotations

import copy
import functools
import gettext
import io
import re
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal

import icu
from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global
from babel.support import Translations

_ENGLISH = "en"
# Arabic is written with and without its vowels, and the lines that stretch a word.
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
_SCRIPT = re.compile("[a-z]{4}", re.IGNORECASE)
_WITH_COUNTRY = re.compile(r"([a-z]{2,3})(?:-[a-z]{4})?-([a-z]{2})(?:-.*)?", re.IGNORECASE)
# Babel takes `en` alone for the English of the United States; a site that names no country has readers in many.
_INTERNATIONAL_ENGLISH = "en-001"
# What CLDR has in some languages only by reference to other names of the same.
_SHARED_NAMES = ("months", "days", "quarters", "eras")
# Those written without spaces between words, and Korean, which writes more to its words than tables of forms can list.
_WITHOUT_SPACES = frozenset({"ja", "ko", "zh", "yue", "th", "lo", "km", "my"})
# The length of a country's code, and of a code in ISO 639-1, all of which ICU knows.
_CODE_OF_A_COUNTRY = 2


def N_(message: str) -> str:
    """Mark a word of the interface that is looked up in the catalogue later."""
    return message


def NP_(context: str, message: str) -> tuple[str, str]:
    """Mark a word of the interface, with its context, that is looked up in the catalogue later."""
    return context, message


@functools.cache
def locale(language: str) -> Locale:
    """Return Babel's locale for the longest part of a BCP 47 tag that it knows, else international English."""
    for tag in _shortened(language):
        if tag.lower() == _ENGLISH:
            break
        try:
            return with_own_names(Locale.parse(tag, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    return with_own_names(Locale.parse(_INTERNATIONAL_ENGLISH, sep="-"))


@functools.cache
def with_own_names(found: Locale) -> Locale:
    """Return a locale whose months, days and eras are its own.

    Babel keeps what it looks up for one locale in tables that all share: once asked for Chinese months, it would have
    them for French ones.
    """
    data = localedata.load(str(found))
    for names in _SHARED_NAMES:
        data[names] = copy.deepcopy(data[names])
    return found


def code_of(language: str) -> str:
    """Return a language without its script and country: `pt` of `pt-BR`."""
    return language.partition("-")[0].lower()


def has_spaces(language: str) -> bool:
    """Tell whether spaces part the words of a language, so that they can be looked up one by one."""
    return code_of(language) not in _WITHOUT_SPACES


def without_arabic_marks(text: str) -> str:
    """Return a text without the vowel signs and stretched lines that Arabic may leave out."""
    return _ARABIC_MARKS.sub("", text)


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Return the direction in which a language is written, as HTML's `dir` names it: that of its script."""
    codes = icu.Script.getCode(script(language)) if script(language) else ()
    return "rtl" if any(icu.Script(code).isRightToLeft() for code in codes) else "ltr"


@functools.cache
def script(language: str) -> str:
    """Return the script of a language, by its code in ISO 15924: the one that its tag names, else CLDR's likeliest.

    It is "" if CLDR does not know the language.
    """
    # A part of one letter begins an extension of the tag, which says no more of the language itself.
    subtags = re.split(r"(?:^|-)\w(?:-|$)", language.lower(), maxsplit=1)[0].split("-")
    language_only, *others = get_global("language_aliases").get(subtags[0], subtags[0]).split("_")
    named = next((subtag for subtag in (*subtags[1:], *others) if _SCRIPT.fullmatch(subtag)), "")
    if named:
        return named.capitalize()
    regions = (subtag.upper() for subtag in subtags[1:] if len(subtag) in {2, 3})
    likely = get_global("likely_subtags")
    places = (*(f"{language_only}_{region}" for region in regions), language_only)
    found = next((likely[place] for place in places if place in likely), "")
    return next((subtag for subtag in found.split("_")[1:] if _SCRIPT.fullmatch(subtag)), "")


def own_name(language: str) -> str:
    """Return what a language calls itself, as the first word of a line: `Français`; the tag where that is not known."""
    tag = icu.Locale(language.replace("-", "_"))
    name = str(tag.getDisplayName(tag))
    return name[:1].title() + name[1:]


def with_country(language: str) -> str:
    """Return a language with a country, as Open Graph writes it (`pt_BR`): the one that it names, or CLDR's likeliest.

    It is "" if CLDR does not know the language.
    """
    if named := _WITH_COUNTRY.fullmatch(language):
        return f"{named[1].lower()}_{named[2].upper()}"
    likely = get_global("likely_subtags")
    found = (likely.get(tag.replace("-", "_")) for tag in _shortened(language))
    subtags = next((each for each in found if each), "").split("_")
    return f"{subtags[0]}_{subtags[-1]}" if subtags[0] else ""


@functools.cache
def translations(language: str) -> gettext.NullTranslations:
    """Return the words of the interface for a BCP 47 tag: `fr-CA` has those of `fr`, a tag without any has English."""
    catalogue = _catalogues().get(catalogue_language(language))
    if catalogue is None:
        return gettext.NullTranslations()
    # Only here: English has no catalogue, and what reads one loads a parser of e-mail for its head.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = io.BytesIO()
    with catalogue.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return Translations(compiled)


def catalogue_language(language: str) -> str:
    """Return the language that the interface speaks on a site in `language`: `fr` for `fr-CA`; else `en`."""
    known = {tag.lower(): tag for tag in _catalogues()}
    return next((known[tag.lower()] for tag in _shortened(language) if tag.lower() in known), _ENGLISH)


def has_catalogue(language: str) -> bool:
    """Tell whether the interface has words in a language itself, and not only in English."""
    return code_of(catalogue_language(language)) == code_of(language)


@functools.cache
def _catalogues() -> dict[str, Traversable]:
    folders = (resources.files("standfirst.language") / "locales").iterdir()
    found = {folder.name.replace("_", "-"): folder / "LC_MESSAGES" / "standfirst.po" for folder in folders}
    return {tag: file for tag, file in sorted(found.items()) if file.is_file()}


def _shortened(tag: str) -> Iterator[str]:
    """Yield a tag, then the tag without its last part, and so on: the look-up of RFC 4647, section 3.4."""
    while tag:
        yield tag
        tag = tag.rpartition("-")[0]


def is_no_language(tag: str) -> bool:
    """Tell whether a tag begins with two letters that ISO 639 gives to no language: "cn", "jp"."""
    code = tag.partition("-")[0].lower()
    return len(code) == _CODE_OF_A_COUNTRY and icu.Locale(code).getDisplayLanguage(icu.Locale.getEnglish()) == code


def language_called(name: str) -> str:
    """Return the tag of the language that English calls by a name; "" if it calls none so."""
    named = (tag for tag, called in locale(_ENGLISH).languages.items() if called.lower() == name.lower())
    return next(named, "").replace("_", "-")


def language_of_country(code: str) -> str:
    """Return the language that most people write in the country of a code; "" if no country has the code."""
    country = icu.Locale("und", code.upper())
    if country.getDisplayCountry(icu.Locale.getEnglish()) == code.upper():
        return ""
    country.addLikelySubtags()
    return str(country.getLanguage())
