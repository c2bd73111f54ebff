"""The made-up explainer as a Hugo site whose templates, in `bench/hugo`, make the pages that Standfirst makes.

Its content is modelled as a good user of Hugo would: a page an actor with what it cites and its relations in the front
matter, events and verbs as data. What a citation knows of its paragraph is written down, as Hugo verifies no passage.
Stylesheets, scripts, icon and font are those of Standfirst.
"""

from __future__ import annotations

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
