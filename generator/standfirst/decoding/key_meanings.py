"""What each key means: to readers of the data, in the words of the interface, and to who writes it."""

from __future__ import annotations

from types import MappingProxyType

from standfirst.language.locale import N_
from standfirst.model import Kind, Record

# What the values under a key mean; `kind.key` where a kind has a meaning of its own.
MEANINGS = MappingProxyType(
    {
        "id": N_("the name of the record, which never changes"),
        "accessed": N_("when it was last read"),
        "according_to": N_("who says so; if nobody is named, the source itself"),
        "actors": N_("who takes part"),
        "after": N_("the event of the same day that it stands after"),
        "affects": N_("the records that changed"),
        "alt": N_("what it shows, in words for those who do not see it"),
        "aliases": N_("other spellings and short forms"),
        "archive_url": N_("where a copy is kept"),
        "as_of": N_("the day for which it is given"),
        "authors": N_("who wrote it"),
        "by": N_("who says so; if nobody is named, the source itself"),
        "caption": N_("what is said below it"),
        "changes": N_("what changed of which record, as it was before and is after"),
        "cite": N_("the sources that it rests on, each with the passages that are cited"),
        "claim": N_("what is said to be so"),
        "credit": N_("who made it"),
        "date": N_("when it happened"),
        "draft": N_("whether it is not published yet"),
        "event": N_("the event at which it was said"),
        "excerpts": N_("how much of each cited passage is shown"),
        "file": N_("the name of its file in images/"),
        "former_ids": N_("earlier names of the record"),
        "kind": N_("what sort it is"),
        "label": N_("what is counted or measured"),
        "language": N_("its language, as a tag of BCP 47"),
        "lat": N_("latitude in degrees (WGS 84), north of the equator above 0"),
        "licence": N_("the terms on which it may be used"),
        "lon": N_("longitude in degrees (WGS 84), east of Greenwich above 0"),
        "name": N_("what it is called"),
        "native_name": N_("the name as its bearers write it, with its language"),
        "object": N_("the actor towards whom it goes"),
        "period": N_("the time over which it was counted"),
        "place": N_("where it happened"),
        "planned": N_("whether it was announced, and had not happened yet"),
        "published": N_("when it was published"),
        "publisher": N_("who published it"),
        "qualifier": N_("whether the number is a minimum, a maximum or an estimate"),
        "question": N_("what is not known"),
        "reckon_from": N_("the day from which its other dates were worked out"),
        "reckoned": N_("how the date was worked out, where it is not printed"),
        "record": N_("what the record shows"),
        "relaying": N_("whose words or thoughts are reported"),
        "rivals": N_("claims that it stands against"),
        "role": N_("position or office"),
        "same_as": N_("pages elsewhere about the same"),
        "see": N_("records that bear on it"),
        "sort_as": N_("the name that it is filed under"),
        "short_name": N_("what its marks call it"),
        "since": N_("when it began"),
        "speaker": N_("who said it"),
        "subject": N_("the actor from whom the relation goes out"),
        "summary": N_("what it is, in a sentence"),
        "text": N_("more about it"),
        "title": N_("what it is called"),
        "to": N_("to whom it was said"),
        "translated_by": N_("who translated it"),
        "translation": N_("the words in other languages than they were spoken in"),
        "uncited": N_("why it rests on no source"),
        "unit": N_("what the number counts: a word, percent, or a currency as a code of ISO 4217"),
        "until": N_("when it ended"),
        "url": N_("where it can be read"),
        "value": N_("the number; a range has two ends, both in it"),
        "verb": N_("the sort of relation"),
        "video": N_("where the video can be watched that it stands for"),
        "weight": N_("whether it is one of the key events"),
        "where": N_("where it was said"),
        "why": N_("why it is not known, and what would settle it"),
        "words": N_("the words, as they were spoken"),
        "actor.weight": N_("whether it is one of the main actors"),
        "quote.date": N_("when it was said"),
        "quote.language": N_("the language of the words, where it is not that of the sources"),
        "claim.date": N_("when it was said"),
        "image.actors": N_("who is seen"),
        "image.date": N_("when it was made"),
        "image.place": N_("where it was made"),
        "image.url": N_("where it was found"),
        "update.date": N_("when it changed"),
    }
)
# What a key means to who writes it, where that is more than readers are told: by kind, by the name of another type, or
# for all. Other types have no readers.
_FOR_WRITERS = MappingProxyType(
    {
        "draft": "keeps it from being published; `serve` and `--drafts` show it. A published fact may not refer to one",
        "publish_at": "keeps it from being published before a day (00:00 UTC) or a time with its zone; previews show "
        "it. What refers to it may not be published sooner",
        "review_by": "the day from which `check` notes that somebody should look at it again",
        "former_ids": "its earlier ids, so that old addresses lead here",
        "changes": "what changed: `{fact: figure:killed, key: value, before: …, after: …}`; what is new has no "
        "`before`, and what was withdrawn no `after`",
        "cite": "the passages that it rests on",
        "uncited": "why it rests on no source, in the place of `cite`",
        "reckoned": "how its date was worked out, where no passage states it; readers see it",
        "according_to": "who says so: actors, or `source:id`; without it the source itself",
        "by": "who says so: actors, or `source:id`; without it the source itself",
        "aliases": "other spellings and short forms by which prose may call it",
        "summary": "what it is, in a sentence",
        "after": "the event that it stands after, where both begin on one day and the dates leave the order open",
        "event": "the event at which it was said, which also gives its date",
        "planned": "`true`: it was announced, and had not happened by `facts_as_of`; readers are told so",
        "rivals": "claims that say otherwise; read both ways",
        "unit": "a word in the form that the number takes, `percent`, or a currency as a code of ISO 4217",
        "text": "more about it",
        "lat": "degrees north (WGS 84), which need no passage",
        "lon": "degrees east (WGS 84), which need no passage",
        "short_name": "what leads its marks where a site has several sources",
        "paragraphs": "what ends a paragraph of a copy in plain text, where it cannot be told",
        "source.licence": "the terms of its text",
        "excerpts": "`whole`: readers see each cited passage whole, where its licence allows that",
        "reckon_from": "the day from which relative dates are reckoned, where none is printed",
        "actor.summary": "its entry in the glossary, in a sentence",
        "term.summary": "its entry in the glossary, in a sentence",
        "actor.sort_as": "what the glossary files it under",
        "actor.weight": "`key`: the first page introduces it",
        "event.weight": "`key`: the first page names it",
        "quote.words": "the words, verbatim; square brackets hold words of yours",
        "source.kind": "what sort it is, in a word or two, for readers",
        "source.title": "its title; what is not known of a source is left out, and readers are told so",
        "update.date": "the day on which it was changed",
        "Explainer.title": "the question that readers come with",
        "Explainer.standfirst": "the paragraph below the title",
        "Explainer.language": "the language of the site",
        "Explainer.base_url": "where the site will stand; it may have a path",
        "Explainer.published": "when it was first published",
        "Explainer.updated": "when it was last changed; left out, the day of its newest update",
        "Explainer.facts_as_of": "as of when it is true; every page says it",
        "Explainer.lead": "the image at the head of the first page",
        "Explainer.key_points": "the answer in thirty seconds",
        "Explainer.how_we_know": "what it rests on, for the page about it",
        "Explainer.licence": "the terms on which it may be used; that of a Creative Commons licence leads to its text",
        "Explainer.publisher": "who publishes it",
        "Explainer.authors": "who wrote it",
        "Explainer.contact": "where readers report mistakes",
        "Explainer.editions": "the explainer in other languages",
        "Explainer.embeds": "the kinds of which each fact has a card that pages elsewhere may show in a frame",
        "Explainer.verbs": "the vocabulary of relations",
        "Explainer.copied_words": "how many words in a row may stand in your prose and in a source",
        "Explainer.look": "colours, logo, fonts and links of your newsroom",
        "FrontMatter.title": "its heading, best a question",
        "FrontMatter.id": "its id; left out, the file name without its number",
        "FrontMatter.autolink": "`false` links no names by themselves",
        "FrontMatter.draft": "keeps it from being published",
        "FrontMatter.publish_at": "keeps it from being published before a day (00:00 UTC) or a time with its zone",
    }
)
# In records within records.
_OF_PARTS = MappingProxyType(
    {
        "text": "the words",
        "lang": "their language",
        "fact": "the record that changed, as `kind:id`; one that was withdrawn need not be there any more",
        "key": "the key whose value changed; left out, it is about the whole record",
        "before": "what readers saw before; left out of what is new",
        "after": "what readers see now; left out of what was withdrawn",
        "label": "how it reads from subject to object",
        "inverse": "how it reads from object to subject",
        "stance": "whose side it takes; the picture of relations shows it",
        "accent": "the colour of links and marks",
        "light": "on light pages",
        "dark": "on dark pages; left out, it is worked out",
        "logo": "what stands at the head of every page",
        "file": "its file",
        "alt": "what it shows, for those who do not see it",
        "height": "its height in pixels",
        "fonts": "the letters",
        "reading": "of what is read",
        "Fonts.label": "of labels, dates and navigation",
        "Logo.dark": "another file for dark pages",
        "weight": "how bold they are: `400`, or `200..900` for a variable font",
        "italic": "whether they are italic",
        "favicon": "the icon in tabs and bookmarks",
        "home": "where the head of every page leads",
        "url": "where it leads",
        "footer": "links at the foot of every page",
    }
)


def meaning(kind: Kind, key: str) -> str:
    """Return the message that says what a key means in records of a kind."""
    return MEANINGS.get(f"{kind.value}.{key}") or MEANINGS[key]


def meaning_for_writers(record: type, key: str) -> str:
    """Return what a key of a record means to who writes it; nothing where that is not said."""
    if issubclass(record, Record):
        named = f"{record.KIND.value}.{key}"
        return _FOR_WRITERS.get(named) or MEANINGS.get(named) or _FOR_WRITERS.get(key) or MEANINGS[key]
    named = f"{record.__name__}.{key}"
    return _FOR_WRITERS.get(named) or _OF_PARTS.get(named) or _OF_PARTS.get(key, "")
