"""A figure's value and a fact's date stand in the words of the passages that are cited for them."""

from __future__ import annotations

import pytest

from standfirst.checks.cited_values import unsupported_values
from standfirst.model import Drafts
from standfirst.problems.errors import Severity
from standfirst.sources.prove import prove
from tests.explainers import as_if_found, content, content_of, joined

SOURCES = """
    sources:
      paper: {title: Paper, language: en, published: 2025-03-07}
      gazette: {title: Gazette, language: fr, reckon_from: 2025-03}
      undated: {title: Letter}
      brief: {title: Brief, language: de}
      nashra: {title: Nashra, language: ar, published: 2025-03-07}
      ribao: {title: Ribao, language: zh-Hans}
      suomi: {title: Suomi, language: fi}
"""
VERBS = "verbs: {owns: {label: owns, inverse: is owned by}}\n"


def unsupported_in(facts: str) -> list[str]:
    """Return what is wrong with one facts file, whose sources are those above."""
    files = content(facts + SOURCES, settings=VERBS)
    return [str(each) for each in unsupported_values(joined(files), as_if_found(files), {})]


def warning_with_copy(text: str, facts: str) -> str:
    """Return the warning about one fact that cites the paper, whose text is at hand."""
    files = content(facts + SOURCES, settings=VERBS, copies={"paper": text})
    proof = prove(content_of(files), files, drafts=Drafts.HIDE)
    (warning,) = unsupported_values(joined(files), proof.lock, proof.copies)
    return str(warning)


def figure(cite: str, *, value: str = "213", more: str = "") -> list[str]:
    """Return what is wrong with a figure."""
    return unsupported_in(f"""
    figures:
      dead: {{value: {value}, unit: people, label: a, {more}cite: {cite}}}""")


def event(cite: str, *, date: str = "2025-03-03", more: str = "") -> list[str]:
    """Return what is wrong with an event."""
    return unsupported_in(f"""
    events:
      closure: {{date: {date}, title: A, {more}cite: {cite}}}""")


@pytest.mark.parametrize(
    ("value", "cite"),
    [
        ("213", "{paper: after the storm 213 people have died}"),
        ("213", "{paper: two hundred and thirteen people … have died}"),
        ("213", "{paper: the toll … of 213 people}"),
        ("213", "{paper: [nobody was ever told, 'the toll was ...213 people']}"),
        ("213", "{undated: nobody was ever told, paper: after the storm 213 people have died}"),
        ("210..220", "{paper: between 210 … and 220 people}"),
        ("1", "{paper: one person has died}"),
        ("213", "{gazette: deux cent treize morts}"),
        ("213", "{nashra: ٢١٣ شخصا على الأقل}"),
        ("213", "{nashra: لم يقل ذلك أحد}"),
    ],
)
def test_a_value_in_the_named_words_of_a_passage_is_supported(value: str, cite: str) -> None:
    assert figure(cite, value=value) == []


@pytest.mark.parametrize(
    ("value", "cite"),
    [
        ("214", "{paper: after the storm 213 people have died}"),
        ("213", "{paper: at least … have died there}"),
        ("213", "{paper: [at least two hundred people, and thirteen of them]}"),
        ("210..220", "{paper: [first 210 people, then 220 people]}"),
        ("213", "{gazette: two hundred and thirteen}"),
        ("213", "{nashra: ٢١٤ شخصا على الأقل}"),
    ],
)
def test_a_value_that_stands_in_no_passage_is_reported(value: str, cite: str) -> None:
    (said,) = figure(cite, value=value)
    assert "the value of figure:dead, " in said


@pytest.mark.parametrize(("language", "value"), [("en", "1,009"), ("de", "1.009")])
def test_the_report_says_what_to_do_where_the_figure_is_and_only_warns(language: str, value: str) -> None:
    facts = """
    figures:
      dead: {value: 1009, label: a, cite: {paper: at least 213 people}}"""
    files = content(facts + SOURCES, language=language)
    (problem,) = unsupported_values(joined(files), as_if_found(files), {})
    assert problem.severity is Severity.WARNING
    assert str(problem) == (
        f"facts.yaml:3:17: warning: the value of figure:dead, {value}, is not in the words of a passage that it cites; "
        "cite the passage with its number, or mend the value"
    )


def test_a_number_that_is_part_of_a_date_is_the_value_of_no_figure() -> None:
    assert len(figure("{brief: Am 21. März flohen viele}", value="21")) == 1
    assert len(figure("{suomi: 21. maaliskuuta moni pakeni}", value="21")) == 1
    assert figure("{brief: Am 21. März flohen 21}", value="21") == []
    assert figure("{paper: In March 21 people fled}", value="21") == []


@pytest.mark.parametrize(
    ("qualifier", "cite"),
    [
        ("at-least", "{paper: at least 213 people have died}"),
        ("at-least", "{paper: the 213 … or more who died}"),
        ("at-least", "{nashra: ٢١٣ شخصا على الأقل}"),
        ("about", "{gazette: près de 213 personnes}"),
        ("at-least", "{undated: they counted 213 dead, paper: at least 213 people have died}"),
        ("more-than", "{paper: more than two hundred and thirteen people}"),
    ],
)
def test_a_qualifier_in_the_named_words_of_a_passage_is_supported(qualifier: str, cite: str) -> None:
    assert figure(cite, more=f"qualifier: {qualifier}, ") == []


def test_a_qualifier_that_no_passage_has_is_reported_at_the_qualifier() -> None:
    (said,) = figure("{paper: they counted 213 dead}", more="qualifier: at-least, ")
    assert said == (
        "facts.yaml:3:57: warning: the qualifier of figure:dead, at-least, is not in the words of a passage that it "
        "cites; cite the words that say so, or mend the qualifier"
    )


@pytest.mark.parametrize(
    ("has", "cite", "lacks"),
    [
        ("", "{paper: at least 213 people have died}", "at-least"),
        ("", "{paper: at least two hundred and thirteen people}", "at-least"),
        ("qualifier: at-least, ", "{paper: [at least 213 people, about 213 people]}", "about"),
        ("", "{gazette: plus de 213 personnes}", "more-than"),
    ],
)
def test_a_qualifier_that_a_passage_has_and_the_figure_lacks_is_reported(has: str, cite: str, lacks: str) -> None:
    (said,) = figure(cite, more=has)
    own = f"its qualifier is {has[11:-2]}" if has else "it does not"
    assert f"says '{lacks}' of its number, and {own}; write `qualifier: {lacks}`" in said


def test_several_qualifiers_that_a_figure_lacks_are_told_in_one_order() -> None:
    said = figure("{paper: [at most 213 people, at least 213 people, about 213 people]}")
    assert [each.rpartition(" ")[2] for each in said] == ["about`", "at-least`", "at-most`"]


@pytest.mark.parametrize(
    "cite",
    [
        "{paper: at least 213 people were hurt and 1009 died}",
        "{paper: at least the 1009 people}",
        "{paper: over the 1009 people}",
    ],
)
def test_a_qualifier_of_another_number_is_no_concern(cite: str) -> None:
    assert figure(cite, value="1009") == []


def test_what_qualifies_a_number_is_read_in_languages_without_a_catalogue_too() -> None:
    cite = "{brief: mindestens 213 Menschen}"
    assert figure(cite, more="qualifier: at-least, ") == []
    assert "says 'at-least' of its number" in figure(cite)[0]
    (said,) = figure(cite, more="qualifier: at-most, ")
    assert "says 'at-least' of its number, and its qualifier is at-most; write `qualifier: at-least`" in said


@pytest.mark.parametrize(
    ("unit", "cite", "supported"),
    [
        ("percent", "{paper: it fell by 213 per cent}", True),
        ("percent", "{paper: it fell by 213%}", True),
        ("percent", "{brief: um 213 Prozent gefallen}", True),
        ("percent", "{paper: it fell by 213 people}", False),
        ("USD", "{paper: it cost $213 or so}", True),
        ("USD", "{paper: it cost 213 dollars}", True),
        ("EUR", "{paper: it cost 213 dollars}", False),
        ("EUR", "{gazette: il coûta 213 euros}", True),
        ("people", "{paper: they counted 213 dead}", True),
    ],
)
def test_per_cent_and_currencies_are_named_by_a_passage_and_other_units_may_be_put_in_other_words(
    unit: str, cite: str, supported: bool
) -> None:
    found = unsupported_in(f"""
    figures:
      dead: {{value: 213, unit: {unit}, label: a, cite: {cite}}}""")
    assert len(found) == (not supported)
    assert all(f"the unit of figure:dead, {unit}, is not in the words" in each for each in found)


@pytest.mark.parametrize(
    ("unit", "cite", "supported"),
    [
        ("EUR", "{gazette: il verse 2 millions d’euros}", True),
        ("EUR", "{gazette: il verse 2 millions de dollars}", False),
        ("EUR", "{paper: a 2-million-euro fee}", True),
        ("PGK", "{paper: 'between K2,000,000 and more'}", True),
        ("PGK", "{paper: 'between $2,000,000 and more'}", False),
        ("CHF", "{brief: es wurden 2 Mio. Fr. bezahlt}", True),
        ("CNY", "{ribao: 合同金额为200万元}", True),
        ("CNY", "{ribao: 合同金额为200万美元}", False),
        ("USD", "{ribao: 合同金额为200万美元}", True),
        ("EUR", "{suomi: kaksi miljoonaa euroa maksettiin}", True),
    ],
)
def test_money_is_named_as_its_press_writes_it(unit: str, cite: str, supported: bool) -> None:
    found = unsupported_in(f"""
    figures:
      paid: {{value: 2000000, unit: {unit}, label: a, cite: {cite}}}""")
    assert len(found) == (not supported)
    assert all("unit" in each for each in found)


def test_what_is_uncited_is_not_sought() -> None:
    assert (
        unsupported_in("""
    figures:
      dead: {value: 213, label: a, as_of: 2025, uncited: made up}
    events:
      closure: {date: 2025-03-03, title: A, uncited: made up}
    places:
      berth: {name: Berth, cite: {paper: nothing is said here}}""")
        == []
    )


@pytest.mark.parametrize(
    ("date", "cite", "supported"),
    [
        ("2014/..", "{paper: a hazard since 2014}", True),
        ("2014/..", "{gazette: dangereux depuis 2014}", True),
        ("2014/..", "{nashra: منذ عام 2014 وهي خطر}", True),
        ("2014/..", "{paper: it has been shut … that began in 2014}", True),
        ("2014/..", "{paper: they shut it in 2014}", False),
        ("2014/..", "{gazette: fermée en 2014 par eux}", False),
        ("2014/", "{paper: they shut it in 2014}", True),
    ],
)
def test_that_something_goes_on_stands_in_the_words_too(date: str, cite: str, supported: bool) -> None:
    assert event(cite, date=date) == [
        f"facts.yaml:3:19: warning: that event:closure goes on, {date}, is not in the words of a passage that it "
        "cites; cite the words that say so, write 2014/ if it may have ended, or say in `reckoned` how it is known"
    ] * (not supported)


def test_a_date_within_what_goes_on_is_not_rewritten_as_if_it_were_a_span() -> None:
    (said,) = event("{paper: they shut it in 2014}", date="'[2014..]'")
    assert said.endswith("cites; cite the words that say so, or say in `reckoned` how it is known")


@pytest.mark.parametrize(
    ("date", "cite"),
    [
        ("2025-03-03", "{paper: stopped on 3 March 2025}"),
        ("2025-03", "{paper: stopped on 3 March 2025}"),
        ("2025-03-03", "{paper: on March 3 it stopped}"),
        ("2025-03-03", "{paper: it stopped on Monday}"),
        ("2025-02", "{paper: it stopped last month}"),
        ("2025-02", "{gazette: fermée le mois dernier}"),
        ("2025-03-03", "{undated: on 3 March … of 2025}"),
        ("2025-03-03", "{gazette: nobody was told, paper: stopped on 3 March 2025}"),
        ("2025-03-06", "{nashra: توقفت العبارة أمس}"),
        ("1987/1990", "{paper: built in 1987, undated: until it closed in 1990}"),
        ("'[1987..1990]'", "{paper: built between 1987 and 1990}"),
        ("2014/..", "{paper: a hazard since 2014}"),
    ],
)
def test_a_date_in_the_named_words_of_a_passage_is_supported(date: str, cite: str) -> None:
    assert event(cite, date=date) == []


@pytest.mark.parametrize(
    ("date", "cite"),
    [
        ("2025-03-04", "{paper: stopped on 3 March 2025}"),
        ("2025-03-03", "{paper: stopped in March 2025}"),
        ("2025-03-03", "{paper: it stopped … to run}"),
        ("2025-03-03", "{gazette: fermée depuis lundi}"),
        ("2025-03-03", "{gazette: closed on Monday}"),
        ("1987/1990", "{paper: it was built in 1988}"),
    ],
)
def test_a_date_that_no_passage_gives_is_reported_at_the_date(date: str, cite: str) -> None:
    assert event(cite, date=date) == [
        f"facts.yaml:3:19: warning: the `date` of event:closure, {date}, is not in the words of a passage that it "
        "cites; cite the words that give the date, or say in `reckoned` how it was worked out"
    ]


@pytest.mark.parametrize(
    ("value", "cite", "more"),
    [
        ("250000", "{paper: more than a quarter of a million people}", "qualifier: more-than, "),
        ("1200", "{paper: nearly twelve hundred people}", "qualifier: about, "),
        ("142..161", "{paper: at least 142 and possibly 161 people}", ""),
        ("142..161", "{paper: between 142 and 161 people}", ""),
        ("2000000000", "{brief: rund 2 Mrd. Menschen}", "qualifier: about, "),
        ("5", "{brief: nach fünfjährigem Krieg hier}", ""),
        ("1500000", "{paper: up to 1.5m people came}", "qualifier: at-most, "),
        ("1000", "{paper: a toll of 1 000 people}", ""),
    ],
)
def test_a_passage_bears_a_number_out_in_whatever_form_it_has_it(value: str, cite: str, more: str) -> None:
    assert figure(cite, value=value, more=more) == []


@pytest.mark.parametrize("words", ["about two-thirds of the votes", "on 3 March about two-thirds of the votes"])
def test_a_share_bears_out_so_many_per_cent(words: str) -> None:
    assert not unsupported_in(f"""
    figures:
      votes: {{value: 66, unit: percent, qualifier: about, label: a, cite: {{paper: {words}}}}}""")


def test_a_date_that_was_reckoned_is_not_sought_nor_a_value_whose_figure_has_no_other_date_to_reckon() -> None:
    assert event("{paper: nobody was ever told}", more="reckoned: so it goes, ") == []
    assert figure("{paper: nobody was ever told}", more="reckoned: so it goes, ") == []
    assert figure("{paper: nobody was told in 2025}", more="as_of: 2025, reckoned: so it goes, ") == []
    (problem,) = figure("{paper: nobody was ever told}", more="as_of: 2025, reckoned: so it goes, ")
    assert "the value of figure:dead, 213, is not in the words" in problem


def test_every_date_of_every_kind_is_sought() -> None:
    said = unsupported_in("""
    actors:
      one: {name: One, kind: group, summary: A., uncited: made up}
      two: {name: Two, kind: group, summary: A., uncited: made up}
    events:
      closure: {date: 2025-03-03, title: A, uncited: made up}
    quotes:
      dated: {speaker: one, words: A, date: 2025-03-01, cite: {paper: nobody was told}}
      of-event: {speaker: one, words: A, event: closure, cite: {paper: nobody was told}}
    claims:
      dated: {claim: A., date: 2025-03-01, cite: {paper: nobody was told}}
      undated: {claim: A., cite: {paper: nobody was told}}
    figures:
      dead: {value: 2, label: a, as_of: 2025-03-01, period: 2025-02, cite: {paper: the two of them}}
    relations:
      owner: {subject: one, verb: owns, object: two, since: 2024, until: 2025-02, cite: {paper: nobody was told}}""")
    assert [each.partition(", ")[0].partition("the ")[2] for each in said] == [
        "`date` of quote:dated",
        "`date` of claim:dated",
        "`as_of` of figure:dead",
        "`period` of figure:dead",
        "`since` of relation:owner",
        "`until` of relation:owner",
    ]


@pytest.mark.parametrize(
    ("unit", "cite", "says"),
    [
        ("litres", "{paper: 40% of the wells}", "40%"),
        ("litres", "{nashra: ٤٠٪ من الآبار}", "٤٠٪"),
        ("houses", "{paper: cost $40 in all}", "$40"),
        ("months", "{paper: remained for 40 years}", "40 years"),
        ("cm", "{paper: rain of 40 mm fell}", "40 mm"),
        ("km", "{paper: it stood 40 m above}", "40 m"),
        ("feet", "{paper: the wall was 40 metres high}", "40 metres"),
        ("°F", "{paper: it was 40 °C in the shade}", "40 °C"),
        ("kW", "{brief: eine Leistung von 40 MW}", "40 MW"),
        ("litres a minute", "{paper: at 40 litres a second}", "40 litres a second"),
        ("people", "{paper: killed 40 dogs and 3 people}", "40 dogs"),
        ("children", "{paper: 40 women and 3 children}", "40 women"),
    ],
)
def test_a_number_that_a_passage_counts_in_another_unit_is_reported_at_the_unit(
    unit: str, cite: str, says: str
) -> None:
    (said,) = unsupported_in(f"""
    figures:
      share: {{value: 40, unit: {unit}, label: a, cite: {cite}}}""")
    assert f"a passage that figure:share cites says '{says}', and its unit is {unit}; mend the unit" in said


@pytest.mark.parametrize(
    ("unit", "cite"),
    [
        ("years", "40 years in all"),
        ("people", "40 people in 40 days"),
        ("metres", "40 m in 40 days"),
        ("m", "40 metres in 40 days"),
        ("m", "40 m (131 ft)"),
        ("m²", "40 m² of wall"),
        ("people", "40 people at 40 metres"),
        ("people", "40 dogs and 40 people"),
        ("people", "left 40 dead"),
        ("children", "40 women and 40 of their children"),
        ("litres a minute", "40 litres per minute"),
        ("families", "burnt 40 houses"),
    ],
)
def test_a_number_that_a_passage_counts_in_the_unit_or_beside_a_length_of_time_is_supported(
    unit: str, cite: str
) -> None:
    found = unsupported_in(f"""
    figures:
      share: {{value: 40, unit: {unit}, label: a, cite: {{paper: {cite}}}}}""")
    assert found == []


def test_what_a_figure_counts_its_label_may_say() -> None:
    found = unsupported_in("""
    figures:
      share: {value: 40, unit: people, label: killed with their dogs, cite: {paper: killed 40 dogs and 3 people}}""")
    assert found == []


EVENT = "\n    events: {{closure: {{date: {date}, title: A, cite: {{paper: {cite}}}}}}}\n"
NO_DATE = "facts.yaml:2:26: warning: the `date` of event:closure, {}, is not in the words of a passage that it cites; "


@pytest.mark.parametrize(
    ("text", "date", "cite"),
    [
        ("The road, on 3 March 2025, was closed by snow.", "2025-03-03", "The road … was closed by snow"),
        ("The road, on 3/30/2024, was closed by snow.", "2024-03-30", "The road … was closed by snow"),
        ("On 3 March, in 2024, the road was closed.", "2024-03-03", "On 3 March … the road was closed"),
    ],
)
def test_a_date_that_stands_within_an_ellipsis_is_told(text: str, date: str, cite: str) -> None:
    facts = EVENT.format(date=date, cite=f"'{cite}'")
    assert warning_with_copy(text, facts) == NO_DATE.format(date) + "it stands where your … is; write it out"


def test_a_number_that_stands_within_an_ellipsis_is_told() -> None:
    facts = "\n    figures: {dead: {value: 213, unit: people, label: a, cite: {paper: 'The toll … by noon'}}}\n"
    said = warning_with_copy("The toll was 213 people by noon.", facts)
    assert said.endswith("cites; it stands where your … is; write it out")


@pytest.mark.parametrize("date", ["2023-09-03", "2023-09-03/"])
@pytest.mark.parametrize(
    ("more", "where"), [("\n\nAll of 2023 was wet.", ", which stand in paragraph 2"), ("", ""), (" Year 12023.", "")]
)
def test_a_year_that_is_missing_is_told_with_where_it_stands(date: str, more: str, where: str) -> None:
    facts = EVENT.format(date=date, cite="'On 3 September the road'")
    hint = f"only the year is missing: cite the words that give it{where}, or say in `reckoned` how it is known"
    assert warning_with_copy(f"On 3 September the road was closed.{more}", facts) == NO_DATE.format(date) + hint


def test_where_a_missing_year_stands_is_not_told_of_a_source_that_is_not_at_hand() -> None:
    (said,) = event("{paper: On 3 September the road}", date="2023-09-03")
    assert "cite the words that give it, or say" in said


def test_of_a_date_that_stands_nowhere_no_more_is_said() -> None:
    facts = EVENT.format(date="2023-09-03", cite="'On 4 September … was closed'")
    hint = "cite the words that give the date, or say in `reckoned` how it was worked out"
    said = warning_with_copy("On 4 September the road was closed. In 2023 it snowed.", facts)
    assert said == NO_DATE.format("2023-09-03") + hint


@pytest.mark.parametrize(
    ("key", "date", "source", "count"),
    [
        ("as_of", "2025-03-07", "paper", 0),
        ("as_of", "2025-03", "gazette", 0),
        ("as_of", "2025-03-08", "paper", 1),
        ("as_of", "2025-03-07/", "paper", 1),
        ("as_of", "/2025-03-07", "paper", 1),
        ("period", "2025-03-07", "paper", 1),
    ],
)
def test_an_as_of_may_be_the_date_of_the_source(key: str, date: str, source: str, count: int) -> None:
    assert len(figure(f"{{{source}: les 213 people here}}", more=f"{key}: {date}, ")) == count


def test_a_reckoned_value_may_be_as_of_the_date_of_its_source() -> None:
    assert figure("{paper: nobody was ever told}", more="as_of: 2025-03-07, reckoned: so it goes, ") == []


def test_what_is_wrong_with_a_unit_or_a_qualifier_is_told_at_its_key() -> None:
    said = unsupported_in("""
    figures:
      cost: {value: 2, unit: EUR, label: a, cite: {paper: cost 2 dollars}}
      wells: {value: 40, unit: litres, label: a, cite: {paper: 40% of the wells}}
      alone: {value: 40, label: a, cite: {paper: 40% of the wells}}
      dead: {value: 213, label: a, cite: {paper: at least 213 of them}}
      lost: {value: 213, qualifier: about, label: a, cite: {paper: at least 213 of them}}""")
    cites = "a passage that figure:{} cites says '{}'{}".format
    assert said == [
        "facts.yaml:3:26: warning: the unit of figure:cost, EUR, is not in the words of a passage that it cites; "
        "cite the words that name it, or mend the unit",
        f"facts.yaml:4:28: warning: {cites('wells', '40%', ', and its unit is litres; mend the unit')}",
        f"facts.yaml:5:3: warning: {cites('alone', '40%', ', and its unit is left out; mend the unit')}",
        f"facts.yaml:6:17: warning: {cites('dead', 'at-least', ' of its number, and it does not; ')}"
        "write `qualifier: at-least`",
        f"facts.yaml:7:33: warning: {cites('lost', 'at-least', ' of its number, and its qualifier is about; ')}"
        "write `qualifier: at-least`",
    ]
