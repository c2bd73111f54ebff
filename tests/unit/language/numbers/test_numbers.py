"""Quantities: read, said in a language, and checked against what a text states."""

# ruff: noqa: RUF001 - Arabic letters and digits are meant.

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import localedata
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.language import numbers
from standfirst.language.numbers import Agreement, Amount
from standfirst.language.numbers.spelling import spellings
from standfirst.model import Qualifier, Quantity

AGREES, OPPOSITE, DISAGREES, UNREAD, SILENT = Agreement
LANGUAGES = st.sampled_from(["en", "fr", "de", "ar", "en-IN"])
# Every way to write numbers: by words apart and together, by case, with prefixes, without spaces, in no words at all.
TWELVE = st.sampled_from(["ar", "de", "en", "es", "fr", "hi", "it", "ja", "nl", "pt", "ru", "tlh"])
QUANTITIES = st.tuples(
    st.decimals(min_value=-(10**9), max_value=10**9, places=3), st.decimals(min_value=0, max_value=10**6, places=1)
).map(lambda parts: Quantity(parts[0], parts[0] + parts[1]))


# ---------------------------------------------------------------- reading a value


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("213", "213", "213"),
        ("0.5", "0.5", "0.5"),
        ("-3", "-3", "-3"),
        ("-0", "0", "0"),
        ("0.50", "0.50", "0.50"),
        ("210..220", "210", "220"),
        ("-3..-1", "-3", "-1"),
        ("0.5..0.5", "0.5", "0.5"),
        ("123456789012345678", "123456789012345678", "123456789012345678"),
    ],
)
def test_a_number_or_a_range_is_read_exactly(text: str, low: str, high: str) -> None:
    quantity = numbers.parse_quantity(text)
    assert (str(quantity.low), str(quantity.high)) == (low, high)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("1,009", "'1,009' is not a number", "write 1009"),
        ("1 009", "'1 009' is not a number", "write 1009"),
        ("1,009.5", "'1,009.5' is not a number", "write 1009.5"),
        ("1,009..1020", "'1,009' is not a number", "write 1009"),
        ("0,5", "'0,5' is not a number", "write 0.5"),
        ("2%", "'2%' is not a number", "write 2, and unit: percent"),
        ("210-220", "'210-220' is not a number", "write 210..220"),
        ("210 – 220", "'210 – 220' is not a number", "write 210..220"),
        ("220..210", "'220..210' ends below where it starts", "write 210..220"),
        ("210 .. 220", "'210' has spaces beside it", "leave them out"),
        ("at least 213", "'at least 213' is not a number", "write 213, and the rest as its qualifier or unit"),
        ("$5", "'$5' is not a number", "write 5, and the rest as its qualifier or unit"),
        ("1e3", "'1e3' is not a number", "write digits alone, such as 213, 0.5 or 210..220"),
        ("NaN", "'NaN' is not a number", "write digits alone, such as 213, 0.5 or 210..220"),
        ("Infinity", "'Infinity' is not a number", "write digits alone, such as 213, 0.5 or 210..220"),
        ("٢١٣", "'٢١٣' is not a number", "write digits alone, such as 213, 0.5 or 210..220"),
        ("..5", "a number is missing here", "write digits alone, such as 213, 0.5 or 210..220"),
        ("", "a number is missing here", "write digits alone, such as 213, 0.5 or 210..220"),
        ("1234567890123456789", "'1234567890123456789' has more than 18 digits", "round it"),
    ],
)
def test_what_is_no_quantity_is_refused_with_what_to_write(text: str, message: str, hint: str) -> None:
    with pytest.raises(numbers.QuantityError) as caught:
        numbers.parse_quantity(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def outcome(text: str) -> Quantity | numbers.QuantityError:
    """Read a text, or return why it is refused."""
    try:
        return numbers.parse_quantity(text)
    except numbers.QuantityError as error:
        return error


@given(st.one_of(st.text(), st.text(alphabet="0123456789.,-% e", max_size=24)))
@example("9" * 5000)
def test_any_text_is_a_quantity_or_is_refused(text: str) -> None:
    match outcome(text):
        case numbers.QuantityError() as error:
            assert error.message
            assert error.hint
        case quantity:
            assert quantity.low.is_finite()
            assert quantity.low <= quantity.high


# ---------------------------------------------------------------- saying it


@pytest.mark.parametrize(
    ("text", "qualifier", "unit", "english", "french"),
    [
        ("213", None, "", "213", "213"),
        ("213", Qualifier.AT_LEAST, "morts", "at least 213 morts", "au moins 213 morts"),
        ("1009", Qualifier.AT_MOST, "morts", "at most 1,009 morts", "au plus 1\u202f009 morts"),
        ("0.5", Qualifier.ABOUT, "percent", "about 0.5%", "environ 0,5\xa0%"),
        ("0.50", Qualifier.MORE_THAN, "percent", "more than 0.50%", "plus de 0,50\xa0%"),
        ("2", Qualifier.FEWER_THAN, "", "fewer than 2", "moins de 2"),
        ("12345.6789", None, "km", "12,345.6789 km", "12\u202f345,6789 km"),
        ("210..220", None, "morts", "210–220 morts", "210–220 morts"),
        ("-3..-1", None, "", "-3 to -1", "-3 à -1"),
        ("5..7", None, "percent", "5%–7%", "5\xa0%–7\xa0%"),
        ("5000", None, "EUR", "€5,000", "5\u202f000\xa0€"),
        ("5.5", None, "EUR", "€5.50", "5,50\xa0€"),
        ("0.125", None, "EUR", "€0.125", "0,125\xa0€"),
        ("5..6", Qualifier.ABOUT, "EUR", "about €5–€6", "environ 5\xa0€–6\xa0€"),
    ],
)
def test_a_figure_is_said_with_its_qualifier_and_unit(
    text: str, qualifier: Qualifier | None, unit: str, english: str, french: str
) -> None:
    quantity = numbers.parse_quantity(text)
    assert numbers.say(quantity, qualifier, unit, "en") == english
    assert numbers.say(quantity, qualifier, unit, "fr") == french


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "at least US$1,000,000"),
        ("en-US", "at least $1,000,000"),
        ("en-IN", "at least $10,00,000"),
        ("fr", "au moins 1\u202f000\u202f000\xa0$US"),
        ("ar", "ما لا يقل عن \u200f1,000,000\xa0US$"),
        ("tlh", "at least US$1,000,000"),
    ],
)
def test_an_amount_of_money_is_written_as_its_readers_write_it(language: str, said: str) -> None:
    assert numbers.say(numbers.parse_quantity("1000000"), Qualifier.AT_LEAST, "USD", language) == said


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("1009", "people", Amount("1,009", "people")),
        ("210..220", "people", Amount("210–220", "people")),
        ("0.5", "percent", Amount("0.5%", "")),
        ("5", "EUR", Amount("€5", "")),
        ("5", "eur", Amount("5", "eur")),
        ("5", "", Amount("5", "")),
    ],
)
def test_the_number_is_shown_apart_from_the_word_that_counts_it(text: str, unit: str, amount: Amount) -> None:
    assert numbers.say_number(numbers.parse_quantity(text), unit, "en") == amount


# ---------------------------------------------------------------- numbers in a text


@pytest.mark.parametrize(
    ("language", "text", "stated"),
    [
        ("en", "at least 213 people", ["213"]),
        ("en", "1,009 people", ["1009"]),
        ("en", "In 2019, 213 people died.", ["2019", "213"]),
        ("en", "10, 20 and 30", ["10", "20", "30"]),
        ("en", "12.5%", ["12.5"]),
        ("en", "fell to −3", ["-3"]),
        ("en", "210-220 or 5–6", ["210", "220", "5", "6"]),
        ("en", "a 5-year war", ["5"]),
        ("en", "٢١٣", ["213"]),
        ("en", "US$5,000", ["5000"]),
        ("en-IN", "1,00,000", ["100000"]),
        ("en", "Two people", ["2"]),
        ("en", "twenty-one", ["21"]),
        ("en", "two hundred and thirteen", ["213"]),
        ("en", "two hundred thirteen", ["213"]),
        ("en", "one thousand and nine", ["1009"]),
        ("en", "a hundred people", ["100"]),
        ("en", "one million two hundred thousand and five", ["1200005"]),
        ("en", "between two and three", ["2", "3"]),
        ("en", "three thousand, two of them children", ["3000", "2"]),
        ("en", "$1.5 billion", ["1500000000"]),
        ("en", "half a million, half a dozen, two dozen", ["500000", "6", "24"]),
        ("en", "two decades, a century, the 20th century, the last decade", ["20", "100"]),
        ("fr", "deux décennies", ["20"]),
        ("en", "one and a half percent, two and a half million", ["1.5", "2500000"]),
        ("en", "zero", ["0"]),
        ("fr", "1\u202f009 blessés, 1 010 morts", ["1009", "1010"]),
        ("fr", "0,5 %", ["0.5"]),
        ("fr", "deux cent treize", ["213"]),
        ("fr", "vingt et une personnes", ["21"]),
        ("fr", "quatre-vingt-dix-neuf", ["99"]),
        ("fr", "mille neuf", ["1009"]),
        ("fr", "deux cent mille", ["200000"]),
        ("fr", "deux millions cinq cent mille", ["2500000"]),
        ("fr", "une centaine de morts", ["100"]),
        ("fr", "deux millions et demi", ["2500000"]),
        ("de", "1.009 und zweihundertdreizehn", ["1009", "213"]),
        ("de", "eine Million", ["1000000"]),
        ("it", "5 mila", ["5000"]),
        ("nl", "5 duizend", ["5000"]),
        ("en", "a quarter of a million, three quarters of a million", ["250000", "750000"]),
        ("en", "a quarter million or quarter of a million", ["250000", "250000"]),
        ("en", "half of a million, half-a-million, a half million", ["500000", "500000", "500000"]),
        ("en", "twelve hundred troops, nineteen hundred and fifty", ["1200", "1950"]),
        ("en", "two-thirds of the votes, the third quarter, the twenty-third", []),
        ("en", "5 lakh, 2.5 crore, 3 lakh crore", ["500000", "25000000", "3000000000000"]),
        ("en", "5k, 5mn, 5bn, 5 tn", ["5000", "5000000", "5000000000", "5000000000000"]),
        ("en", "2½ million, ¾ of a million, 2 1/2 million", ["2500000", "750000", "2500000"]),
        ("en", "1\u202f000, 1\u2009000, 1\u00a0000, 1'000, 1’000, 1 000 000", ["1000"] * 5 + ["1000000"]),
        ("en", "1,00,000", ["100000"]),
        ("en", "two to three million", ["2", "3000000"]),
        ("en", "between two thousand and three hundred thousand", ["2000", "300000"]),
        ("en", "two and a quarter million, two million and a half", ["2250000", "2500000"]),
        ("fr", "soixante-dix, quatre-vingts, quatre-vingt mille", ["70", "80", "80000"]),
        ("fr", "septante et un, huitante-deux, nonante", ["71", "82", "90"]),
        ("fr", "un quart de million, trois quarts d’un million, un demi-million", ["250000", "750000", "500000"]),
        ("fr", "douze cents, 2,3 Md€, 5 M€, 1,2 milliard, 3 Mds d’euros", ["1200", "2.3e9", "5e6", "1.2e9", "3e9"]),
        ("fr", "cinq pour cent, plusieurs centaines", ["5"]),
        ("fr-CH", "1'000 et 12’000", ["1000", "12000"]),
        ("it-CH", "1'000", ["1000"]),
        ("de", "1,5 Mio. Euro, 2,3Mrd., 4 Mill., 300 Tsd.", ["1.5e6", "2.3e9", "4e6", "3e5"]),
        ("de", "zweihundertdreizehntausendvierhundertfünf", ["213405"]),
        ("de", "eine Viertelmillion, eine halbe Million, anderthalb Millionen", ["250000", "500000", "1500000"]),
        ("de", "zweieinhalb Milliarden, ein Dutzend, zwölfhundert", ["2.5e9", "12", "1200"]),
        ("de", "mehrere hundert, hundert", ["100"]),
        ("de-CH", "1'000 Personen", ["1000"]),
        ("de-CH", "1,1 Mrd. Franken, 2.3 Mio., 1'500'000,50", ["1.1e9", "2.3e6", "1500000.5"]),
        ("en", "between K2,000 and Rs5,000, A320, G20, xK2,000", ["2000", "5000"]),
        ("es", "doscientas trece, veintidos, dos mil quinientos millones", ["213", "22", "2.5e9"]),
        ("es", "medio millón, un cuarto de millón, dos millones y medio", ["500000", "250000", "2500000"]),
        ("it", "duecentotredici, centottantotto, un quarto di milione", ["213", "188", "250000"]),
        ("it", "5 mld, due milioni e mezzo, cinque per cento", ["5e9", "2500000", "5"]),
        ("pt", "duzentos e treze, 3 bilhões, meio milhão, dezasseis", ["213", "3e9", "500000", "16"]),
        ("nl", "tweehonderddertien, 5 mln. euro, 2 mld, anderhalf miljoen", ["213", "5e6", "2e9", "1500000"]),
        ("ru", "двухсот тринадцати, 5 тыс. человек, 2,3 млрд", ["213", "5000", "2.3e9"]),
        ("ru", "полмиллиона, полтора миллиона, четверть миллиона", ["500000", "1500000", "250000"]),
        ("ar", "ربع مليون, مليونين ونصف المليون, خمسة آلاف", ["250000", "2500000", "5000"]),
        ("ar", "بخمسة وعشرين ألفا, مئتي ألف, الثلاثة عشر", ["25000", "200000", "13"]),
        ("ja", "約213人、3億5000万円", ["213", "350000000"]),
        ("zh", "5万人", ["50000"]),
        ("ko", "5만명", ["50000"]),
        ("hi", "5 लाख, 2 करोड़", ["500000", "20000000"]),
        ("pl", "5 tys.", ["5000"]),
        ("ar", "٢١٣ شخصا", ["213"]),
        ("ar", "١٬٠٠٩٫٥", ["1009.5"]),
        ("ar", "5 ملايين", ["5000000"]),
        ("es", "3 mil millones", ["3000000000"]),
    ],
)
def test_numbers_are_found_in_digits_and_in_words(language: str, text: str, stated: list[str]) -> None:
    assert numbers.numbers_in(text, language) == tuple(map(Decimal, stated))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the captives"),
        ("en", "one of the captives"),
        ("en", "a captive"),
        ("en", "hundreds of people"),
        ("en", "the 19th, the nineteenth and the twenty-first century"),
        ("en", "the two hundred and thirteenth day"),
        ("en", "the 1,009th day"),
        ("en", "the 1990s"),
        ("en", "the G20"),
        ("en", "version 1.2.3"),
        ("en", "often"),
        ("fr", "un homme, le 19e siècle, le 1er mai, le dix-neuvième"),
        ("fr", "des milliers"),
        ("de", "ein Mann"),
        ("ar", "القرن الثالث عشر"),
        ("ja", "二百十三"),
        ("tlh", "cha'"),
    ],
)
def test_ordinals_articles_and_words_that_cannot_be_read_safely_are_no_numbers(language: str, text: str) -> None:
    assert numbers.numbers_in(text, language) == ()


READ_WHOLE = ["ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru"]


@given(st.integers(min_value=2, max_value=999_999_999_999), st.sampled_from(READ_WHOLE), st.data())
def test_every_whole_number_in_words_is_read_as_one_number(number: int, language: str, data: st.DataObject) -> None:
    words = data.draw(st.sampled_from(spellings(number, language))).replace(",", "")
    stated = Quantity(Decimal(number), Decimal(number))
    assert numbers.agreement_of(f"— {words} —", stated, language) is AGREES
    # French "neuf" and Italian "sei" are other words too.
    assert numbers.numbers_in(f"— {words} —", language) in {(stated.low,), ()}


@given(st.text(max_size=60), TWELVE)
@example("two " * 5000, "en")
@example("9" * 10_000, "en")
@example("million " * 5000, "en")
@example("two hundred and " * 3000, "en")
@example("1 000 " * 3000, "fr")
@example("1,000," * 3000, "en")
@example("dreiundzwanzig" * 2000, "de")
@example("eins" * 20, "de")
@example("و" * 5000, "ar")
@example("3 von " * 3000, "de")
@example("half a " * 3000, "en")
def test_any_text_can_be_searched_for_numbers(text: str, language: str) -> None:
    assert all(number.is_finite() for number in numbers.numbers_in(text, language))


# ---------------------------------------------------------------- agreement


@pytest.mark.parametrize(
    ("text", "value", "agree"),
    [
        ("213 people", "213", AGREES),
        ("two hundred and thirteen people", "213", AGREES),
        ("213 people in 2019", "213", AGREES),
        ("214 people", "213", DISAGREES),
        ("in 2019", "213", DISAGREES),
        ("the dead", "213", SILENT),
        ("one of the dead", "2", SILENT),
        ("0.5%", "0.50", AGREES),
        ("$5 billion", "5000000000", AGREES),
        ("fell by 3 per cent", "-3", AGREES),
        ("rose by 4 per cent", "-3", DISAGREES),
        ("−3 per cent", "-3", AGREES),
        ("−3 per cent", "3", OPPOSITE),
        ("210 to 220", "210..220", AGREES),
        ("210–220", "210..220", AGREES),
        ("at least 210", "210..220", DISAGREES),
        ("215", "210..220", DISAGREES),
        ("5m", "5", AGREES),
        ("5m", "5000000", AGREES),
        ("$5m", "5000000", AGREES),
        ("$5m", "5", DISAGREES),
        ("5–10 million", "5000000..10000000", AGREES),
        ("between five and ten million", "5000000..10000000", AGREES),
        ("at least 142 and possibly 161", "142..161", AGREES),
        ("a quarter of a million", "1000000", DISAGREES),
        ("two-thirds of them", "2", SILENT),
        ("two-thirds of them", "3", SILENT),
        ("2/3 of them", "4", DISAGREES),
        ("one in five", "5", AGREES),
        ("several hundred", "213", SILENT),
        ("hundred and thirteen", "13", UNREAD),
        ("nineteen eighty-four", "1984", UNREAD),
        ("1.000,5 tonnes", "1000.5", UNREAD),
    ],
)
def test_a_text_agrees_that_states_the_number_or_both_ends_of_the_range(
    text: str, value: str, agree: Agreement
) -> None:
    assert numbers.agreement_of(text, numbers.parse_quantity(value), "en") is agree


@pytest.mark.parametrize(
    ("text", "value", "agree"),
    [
        ("two-thirds of the votes", "66", AGREES),
        ("two-thirds of the votes", "66.67", AGREES),
        ("⅔ of the votes", "67", AGREES),
        ("2/3 of the votes", "66.7", AGREES),
        ("three quarters", "75", AGREES),
        ("half the votes", "50", AGREES),
        ("half a percent", "0.5", AGREES),
        ("half a percent", "50", DISAGREES),
        ("one in five", "20", AGREES),
        ("3 out of 4", "75", AGREES),
        ("one in five", "25", UNREAD),
        ("two-thirds of the votes", "75", UNREAD),
        ("64 per cent, two-thirds almost", "64", AGREES),
    ],
)
def test_a_share_is_so_many_per_cent_and_where_it_is_not_it_may_be_one_of_something_else(
    text: str, value: str, agree: Agreement
) -> None:
    assert numbers.agreement_of(text, numbers.parse_quantity(value), "en", "percent") is agree


@pytest.mark.parametrize(
    ("language", "text", "share", "other"),
    [
        ("de", "Jeder Fünfte floh", "20", "25"),
        ("de", "jede vierte Frau", "25", "4"),
        ("ru", "каждый пятый житель", "20", "25"),
        ("en", "one person in five fled", "20", "25"),
        ("en", "two children out of every five", "40", "20"),
        ("fr", "une personne sur cinq", "20", "25"),
        ("es", "una persona de cada cinco", "20", "25"),
        ("ru", "один человек из пяти", "20", "25"),
        ("ja", "投票率は3割だった", "30", "40"),
        ("ja", "三分の二が賛成した", "66.7", "30"),
        ("zh", "三成选民", "30", "40"),
        ("zh", "3分之2的选民", "66.7", "30"),
        ("zh", "百分之二十的选民", "20", "30"),
        ("zh", "五分之一的选民", "20", "50"),
        ("ja", "5人に1人が", "20", "50"),
        ("ko", "3분의 2가", "66.7", "30"),
    ],
)
def test_a_share_is_read_with_its_noun_and_in_the_order_of_its_language(
    language: str, text: str, share: str, other: str
) -> None:
    assert numbers.is_supported(numbers.parse_quantity(share), [text], language, "percent")
    assert numbers.names_unit([text], "percent", language)
    assert not numbers.is_supported(numbers.parse_quantity(other), [text], language, "percent")


def test_two_numbers_that_may_be_a_share_are_numbers_too() -> None:
    units = numbers.units_of(["people", "days"], "en")
    assert numbers.numbers_in("two people in five days", "en") == (Decimal(2), Decimal(5))
    assert [each.units for each in numbers.amounts_in("2 people in 5 days", units, "en")] == [("people",), ("days",)]
    assert numbers.agreement_of("jeder Fünfte", numbers.parse_quantity("213"), "de") is SILENT


def test_of_a_figure_that_is_about_right_a_share_may_be_further_off() -> None:
    value = numbers.parse_quantity("48")
    assert numbers.agreement_of("about half", value, "en", "percent") is UNREAD
    assert numbers.agreement_of("about half", value, "en", "percent", loosely=True) is AGREES


@given(QUANTITIES, st.sampled_from([None, *Qualifier]), st.sampled_from(["", "people", "percent", "EUR"]), TWELVE)
def test_what_is_said_of_a_quantity_agrees_with_it(
    quantity: Quantity, qualifier: Qualifier | None, unit: str, language: str
) -> None:
    assert numbers.agreement_of(numbers.say(quantity, qualifier, unit, language), quantity, language, unit) is AGREES


def test_what_is_said_agrees_in_every_language_babel_knows() -> None:
    quantity = numbers.parse_quantity("1009.5")
    tags = sorted({name.partition("_")[0] for name in localedata.locale_identifiers()})
    # Toki Pona groups by hundreds.
    unread = [
        tag for tag in tags if numbers.agreement_of(numbers.say(quantity, None, "", tag), quantity, tag) is not AGREES
    ]
    assert unread == ["tok"]


# ---------------------------------------------------------------- qualifiers


@pytest.mark.parametrize(
    ("language", "text", "qualifiers"),
    [
        ("en", "At least 213 people", {Qualifier.AT_LEAST}),
        ("en", "no fewer than 213", {Qualifier.AT_LEAST}),
        ("en", "no more than 213", {Qualifier.AT_MOST}),
        ("en", "more\n than 213", {Qualifier.MORE_THAN}),
        ("en", "fewer than 213", {Qualifier.FEWER_THAN}),
        ("en", "some 213", {Qualifier.ABOUT}),
        ("en", "over or around 213", {Qualifier.MORE_THAN, Qualifier.ABOUT}),
        ("en", "somehow 213, all overboard", set()),
        ("en", "nearly 213", {Qualifier.ABOUT}),
        ("fr", "au moins 213", {Qualifier.AT_LEAST}),
        ("fr", "pas plus de 213", {Qualifier.AT_MOST}),
        ("fr", "plus d'un millier", {Qualifier.MORE_THAN}),
        ("fr", "jusqu’à 213", {Qualifier.AT_MOST}),
        ("ar", "ما لا يقل عن 213", {Qualifier.AT_LEAST}),
        ("ar", "نحو 213", {Qualifier.ABOUT}),
        ("de", "at least 213", {Qualifier.AT_LEAST}),
    ],
)
def test_qualifiers_are_found_in_any_wording_the_longest_first(
    language: str, text: str, qualifiers: set[Qualifier]
) -> None:
    assert numbers.qualifiers_in(text, language) == qualifiers


@pytest.mark.parametrize("language", ["en", "fr", "ar", "de"])
@pytest.mark.parametrize("qualifier", Qualifier)
def test_what_is_said_of_a_qualifier_is_one_of_its_wordings(qualifier: Qualifier, language: str) -> None:
    said = numbers.say(numbers.parse_quantity("213"), qualifier, "", language)
    assert any(words in said for words in numbers.qualifier_words(qualifier, language))
    assert numbers.qualifiers_in(said, language) == {qualifier}


# ---------------------------------------------------------------- what wording states


@pytest.mark.parametrize(
    ("language", "texts", "value"),
    [
        ("en", ["at least 213 people"], "213"),
        ("en", ["two hundred and thirteen people"], "213"),
        ("en", ["1,009 injured"], "1009"),
        ("en", ["US$5,000"], "5000"),
        ("en", ["$5 million"], "5000000"),
        ("en", ["£5m"], "5000000"),
        ("en", ["€1.5bn"], "1500000000"),
        ("en", ["5 m of water"], "5"),
        ("en", ["half a percent"], "0.5"),
        ("en", ["one and a half percent"], "1.5"),
        ("en", ["a five-year civil war"], "5"),
        ("en", ["fell by 3 per cent"], "-3"),
        ("en", ["from 210", "to 220"], "210..220"),
        ("en", ["it was −2 °C"], "-2"),
        ("en", ["2 °C below zero"], "-2"),
        ("en", ["50%-60% of them, from 5 -6 boats"], "60"),
        ("en", ["50%-60% of them, from 5 -6 boats"], "6"),
        ("ar", ["مرضى كوفيد-19"], "19"),
        ("en", ["one person"], "1"),
        ("en", ["a single man"], "1"),
        ("fr", ["un homme"], "1"),
        ("fr", ["une seule personne, en 2019"], "1"),
        ("fr", ["un demi pour cent"], "0.5"),
        ("ar", ["مقتل ٢١٣ شخصا"], "213"),
        ("ar", ["مقتل مائتين وثلاثة عشر شخصا في 2019"], "213"),
        ("ar", ["مقتل ثلاث نساء في 2019"], "3"),
        ("ar", ["عشرين قتيلا في 2019"], "20"),
        ("ar", ["مقتل شخصين في 2019"], "2"),
        ("ar", ["مقتل شخص واحد في 2019"], "1"),
        ("es", ["doscientos trece en 2019"], "213"),
        ("es", ["una persona en 2019"], "1"),
        ("ru", ["двести тринадцать в 2019"], "213"),
    ],
)
def test_texts_state_a_value_in_digits_or_in_words(language: str, texts: list[str], value: str) -> None:
    assert numbers.is_supported(numbers.parse_quantity(value), texts, language)


@pytest.mark.parametrize(
    ("language", "texts", "value"),
    [
        ("en", ["at least 213 people"], "214"),
        ("en", ["two hundred and thirteen people"], "13"),
        ("en", ["the dead"], "213"),
        ("en", ["the dead"], "1"),
        ("en", ["from 210"], "210..220"),
        ("en", ["half a million"], "0.4"),
        ("fr", ["des milliers"], "1000"),
        ("ar", ["مقتل ٢١٣ شخصا"], "214"),
        ("ar", ["مقتل ثلاثة عشر شخصا في 2019"], "3"),
        ("ar", ["عشرين قتيلا في 2019"], "10"),
        ("ar", ["مئة قتيل في 2019"], "200"),
        ("es", ["doscientos trece en 2019"], "214"),
        ("en", ["it was −2 °C"], "2"),
        ("de", ["bei -2 Grad"], "2"),
        ("ja", ["気温は−2度"], "2"),
    ],
)
def test_texts_that_state_another_number_do_not_state_a_value(language: str, texts: list[str], value: str) -> None:
    assert not numbers.is_supported(numbers.parse_quantity(value), texts, language)


@pytest.mark.parametrize("language", ["ar", "pl", "sw", "ja", "tlh"])
def test_words_that_cannot_be_read_are_not_judged_unless_there_are_digits(language: str) -> None:
    value = numbers.parse_quantity("213")
    assert numbers.is_supported(value, ["— — —"], language)
    assert not numbers.is_supported(value, ["— 7 —"], language)


# Of these languages nobody looked at the words: they may bear a number out.
UNTUNED = [
    "az",
    "bg",
    "ca",
    "cs",
    "da",
    "el",
    "fa",
    "fi",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "ja",
    "ko",
    "ms",
    "no",
    "pl",
    "ro",
]


@given(
    st.integers(2, 10**9), st.sampled_from([*READ_WHOLE, *UNTUNED, "sr", "sw", "th", "tr", "uk", "vi", "zh"]), st.data()
)
def test_a_number_in_words_is_stated_beside_other_numbers(number: int, language: str, data: st.DataObject) -> None:
    # Behind a comma another number begins: "three thousand, two of them children".
    words = data.draw(st.sampled_from(spellings(number, language))).replace(",", "")
    assert numbers.is_supported(numbers.parse_quantity(str(number)), [f"— {words} — 7"], language)


@given(QUANTITIES, LANGUAGES)
def test_what_is_said_of_a_quantity_states_it_and_nothing_else(quantity: Quantity, language: str) -> None:
    said = numbers.say(quantity, None, "", language)
    assert numbers.is_supported(quantity, [said], language)
    assert not numbers.is_supported(Quantity(quantity.low, quantity.high + 1), [said], language)


# ---------------------------------------------------------------- numbers with their units

UNITS = ["people", "percent", "USD", "CAD", "years old", "人", "คน"]


@pytest.mark.parametrize(
    ("language", "text", "words", "low", "high", "unit"),
    [
        ("en", "At least 213 people died.", "213 people", "213", "213", "people"),
        ("en", "213\nPeople", "213\nPeople", "213", "213", "people"),
        ("en", "1.5 million people", "1.5 million people", "1500000", "1500000", "people"),
        ("en", "some 210–220 people", "210–220 people", "210", "220", "people"),
        ("en", "by 0.5%.", "0.5%", "0.5", "0.5", "percent"),
        ("en", "by 0.5 per cent", "0.5 per cent", "0.5", "0.5", "percent"),
        ("en", "by -0.5 percent", "-0.5 percent", "0.5", "0.5", "percent"),
        ("en", "(US$5,000)", "US$5,000", "5000", "5000", "USD"),
        ("en", "$5 million", "$5 million", "5000000", "5000000", "USD"),
        ("en", "5,000 USD", "5,000 USD", "5000", "5000", "USD"),
        ("en", "5,000 US dollars", "5,000 US dollars", "5000", "5000", "USD"),
        ("en", "20 years old", "20 years old", "20", "20", "years old"),
        ("fr", "213 people, 0,5 %", "213 people", "213", "213", "people"),
        ("fr", "de 0,5\u202f%", "0,5\u202f%", "0.5", "0.5", "percent"),
        ("fr", "5\u202f000 $US", "5\u202f000 $US", "5000", "5000", "USD"),
        ("ar", "٥٫٥٪", "٥٫٥٪", "5.5", "5.5", "percent"),
        ("de", "rund 1,5 Mio. Dollar", "1,5 Mio. Dollar", "1500000", "1500000", "USD"),
        ("en", "5–10 million US dollars", "5–10 million US dollars", "5000000", "10000000", "USD"),
        ("ja", "約213人が死亡", "213人", "213", "213", "人"),
        ("th", "213คนเสียชีวิต", "213คน", "213", "213", "คน"),
        ("tr", "oyların %40'ı", "%40", "40", "40", "percent"),
    ],
)
def test_a_number_is_found_with_its_unit(  # noqa: PLR0913, PLR0917
    language: str, text: str, words: str, low: str, high: str, unit: str
) -> None:
    first = next(numbers.amounts_in(text, numbers.units_of(UNITS, language), language))
    assert (text[first.start : first.end], first.units[0]) == (words, unit)
    assert first.quantity == Quantity(Decimal(low), Decimal(high))


def test_a_sign_may_mean_several_units() -> None:
    (found,) = numbers.amounts_in("$5", numbers.units_of(UNITS, "en"), "en")
    assert found.units == ("USD", "CAD")


@pytest.mark.parametrize(
    "text",
    [
        "213",
        "213 men",
        "213 peoples",
        "two hundred people",
        "A$5",
        "213, people",
        "213. People",
        "5 years",
        "",
        "G20 people",
    ],
)
def test_a_number_without_one_of_the_units_is_passed_over(text: str) -> None:
    assert list(numbers.amounts_in(text, numbers.units_of(UNITS, "en"), "en")) == []


@given(QUANTITIES, st.sampled_from(UNITS), LANGUAGES)
def test_what_is_said_of_a_figure_is_found_with_its_unit(quantity: Quantity, unit: str, language: str) -> None:
    # A range below nothing is said without a dash, so that its ends are two numbers.
    figure = quantity if quantity.low >= 0 else Quantity(abs(quantity.high), abs(quantity.high))
    text = f"— {numbers.say(figure, None, unit, language)}, —"
    found = list(numbers.amounts_in(text, numbers.units_of(UNITS, language), language))
    assert (found[-1].quantity, unit in found[-1].units) == (figure, True)


@given(st.text(max_size=40), LANGUAGES)
@example("1 $" * 2000, "en")
def test_any_text_can_be_searched_for_amounts(text: str, language: str) -> None:
    for found in numbers.amounts_in(text, numbers.units_of(["percent", "USD", "a"], language), language):
        assert 0 <= found.start < found.end <= len(text)


def test_a_qualifier_is_read_with_the_vowels_of_arabic_and_before_a_number_that_begins_with_one() -> None:
    assert numbers.qualifiers_in("ما لا يقلّ عن ٣٤", "ar") == {Qualifier.AT_LEAST}
    one_and_a_half = Quantity(Decimal("1.5"), Decimal("1.5"))
    assert numbers.qualifiers_before("about one and a half percent", one_and_a_half, "en") == {Qualifier.ABOUT}


@pytest.mark.parametrize(
    ("language", "text", "value", "unit", "stated"),
    [
        ("ja", "1万5000人が避難した", 15000, "人", True),
        ("ko", "1만5000명이 대피했다", 15000, "명", True),
        ("ja", "３，０００人が避難した", 3000, "人", True),
        ("ja", "3日に数千人が避難した", 1000, "人", False),
        ("ja", "3日に数十万人が避難した", 100000, "人", False),
        ("zh", "3日有数千人撤离", 1000, "人", False),
        ("zh", "数千人撤离", 1000, "人", False),
        ("zh", "数千人撤离", 5, "人", False),
        ("ja", "数十万人が避難した", 100000, "人", False),
        ("ja", "千人が避難した", 1000, "人", True),
        ("zh", "3日几十万人撤离", 100000, "人", False),
        ("zh", "五千人撤离", 5000, "人", True),
        ("tr", "yarım milyon kişi", 500000, "kişi", True),
        ("tr", "yarım milyon kişi", 1000000, "kişi", False),
    ],
)
def test_numbers_as_presses_without_a_whole_table_write_them(
    language: str, text: str, value: int, unit: str, stated: bool
) -> None:
    assert numbers.is_supported(Quantity(Decimal(value), Decimal(value)), [text], language, unit) == stated


@pytest.mark.parametrize(
    ("language", "text", "unit", "named"),
    [
        ("tr", "2,3 milyar dolar", "TRY", False),
        ("tr", "2,3 milyar dolar", "USD", True),
        ("tr", "2,3 milyar TL", "TRY", True),
        ("zh", "百分之二十", "percent", True),
    ],
)
def test_units_as_presses_without_a_whole_table_write_them(language: str, text: str, unit: str, named: bool) -> None:
    assert numbers.names_unit([text], unit, language) == named


@pytest.mark.parametrize(
    ("language", "text", "whole", "half"),
    [
        ("fr", "deux ans et demi", Agreement.DISAGREES, Agreement.AGREES),
        ("fr", "2 ans et demi de prison", Agreement.DISAGREES, Agreement.AGREES),
        ("es", "dos años y medio", Agreement.DISAGREES, Agreement.AGREES),
        ("it", "due anni e mezzo", Agreement.DISAGREES, Agreement.AGREES),
        ("pt", "dois anos e meio", Agreement.DISAGREES, Agreement.AGREES),
        ("es", "dos personas y media hora", Agreement.AGREES, Agreement.AGREES),
        ("en", "2 men and half the crew", Agreement.AGREES, Agreement.DISAGREES),
    ],
)
def test_half_of_a_unit_stands_behind_it_in_romance_languages(
    language: str, text: str, whole: Agreement, half: Agreement
) -> None:
    two, more = (Quantity(Decimal(each), Decimal(each)) for each in ("2", "2.5"))
    assert (numbers.agreement_of(text, two, language, "x"), numbers.agreement_of(text, more, language, "x")) == (
        whole,
        half,
    )
