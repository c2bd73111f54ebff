"""The formats of single values: texts, ids, web addresses, languages, flags, coordinates, dates and quantities."""

from __future__ import annotations

import datetime
import re
import types
import unicodedata
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from standfirst.decoding.formats import Format, as_text, defined_schema, text_finder
from standfirst.decoding.value_hints import coordinate_remedy, id_remedy
from standfirst.language import dates, numbers
from standfirst.language.locale import is_no_language, language_called, language_of_country
from standfirst.model import (
    LONGEST_PERSON_NAME,
    Contact,
    Date,
    Id,
    ImageName,
    LanguageTag,
    Latitude,
    Longitude,
    Moment,
    NamedDay,
    NotedDigest,
    PersonName,
    Quantity,
    ShownValue,
    SiteUrl,
    Url,
    Verbatim,
    VerbId,
    VerbRef,
    person_name,
)
from standfirst.problems.errors import SiteError, miswritten, problem
from standfirst.problems.remedies import Remedy, write
from standfirst.prose.references import ID
from standfirst.reading.yaml.nodes import YamlNode

_WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s]*")
_WITHOUT_SCHEME = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(/\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_NOTED_DIGEST = re.compile(r"[0-9a-f]{32}", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def read_id(node: YamlNode) -> str:
    """Return the id that a node is."""
    text = as_text(node)
    if not ID.fullmatch(text):
        raise SiteError([miswritten(node.origin, f"'{text}' is not an id", id_remedy(text), text)])
    return text


def read_language(node: YamlNode) -> str:
    """Return the BCP 47 tag that a node is."""
    text = as_text(node)
    if not _LANGUAGE.fullmatch(text):
        tag = text.replace("_", "-")
        meant = tag if _LANGUAGE.fullmatch(tag) else language_called(text)
        raise SiteError([miswritten(node.origin, f"'{text}' is not a language tag", _language_remedy(meant), text)])
    if is_no_language(text):
        spoken = language_of_country(text.partition("-")[0])
        remedy = _language_remedy(spoken)
        raise SiteError([miswritten(node.origin, f"'{text}' is the tag of no language", remedy, text)])
    return text


def _language_remedy(meant: str) -> Remedy:
    return write(meant) if meant else Remedy("write a BCP 47 tag, such as en, ar or pt-BR")


def _web_address(node: YamlNode) -> str:
    text = as_text(node)
    try:
        whole = _WEB_ADDRESS.fullmatch(text) and urlsplit(text).netloc
    except ValueError:  # a host that cannot be one
        whole = None
    if not whole:
        raise problem(node.origin, f"'{text}' is not a web address", "write it whole, from https:// on")
    return text


def _site_address(node: YamlNode) -> str:
    address = _web_address(node)
    if "?" in address or "#" in address:
        raise problem(node.origin, f"'{address}' is not the address of a site", "leave out what follows the ? or #")
    return address


def _contact(node: YamlNode) -> str:
    """Return a mail address, a web address, or words that say how to reach somebody."""
    text = as_text(node)
    if text.startswith(("https://", "http://")):
        return _web_address(node)
    if text.startswith("mailto:") and not _MAIL.fullmatch(text.removeprefix("mailto:").partition("?")[0]):
        raise problem(node.origin, f"'{text}' is not a mail address", "write it whole, as in desk@example.org")
    if _WITHOUT_SCHEME.fullmatch(text):
        whole = write(f"https://{text}")
        raise SiteError([miswritten(node.origin, f"'{text}' is not a web address", whole, text)])
    return text


def name_in_folder(node: YamlNode, folder: str) -> str:
    """Return the path of a file below a folder of the content, composed as editors compose it."""
    text = unicodedata.normalize("NFC", as_text(node))
    if _WEB_ADDRESS.match(text):
        raise problem(node.origin, f"'{text}' is not the explainer's own", f"copy it to {folder}/ and name the file")
    *_, below = re.split(rf"(?:^|/){folder}/", text.replace("\\", "/").removeprefix("./"))
    if below != text:
        remedy = write(below) if below else Remedy("name one")
        raise SiteError([miswritten(node.origin, f"'{text}' is not how a file in {folder}/ is named", remedy, text)])
    return text


def _image_name(node: YamlNode) -> str:
    return name_in_folder(node, "images")


def _flag(node: YamlNode) -> bool:
    text = as_text(node).lower()
    if text not in {"true", "false", "yes", "no"}:
        raise problem(node.origin, f"'{text}' is neither true nor false", "write true or false")
    return text in {"true", "yes"}


def _degrees(most: int) -> Callable[[YamlNode], float]:
    def read(node: YamlNode) -> float:
        text = as_text(node)
        if not re.fullmatch(r"-?\d{1,3}(\.\d+)?", text, re.ASCII) or abs(float(text)) > most:
            remedy = coordinate_remedy(text, most)
            raise SiteError([miswritten(node.origin, f"'{text}' is not a coordinate", remedy, text)])
        return float(text)

    return read


def _date(node: YamlNode) -> Date:
    try:
        return dates.parse(as_text(node))
    except dates.DateError as error:
        raise SiteError([miswritten(node.origin, error.message, error.remedy, as_text(node))]) from None


def _day(node: YamlNode) -> datetime.date:
    text = _date(node).text
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise problem(node.origin, f"'{text}' is not a day", "write year-month-day, such as 2019-04-15") from None


def _named_day(node: YamlNode) -> NamedDay:
    return NamedDay(_day(node), node.origin)


def _moment(node: YamlNode) -> Moment:
    try:
        return dates.parse_moment(as_text(node))
    except dates.DateError as error:
        raise SiteError([miswritten(node.origin, error.message, error.remedy, as_text(node))]) from None


def _quantity(node: YamlNode) -> Quantity:
    try:
        return numbers.parse_quantity(as_text(node))
    except numbers.QuantityError as error:
        raise SiteError([miswritten(node.origin, error.message, error.remedy, as_text(node))]) from None


def _shown(node: YamlNode) -> str:
    return " ".join(as_text(node).split())


def _verb_reference(node: YamlNode) -> VerbRef:
    return VerbRef(VerbId(read_id(node)), node.origin)


def _person_name(node: YamlNode) -> PersonName:
    text = as_text(node)
    name = person_name(text)
    if name is None:
        hint = f"write a name in up to {LONGEST_PERSON_NAME} letters"
        raise problem(node.origin, f"'{text}' is not the name of a person", hint)
    return name


def _noted_digest(node: YamlNode) -> str:
    text = as_text(node)
    if not _NOTED_DIGEST.fullmatch(text):
        hint = "take it back from an earlier version, or remove what it belongs to"
        raise problem(node.origin, f"'{text}' is not a digest as `review` writes it", hint)
    return text


VALUE_FORMATS: types.MappingProxyType[object, Format[Any]] = types.MappingProxyType(
    {
        str: Format(as_text, {"type": "string"}, text_finder()),
        Verbatim: Format(as_text, {"type": "string"}, text_finder()),
        bool: Format(_flag, {"type": "boolean"}),
        Id: Format(read_id, {"type": "string", "pattern": f"^{ID.pattern}$"}),
        ImageName: Format(_image_name, {"type": "string", "description": "a file in images/", "pattern": "^[^/]"}),
        Url: Format(_web_address, {"type": "string", "pattern": "^https?://"}),
        SiteUrl: Format(_site_address, {"type": "string", "pattern": "^https?://[^?#]+$"}),
        Contact: Format(_contact, {"type": "string"}, text_finder()),
        LanguageTag: Format(
            read_language,
            {"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"},
        ),
        Latitude: Format(_degrees(90), {"type": "number", "minimum": -90, "maximum": 90}),
        Longitude: Format(_degrees(180), {"type": "number", "minimum": -180, "maximum": 180}),
        Date: Format(_date, {"type": ["string", "integer"], "description": "a date in EDTF, such as 2019-04 or 1984~"}),
        datetime.date: Format(_day, {"type": "string", "format": "date"}),
        NamedDay: Format(_named_day, {"type": "string", "format": "date"}),
        Moment: Format(_moment, {"type": "string", "description": "a day, or 2026-05-12T06:00+01:00"}),
        Quantity: Format(_quantity, {"type": ["string", "number"], "description": "a number, or a range: 210..220"}),
        ShownValue: Format(_shown, {"type": ["string", "number", "boolean"]}, text_finder()),
        PersonName: Format(_person_name, {"type": "string", "maxLength": LONGEST_PERSON_NAME}),
        NotedDigest: Format(_noted_digest, {"type": "string", "pattern": f"^{_NOTED_DIGEST.pattern}$"}),
        VerbRef: Format(_verb_reference, defined_schema("verb")),
    }
)
