"""A small explainer with a copy of its source, and vouchings for its facts: what tests of reviews share."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from standfirst.decoding.reviews import with_vouching, write_reviews
from standfirst.desk.reviewing import read_name
from standfirst.model import BEFORE_ALL, Drafts, FactId, Id, Instant, Kind, Origin, Reference, Vouching
from standfirst.options import Options
from standfirst.pipeline import check_content
from standfirst.problems.errors import Severity
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.site.vouching import basis_of
from standfirst.sources.lock import write_lock
from standfirst.sources.prove import prove_for_lock
from tests.explainers import content, content_of, joined

ASKED = "review: {claims: 2, figures: 1}\n"
FACTS = """\
claims:
  shut:
    claim: The pier was shut by the [port](actor:port).
    by: ["source:report"]
    cite: {report: The port shut … the storm}
  lost: {claim: The keys were lost, uncited: nobody wrote it down}
figures:
  hurt:
    value: 213
    unit: people
    label: hurt
    cite: {report: [213 people were hurt, The port shut … the storm]}
actors:
  port: {name: Port, kind: organisation, summary: Who owns the pier., uncited: known to all}
sources:
  report: {title: Report, publisher: P, language: en, kind: report}
"""
TEXT = """\
The port shut the pier on the day after the storm. It was old.

213 people were hurt there, said the report.
"""
SHUT, HURT = FactId(Kind.CLAIM, Id("shut")), FactId(Kind.FIGURE, Id("hurt"))
DAY = datetime.date(2026, 11, 29)


def explainer(facts: str = FACTS, text: str = TEXT, settings: str = ASKED) -> ContentFiles:
    return content(facts, settings=settings, copies={"report": text})


def write_explainer(folder: Path) -> Path:
    """Write the explainer into a folder."""
    files = explainer()
    texts = {"site.yaml": files.settings.text, "facts/facts.yaml": FACTS, "sources/report.txt": TEXT}
    for path, text in texts.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def locked(files: ContentFiles) -> ContentFiles:
    """The files with their lock."""
    return replace(files, lock=InputFile("sources.lock", write_lock(prove_for_lock(content_of(files), files).lock)))


def vouched(files: ContentFiles, *who: tuple[FactId, str], on: datetime.date = DAY) -> ContentFiles:
    """The files in which these persons vouched for these facts as they are, with the lock."""
    noted = content_of(files).vouched
    site, lock = joined(files, drafts=Drafts.SHOW), prove_for_lock(content_of(files), files).lock
    for name, by in who:
        basis = basis_of(site.index[name], site, lock)
        assert basis.passages
        origin = Origin("reviews.yaml", 1, 1)
        fact = Reference(name, origin)
        new = Vouching(
            fact=fact, by=read_name(by), on=on, statement=basis.statement, passages=basis.passages, origin=origin
        )
        noted = with_vouching(noted, site.index[name], new)
    return locked(replace(files, reviews=InputFile("reviews.yaml", write_reviews(noted))))


def warnings(files: ContentFiles, *, drafts: Drafts = Drafts.HIDE, now: Instant = BEFORE_ALL) -> list[str]:
    """What a writer is told of reviews."""
    checked = check_content(files, Options(content=Path(), drafts=drafts, now=now))
    told = [each for each in checked.warnings if each.severity is Severity.WARNING]
    return [str(each) for each in told if "vouch" in str(each) or each.origin.path == "reviews.yaml"]
