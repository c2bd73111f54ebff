"""The format of `translation`: a mapping from languages to the words in each."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.decoding.formats import Format, VisibleText, as_mapping, as_text, text_finder
from standfirst.decoding.single_values import read_language
from standfirst.model import LanguageTag, Translation
from standfirst.problems.errors import gather, problem
from standfirst.reading.yaml.nodes import MappingEntry, MappingNode, ScalarNode, YamlNode


def _translations(node: YamlNode) -> tuple[Translation, ...]:
    if isinstance(node, ScalarNode) and not node.is_empty:
        message = "a translation is written with its language, and this is one text"
        raise problem(node.origin, message, "write the tag of its language before it, in braces: {en: …}")
    written = as_mapping(node, "a translation", "language: text")
    if not written.entries:
        raise problem(node.origin, "nothing is translated here", "write language: text, or leave the key out")
    values = {entry.key.text: entry.value for entry in written}
    if values.keys() == {"lang", "text"}:
        lang = values["lang"]
        message = "a translation has the tag of its language for its key, and not the words 'lang' and 'text'"
        raise problem(node.origin, message, f"write {{{lang.text if isinstance(lang, ScalarNode) else 'en'}: …}}")
    return gather(_translation, written)


def _translation(entry: MappingEntry) -> Translation:
    return Translation(LanguageTag(read_language(entry.key)), " ".join(as_text(entry.value).split()))


def _texts(node: YamlNode) -> Iterator[VisibleText]:
    for entry in node if isinstance(node, MappingNode) else ():
        yield from text_finder()(entry.value)


TRANSLATIONS_FORMAT = Format(
    _translations,
    {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}},
    _texts,
    has_keys=True,
)
