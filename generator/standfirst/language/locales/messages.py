"""The messages that code and templates say, and the catalogues brought up to them: what `make messages` runs.

A catalogue holds every message there is, in the order of the English, and no line that changes by itself: no dates, no
places in the code, no guesses. A new language begins as an empty `locales/TAG/LC_MESSAGES/standfirst.po`.
"""

from __future__ import annotations

import io
from pathlib import Path
from types import MappingProxyType
from typing import Final

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from standfirst.language.dates.wording import ONE_DATE
from standfirst.model import Precision

CATALOGUES: Final = Path(__file__).parent

_ROOT: Final = CATALOGUES.parents[3]
_FOLDERS: Final = MappingProxyType(
    {_ROOT / "generator": [("**.py", "python")], _ROOT / "templates": [("**.html", "jinja2")]}
)
# As the templates are rendered; a template that cannot be read is an error, not one without messages.
_OPTIONS: Final = MappingProxyType(
    {
        "**.html": {
            "extensions": "standfirst.rendering.fragments.FragmentTag",
            "trim_blocks": "true",
            "lstrip_blocks": "true",
            "silent": "false",
        }
    }
)
_KEYWORDS: Final = MappingProxyType({**DEFAULT_KEYWORDS, "say": None, "NP_": ((1, "c"), 2)})
_PRECISIONS: Final = frozenset(precision.name.lower() for precision in Precision)
_WIDTH: Final = 120
_HEADER: Final = """\
# Standfirst: the words of the interface in {name}. `make messages` keeps every message here, and these lines.
# Dates of one precision may have a wording of their own: the message again, with the msgctxt "day", "month", "year",
# "season", "decade" or "century".
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {tag}\\n"
"Plural-Forms: {plurals};\\n"
"""


def files() -> tuple[Path, ...]:
    """Return the catalogues, which lie at `TAG/LC_MESSAGES/standfirst.po`, by their tags."""
    return tuple(sorted(CATALOGUES.glob("*/LC_MESSAGES/standfirst.po")))


def language_of(file: Path) -> str:
    """Return the language of a catalogue as Babel writes it: `pt_BR`."""
    return file.parts[-3].replace("-", "_")


def extracted() -> Catalog:
    """Return every message that code and templates say, without translations."""
    template = Catalog()
    for folder, methods in _FOLDERS.items():
        found = extract_from_dir(folder, methods, _OPTIONS, _KEYWORDS)
        for _, _, message, _, context in found:
            template.add(message, context=context)
    return template


def catalogue(file: Path) -> Catalog:
    """Read a catalogue."""
    with file.open("rb") as opened:
        return read_po(opened, locale=language_of(file))


def updated(file: Path, template: Catalog) -> bytes:
    """Return a catalogue as it should be written: with every message there is, the new ones not yet translated."""
    found = catalogue(file)
    variants = [message for message in found if is_variant(message)]
    found.update(template, no_fuzzy_matching=True)
    for message in variants:
        found[message.id] = message
    return _written(found, language_of(file))


def is_variant(message: Message) -> bool:
    """Tell whether a message is the wording for dates of one precision, of which each language has what it needs."""
    return message.context in _PRECISIONS and message.id in ONE_DATE


def _written(found: Catalog, tag: str) -> bytes:
    header = _HEADER.format(name=Locale.parse(tag).english_name, tag=tag, plurals=found.plural_forms.rstrip(";"))
    body = io.BytesIO()
    write_po(body, found, width=_WIDTH, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return f"{header}\n{body.getvalue().decode().strip()}\n".encode()


def main() -> None:
    """Write every catalogue anew."""
    template = extracted()
    for file in files():
        file.write_bytes(updated(file, template))


if __name__ == "__main__":
    main()
