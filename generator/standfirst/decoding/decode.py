"""Input files to model values, each with the place where it stands in its file."""

from __future__ import annotations

import datetime
import functools

from standfirst.cache import cached_by_name, cached_by_value, cached_call
from standfirst.decoding.basemap import decode_basemap
from standfirst.decoding.checked_sources import NOTHING_CHECKED, checked_but_unknown, read_checked
from standfirst.decoding.editions import faults_of_editions
from standfirst.decoding.facts import read_facts
from standfirst.decoding.look import faults_of_look
from standfirst.decoding.one_record import attempt_with_warnings, read_one_record
from standfirst.decoding.reviews import doubtful_vouchings, read_reviews
from standfirst.decoding.sections import read_section
from standfirst.language import dates
from standfirst.model import (
    Content,
    Explainer,
    FactId,
    LanguageTag,
    MarkdownForm,
    Origin,
    Prose,
    Reference,
    SiteUrl,
    Source,
)
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, attempt, stop_at_errors
from standfirst.reading.files import ContentFiles, InputFile, UnreadFile


@frozen
class Gaps:
    """What was written but cannot be read, so that nobody calls it missing.

    The `broken_facts` have problems of their own, and `references` are what these refer to. With `has_unknown_facts`
    there are others with unknown ids, with `lacks_settings` site.yaml is not known. `unread_files` may hold facts too.
    """

    broken_facts: frozenset[FactId] = frozenset()
    references: tuple[Reference, ...] = ()
    has_unknown_facts: bool = False
    lacks_settings: bool = False
    unread_files: tuple[UnreadFile, ...] = ()


NO_GAPS = Gaps()


@frozen
class Decoded:
    """What a content folder says, as far as it can be read, and the gaps in that."""

    content: Content
    gaps: Gaps
    problems: tuple[Problem, ...]


def decode(files: ContentFiles) -> Decoded:
    """Return all that the files say, with every problem in every one of them."""
    problems: list[Problem] = []
    explainer = attempt_with_warnings(_read_explainer, files.settings, problems)
    read = [cached_by_name(read_facts, file.path, file) for file in files.facts]
    problems += (problem for each in read for problem in each.problems)
    sections = [attempt_with_warnings(read_section, file, problems) for file in files.sections]
    basemap = (
        attempt(functools.partial(cached_call, decode_basemap), files.basemap, problems) if files.basemap else None
    )
    checked = attempt(functools.partial(cached_call, read_checked), files.checked, problems) if files.checked else None
    reviews = attempt(functools.partial(cached_call, read_reviews), files.reviews, problems) if files.reviews else None
    content = Content(
        explainer=explainer or _unknown_explainer(files.settings),
        facts=tuple(fact for each in read for fact in each.facts),
        sections=tuple(section for section in sections if section),
        basemap=basemap,
        checked=(checked or NOTHING_CHECKED).sources,
        vouched=reviews or (),
    )
    gaps = Gaps(
        broken_facts=frozenset(fact.fact_id for each in read for fact in each.broken),
        references=tuple(reference for each in read for fact in each.broken for reference in fact.references),
        has_unknown_facts=not all(each.complete for each in read),
        lacks_settings=explainer is None,
    )
    if checked and not (gaps.broken_facts or gaps.has_unknown_facts):
        problems += checked_but_unknown(checked, (fact.id for fact in content.facts if isinstance(fact, Source)))
    if reviews and not (gaps.broken_facts or gaps.has_unknown_facts):
        problems += doubtful_vouchings(reviews, content.facts)
    return Decoded(content, gaps, tuple(problems))


@cached_by_value
def _read_explainer(file: InputFile) -> tuple[Explainer, tuple[Problem, ...]]:
    explainer, warnings = read_one_record(Explainer, file, "site.yaml")
    stop_at_errors((*warnings, *faults_of_editions(explainer), *faults_of_look(explainer)))
    return explainer, warnings


def _unknown_explainer(file: InputFile) -> Explainer:
    """A stand-in for a `site.yaml` that cannot be read, while the rest is checked; no page is ever made of it."""
    start = Origin(file.path, 1, 1)
    return Explainer(
        origin=start,
        title="",
        standfirst=Prose("", MarkdownForm.INLINE, start),
        language=LanguageTag("en"),
        base_url=SiteUrl(""),
        published=datetime.date.min,
        facts_as_of=dates.parse("2000"),
    )
