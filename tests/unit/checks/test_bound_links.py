"""A link that states a date or a number agrees with the fact it leads to; all other text is free."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.checks.bound_links import disagreeing_links
from standfirst.checks.figure_links import FigureLink, figure_link_problems
from standfirst.language import numbers
from standfirst.model import FactId, Figure, Id, Kind, LanguageTag, Mention, Origin, Qualifier, Quantity, Reference
from standfirst.problems.errors import SiteError
from tests.explainers import content, joined

FACTS = """
    actors:
      brook: {name: Mara Brook, kind: person, summary: A., uncited: made up}
    events:
      closure: {date: 2025-03-03, title: A, uncited: made up}
      works: {date: 2025-03/2025-05, title: A, uncited: made up}
    quotes:
      at-closure: {speaker: brook, words: A, event: closure, uncited: made up}
      dated: {speaker: brook, words: A, date: 2024-07, event: closure, uncited: made up}
      undated: {speaker: brook, words: A, uncited: made up}
    claims:
      sudden: {claim: A., date: 2025-03-04, uncited: made up}
    figures:
      weeks: {value: 6, unit: weeks, label: a, uncited: made up}
      dead: {value: 213, qualifier: at-least, unit: people, label: a, uncited: made up}
      cost: {value: 1..2, qualifier: about, unit: GBP, label: a, uncited: made up}
"""


def disagreements(text: str, *, facts: str = FACTS, settings: str = "", language: str = "en") -> list[str]:
    """Return what a section's links state wrongly."""
    try:
        site = joined(content(facts, text, settings=settings, language=language))
    except SiteError as error:
        return [str(each) for each in error.problems]
    return [str(each) for each in sorted(disagreeing_links(site))]


@pytest.mark.parametrize(
    ("text", "fact", "shown"),
    [
        ("at most 213 people", "figure:dead", "at least 213 people"),
        ("more than 213", "figure:dead", "at least 213 people"),
        ("at least 6 weeks", "figure:weeks", "6 weeks"),
        ("fewer than six weeks", "figure:weeks", "6 weeks"),
    ],
)
def test_a_link_with_a_qualifier_that_its_figure_does_not_have_disagrees(text: str, fact: str, shown: str) -> None:
    (said,) = disagreements(f"[{text}]({fact})")
    assert f"'{text}' disagrees with {fact}, which is {shown}; " in said


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "[213 people](figure:dead) or more", []),
        ("en", "[213](figure:dead) people at least", []),
        ("fr", "[213](figure:dead) ou plus", []),
        ("de", "[213](figure:dead) oder mehr", []),
        ("nl", "[213](figure:dead), of meer,", []),
        ("ru", "[213](figure:dead) и больше", []),
        ("ar", "[213](figure:dead) على الأقل", []),
        ("en", "[213](figure:dead) at most", ["leaves out"]),
        ("en", "[213](figure:dead) men and at least 40 women", ["leaves out"]),
        ("en", "[six weeks](figure:weeks) or more", ["stands behind"]),
        ("fr", "[6](figure:weeks) ou moins", ["stands behind"]),
        ("en", "[six weeks](figure:weeks), at least for some", []),
        ("en", "[six weeks](figure:weeks) and more people came", []),
    ],
)
def test_qualifiers_may_stand_behind_a_link(language: str, text: str, found: list[str]) -> None:
    said = disagreements(text, language=language)
    assert len(said) == len(found)
    assert all(each in one for each, one in zip(found, said, strict=True))


SHARES = """
    events:
      visit: {date: 2025-03-05/2025-03-06, title: A, uncited: made up}
      closure: {date: 2025-03-03, title: A, uncited: made up}
    figures:
      share: {value: 40, unit: percent, label: a, uncited: made up}
      repairs: {value: 2500000, unit: USD, label: a, uncited: made up}
      stay: {value: 20, unit: years, label: a, uncited: made up}
      torn: {value: 60..80, unit: houses, label: a, uncited: made up}
      hurt: {value: 1009, unit: people, label: a, uncited: made up}
"""


@pytest.mark.parametrize(
    "text",
    [
        "[5 and 6 March](event:visit)",
        "[5–6 March 2025](event:visit)",
        "[from 5 to 6 March](event:visit)",
        "[2.5 million dollars](figure:repairs)",
        "[$2.5m](figure:repairs)",
        "[2.5 million](figure:repairs)",
        "[40 per cent](figure:share)",
        "[40% in 20 years](figure:share)",
        "[20 years](figure:stay)",
        "[60–80 houses](figure:torn)",
        "[1,009 people in 5 days](figure:hurt)",
        "[1,009 or more](figure:hurt)",
    ],
)
def test_what_agrees_in_number_unit_and_both_ends_is_let_be(text: str) -> None:
    assert disagreements(text, facts=SHARES) == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("5 and 7 March", "event:visit"),
        ("5–7 March", "event:visit"),
        ("5 and 6 April", "event:visit"),
        ("5 and 6 March 2023", "event:visit"),
        ("3–4 March", "event:closure"),
        ("from 3 to 6 March", "event:closure"),
        ("€2.5 million", "figure:repairs"),
        ("2.5 million euros", "figure:repairs"),
        ("$2.5bn", "figure:repairs"),
        ("$3m", "figure:repairs"),
        ("$40", "figure:share"),
        ("20 months", "figure:stay"),
        ("$60–$80", "figure:torn"),
        ("1,009–2,009", "figure:hurt"),
        ("between 1,009 and 2,009", "figure:hurt"),
        ("1,009 or 2,009", "figure:hurt"),
    ],
)
def test_another_span_unit_scale_or_second_number_disagrees(text: str, fact: str) -> None:
    (said,) = disagreements(f"[{text}]({fact})", facts=SHARES)
    assert f"disagrees with {fact}" in said


COUNTED = """
    figures:
      counts: {value: 172, unit: counts, label: on which he was charged, uncited: made up}
      walkers: {value: 2, unit: people, label: on the path, uncited: made up}
      dead: {value: 142..161, unit: people, label: drowned, uncited: made up}
      lost: {value: 6, unit: boats, label: sunk, uncited: made up}
      houses: {value: 40, unit: houses, label: burnt, uncited: made up}
      rows: {value: 172, unit: rows, label: in the list, uncited: made up}
      share: {value: 66, unit: percent, qualifier: about, label: for the bill, uncited: made up}
      way: {value: 30, unit: km, label: walked, uncited: made up}
      flow: {value: 4.5, unit: litres a second, label: of seepage, uncited: made up}
      height: {value: 61, unit: m, label: high, uncited: made up}
      moved: {value: 5, unit: million people, label: moved, uncited: made up}
"""


@pytest.mark.parametrize(
    "text",
    [
        "[172 dead](figure:counts)",
        "[172 people](figure:counts)",
        "[two dogs](figure:walkers)",
        "[two dead dogs](figure:walkers)",
        "[2 houses](figure:walkers)",
        "[6 houses](figure:lost)",
        "[six people](figure:lost)",
        "[6 months](figure:lost)",
        "[30 miles](figure:way)",
        "[30 feet](figure:way)",
        "[30 m](figure:way)",
        "[40 per cent](figure:houses)",
        "[66 people](figure:share), about",
    ],
)
def test_a_number_of_something_else_than_the_figure_counts_disagrees(text: str) -> None:
    said = disagreements(text, facts=COUNTED)
    assert "disagrees with figure:" in said[0]
    assert "warning" not in said[0]


@pytest.mark.parametrize(
    "text",
    [
        "[172 counts](figure:counts)",
        "[61 metres](figure:height)",
        "[5m people](figure:moved)",
        "[4½ litres a second](figure:flow)",
        "[4.5 litres](figure:flow)",
        "[two civilians](figure:walkers)",
        "[two elderly women](figure:walkers)",
        "[two persons](figure:walkers)",
        "[two hikers on six boats](figure:walkers)",
        "[two](figure:walkers)",
        "[two balloonists](figure:walkers)",
        "[two bus drivers](figure:walkers)",
        "[two school teachers](figure:walkers)",
        "[6 car bombs](figure:lost)",
        "[six boat people](figure:lost)",
        "[6 rescue boats](figure:lost)",
        "[6 fishing vessels](figure:lost)",
        "[30 kilometres](figure:way)",
        "[40 homes](figure:houses)",
        "[40 houses in 6 days](figure:houses)",
        "[about two-thirds of the votes](figure:share)",
        "[about 66% of people](figure:share)",
        "[at least 142 and possibly 161 people](figure:dead)",
        "[at least 142 and at most 161 deaths](figure:dead)",
        "[between 142 and 161](figure:dead)",
        "[142 to 161](figure:dead)",
    ],
)
def test_other_words_for_what_a_figure_counts_and_for_a_range_are_let_be(text: str) -> None:
    assert disagreements(text, facts=COUNTED) == []


@pytest.mark.parametrize(
    "text", ["[on 30 March](figure:way)", "[on 30 March 2019](figure:way)", "[−30 km](figure:way)", "[-30](figure:way)"]
)
def test_a_number_of_a_date_or_with_a_minus_is_pointed_out(text: str) -> None:
    (said,) = disagreements(text, facts=COUNTED)
    assert " warning: " in said
    assert "disagrees with figure:way, which is 30 km" in said


@pytest.mark.parametrize(
    ("language", "unit", "right", "other"),
    [
        ("en", "children", "12 children", "12 women"),
        ("en", "women", "12 elderly women", "12 men"),
        ("en", "children", "12 girls", "12 adults"),
        ("de", "Kinder", "12 Kinder", "12 Frauen"),
        ("fr", "enfants", "12 petits enfants", "12 femmes"),
        ("ru", "детей", "12 детей", "12 женщин"),
        ("ar", "أطفال", "12 أطفال", "12 امرأة"),
        ("en", "litres a minute", "12 litres per minute", "12 litres per second"),
        ("fr", "litres par minute", "12 litres à la minute", "12 litres à la seconde"),
        ("ru", "литров в минуту", "12 литров в минуту", "12 литров в секунду"),
    ],
)
def test_other_people_or_so_many_per_something_else_are_pointed_out(
    language: str, unit: str, right: str, other: str
) -> None:
    facts = f"\n    figures:\n      many: {{value: 12, unit: {unit}, label: a, uncited: made up}}\n"
    assert disagreements(f"[{right}](figure:many)", facts=facts, language=language) == []
    (said,) = disagreements(f"[{other}](figure:many)", facts=facts, language=language)
    assert f"warning: '{other}' disagrees with figure:many" in said


def test_a_number_beside_a_date_is_let_be() -> None:
    assert disagreements("[30 km on 30 March](figure:way), [in March 30 km](figure:way)", facts=COUNTED) == []


def test_where_a_unit_is_of_no_known_kind_a_number_of_people_is_only_pointed_out() -> None:
    (said,) = disagreements("[172 people](figure:rows)", facts=COUNTED.replace("unit: people", "unit: souls"))
    assert "warning: '172 people' disagrees with figure:rows, which is 172 rows; " in said


def test_a_right_link_is_not_refused_because_of_a_wrong_one_beside_it_and_the_wrong_one_is_told() -> None:
    (said,) = disagreements("Lost: [6 weeks](figure:lost), [6 boats](figure:lost).", facts=COUNTED)
    assert "'6 weeks' disagrees with figure:lost" in said
    (said,) = disagreements("[At least 213](figure:dead) or [213 people](figure:dead).")
    assert "'213 people' leaves out what figure:dead says" in said


def test_a_qualifier_of_another_number_before_a_link_is_not_the_figure_s() -> None:
    (said,) = disagreements("At least 9 boats and [213 people](figure:dead).")
    assert "'213 people' leaves out what figure:dead says" in said


def test_number_words_that_cannot_be_read_are_a_warning() -> None:
    (said,) = disagreements("[nineteen eighty-four](figure:weeks)")
    assert "warning: the number in 'nineteen eighty-four' cannot be read, " in said
    assert said.endswith("write it in digits, or write [](figure:weeks)")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "[mindestens 213 Menschen](figure:dead)"),
        ("de", "[nicht weniger als zweihundertdreizehn Tote](figure:dead)"),
        ("es", "al menos [doscientas trece personas](figure:dead)"),
        ("ru", "не менее [двухсот тринадцати человек](figure:dead)"),
        ("sv", "[213](figure:dead)"),
    ],
)
def test_a_qualifier_is_known_in_other_languages_or_not_asked_for(language: str, text: str) -> None:
    unit = {"de": "Menschen", "es": "personas", "ru": "человек", "sv": "personer"}[language]
    assert disagreements(text, facts=FACTS.replace("unit: people", f"unit: {unit}"), language=language) == []


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("en", "50 million dollars", "50 million pounds"),
        ("de", "50 Mio. US-Dollar", "50 Mio. Pfund"),
        ("de", "50 Millionen Dollar", "50 Mio. Euro"),
        ("fr", "50 millions de dollars", "50 M€"),
        ("es", "50 millones de dólares", "50 millones €"),
        ("ru", "50 млн долларов США", "50 млн рублей"),
        ("ar", "50 مليون دولار", "50 مليون جنيه"),
        ("pt", "50 milhões de dólares", "50 mil milhões de dólares"),
    ],
)
def test_money_may_be_named_without_its_country_and_is_no_other_money(language: str, right: str, wrong: str) -> None:
    facts = "\n    figures:\n      aid: {value: 50000000, unit: USD, label: a, uncited: made up}\n"
    assert disagreements(f"[{right}](figure:aid)", facts=facts, language=language) == []
    (said,) = disagreements(f"[{wrong}](figure:aid)", facts=facts, language=language)
    assert "disagrees with figure:aid" in said


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.sampled_from([Decimal(0), Decimal(3)]),
    st.sampled_from([None, *Qualifier]),
    st.sampled_from(["percent", "USD", "km", "A", "people"]),
    st.sampled_from(["ar", "de", "en", "en-IN", "es", "fr", "fr-CH", "hi", "it", "ja", "nl", "pt", "ru", "sv"]),
)
def test_what_we_write_of_a_figure_we_read(
    low: Decimal, more: Decimal, qualifier: Qualifier | None, unit: str, language: str
) -> None:
    here = Origin("a.md", 1, 1)
    reference = Reference(FactId(Kind.FIGURE, Id("a")), here)
    value = Quantity(low, low + more)
    figure = Figure(id=Id("a"), origin=here, value=value, qualifier=qualifier, unit=unit, label="a")
    text = numbers.say(value, qualifier, unit, language)
    link = FigureLink(Mention(reference, text, "", embeds=False), figure, text, "", "", LanguageTag(language))
    assert list(figure_link_problems(link, ["people", "days", "USD", unit])) == []


def test_a_currency_before_a_link_belongs_to_its_number() -> None:
    (said,) = disagreements("It cost €[2.5 million](figure:repairs).", facts=SHARES)
    assert "disagrees with figure:repairs" in said


@pytest.mark.parametrize(
    "text",
    [
        "[4 March][when]\n\n[when]: event:closure",
        "[4 March]\n\n[4 March]: event:closure",
        "[4&nbsp;March](event:closure)",
        "[`4 March`](event:closure)",
        "on Tuesday, [3 March](event:closure)",
        "on a [Tuesday](event:closure)",
    ],
)
def test_a_link_is_read_however_it_is_written_and_with_the_weekday_before_it(text: str) -> None:
    (said,) = disagreements(text, facts=SHARES)
    assert "disagrees with event:closure" in said


@pytest.mark.parametrize(
    "text",
    [
        "on Monday, [3 March](event:closure)",
        "on [Monday](event:closure)",
        "it [sat](event:closure)",
        "[3 March][when]\n\n[when]: event:closure",
        "by [3 March](event:closure)",
    ],
)
def test_a_link_that_agrees_is_let_be_however_it_is_written(text: str) -> None:
    assert disagreements(text, facts=SHARES) == []


def test_a_unit_that_ends_otherwise_is_a_warning() -> None:
    (said,) = disagreements("[4.5 litres a minute](figure:flow)", facts=COUNTED)
    assert "warning: '4.5 litres a minute' disagrees with figure:flow, which is 4.5 litres a second; " in said


def test_a_weekday_that_disagrees_is_told_with_the_right_one() -> None:
    (said,) = disagreements("[Tuesday 3 March](event:closure)", facts=SHARES)
    assert "disagrees with event:closure, which is dated 3 March 2025, a Monday; mend one of them" in said


@pytest.mark.parametrize("before", ["At least ", "It took _about_ ", "Fewer than\n"])
def test_a_qualifier_before_a_link_whose_figure_has_none_is_pointed_out(before: str) -> None:
    (said,) = disagreements(f"{before}[6 weeks](figure:weeks).")
    assert "warning: what stands before '6 weeks' qualifies figure:weeks, which is 6 weeks; " in said


@pytest.mark.parametrize("before", ["Of at least 9 boats in ", "More than half of the ", "Over the "])
def test_a_qualifier_of_something_else_before_a_link_is_let_be(before: str) -> None:
    assert disagreements(f"{before}[6 weeks](figure:weeks).") == []


def test_what_a_link_says_behind_its_number_is_no_qualifier() -> None:
    assert disagreements("[6 weeks, over half of them lost](figure:weeks)") == []


@pytest.mark.parametrize(
    "text",
    [
        "[3 March 2025](event:closure)",
        "[3 March](event:closure)",
        "[March 2025](event:closure)",
        "[2025](event:closure)",
        "[**3 March 2025**](event:closure)",
        "[four days later](event:closure)",
        "[the 2019 report](event:closure)",
        "[](event:closure)",
        "[3 March 2025](quote:at-closure)",
        "[July 2024](quote:dated)",
        "[1 May 1900](quote:undated)",
        "[4 March 2025](claim:sudden)",
        "[3 March 2025](actor:brook)",
    ],
)
def test_a_date_that_agrees_and_a_text_that_is_no_date_are_let_be(text: str) -> None:
    assert disagreements(f"It was {text}.") == []


@pytest.mark.parametrize(
    ("text", "fact", "date"),
    [
        ("4 March 2025", "event:closure", "3 March 2025"),
        ("3 March 2024", "event:closure", "3 March 2025"),
        ("April 2025", "event:closure", "3 March 2025"),
        ("4 March 2025", "quote:at-closure", "3 March 2025"),
        ("3 March 2025", "quote:dated", "July 2024"),
        ("3 March 2025", "claim:sudden", "4 March 2025"),
    ],
)
def test_another_date_than_the_fact_has_is_reported_at_the_link(text: str, fact: str, date: str) -> None:
    column = len(f"It was [{text}](") + 1
    assert disagreements(f"It was [{text}]({fact}).") == [
        f"sections/1-part.md:5:{column}: '{text}' disagrees with {fact}, which is dated {date}; "
        f"mend one of them, or write []({fact})"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[6 weeks](figure:weeks)",
        "[six weeks](figure:weeks)",
        "[weeks](figure:weeks)",
        "[](figure:weeks)",
        "[at least 213 people](figure:dead)",
        "[213 people or more](figure:dead)",
        "[two hundred and thirteen people or more](figure:dead)",
        "[at least 213 people in 14 boats](figure:dead)",
        "at least [213 people](figure:dead)",
        "*At least* [213](figure:dead)",
        "[the dead](figure:dead)",
        "[about £1 to £2](figure:cost)",
        "[](figure:dead)",
        "![](figure:dead)",
    ],
)
def test_a_number_that_agrees_and_a_text_without_one_are_let_be(text: str) -> None:
    assert disagreements(text if text.startswith("!") else f"The count: {text}.") == []


@pytest.mark.parametrize(
    ("text", "fact", "shown"),
    [
        ("7 weeks", "figure:weeks", "6 weeks"),
        ("seven weeks", "figure:weeks", "6 weeks"),
        ("16 weeks", "figure:weeks", "6 weeks"),
        ("at least 231 people", "figure:dead", "at least 213 people"),
        ("at least 213 or 400 people", "figure:dead", "at least 213 people"),
    ],
)
def test_another_number_than_the_fact_has_is_reported_at_the_link(text: str, fact: str, shown: str) -> None:
    assert disagreements(f"[{text}]({fact})") == [
        f"sections/1-part.md:5:{len(text) + 4}: '{text}' disagrees with {fact}, which is {shown}; "
        f"mend one of them, or write []({fact})"
    ]


@pytest.mark.parametrize(
    "text",
    ["[213 people](figure:dead)", "At least this is sure, and has been for a while: [213 people](figure:dead)"],
)
def test_a_number_without_its_qualifier_is_reported(text: str) -> None:
    (said,) = disagreements(text)
    assert said.endswith(
        "'213 people' leaves out what figure:dead says: at least 213 people; "
        "put the qualifier in the link, or right beside it"
    )


def test_another_qualifier_is_not_enough() -> None:
    (said,) = disagreements("At most [213 people](figure:dead).")
    assert "leaves out what figure:dead says" in said


def test_the_words_are_those_of_the_site_s_language() -> None:
    text = "Le [3 mars 2025](event:closure), [4 mars 2025](event:closure)."
    (said,) = disagreements(text, language="fr")
    assert said.startswith(
        "sections/1-part.md:5:48: '4 mars 2025' disagrees with event:closure, which is dated 3 mars 2025; "
    )


def test_every_text_is_checked_key_points_and_facts_too() -> None:
    facts = f"{FACTS}    unknowns:\n      why: {{question: 'Why on [4 March](event:closure)?'}}\n"
    said = disagreements("[7 weeks](figure:weeks)", facts=facts, settings="key_points: ['[2024](event:closure)']\n")
    assert [each.partition(":")[0] for each in said] == ["facts.yaml", "sections/1-part.md", "site.yaml"]


def test_a_link_that_leads_nowhere_has_nothing_to_agree_with() -> None:
    (said,) = disagreements("[4 March 2025](event:close)")
    assert "there is no event 'close'" in said
