"""Which quotations an article has, and who speaks each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.draft.proposals import QuoteProposal
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

# The same in more ways, as papers have them.
WAYS = """
"The bill is dead," {Sen. John Smith=smith}, R-Ohio, said Tuesday.
"The bill is dead," {Smith=smith}, D-Calif., told CNN's "State of the Union" on Sunday.
"The market is nervous," said {John Smith=smith}, a senior vice president at Acme Corp. in New York.
Mr. Smith declined to comment. But {a person familiar with the matter} said the talks were "at an early stage."
{Acme=acme} said in a statement that it "strongly denies the allegations."
{Acme=acme}, which makes pumps, said it was "reviewing its options".
{The company's chairman, John Smith=smith}, conceded that the year had been "disappointing."
{John Smith=smith}, president of Acme, called the accusation "outrageous" and "without any merit whatsoever."
"I would call it a disaster," {Smith=smith} said. "A total disaster."
"Let's be clear," {he} said, pointing at the map, "this is ours."
"I have never met him," {Trump=trump} said of Smith.
"I have never met him," said {Trump=trump}, referring to Smith.
{Trump=trump} has repeatedly called Smith a "total loser."
{Trump=trump}, who has called Smith a "total loser," flew home.
{Trump=trump}’s decision to call the deal “a disgrace to the nation” angered France.
The White House did not respond. "This is a distraction," {Smith=smith} wrote in an email.
"They took everything", {a 34-year-old shopkeeper} told Reuters by telephone.
Asked if he would resign, {Smith=smith} said: "Ask me tomorrow."
Asked if he would resign, {Smith=smith} shook his head. "Ask me tomorrow."
{Smith=smith} shook his head. "Ask me tomorrow," {he=smith} said.
"Absolutely not," {Smith=smith} said when asked if he would resign.
"Absolutely not," was {Smith=smith}'s reply.
{Smith's=smith} answer was short: "Absolutely not."
{The report} concluded that the agency had shown "a culture of denial".
{The judge} ruled that the law was "plainly unconstitutional".
In his ruling, {the judge} wrote that the law was "plainly unconstitutional."
{The letter}, signed by 40 lawmakers, warns of "grave consequences."
In a letter to Congress, {40 lawmakers} warned of "grave consequences".
In an interview with Reuters, {Smith=smith} said the talks had been "frank".
Speaking in Paris, {Smith=smith} said the talks had been "frank".
Speaking to reporters, {the minister} described the talks as "frank and useful".
On Twitter, {Trump=trump} called it "fake news from a failing paper".
{Trump=trump} also took to Twitter to call it "the greatest hoax ever".
{Trump=trump} took aim at Smith, tweeting: "He is a loser."
"He is a loser," {Trump=trump} tweeted. "Sad!"
"We are ready," {Smith=smith} said, adding that "nothing will stop us."
"We are ready," {Smith=smith} said; "nothing will stop us."
"We are ready," {Smith=smith} said, before adding: "Nothing will stop us."
{Smith=smith} said he was "ready" and that "nothing will stop us".
{Smith=smith} said nothing would stop him and that he was “ready to go all the way.”
{Smith=smith}, for his part, said the plan was "a good start".
For {Smith=smith}, the choice is easy. "I will stay until the end," {he=smith} said.
{Smith=smith} is not convinced. "I will believe it when I see it."
{Smith=smith} agrees. "I will believe it when I see it."
{1:Jones=jones} said the vote was rigged. {2:Smith=smith} rejected that as "pure fantasy"².
Jones said the vote was rigged, a charge {Smith=smith} dismissed as "pure fantasy".
Jones, whom {Smith=smith} once described as "a true friend", was there.
The vote, which {Smith=smith} called "a sham", was held on Friday.
Under what {Smith=smith} called "the worst deal ever", France pays.
The deal — {Smith=smith} called it "the worst ever" — was signed.
The move is seen by {Jones=jones} as "a step too far".
It was "a step too far," as {Jones=jones} put it.
"It was," as {Jones=jones} put it, "a step too far."
"A step too far," is how {Jones=jones} described it.
{One Western diplomat} described the mood as "toxic".
{A senior administration official}, who spoke on condition of anonymity, said it was "a mess".
"It's a mess," said {one official}, speaking on condition of anonymity because he was not authorized to talk.
"It's a mess," said {another}.
"It's a mess," {a third person} said.
{Human rights groups} condemned the raid as "a massacre".
{Protesters} chanted "Down with the regime!"
Thousands of {protesters} marched through Paris chanting "Down with the regime!"
{The crowd} shouted: "Down with the regime!"
{Prosecutors} say she "acted out of greed".
"She acted out of greed," {prosecutors} said in court papers.
{State media} quoted {Smith=smith} as saying that the army was "ready for war".
{1:Smith=smith} told {Jones} he was sorry. “It will not happen again.”¹
John Smith was elected on Monday. {The president-elect} said he was “humbled”.
"I love it here," said {Jones=jones}, who moved to Paris in 2010 with her husband, John Smith.
"I love it here," said {Jones=jones}, whose husband, John Smith, is a plumber.
“It’s a scandal,” says {Ada Okoye=okoye} of the charity Shelter.
“It’s a scandal,” says {Ada Okoye=okoye}, from the charity Shelter. “Somebody should resign.”
Campaigner {Ada Okoye=okoye} said: “It’s a scandal.”
“It’s a scandal,” {Ada Okoye=okoye}, 41, said, her voice breaking.
“It’s a scandal,” {she} said of the plan. “Somebody should resign.”
“We are going to win,” {Trump=trump} told a rally in Ohio, to loud cheers.
{Trump=trump}, speaking at a rally in Ohio, told supporters that the press was “the enemy of the people”.
{Trump=trump}, at a rally in Ohio, called the press “the enemy of the people”.
{Trump=trump} earlier on Friday had said the talks were “going very well”.
{A Pentagon spokeswoman, Mary Jones=jones}, said in an email that the claim was “false”.
{Pentagon spokeswoman Mary Jones=jones} said in an email that the claim was “false”.
{Pentagon spokeswoman Mary Jones=jones} said the claim was “false”.
{Foreign Minister Omar al-Haddad=haddad} told state television that Russia would “never give in”.
{Russia=russia} said it was “deeply concerned” by the report.
{The French foreign ministry} said it was “deeply concerned”.
{Moscow} said the charge was “absurd”.
{Police in Ohio} said the man had been “acting strangely”.
{A neighbour}, who asked not to be named, said the man was “always polite”.
{Neighbours} described the man as “always polite”.
{One neighbour} remembered him as “always polite”.
“He was always polite,” {a neighbour} recalled.
“He was always polite,” said {a neighbour} who gave her name only as Ada.
{Smith’s mother} sobbed: “He was always polite.”
“He was always polite,” {Smith’s mother}, 62, told the court.
{Her lawyer, John Smith=smith}, argued that she had been “treated like a criminal”.
{Lawyers for Smith} argued that he had been “treated like a criminal”.
{The New York Times} called it “the end of an era”.
In an editorial, {the Guardian} called it “the end of an era”.
{Reuters=reuters} reported that the talks had “collapsed in anger”.
Reuters quoted {an official} as saying: “It is over.”
Reuters, citing {an official}, reported that the talks had “collapsed”.
{Smith=smith} is said to have told friends: “It is over.”
{Smith=smith}, according to Jones, told friends: “It is over.”
{Smith=smith} could be heard shouting “Get out of my house!”
{Smith=smith} was overheard telling a colleague: “It is over.”
{Smith=smith} has long argued that France is “asleep at the wheel”.
{Smith=smith} has accused Jones of being “asleep at the wheel” and of “lying to the nation”.
{Smith=smith} joked that the tax was “a very French idea”.
{Smith=smith} apologised for the “hurt and anger” he had caused.
{Smith=smith} spoke of his “deep shame”.
{Smith=smith} hailed “a great day for France”.
{Smith=smith} urged voters to “think again”.
{Smith=smith} promised “the biggest tax cut in history”.
{Smith=smith} ended with a warning: “This is not over.”
{Smith=smith} had a message for France: “Wake up.”
{Smith=smith} put it more simply: “Wake up.”
{Smith=smith} is more cautious: “Ask me in a year.”
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


@pytest.mark.parametrize("notation", [*_rows(ATTRIBUTED), *_rows(WAYS), *_rows(RESOLVED), *_rows(DIALOGUES)])
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


def _quotes(text: str) -> tuple[QuoteProposal, ...]:
    return quotes_in(article_of(text), actors_in(text))


def test_a_quotation_that_its_attribution_splits_is_one() -> None:
    (quote,) = _quotes("“We lost,” Smith said, “and we know why.” The hall was dark.")
    assert [part.text for part in quote.parts] == ["We lost,", "and we know why."]
    assert (quote.actor, quote.cue) == ("smith", "said")


def test_two_sentences_on_both_sides_of_an_attribution_are_two_quotations_by_one() -> None:
    first, second = _quotes("“We lost,” Smith said. “We know why we lost.”")
    assert (first.actor, second.actor) == ("smith", "smith")


def test_a_quotation_over_paragraphs_is_one_with_a_part_for_each() -> None:
    (quote,) = _quotes("Smith told the court: “We lost.\n\n“We know why.\n\n“It is over.” He sat down.")
    assert [part.text for part in quote.parts] == ["We lost.", "We know why.", "It is over."]
    assert quote.actor == "smith"


def test_marks_that_nothing_closes_quote_to_the_end_of_their_paragraph_with_a_doubt() -> None:
    (quote,) = _quotes("Smith said: “We lost, and we know why.\n\nThe hall was dark.")
    assert quote.parts[0].text == "We lost, and we know why."
    assert quote.doubts == ("Nothing closes its quotation marks.",)


@pytest.mark.parametrize(
    "text",
    [
        "Smith said Jones had told him: “Go home now.”",
        "Smith said on Monday that Jones had told him: “Go home now.”",
        "Smith, quoting Jones, said: “Go home now.”",
        "Smith quoted Jones as saying: “Go home now.”",
    ],
)
def test_relayed_words_are_by_whose_words_they_are_and_tell_who_relays_them(text: str) -> None:
    (quote,) = _quotes(text)
    assert (quote.actor, quote.relayed_by) == ("jones", "smith")


def test_nobody_relays_themselves() -> None:
    (quote,) = _quotes("Jones came. Smith said Smith had told him: “Go home now.”")
    assert (quote.actor, quote.relayed_by) == ("smith", None)


def test_what_an_office_says_of_its_head_relays_the_head() -> None:
    text = "President Trump called Smith. “The President stressed the need for peace,” the White House said."
    (quote,) = _quotes(text)
    assert (quote.actor, quote.relaying) == ("white-house", "trump")


def test_he_said_he_hoped_is_by_who_said_it() -> None:
    (quote,) = _quotes("Smith said he hoped for “a quiet life at last”.")
    assert quote.speaker is not None
    assert quote.speaker.text == "Smith"


@given(
    st.text(alphabet=st.one_of(st.sampled_from("“”‘’'\"«» \n.,:;?!—()Smith said heA"), st.characters()), max_size=300)
)
def test_whatever_the_text_quotations_are_in_order_and_stand_where_they_say(text: str) -> None:
    last = 0
    for quote in _quotes(text):
        assert last <= quote.start < quote.end <= len(text)
        last = quote.end
        assert quote.parts
        for part in (*quote.parts, *((quote.speaker,) if quote.speaker else ())):
            assert part.text == text[part.start : part.end]
        ends = [place for part in quote.parts for place in (part.start, part.end)]
        assert ends == sorted(ends)
        assert quote.start <= ends[0]
        assert ends[-1] <= quote.end
