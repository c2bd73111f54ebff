"""Facts that cannot stand as they are: out of their time, related to themselves, used by nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standfirst.checks.consistency import inconsistencies
from standfirst.model import Drafts
from standfirst.problems.errors import Severity
from standfirst.reading.files import InputFile
from tests.explainers import content, joined

SETTINGS = "verbs: {backs: {label: backs, inverse: is backed by}}\n"
ACTORS = """\
actors:
  a: {name: A, kind: state, summary: So, uncited: so}
  b: {name: B, kind: state, summary: So, uncited: so}
"""


def said(facts: str, *sections: str, drafts: Drafts = Drafts.HIDE, settings: str = SETTINGS) -> list[str]:
    return [
        str(problem) for problem in inconsistencies(joined(content(facts, *sections, settings=settings), drafts=drafts))
    ]


def relation(keys: str) -> str:
    return f"{ACTORS}relations: {{r: {{subject: a, verb: backs, object: b, uncited: so, {keys}}}}}\n"


# ---------------------------------------------------------------- relations


@pytest.mark.parametrize(
    ("since", "until"),
    [("2019-05", "2019-04"), ("2019", "2018"), ("2019-05-02", "2019-05-01"), ("2019~", "2018?"), ("2019/2020", "2018")],
)
def test_a_relation_that_ends_before_it_starts_is_an_error_at_its_end(since: str, until: str) -> None:
    facts = relation(f"since: {since}, until: {until}")
    column = facts.splitlines()[3].index(f"until: {until}") + 8
    assert said(facts) == [
        f"facts.yaml:4:{column}: relation:r ends ({until}) before it starts ({since}); mend one of the two"
    ]


@pytest.mark.parametrize(
    "keys",
    [
        "since: 2019-05, until: 2019",
        "since: 2019, until: 2019",
        "since: 2019, until: 2019-01-01",
        "since: 2019-05-01, until: 2019-05-01",
        "since: 2019",
        "until: 2019",
        "since: /2020, until: 2019",
        "since: 2019, until: 2018/..",
        "since: 2019, until: 2018/",
    ],
)
def test_a_relation_that_may_end_after_its_start_is_none(keys: str) -> None:
    assert said(relation(keys)) == []


def test_a_relation_of_an_actor_to_itself_is_an_error() -> None:
    (problem,) = inconsistencies(
        joined(content(relation("since: 2019").replace("object: b", "object: a"), settings=SETTINGS))
    )
    assert str(problem) == "facts.yaml:4:50: relation:r relates 'a' to itself; name another subject or object"
    assert problem.severity is Severity.ERROR


# ---------------------------------------------------------------- events and updates


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        ("claims", "claim: C, date: 2029, uncited: so"),
        ("figures", "value: 1, label: L, as_of: 2029, uncited: so"),
        ("relations", "subject: a, verb: backs, object: b, since: 2029, uncited: so"),
    ],
)
def test_what_else_begins_after_the_facts_is_a_warning_too(kind: str, record: str) -> None:
    actors = "actors:\n" + "".join(
        f"  {name}: {{name: {name}, kind: state, summary: S., uncited: so}}\n" for name in "ab"
    )
    (warning,) = said(f"{actors}{kind}: {{x: {{{record}}}}}\n")
    assert f"{kind[:-1]}:x is dated 2029, after the facts as of 2025-01-01" in warning


@pytest.mark.parametrize("date", ["2025-01-02", "2026", "2025-02", '"[2025-02..2025-03]"', "2025-02/.."])
def test_an_event_after_the_facts_is_a_warning(date: str) -> None:
    facts = f"events: {{e: {{date: {date}, title: T, uncited: so}}}}\n"
    text = date.strip('"')
    assert said(facts) == [
        f"facts.yaml:1:20: warning: event:e is dated {text}, after the facts as of 2025-01-01; "
        "write `planned: true` if it was still to come, or mend the date"
    ]
    assert said(facts.replace("title", "planned: true, title")) == []


@pytest.mark.parametrize("date", ["2024-12-31", "2024", "2023/2024-12"])
def test_a_planned_event_whose_day_has_passed_is_a_warning(date: str) -> None:
    assert said(f"events: {{e: {{planned: true, date: {date}, title: T, uncited: so}}}}\n") == [
        f"facts.yaml:1:23: warning: event:e is planned for {date}, before the facts as of 2025-01-01; "
        "remove `planned` if it has happened, or mend the date"
    ]


@pytest.mark.parametrize("date", ["2025-01-01", "2025", "2024/..", '"[..2028-03]"'])
def test_a_planned_event_may_lie_on_the_day_of_the_facts_or_around_it(date: str) -> None:
    assert said(f"events: {{e: {{planned: true, date: {date}, title: T, uncited: so}}}}\n") == []


@pytest.mark.parametrize("date", ["2025-01-01", "2025", "2025-01", "2024/2026", "../2030", "2024/.."])
def test_an_event_that_may_be_before_the_facts_is_none(date: str) -> None:
    assert said(f"events: {{e: {{date: {date}, title: T, uncited: so}}}}\n") == []


def test_facts_are_as_of_the_end_of_their_month() -> None:
    facts = "events: {e: {date: 2025-01-31, title: T, uncited: so}, f: {date: 2025-02-01, title: T, uncited: so}}\n"
    files = content(facts)
    month = InputFile("site.yaml", files.settings.text.replace("facts_as_of: 2025-01-01", "facts_as_of: 2025-01"))
    found = inconsistencies(joined(replace(files, settings=month)))
    assert [problem.message.partition(" ")[0] for problem in found] == ["event:f"]


def test_an_update_before_publication_is_a_warning() -> None:
    facts = (
        "updates:\n  u: {date: 2025-01-01, kind: update, text: So}\n  v: {date: 2025-01-02, kind: update, text: So}\n"
    )
    assert said(facts) == [
        "facts.yaml:2:13: warning: update:u is dated 2025-01-01, before the explainer was published (2025-01-02); "
        "mend one of the two dates"
    ]


@pytest.mark.parametrize(("updated", "found"), [("2025-01-01", 1), ("2025-01-02", 0)])
def test_an_explainer_that_is_updated_before_it_is_published_is_an_error(updated: str, found: int) -> None:
    assert (
        said("", settings=f"updated: {updated}\n")
        == [
            "site.yaml:7:10: the explainer is updated 2025-01-01, before it was published (2025-01-02); "
            "mend one of the two, or leave `updated` out"
        ]
        * found
    )


# ---------------------------------------------------------------- sources

SOURCES = "sources:\n  report: {title: Report}\n"


@pytest.mark.parametrize(
    ("facts", "section"),
    [
        ("terms: {t: {name: T, summary: So, cite: {report: one two three}}}\n", ""),
        ("terms: {t: {name: T, summary: 'So[@report: one two three]', uncited: so}}\n", ""),
        ("", "So[@report: one two three]."),
        ("updates: {u: {date: 2025-01-03, kind: update, text: 'So[@report: one two three].'}}\n", ""),
    ],
)
def test_a_source_that_is_cited_anywhere_is_used(facts: str, section: str) -> None:
    assert said(SOURCES + facts, section) == []


@pytest.mark.parametrize(
    ("facts", "section"),
    [
        ("", ""),
        ('events: {e: {date: 2024, title: T, according_to: ["source:report"], uncited: so}}\n', ""),
        ("", "See [the report](source:report)."),
        ("terms: {t: {name: T, draft: true, summary: So, cite: {report: one two three}}}\n", ""),
    ],
)  # fmt: skip
def test_a_source_that_nothing_cites_is_a_warning(facts: str, section: str) -> None:
    assert said(SOURCES + facts, section) == [
        "facts.yaml:2:3: warning: nothing cites source:report; cite it, or take it out"
    ]


def test_a_source_that_a_draft_cites_is_used_while_drafts_are_shown() -> None:
    facts = SOURCES + "terms: {t: {name: T, draft: true, summary: So, cite: {report: one two three}}}\n"
    assert said(facts, drafts=Drafts.SHOW) == []


# ---------------------------------------------------------------- translations


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("translation: {en: So}", "the words of quote:q are themselves in the language of this translation (en)"),
        ("language: pt-BR, translation: {en: So, pt: Assim}", "the words of quote:q are themselves in"),
        ("translated_by: Ada", "quote:q has a translator, and no translation; write it: `translation: {en: …}`"),
    ],
)
def test_a_translation_into_the_language_of_the_words_is_an_error_and_so_is_none(keys: str, message: str) -> None:
    (problem,) = said(f"{ACTORS}quotes: {{q: {{speaker: a, words: So, uncited: so, {keys}}}}}\n")
    assert message in problem


@pytest.mark.parametrize("language", ["ar", "sr-Cyrl"])
def test_a_translation_into_another_language_or_script_is_right(language: str) -> None:
    keys = f"language: {language}, translation: {{sr-Latn: Tako}}, translated_by: Ada"
    assert not said(f"{ACTORS}quotes: {{q: {{speaker: a, words: So, uncited: so, {keys}}}}}\n")
