"""The labels of the passages say what README.md allows, and agree with the words they are for."""

from __future__ import annotations

import calendar
import datetime
import re
from pathlib import Path

import pytest

from tests.draft.labels import ASIDE, NAMES, PASSAGES, Label, LabelError, each_label, read, read_all
from tests.draft.same_time import is_value

ALL = (*read_all(PASSAGES), *read_all(ASIDE))
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"\d+(?:\.\d+)?(?:\.\.\d+(?:\.\d+)?)?")
OPENING, CLOSING = "\"'“‘«„`", "\"'”’»“"


def test_there_are_enough_passages_and_a_third_is_kept_aside() -> None:
    counts = [len(list(folder.glob("*.xml"))) for folder in (PASSAGES, ASIDE)]
    assert counts[0] + counts[1] >= 45
    assert 2 * counts[1] >= counts[0]


def test_passages_are_short() -> None:
    assert not [each.name for each in ALL if not 60 <= len(each.text.split()) <= 180]


def test_labels_stand_where_they_say() -> None:
    assert not [label for passage, label in each_label(ALL) if label.text != passage.text[label.start : label.end]]


def test_values_of_dates_are_edtf_or_durations() -> None:
    values = {(value, bool(passage.published)) for passage, each in each_label(ALL, "date") for value in each.values}
    assert {(value, dated) for value, dated in values if not is_value(value)} <= {("", False)}


def test_a_day_has_the_weekday_and_the_month_that_its_words_name() -> None:
    days = [each for _, each in each_label(ALL, "date") if DAY.fullmatch(each.values[0])]
    assert not [each for each in days if _contradicts(each)]


def _contradicts(label: Label) -> bool:
    day = datetime.date.fromisoformat(label.values[0])
    weekdays = [name for name in calendar.day_name if name in label.text]
    months = [name for name in calendar.month_abbr[1:] if re.search(rf"\b{name}", label.text)]
    return weekdays not in ([], [f"{day:%A}"]) or months not in ([], [f"{day:%b}"])


def test_quotations_begin_and_end_with_their_marks() -> None:
    quoted = [each for _, each in each_label(ALL, "quote", "scare")]
    assert not [each for each in quoted if each.text[0] not in OPENING or each.text[-1] not in CLOSING]


def test_no_quotation_mark_is_passed_over() -> None:
    for passage in ALL:
        opened = [match.start() for match in re.finditer(r"[“\"‘]|``|(?<!\w)'(?=\w)", passage.text)]
        quoted = passage.of("quote", "scare")
        assert not [passage.text[at:][:40] for at in opened if not any(each.start <= at < each.end for each in quoted)]


def test_every_speaker_says_something_and_every_quotation_leads_to_one() -> None:
    for passage in ALL:
        quotations = {each.attributes["by"] for each in passage.of("quote") if "by" in each.attributes}
        assert quotations == set(passage.speakers), passage.name


def test_an_actor_is_one_that_the_passage_names_in_full() -> None:
    for passage in ALL:
        names = passage.of(*NAMES)
        actors = {each.actor for each in names}
        assert actors <= {each.text for each in names}
        assert {each.actor for mentions in passage.speakers.values() for each in mentions} <= {*actors, ""}


def test_figures_are_numbers() -> None:
    assert not [label for _, label in each_label(ALL, "figure") if not NUMBER.fullmatch(label.values[0])]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<thing>x</thing>", "no label is called thing"),
        ("<date when='x'>x</date>", "date 'x' has when"),
        ("<date value='2019'>2019 </date>", "begins or ends with a blank"),
        ("<date>", "mismatched tag"),
    ],
)
def test_a_passage_that_is_not_well_formed_is_refused(tmp_path: Path, inside: str, said: str) -> None:
    file = tmp_path / "one.xml"
    file.write_text(f"<passage published='' style='wire'>{inside}</passage>", encoding="utf-8")
    with pytest.raises(LabelError, match=said):
        read(file)
