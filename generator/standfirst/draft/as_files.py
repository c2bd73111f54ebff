"""The files of a new explainer that is drafted from one article, and the outline of the article as a section."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from standfirst.authoring.record import NewField, NewRecord, NewValue
from standfirst.authoring.record_text import facts_text
from standfirst.authoring.yaml_text import value_lines
from standfirst.draft.article import Article
from standfirst.draft.as_records import DraftRecord, DraftRecords
from standfirst.draft.citing import Citer
from standfirst.draft.verbs import verb_lines
from standfirst.model import PLACEHOLDERS, CalendarDate, Kind, Verb

OUTLINE = "sections/10-outline.md"
# Which kinds stand in which file, in the order in which a writer looks through them.
_FILES: Mapping[str, tuple[Kind, ...]] = {
    "actors": (Kind.ACTOR,),
    "places": (Kind.PLACE,),
    "events": (Kind.EVENT,),
    "quotes": (Kind.QUOTE,),
    "figures": (Kind.FIGURE,),
    "relations": (Kind.RELATION,),
    "unknowns": (Kind.UNKNOWN,),
}
# The first line of every file of drafts.
HOW_TO = "Proposed by `draft`: confirm each record, in your own words, and take its `draft: true` away."
# What is true of all records of a file is said once.
_DOUBTS: Mapping[str, str] = {
    "actors": "Roles, and the summaries made of them, are words of the article.",
    "events": "Titles are the first words of what the article tells: say in your own what happened.",
    "figures": "Labels are words of the article.",
    "relations": "Each is a question: does the passage say so?",
}


def source_record(article: Article) -> NewRecord:
    """Return the record of an article as a source; what the file does not say is named in a comment."""
    fields: Mapping[str, NewValue] = {
        "title": article.title,
        "publisher": article.publisher,
        "authors": article.authors,
        "url": article.url,
        "published": article.published.text if article.published else "",
        "language": article.language,
        "kind": "news article",
        "paragraphs": article.paragraph_end.value if article.paragraph_end else "",
    }
    missing = [key for key in ("title", "publisher", "authors", "url", "published") if not fields[key]]
    comments = (f"The file does not say: {', '.join(missing)}. Add what you know, and `accessed`.",) if missing else ()
    return NewRecord(
        Kind.SOURCE, article.source, tuple(NewField(key, value) for key, value in fields.items() if value), comments
    )


def explainer_files(
    article: Article, drafted: DraftRecords, citer: Citer, verbs: Sequence[Verb], today: datetime.date
) -> dict[str, str]:
    """Return the text files of a new explainer by their paths, without its copies and its lock."""
    files = {"site.yaml": _settings(article, verbs, today)}
    files["facts/sources.yaml"] = facts_text([source_record(article)], (HOW_TO,))
    for name, kinds in _FILES.items():
        if records := drafted.of(*kinds):
            files[f"facts/{name}.yaml"] = facts_text(records, filter(None, (HOW_TO, _DOUBTS.get(name, ""))))
    if drafted.notes:
        files["facts/left-out.yaml"] = facts_text((), drafted.notes)
    files[OUTLINE] = outline(drafted, citer)
    return files


def _settings(article: Article, verbs: Sequence[Verb], today: datetime.date) -> str:
    published = article.published.start if article.published else None
    day = datetime.date(*published.earliest) if isinstance(published, CalendarDate) else today
    about = f"The article’s headline: {article.title}" if article.title else "The article has no headline."
    keys: Mapping[str, tuple[NewValue, str]] = {
        "title": (PLACEHOLDERS["title"], f"The question that readers come with. {about}"),
        "standfirst": (PLACEHOLDERS["standfirst"], ""),
        "language": (article.language, ""),
        "base_url": (f"https://example.org/{article.source}/", "Where the site will stand."),
        "published": (today.isoformat(), "The day on which you publish."),
        "facts_as_of": (day.isoformat(), "Every page says as of when it is true."),
        "how_we_know": ("Everything here rests on one article, named under Sources.", ""),
    }
    lines = ["# yaml-language-server: $schema=schema/site.json"]
    for key, (value, comment) in keys.items():
        lines += [f"# {comment}"] if comment else []
        lines += value_lines(value, 0, f"{key}:", bare=key in {"published", "facts_as_of"})
    return "\n".join([*lines, *(["verbs:", *verb_lines(verbs)] if verbs else []), ""])


# ---------------------------------------------------------------- the outline


def outline(drafted: DraftRecords, citer: Citer) -> str:
    """Return a section that has a line for each paragraph of the article, with the facts that were drafted from it."""
    lines = ["---", "title: Outline of the article", "draft: true", "autolink: false", "---", ""]
    lines += [
        "What was drafted from each paragraph of the article. Write your sections from it, and remove this one.",
        "",
    ]
    shown = [each for each in drafted.found if each.record.kind is not Kind.RELATION]
    by_place = sorted(shown, key=lambda each: each.start)
    for paragraph, records in groupby(by_place, key=lambda each: citer.paragraph_at(each.start)):
        lines += [f"- Paragraph {paragraph}", *(f"    - {link}" for link in _links(tuple(records)))]
    return "\n".join([*lines, ""])


def _links(records: Sequence[DraftRecord]) -> Iterator[str]:
    for each in records:
        yield f"[{_shown(each.record)}]({each.record.fact_id})"


def _shown(record: NewRecord) -> str:
    """The words of a link: of an event its title, since its own words are its date alone; of others their own."""
    if record.kind is Kind.EVENT:
        return (
            next(str(field.value) for field in record.fields if field.key == "title")
            .replace("[", "(")
            .replace("]", ")")
        )
    return ""
