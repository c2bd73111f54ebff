"""What of a text is a quotation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.prose.quotation_marks import CLOSED_BY, OPENED_BY
from standfirst.prose.quotations import outside_quotations, quotations, quoted_in, quoted_spans, without_quotations


@pytest.mark.parametrize(
    ("text", "quoted", "outside"),
    [
        ("He said “no”, and “never”.", ("no", "never"), ("He said ", ", and ", ".")),
        ('He said "no", and "never".', ("no", "never"), ("He said ", ", and ", ".")),
        ("Il a dit «non» et « jamais ».", ("non", " jamais "), ("Il a dit ", " et ", ".")),
        ("Er sagte „nein“ und „nie”, »so«.", ("nein", "nie", "so"), ("Er sagte ", " und ", ", ", ".")),
        ("Han sa ”nej” och ”nej”.", ("nej", "nej"), ("Han sa ", " och ", ".")),
        ("彼は「いいえ」と『否』", ("いいえ", "否"), ("彼は", "と", "")),
        ("قال «لا»", ("لا",), ("قال ", "")),
        ("“He said ‘no’ to it”", ("He said ‘no’ to it",), ("", "")),
        ("“He said \"no\" to it”", ('He said "no" to it',), ("", "")),
        ("don’t, 'don't', ‘don’t’", (), ("don’t, ", ", ", "")),
        ("“Not closed, and so none", (), ("“Not closed, and so none",)),
        ("end of one.” Then “two”.", ("two",), ("end of one.” Then ", ".")),
        ("“” and “two”", ("", "two"), ("", " and ", "")),
        ('5\'10" tall, 13" wide', (), ('5\'10" tall, 13" wide',)),
        ('He said "no" at 5\'10"', ("no",), ("He said ", ' at 5\'10"')),
    ],
)  # fmt: skip
def test_words_in_double_quotation_marks_are_quoted(
    text: str, quoted: tuple[str, ...], outside: tuple[str, ...]
) -> None:
    assert quoted_in(text) == quoted
    assert outside_quotations(text) == outside


def quoted(text: str, follows: str = "") -> list[str]:
    return [each.words for each in quotations(text, follows).closed]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Its head said: ‘We will go.’ And the nurses’ head", ["We will go."]),
        ("‘We shall go’ and 'so shall we', he said", ["We shall go", "so shall we"]),
        ("(‘so it was’)—‘so it is’…‘and on’ [‘x y’] *‘z’*", ["so it was", "so it is", "and on", "x y", "z"]),
        ("Er rief: ‚Nein danke‘ und ‹so ist es› und ›so nicht‹", ["Nein danke", "so ist es", "so nicht"]),
        ("Hij zei: ‚Nee’ en ’ja’ en 'nee'.", ["Nee", "ja", "nee"]),
        ("Han sa ’nej tack, min vän’, och ”nej ’du’ där”.", ["nej tack, min vän", "nej ’du’ där"]),
        ("»Hej ›du der‹ med«. »Nej», »ja».", ["Hej ›du der‹ med", "Nej", "ja"]),
        ("„Tak” i „tak\" i ,,tak''", ["Tak", "tak", "tak"]),
        ("“So“ und ‘so‘ und „so“", ["So", "so", "so"]),
        ("❝We go❞, ❛so it is❜, ⹂so“ <<no>> and „so‟", ["We go", "so it is", "so", "no", "so"]),
        ("“We go\", \"so it is”, ‘so', 'so’ and “so''", ["We go", "so it is", "so", "so", "so"]),
        ("قال: ”لا“ ثم ”نعم“", ["لا", "نعم"]),
        ("``We go'' and ''so it is'' and ‘‘so’’ and ＂wide＂", ["We go", "so it is", "so", "wide"]),
        ("l'« amour » et l’‘amour’ d’hier", [" amour ", "amour"]),
        (
            "彼は｢否｣と〝否〟と﹁否﹂。他说“你‘好’啊”，他说\"你好\"然后'好'了",
            ["否", "否", "否", "你‘好’啊", "你好", "好"],
        ),
        ("그는 \"아니오\"라고 '네'라고 말했다", ["아니오", "네"]),
        ('قال "لا" و"نعم" ثم ‹كذا›', ["لا", "نعم", "كذا"]),
        ('צה"ל אמר ב"הארץ" כי ״לא נכון״ של ב"כ', ["הארץ", "לא נכון"]),
        ("צה״ל ורמטכ״ל, ארה״ב וג'ורג'", []),
    ],
)
def test_every_language_has_its_marks(text: str, words: list[str]) -> None:
    assert quoted(text) == words
    assert not quotations(text).unclosed


@pytest.mark.parametrize(
    "text",
    [
        "The nurses’ head isn’t one to wait, nor the nurses' head.",
        "rock ’n’ roll, rock 'n' roll and rock ‘n’ roll",
        "In the '90s and the ’90s, the nurses' pay and the doctors’, too.",
        "the class of '99, 'tis said, and 'em all: 't Hooft's nurses' 's avonds",
        "'n Man en 'n vrou se kinders' skool",
        "e un po' di 'ndrangheta e un po’ d’aria",
        'He is 5\' 6" tall, 5’6” or 13" wide.',
        "O‘zbekiston g‘alabasi tog‘ va",
        "Settings › Privacy › Location » more",
        "l’ONU n’a pas dit qu’il l’aurait aujourd’hui",
        "Erdoğan’ın, Ankara'da, EU’n",
    ],
)
def test_apostrophes_and_measures_neither_open_nor_close(text: str) -> None:
    assert not quoted(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("‘the nurses’ strike is over’, he said", ["the nurses’ strike is over"]),
        ("'the nurses' strike is over', he said", ["the nurses' strike is over"]),
        ("‘I’m goin’ home tonight,’ he said", ["I’m goin’ home tonight,"]),
        ("the ‘talks’ on the nurses’ pay and the doctors’, too", ["talks"]),
        ("the ‘talks of it’ and the ‘results of it’ are", ["talks of it", "results of it"]),
        ("‘In the ’90s we left,’ he said", ["In the ’90s we left,"]),
        ("'In the '90s we left,' he said", ["In the '90s we left,"]),
        ("‘Ali said ‘never in my life’ to it", ["never in my life"]),
        ('a 13" board and "he is 13" wide" said "in 2019" and "x"', ['he is 13" wide', "in 2019", "x"]),
        ("'I will never go' he said", ["I will never go"]),
        ("‘It’s the nurses’ fault that we go’ and it is", ["It’s the nurses’ fault that we go"]),
        ("the ‘nurses’ and doctors’ strike fund’ is", ["nurses’ and doctors’ strike fund"]),
        ("‘workin’ for the man’ and ‘un po’ di tutto’ is", ["workin’ for the man", "un po’ di tutto"]),
        ("“it is 6'2\", not 5'11\" at all” he said", ["it is 6'2\", not 5'11\" at all"]),
        ("'It's the nurses' demands', he said", ["It's the nurses' demands"]),
        ("6'2\" players' 'average height of all' was 6'.", ["average height of all"]),
        ("‘In 2019’ it was", ["In 2019"]),
        ("‘In Sana‘a the nurses wait’, he said", ["In Sana‘a the nurses wait"]),
    ],
)
def test_an_apostrophe_within_a_quotation_does_not_end_it(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("‘a “b c” d’ and “e ‘f g’ h”", ["a “b c” d", "e ‘f g’ h"]),
        ("“I want ‘out’,” and ‘It was “the end,”’ she said", ["I want ‘out’,", "It was “the end,”"]),
        ("« Il a dit « oui » hier »", [" Il a dit « oui » hier "]),
        ('"He said "no" to it"', ['He said "no" to it']),
        ("“not closed ‘x y’ and “z”", ["x y", "z"]),
        ("‘He said “no. And so on.’", ["He said “no. And so on."]),
    ],
)
def test_a_quotation_within_another_is_part_of_it(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_one_or_two_words_in_single_marks_are_not_held_to_a_source() -> None:
    text = "‘so’, ‘so called’, ‘so it was’, “so”"
    assert quoted_in(text) == ("so it was", "so")
    assert len(quoted_spans(text)) == 4
    assert outside_quotations(text, 3) == ("‘so’, ‘so called’, ", ", “so”")


@pytest.mark.parametrize(
    ("text", "follows", "words"),
    [
        ("He said: “We go.", "“And we stay.”", ["We go."]),
        ("“We ‘go’.", "“And we stay.”", ["We ‘go’."]),
        ("‘We go.", "‘And we stay.’", ["We go."]),
        ("« Nous partons.", "» Et nous restons. »", [" Nous partons."]),
        ("« Nous partons.", "« Et nous restons. »", [" Nous partons."]),
        ("„Wir gehen.", "„Und wir bleiben.“", ["Wir gehen."]),
        ("“We go.", "He stays.", []),
        ("“We go”.", "“And we stay.”", ["We go"]),
        ("In the '90s", "'We stay.'", []),
    ],
)
def test_a_quotation_goes_on_where_the_next_paragraph_opens_it_again(text: str, follows: str, words: list[str]) -> None:
    assert quoted(text, follows) == words
    assert quoted(follows) == [follows[1:-1]] or "He" in follows
    assert not words or outside_quotations(text, 0, follows)[-1] in {"", "."}


SCRAPS = st.sampled_from([*CLOSED_BY, *OPENED_BY, "word", "s", " ", " ", ". ", ", ", "7", "他", "ه", "צה", "n", "\n"])


@given(st.lists(SCRAPS, max_size=30).map("".join), st.sampled_from(["", "“", "‘", "» x"]))
def test_quotations_stand_one_behind_the_other(text: str, follows: str) -> None:
    found = quotations(text, follows)
    places = [place for each in found.closed for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(each.words in text[each.start : each.end] for each in found.closed)
    assert all(0 <= place < len(text) for place in found.unclosed)
    assert len(without_quotations(text)) == len(text)


@pytest.mark.parametrize("scrap", ["“", "‘", "'", '"', "“a ‘b ", "‘s’ ", "« » ", "“’ ", "‘a “ ", "\" ' ", '<a b="c'])
def test_many_marks_are_read_in_one_pass(scrap: str) -> None:
    assert len(quotations(scrap * 20_000).closed) <= 20_000


def test_what_an_attribute_of_html_says_is_no_quotation() -> None:
    assert quoted('<iframe src="https://a b" title="of three words">x</iframe> “he said it”') == ["he said it"]
    assert quoted('if a < b, "so they all said" and c > d') == ["so they all said"]
