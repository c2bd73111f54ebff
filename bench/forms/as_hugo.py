"""The made-up explainer as a Hugo site whose templates, in `bench/hugo`, make the pages that Standfirst makes.

Its content is modelled as a good user of Hugo would: a page an actor with what it cites and its relations in the front
matter, events and verbs as data. What a citation knows of its paragraph is written down, as Hugo verifies no passage.
Stylesheets, scripts, icon and font are those of Standfirst.
"""

from __future__ import annotations

import math
import shutil
from importlib import resources
from pathlib import Path

from bench.corpus import Actor, Corpus, Event, Passage
from bench.forms.writing import in_files, quoted, write

_ROOT = Path(__file__).resolve().parents[2]
_FONT = "files/SourceSerif4[opsz,wght].ttf"
_SOURCE = """\
---
title: The source
description: 'What this explainer takes from this source, passage by passage: The source'
language: en
words: {words}
paragraphs: {paragraphs}
---
"""
_LETTER = """\
---
title: 'Glossary: {letter}'
description: Names and terms from {letter}, explained
url: /glossary/{name}.html
weight: {number}
letter: {letter}
---
"""
_PART = """\
---
title: 'The source: {part}'
heading: The source
description: 'What this explainer takes from this source, passage by passage: The source'
url: /sources/src/{number}.html
weight: {number}
source: src
part: {part}
first: {first}
last: {last}
---
"""
# A glossary of more entries has a page for each letter; a source of which more is cited, a page for so many passages.
_LONGEST_GLOSSARY, _PASSAGES_A_PAGE = 500, 650


def write_hugo(corpus: Corpus, folder: Path) -> None:
    """Write the site with its templates; its interface speaks English, whatever the language of the content."""
    shutil.copytree(_ROOT / "bench" / "hugo", folder)
    shutil.copytree(_ROOT / "templates" / "assets", folder / "assets", dirs_exist_ok=True)
    (folder / "assets" / "card.ttf").write_bytes((resources.files("fontpkg_source_serif_4") / _FONT).read_bytes())
    for actor in corpus.actors:
        write(folder / "content" / "actors" / f"{actor.id}.md", _actor(actor))
    for number, events in in_files(corpus.events):
        write(folder / "data" / "events" / f"{number}.yaml", "".join(map(_event, events)))
    paragraphs = corpus.passages[-1].paragraph
    source = _SOURCE.format(words=len(corpus.source.split()), paragraphs=paragraphs)
    write(folder / "content" / "sources" / "src.md", source)
    _write_letters(corpus, folder / "content" / "letters")
    _write_parts(corpus, folder / "content" / "parts")


def _write_letters(corpus: Corpus, folder: Path) -> None:
    """Write a page for each letter of a long glossary: Hugo makes pages of content, not of what pages say."""
    if len(corpus.actors) > _LONGEST_GLOSSARY:
        for number, letter in enumerate(sorted({actor.name[0] for actor in corpus.actors}), start=1):
            name = letter.lower()
            write(folder / f"{name}.md", _LETTER.format(letter=letter, name=name, number=number))


def _write_parts(corpus: Corpus, folder: Path) -> None:
    """Write a page for each part of a source of which much is cited; all have as many paragraphs."""
    paragraphs = corpus.passages[-1].paragraph
    parts = math.ceil(len(corpus.passages) / _PASSAGES_A_PAGE)
    for number in range(1, parts + 1 if parts > 1 else 1):
        first, last = (number - 1) * paragraphs // parts + 1, number * paragraphs // parts
        part = f"Paragraph {first} to Paragraph {last}"
        write(folder / f"{number}.md", _PART.format(number=number, part=part, first=first, last=last))


def _cite(passage: Passage) -> str:
    return f"cite: {{source: src, paragraph: {passage.paragraph}, passage: {quoted(passage.words)}}}"


def _actor(actor: Actor) -> str:
    head = f"title: {quoted(actor.name)}\nkind: person\nrole: {actor.role}\nsummary: {quoted(actor.summary)}\n"
    relations = "".join(
        f"  - {{id: {each.id}, verb: {each.verb}, object: {each.object}, {_cite(each.cite)}}}\n"
        for each in actor.relations
    )
    return f"---\n{head}{_cite(actor.cite)}\nrelations:\n{relations}---\n{actor.text}"


def _event(event: Event) -> str:
    keys = f"id: {event.id}, date: {quoted(event.date)}, title: {quoted(event.title)}, text: {quoted(event.text)}"
    return f"- {{{keys}, actors: [{', '.join(event.actors)}], {_cite(event.cite)}}}\n"
