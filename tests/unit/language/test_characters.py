"""The table of characters: what each row does to a passage, and that none undoes another."""

# ruff: noqa: RUF001 - characters that look alike are meant.

from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language.characters import TABLE, CharacterMeaning, any_word, in_one_case, normal, plain, words_of
from standfirst.language.words import fold, placed_words


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("it cost £50 then", ("it cost 50 then", "it cost $50 then", "it cost €50 then")),
        ("¥5", ("5", "₽5", "₹5")),
        ("R < 1", ("R 1", "R > 1", "R = 1", "R ≤ 1")),
        ("+5", ("5", "±5", "−5")),
        ("a ≠ b", ("a b", "a = b")),
        ("2 × 3", ("2 3", "2 ÷ 3")),
        ("−5 degrees", ("5 degrees", "+5 degrees", "±5 degrees")),
        ("-$5", ("$5",)),
        ("-.5", (".5", "-5")),
        ("50%", ("50", "50‰", "50‱")),
        ("٥٠٪", ("٥٠",)),
        ("20°C", ("20C", "20 C")),
        ("6′", ("6", "6″")),
        ("2½ years", ("2 years", "2¼ years", "½ years", "21⁄2 years")),
        ("②", ("2", "③", "")),
        ("Ⅳ", ("Ⅴ", "")),
        ("10²", ("10", "102", "10³", "10⁻²")),
        ("km²", ("km", "km³", "m²")),
        ("1 ㎢", ("1 km", "1 ㎡")),
        ("CO₂", ("CO",)),
        ("Marks & Sons", ("Marks Sons",)),
        ("§ 5", ("5",)),
        ("#1", ("1",)),
        ("№ 5", ("5",)),
        ("good 👍", ("good", "good 👎")),
        ("👍🏽", ("👍", "👍🏿")),
        ("🇬🇧", ("🇬🇪", "🇧🇬", "")),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", ("🏴", "🏴󠁧󠁢󠁳󠁣󠁴󠁿")),
        ("★★★☆", ("★★☆☆", "★★★★")),
        ("▲ 5", ("5", "▼ 5")),
        ("→", ("", "←")),
        ("F♯", ("F", "F♭")),
        ("LGBTQ+", ("LGBTQ",)),
        (".5 per cent", ("5 per cent",)),
        ("٢٬٥", ("٢ ٥",)),
        ("1/2", ("1 2", "12", "1/3")),
        ("a != b", ("a = b",)),
        ("a king[s]", ("a king",)),
        ("قَتَل", ("قُتِل",)),
    ],
)
def test_a_sign_that_means_something_is_neither_nothing_nor_another(text: str, others: tuple[str, ...]) -> None:
    assert [other for other in others if fold(other) == fold(text)] == []


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("gov\u00adern\u200bment\u2060s", ("governments", "gov\ufefferne\u200dments".replace("ne", "n"))),
        ("می\u200cخواهم", ("میخواهم",)),
        ("क्\u200dष", ("क्ष",)),
        ("❤\ufe0f", ("❤",)),
        ("\u202bقال\u202c", ("قال", "قـــال")),
        ("cafe\u0301", ("café", "ＣＡＦÉ")),
        ("don’t", ("don't", "donʼt", "don‘t", "don＇t", "don′t", "don´t")),
        ("Sa‘ud", ("Sa'ud", "Saʿud")),
        ("“one” – two", ("one two", "«one» - two", "one—two", "one… two", "one. . . two", "• one | two")),
        ("2015–2016", ("2015-2016", "2015‑2016", "2015−2016", "2015 2016")),
        ("well-known", ("well‐known", "well–known")),
        ("−5", ("-5", "–5", "﹣5", "－５")),
        ("−€5", ("-€5",)),
        ("50 %", ("50%", "５０％")),
        ("٥٪", ("٥%",)),
        ("20 °C", ("20°C", "20 ℃", "20ºC", "20˚C")),
        ("2½", ("2 ½", "2 1⁄2")),
        ("½", ("1⁄2", "1∕2", "1/2")),
        ("9/11 and 4/5/2019", ("9 11 and 4 5 2019",)),
        ("4 × 100 m", ("4 x 100 m", "4x100 m")),
        ("a ≠ b", ("a != b",)),
        ("٥٫٥", ("۵٫۵", "5.5")),
        ("İnsan ışık", ("insan Işık", "İNSAN IŞIK")),
        ("km²", ("km2", "㎢", "KM²")),
        ("x²", ("x2",)),
        ("CO₂", ("CO2",)),
        ("ﬁnal ĳs", ("final ijs",)),
        ("ſo", ("so",)),
        ("Henry Ⅷ", ("Henry VIII",)),
        ("№ 5", ("No. 5", "№5")),
        ("ﻗﺎﻝ", ("قال",)),
        ("علي", ("علی",)),
        ("⼈", ("人",)),
        ("ｶﾞｽ", ("ガス",)),
        ("𝗻𝗼 𝘸𝘢𝘺", ("no way",)),
        ("Galați", ("Galaţi",)),
        ("213 people¹ in", ("213 people in", "213 people[1] in", "213 people¹⁻³ in", "213 people[1][2] in")),
        (
            "so people in",
            ("so people⁽¹⁾ in", "so people[a] in", "so people[note 2] in", "so people[citation needed] in"),
        ),
        ("50% (of all) now", ("50%¹ (of all)² now",)),
        ("it ended.² Then", ("it ended. Then", "it ended.[2–4] Then")),
        ("in 2019¹ too", ("in 2019 too", "in 2019[12] too")),
        ("so\n=====\nand", ("so and", "so <<and>>", "so ~~~ and")),
        ("he said\nso", ("he said\n> so", "he said\n >> so")),
        ("#MeToo", ("MeToo",)),
        ("Google™ said", ("Google said",)),
    ],
)
def test_signs_that_mean_the_same_or_nothing_are_the_same(text: str, others: tuple[str, ...]) -> None:
    assert {other: fold(other) for other in others} == dict.fromkeys(others, fold(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("岸本首相は、停戦を。", "岸 本 首 相 は 停 戦 を"),
        ("第3回G20サミット", "第 3 回 g20 サ ミ ッ ト"),
        ("ที่นี่", "ที่ นี่"),
        ("ນີ້", "ນີ້"),
        ("ភាសា", "ភា សា"),
        ("မြန်မာ", "မြ န် မာ"),
        ("한국어는", "한국어는"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_in_a_script_without_spaces_each_character_is_a_word(text: str, words: str) -> None:
    assert fold(text) == words


SAID = "".join(chr(code) for code in range(0x20, 0x2800) if chr(code).isprintable())
TEXTS = st.text(
    st.one_of(
        st.sampled_from("aB 1٣'’,.-–−—/$£%°º½²₂⁻⁺⁄[]()<>=+#&′№ⅣㅋÀk m\u0301\u200b\u00ad\u0640\ufe0f"),
        st.sampled_from("岸本ガｶﾞสวั한가각ليبياﻗŉﬃĳǄ㎢℃①👍🏽🇬🏴\U000e0067\U000e007f𝗻"),
        st.sampled_from(SAID),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=14,
)


@given(TEXTS)
def test_no_row_leaves_what_another_would_change(text: str) -> None:
    assert normal(normal(text)) == normal(text)
    assert fold(normal(text)) == fold(text)
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_words_are_the_same_one_by_one_and_all_at_once(text: str) -> None:
    assert " ".join(word.text for word in placed_words(normal(text))) == fold(text)


@given(
    TEXTS, st.lists(st.tuples(st.integers(0, 14), st.sampled_from("\u200b\u00ad\u2060\ufeff\u200d\ufe0f")), max_size=5)
)
def test_what_nobody_sees_changes_no_word(text: str, unseen: list[tuple[int, str]]) -> None:
    marked = list(text)
    for place, character in unseen:
        marked.insert(place, character)
    assert fold("".join(marked)) == fold(text)


@given(TEXTS)
def test_composed_and_decomposed_characters_are_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


# Of Latin letters and the signs beside them, with those that look alike and mean something else.
LATIN = st.text(
    st.one_of(
        st.sampled_from("aBxX19 -–—.,'‘’“”[]()/%°$£€§<>=!+~^*#&_{}|…«»\n\u00a0ßIiıİşșſǰĳŀŉǆ²½µªº"),
        st.characters(max_codepoint=0x24F),
    ),
    max_size=14,
)


@given(LATIN)
def test_a_latin_text_is_read_by_the_same_table(text: str) -> None:
    # What is of no Latin alphabet is behind it, where it is beside nothing.
    other = "\n.①"
    assert normal(text + other) == normal(text) + other
    assert words_of(normal(text)) == any_word().findall(normal(text))
    assert fold(text) == plain(" ".join(any_word().findall(in_one_case(normal(text)))))


def test_every_row_gives_a_reason_and_is_a_pattern() -> None:
    for row in TABLE:
        assert row.why
        if row.meaning is not CharacterMeaning.VARIANT:
            assert regex.compile(row.pattern, regex.V1).search("") is None


LONG = 80_000


@pytest.mark.parametrize(
    "text",
    [
        "e" + "\u0301\u0323" * LONG, "a[1" * LONG, "[1]" * LONG, "a[1]]" * LONG, "²" * LONG, "people" + "²," * LONG,
        "=" * LONG, "-" * LONG, "'" * LONG, "a'" * LONG, "1," * LONG, "1⁄" * LONG, "\u00ad" * LONG,
        "\U0001f3f4" + "\U000e0067" * LONG, "岸" * LONG, "₂" * LONG,
    ],
)  # fmt: skip
def test_folding_takes_as_long_as_its_text(text: str) -> None:
    fold(text)
