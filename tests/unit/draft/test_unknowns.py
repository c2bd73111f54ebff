"""What an article leaves open, as questions."""

from __future__ import annotations

import pytest

from standfirst.draft.unknowns import unknowns_in
from tests.unit.draft.spoken import article_of

ASKED = {
    "The ministry did not say if Lund offered a pardon to them.": "Did Lund offer a pardon to them?",
    "Police did not say how many people were hurt.": "How many people were hurt?",
    "It was not immediately clear who ordered the attack.": "Who ordered the attack?",
    "It remains unclear whether the minister will resign.": "Will the minister resign?",
    "Acme declined to say when the plant would reopen.": "When would the plant reopen?",
    "Officials have not said why the ship sank.": "Why did the ship sink?",
    "She would not say where the money came from.": "Where did the money come from?",
    "It is not known how the fire started.": "How did the fire start?",
    "Nobody knows why the bees left.": "Why did the bees leave?",
    "He did not explain what he meant.": "What is not known: what he meant?",
    "Acme declined to comment.": "What does Acme say?",
    "Mr Reyes left Northmoor in June and did not respond to questions.": "What does Mr Reyes say?",
    "The firm that laid the pipe declined to comment.": "What does the firm say?",
    "The Kremlin did not immediately respond to a request for comment.": "What does the Kremlin say?",
    "No group has claimed responsibility for the bombing.": "Who was behind the bombing?",
    "The reports could not be independently verified.": "Can it be confirmed?",
    "The cause of the fire is under investigation.": "What is known of the cause of the fire?",
}
NOT_OPEN = (
    "“We do not know who did it,” he said.",
    "It was not clear that this was so.",
    "He did not know what to do.",
    "She said who had done it.",
    "A spokesman declined to comment.",
)


@pytest.mark.parametrize(("text", "question"), ASKED.items())
def test_what_is_not_known_or_was_not_said_is_asked(text: str, question: str) -> None:
    (unknown,) = unknowns_in(article_of(text))
    assert unknown.question == question
    assert text[unknown.start : unknown.end] == unknown.text


@pytest.mark.parametrize("text", NOT_OPEN)
def test_what_speakers_do_not_know_and_what_is_told_is_not_asked(text: str) -> None:
    assert unknowns_in(article_of(text)) == ()


def test_a_question_has_few_words_of_the_article_in_a_row() -> None:
    text = "It is unclear who paid seven men from the old town with new coins and shells."
    (unknown,) = unknowns_in(article_of(text))
    words = unknown.question.rstrip("?").split()
    assert all(" ".join(words[start : start + 7]) not in text for start in range(len(words) - 6))
