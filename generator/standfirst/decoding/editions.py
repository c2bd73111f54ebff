"""The format of `editions`: a mapping from languages to where the explainer is published in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from standfirst.decoding.formats import Format, as_mapping, read_value
from standfirst.decoding.single_values import VALUE_FORMATS, read_language
from standfirst.model import ALL_OTHER_LANGUAGES, Edition, Explainer, LanguageTag, SiteUrl
from standfirst.problems.errors import Problem, gather, miswritten
from standfirst.problems.remedies import Remedy, suggest
from standfirst.reading.yaml.nodes import MappingEntry, YamlNode

_LANGUAGE, _ADDRESS = VALUE_FORMATS[LanguageTag], VALUE_FORMATS[SiteUrl]


def _editions(node: YamlNode) -> tuple[Edition, ...]:
    return gather(_edition, as_mapping(node, "the list of editions", "language: address"))


def _edition(entry: MappingEntry) -> Edition:
    key = entry.key
    language = ALL_OTHER_LANGUAGES if key.text.lower() == ALL_OTHER_LANGUAGES else LanguageTag(read_language(key))
    return Edition(language=language, base_url=read_value(_ADDRESS, entry.value), origin=key.origin)


EDITIONS_FORMAT = Format(
    _editions,
    {
        "type": "object",
        "propertyNames": {"pattern": f"{_LANGUAGE.schema['pattern']}|^{ALL_OTHER_LANGUAGES}$"},
        "additionalProperties": _ADDRESS.schema,
    },
    has_keys=True,
)


def faults_of_editions(explainer: Explainer) -> Iterator[Problem]:
    """Yield what cannot be of the editions of an explainer, whose own may be among them."""
    places = {explainer.language.lower(): _place(explainer.base_url)}
    listed = [edition for edition in explainer.editions if edition.language != ALL_OTHER_LANGUAGES]
    for edition in listed:
        if fault := _fault_of(edition, explainer, places):
            yield Problem(edition.origin, *fault)
        places.setdefault(edition.language.lower(), _place(edition.base_url))
    for edition in set(explainer.editions).difference(listed):
        if _place(edition.base_url) not in places.values():
            near = suggest(edition.base_url, [explainer.base_url, *(each.base_url for each in listed)])
            remedy = near or Remedy("write the address of one that is listed, or of this one")
            message = f"'{edition.base_url}' is the address of no edition"
            yield miswritten(edition.origin, message, remedy, edition.base_url)


def _fault_of(edition: Edition, explainer: Explainer, before: Mapping[str, str]) -> tuple[str, str] | None:
    """What is wrong with an edition that is listed after others, and how to mend it."""
    language, place = edition.language.lower(), _place(edition.base_url)
    if language == explainer.language.lower():
        message = f"this is the edition in '{edition.language}', and its base_url is another"
        hint = "write the same in both, or leave it out here"
        return None if place == before[language] else (message, hint)
    if language in before:
        return f"there are two editions in '{edition.language}'", "leave one out"
    if place in before.values():
        message = f"the edition in '{edition.language}' has the address of another"
        return message, "give each its own, as its base_url has it"
    return None


def _place(address: str) -> str:
    return address.rstrip("/")
