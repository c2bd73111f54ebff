"""Which quotations an article has, and who speaks each."""

from __future__ import annotations

import pytest

from standfirst.draft.quotations import quotes_in
from tests.unit.draft.spoken import actors_in, article_of, said

# Each is said by whom the braces name; `spoken.py` explains them.
ATTRIBUTED = """
“We lost,” said {John Smith=smith}.
“We lost,” {Smith=smith} said.
“We lost,” {John Smith=smith}, a spokesman for Acme, said on Monday.
“We lost,” said {John Smith=smith}, a spokesman for Acme.
“We lost,” {he} said.
“We lost”, said {Mr Smith=smith}, who has led the union since 2004.
“We lost,” {Smith=smith} told reporters in London.
“We lost,” {Smith=smith} told Reuters.
“Why did we lose?” asked {Mary Jones=jones}.
“Why did we lose?” {Jones=jones} asked.
“We lost!” shouted {Smith=smith}, 45.
"We lost," {Smith=smith} added.
‘We lost,’ {Smith=smith} said.
‘We’ve lost the workers’ trust,’ {Mr Smith=smith} said.
``We lost,'' {Smith=smith} said.
“We lost,” {Smith=smith} said in a statement, “and we know why.”
“We lost,” said {the minister}, “and we know why.”
“We lost – and we know why,” according to {Smith=smith}.
According to {Mary Jones=jones}, the plan is “a gift to the rich and nobody else”.
{Smith=smith} said: “We lost.”
{Smith=smith} said, “We lost.”
{Smith=smith} said that the plan was “dead on arrival.”
{Smith=smith} called the plan “dead on arrival.”
{Smith=smith} on Monday called the plan “dead on arrival.”
{Smith=smith} has described the plan as “dead on arrival”.
{Smith=smith} dismissed it as “a stunt”, and left.
In a statement, {Smith=smith} called the plan “dead on arrival.”
In a statement on Monday {the ministry} said the plan was “dead on arrival”.
{Smith=smith}, who leads the union, said: “We lost.”
{Smith=smith}, 45, a plumber from Leeds, told the court: “I was asleep.”
{John Smith=smith}, of Acme, warned of “a very long winter”.
{John Smith=smith} (Labour) said it was “a very long winter”.
{Smith=smith} — a former boxer — said it was “a very long winter”.
{Smith=smith} was blunt: “We lost.”
{Smith=smith} did not hide his anger. “We were robbed in broad daylight.”
{Smith=smith} rose to his feet and shouted: “We lost.”
{Smith=smith} said he was tired but promised to “fight to the end”.
Calling the plan “dead on arrival,” {Smith=smith} left the room.
{Smith=smith} attacked the plan, calling it “dead on arrival”.
{Smith=smith} left the room, saying: “We lost.”
{Smith=smith} wrote on Twitter: “We lost.”
{Smith=smith} tweeted that it was “all over now”.
As {Smith=smith} put it: “We lost.”
{Secretary of State John Smith=smith} said, “We lost.”
{Acme chief executive Mary Jones=jones} said: “We lost.”
{Acme’s chief executive, Mary Jones=jones}, said: “We lost.”
{The head of the union, Mary Jones=jones}, called it “a win for everyone”.
{A spokesman for the ministry, John Smith=smith}, said: “We lost.”
“We lost,” said {a spokesman for the ministry, John Smith=smith}.
“We lost,” said {a spokesman for the ministry}.
“We lost,” {a spokeswoman for Mary Jones} said.
{A spokesman for President Trump} said: “We lost.”
{Smith’s lawyer} said: “We lost.”
“We lost,” {Smith’s lawyer, Mary Jones=jones}, said.
{His wife} said: “He never came home.”
“We lost,” {officials} said.
{Police} said it was “a tragic accident”.
{Two officials} said the plan was “dead on arrival”.
{The White House=white-house} said it was “dead on arrival”.
“Dead on arrival,” {the White House=white-house} said.
U.S. forces had been “moved for their own safety,” {the Pentagon=pentagon} announced on Friday.
The forces had been “moved for their own safety”, {UNICEF=unicef} said, after a week of fighting.
The plan, {Smith=smith} said, was “dead on arrival”.
The plan was “dead on arrival”, {Smith=smith} told Reuters, and nobody would miss it.
{A White House statement} said the plan was “dead on arrival”.
{The statement} read: “We lost.”
{Smith=smith} was quoted as saying: “We lost.”
The plan was described by {Smith=smith} as “dead on arrival”.
In the words of {Mary Jones=jones}, it was “dead on arrival”.
{Smith’s=smith} description of the plan as “dead on arrival” angered France.
“We lost,” {Smith=smith} later said.
“We lost,” {Smith=smith} reportedly told friends.
“We lost,” recalled {Hans-Peter Weber=weber}, then a student.
“We lost,” {Weber=weber} grinned.
“We lost” – {Mary Jones=jones}, union leader
{Mary Jones=jones}: “We lost.”
{Jones=jones} would say only that it was “a private matter”.
{Jones=jones} declined to call it “a defeat in any sense”.
“We lost,” {Omar al-Haddad=haddad} said.
Asked about the plan, {Smith=smith} replied, “No.”
When he arrived, {Smith=smith} told the crowd: “We lost.”
On Friday, {Smith=smith}, a Republican, said: “We lost.”
But {Smith=smith} insisted the plan was “alive and well”.
“But,” {Smith=smith} said, “we lost.”
“If you ask me,” says {Jones=jones}, pouring tea, “we lost.”
{One resident, Mary Jones=jones}, said: “We lost everything.”
“We lost everything,” {one of them} said.
{Residents} described hearing “a sound like thunder”.
{Many} called it “the best game in years”.
{Smith=smith} vowed to “drain the swamp”.
{Smith=smith} accused France of “playing with fire”.
{Smith=smith} said last week the plan was “dead on arrival”, and France agreed.
{Smith=smith} admitted: “We lost.” The room fell silent.
“It’s over,” {Smith=smith} said. “We know why we lost.”
“It’s over,” {Smith=smith} said.

“We know why we lost, and we know what to do.”
{Smith=smith} told the committee that France was leaving. “There is no doubt about that at all.”
“It’s over.” “We know why we lost,” {Smith=smith} said.
“It’s over.

“We know why we lost,” {Smith=smith} said.
"""

# Pronouns and titles, by what stands before.
RESOLVED = """
John Smith met Mary Jones on Monday. “We lost,” {he=smith} said.
John Smith met Mary Jones on Monday. “We lost,” {she=jones} said.
Mr Smith has led Acme since 2004. “We lost,” {he=smith} said.
Ms Okoye met Hans-Peter Weber in Paris. {She=okoye} called the talks “dead on arrival”.
Mary Jones left Acme. Its shares fell. “We lost,” {she=jones} told Reuters.
Acme was fined on Friday. “We will appeal,” {it=acme} said in a statement.
Acme was fined on Friday. {The company=acme} said it was “very surprised”.
The Ministry of Finance met bankers. {The ministry=finance-ministry} said it was “very surprised”.
President Trump met Mary Jones. “We lost,” {the president=trump} said.
John Smith, a farmer, met Mary Jones. “We lost,” {the farmer=smith} said.
According to Smith, a helicopter came. “It was too late,” {he=smith} said.
Smith told Weber to go home. {He=smith} called him “a dreamer”.
John Smith said Acme would close. Shares fell 3 percent. {He=smith} called it “a dark day”.
Mary Jones, whose son John Smith died there, lit a candle. “We lost,” {she=jones} said.
John Smith was silent. His wife wept. “We lost everything,” {she} said.
"""

# Several speakers in one text.
DIALOGUES = """
“We lost,”¹ {1:Smith=smith} said. {2:Jones=jones} disagreed: “We won.”²
“We lost,”¹ said {1:Smith=smith}. “We won,”² said {2:Jones=jones}.
{1:Smith=smith} called it “dead on arrival”¹, while {2:Jones=jones} spoke of “a new dawn”².
{1:Smith=smith} said the plan was “dead on arrival”¹, but {2:Jones=jones} said it was “alive and well”².
{1:The White House=white-house} called it “a good call”¹. {2:Acme=acme} said it was “very surprised”².
“We lost,”¹ {1:Smith=smith} said.

“We won,”² {2:Jones=jones} said.
{1:Smith=smith} said that {2:Jones=jones} had told him: “We lost.”²
When the lights went out, she says, {1:Smith=smith} rose and said: “We lost.”¹
"""

# What stands in marks here is nobody's speech.
KEPT_APART = """
The so-called “dead zone” is quiet.
A group known as “The Quiet Ones” claimed nothing.
He starred in “The Salt Road” and left.
Joe “Spider” Brown was jailed.
The novel “Dead on Arrival” sold well.
A sign on the wall reads “No smoking in the building”.
The word “freedom” was everywhere.
A penguin nicknamed “Mandla” came back.
The “experts” were wrong.
"""

# These are somebody's words, and the text does not tell whose.
UNTOLD = """
The hall was dark. “There is nobody here but us, and we are leaving now.”
"""


def _rows(table: str) -> list[str]:
    """Return the texts of a table: one a line, unless an empty line goes on with a quotation."""
    rows: list[str] = []
    for line in table.strip().split("\n"):
        if not line:
            rows[-1] += "\n"
        elif rows and rows[-1].endswith("\n"):
            rows[-1] += f"\n{line}"
        else:
            rows.append(line)
    return rows


@pytest.mark.parametrize("notation", [*_rows(ATTRIBUTED), *_rows(RESOLVED), *_rows(DIALOGUES)])
def test_a_quotation_is_by_whom_the_text_around_it_names(notation: str) -> None:
    expected = said(notation)
    found = quotes_in(article_of(expected.text), actors_in(expected.text))
    assert found
    numbers = expected.numbers or (1,) * len(found)
    assert len(found) == len(numbers)
    for quote, number in zip(found, numbers, strict=True):
        places, actor = expected.speakers[number]
        assert quote.speaker is not None
        assert any(quote.speaker.start < end and start < quote.speaker.end for start, end in places), quote
        assert quote.actor == actor


@pytest.mark.parametrize("text", _rows(KEPT_APART))
def test_titles_names_and_terms_in_marks_are_no_quotations(text: str) -> None:
    assert quotes_in(article_of(text), actors_in(text)) == ()


@pytest.mark.parametrize("text", _rows(UNTOLD))
def test_a_quotation_without_a_speaker_is_proposed_with_a_doubt(text: str) -> None:
    (quote,) = quotes_in(article_of(text), actors_in(text))
    assert quote.speaker is None
    assert quote.doubts
