"""What the keys of facts are called where readers are told that a value has changed: messages to be translated."""

from __future__ import annotations

from types import MappingProxyType

from standfirst.language.locale import N_
from standfirst.model import Kind

# `kind.key` where a kind has a name of its own.
_NAMES = MappingProxyType(
    {
        "accessed": N_("Read on"),
        "according_to": N_("Who says so"),
        "actors": N_("Who"),
        "affects": N_("Concerns"),
        "after": N_("Stands after"),
        "aliases": N_("Other names"),
        "alt": N_("What it shows"),
        "archive_url": N_("Archived copy"),
        "as_of": N_("As of"),
        "authors": N_("Authors"),
        "by": N_("Who says so"),
        "caption": N_("Caption"),
        "changes": N_("What changed"),
        "cite": N_("What it rests on"),
        "claim": N_("Claim"),
        "credit": N_("Credit"),
        "date": N_("Date"),
        "event": N_("Occasion"),
        "excerpts": N_("Excerpts"),
        "file": N_("Picture"),
        "kind": N_("Kind"),
        "label": N_("What is counted"),
        "language": N_("Language"),
        "lat": N_("Latitude"),
        "licence": N_("Licence"),
        "lon": N_("Longitude"),
        "name": N_("Name"),
        "native_name": N_("Name in its own language"),
        "object": N_("Towards whom"),
        "period": N_("Period"),
        "place": N_("Place"),
        "planned": N_("Planned"),
        "published": N_("Published"),
        "publisher": N_("Publisher"),
        "qualifier": N_("How exact it is"),
        "question": N_("Question"),
        "reckon_from": N_("Its dates count from"),
        "reckoned": N_("How the date was worked out"),
        "record": N_("What the record shows"),
        "relaying": N_("Whose words are reported"),
        "rivals": N_("Against it"),
        "role": N_("Position"),
        "same_as": N_("Pages elsewhere"),
        "see": N_("See"),
        "short_name": N_("Short name"),
        "since": N_("Since"),
        "sort_as": N_("Filed under"),
        "speaker": N_("Who said it"),
        "subject": N_("From whom"),
        "summary": N_("In a sentence"),
        "text": N_("Text"),
        "title": N_("Title"),
        "to": N_("Said to"),
        "translated_by": N_("Translated by"),
        "translation": N_("Translation"),
        "uncited": N_("Why it rests on no source"),
        "unit": N_("Unit"),
        "until": N_("Until"),
        "url": N_("Address"),
        "value": N_("Number"),
        "verb": N_("Relation"),
        "video": N_("Video"),
        "weight": N_("Weight"),
        "where": N_("Where"),
        "why": N_("Why it is not known"),
        "words": N_("Words"),
        "image.actors": N_("Who is seen"),
        "source.title": N_("Headline"),
    }
)


def key_name(kind: Kind, key: str) -> str:
    """Return the message that names a key of a kind of facts."""
    return _NAMES.get(f"{kind.value}.{key}") or _NAMES[key]
