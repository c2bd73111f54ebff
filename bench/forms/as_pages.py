"""The made-up explainer as plain pages of Markdown, for generators that know pages and no facts.

Each gets the same Markdown: a page an actor with its relations and events, a glossary, a chronology for each year and a
first page. Only the head of a file and the ending of a link are as each of them has it. Templates are in `bench/plain`.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import VERBS, Actor, Corpus, Event
from bench.forms.writing import quoted, write

_TEMPLATES = Path(__file__).resolve().parents[1] / "plain"


@dataclass(frozen=True, slots=True)
class _Page:
    """A page at `route`, a path without its ending; links in its Markdown end in `.html`."""

    route: str
    title: str
    markdown: str


def write_hugo_plain(corpus: Corpus, folder: Path) -> None:
    """Write a site for Hugo."""
    shutil.copytree(_TEMPLATES / "hugo", folder)
    for page in _pages(corpus):
        name = "_index" if page.route == "index" else page.route
        write(folder / "content" / f"{name}.md", f"---\ntitle: {quoted(page.title)}\n---\n{page.markdown}")


def write_pelican(corpus: Corpus, folder: Path) -> None:
    """Write a site for Pelican."""
    shutil.copytree(_TEMPLATES / "pelican", folder)
    for page in _pages(corpus):
        head = f"Title: {page.title}\nSave_as: {page.route}.html\nURL: {page.route}.html\n"
        write(folder / "content" / f"{page.route}.md", f"{head}\n{page.markdown}")


def write_mkdocs(corpus: Corpus, folder: Path) -> None:
    """Write a site for MkDocs, which checks that links lead to files of Markdown."""
    shutil.copytree(_TEMPLATES / "mkdocs", folder)
    for page in _pages(corpus):
        markdown = re.sub(r"\.html(?=[)#])", ".md", page.markdown)
        write(folder / "docs" / f"{page.route}.md", f"---\ntitle: {quoted(page.title)}\n---\n{markdown}")


def _pages(corpus: Corpus) -> Iterator[_Page]:
    years, taking_part = defaultdict(list), defaultdict(list)
    for event in sorted(corpus.events, key=lambda event: (event.date, event.id)):
        years[event.date[:4]].append(event)
        for id_ in event.actors:
            taking_part[id_].append(event)
    names = corpus.names
    for actor in corpus.actors:
        yield _Page(f"actors/{actor.id}", actor.name, _actor(actor, taking_part[actor.id], names))
    for year, events in years.items():
        rows = "".join(_event(event, names) for event in events)
        yield _Page(f"chronology/{year}", f"Chronology {year}", rows)
    actors = sorted(corpus.actors, key=lambda actor: actor.name)
    rows = "".join(f"- [{actor.name}](actors/{actor.id}.html) {actor.summary}\n" for actor in actors)
    yield _Page("glossary", "Glossary", rows)
    yield _Page("index", "A large explainer", "A large explainer.\n")


def _actor(actor: Actor, events: list[Event], names: dict[str, str]) -> str:
    text = re.sub(r"\]\(actor:(\w+)\)", r"](\1.html)", actor.text)
    relations = "".join(
        f"- {VERBS[each.verb][0]} [{names[each.object]}]({each.object}.html)\n" for each in actor.relations
    )
    rows = "".join(
        f"- {event.date} [{event.title}](../chronology/{event.date[:4]}.html#{event.id})\n" for event in events
    )
    return f"{actor.role}\n\n{actor.summary}\n\n{text}\n## Relations\n\n{relations}\n" + f"## Events\n\n{rows}" * bool(
        rows
    )


def _event(event: Event, names: dict[str, str]) -> str:
    actors = ", ".join(f"[{names[id_]}](../actors/{id_}.html)" for id_ in event.actors)
    return f'- <a id="{event.id}"></a>{event.date} **{event.title}** {event.text} {actors}\n'
