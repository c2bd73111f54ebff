"""The words of the interface: complete in every language, and written as `make messages` writes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from standfirst.language.dates.wording import ONE_DATE
from standfirst.language.locales import messages

CATALOGUES = pytest.mark.parametrize("file", messages.files(), ids=messages.language_of)
REMEDY = "run `make messages`, then translate what is new"


@pytest.fixture(scope="module")
def template() -> Catalog:
    return messages.extracted()


def names(found: list[Message]) -> list[str]:
    return [
        f"{message.context}: {message.id}" if message.context else str(message.id) for message in found if message.id
    ]


def wordings(words: object) -> tuple[str, ...]:
    return tuple(map(str, words)) if isinstance(words, tuple | list) else (str(words or ""),)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)s|%", text))


def test_messages_are_found_in_code_in_tables_and_in_templates(template: Catalog) -> None:
    assert template.get("Glossary"), "say(…)"
    assert template.get("Armed group"), "N_(…) in a table"
    assert template.get("fewer than|less than|under|below", "fewer-than"), "NP_(…) in a table"
    assert template.get("Skip to the text"), "_(…) in a template"
    assert template.get("Published %(date)s"), "{% trans %}"
    assert [message.id for message in template if message.pluralizable], "{% pluralize %}"


@CATALOGUES
def test_every_message_stands_in_every_catalogue_with_a_translation(file: Path, template: Catalog) -> None:
    catalogue = messages.catalogue(file)
    absent = [message for message in template if catalogue.get(message.id, message.context) is None]
    assert not names(absent), REMEDY
    assert not names([message for message in catalogue if not all(wordings(message.string))]), "not translated"
    assert not names([message for message in catalogue if message.id and message.fuzzy]), "a guess to be checked"


@CATALOGUES
def test_no_catalogue_has_a_message_that_nothing_says(file: Path, template: Catalog) -> None:
    catalogue = messages.catalogue(file)
    said = [
        message for message in catalogue if messages.is_variant(message) or template.get(message.id, message.context)
    ]
    assert not sorted(set(names(list(catalogue))) - set(names(said))), REMEDY
    assert not names(list(catalogue.obsolete.values())), REMEDY


@CATALOGUES
def test_translations_have_the_placeholders_of_their_message_and_plurals_no_others(file: Path) -> None:
    for message in messages.catalogue(file):
        asked, given = wordings(message.id)[-1], [placeholders(words) for words in wordings(message.string)]
        if message.pluralizable:
            # "Two passages" may be one word that has the number in it; the form for many cannot leave it out.
            assert all(found <= placeholders(asked) for found in given), message.id
            assert given[-1] == placeholders(asked), message.id
        elif message.id:
            assert given == [placeholders(asked)], message.id


@CATALOGUES
def test_catalogues_are_as_make_messages_writes_them(file: Path, template: Catalog) -> None:
    assert file.read_text(encoding="utf-8") == messages.updated(file, template).decode(), REMEDY


def test_an_update_adds_what_is_new_drops_what_is_gone_and_keeps_what_a_language_needs(tmp_path: Path) -> None:
    file = tmp_path / "fr" / "LC_MESSAGES" / "standfirst.po"
    file.parent.mkdir(parents=True)
    variant = f'msgctxt "day"\nmsgid "{ONE_DATE[0]}"\nmsgstr "vers le %(date)s"\n'
    file.write_text(f'msgid "Sources"\nmsgstr "Les sources"\n\nmsgid "Gone"\nmsgstr "Perdu"\n\n{variant}')
    template = Catalog()
    for message in ("Sources", "Source", ONE_DATE[0]):
        template.add(message)
    file.write_bytes(messages.updated(file, template))
    found = {(message.context, message.id): message.string for message in messages.catalogue(file) if message.id}
    assert found == {
        (None, "Sources"): "Les sources",
        (None, "Source"): "",
        (None, ONE_DATE[0]): "",
        ("day", ONE_DATE[0]): "vers le %(date)s",
    }
    assert file.read_bytes() == messages.updated(file, template)


def test_an_empty_file_becomes_the_catalogue_of_a_new_language(tmp_path: Path) -> None:
    file = tmp_path / "pt-BR" / "LC_MESSAGES" / "standfirst.po"
    file.parent.mkdir(parents=True)
    file.touch()
    template = Catalog()
    template.add("Sources")
    written = messages.updated(file, template).decode()
    assert "in Portuguese (Brazil)." in written
    assert '"Plural-Forms: nplurals=2;' in written
    assert 'msgid "Sources"\nmsgstr ""\n' in written
