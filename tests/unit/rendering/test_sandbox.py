"""Templates see their view and nothing behind it, and end: whatever they do is told as a fault of their line."""

from __future__ import annotations

import pytest

from standfirst.rendering import limits
from standfirst.rendering.render import Surroundings, render
from tests.explainers import content, pages_of, planner, with_template

DEEP = "this is nested too deeply"
LONG = "a number has more digits than can be written"
MEMORY = "this takes more memory than a page may take"


def rendered(body: str, facts: int = 0) -> str:
    """Return what becomes of a template for the home page: its text, or the problem without the name of the page."""
    (home,) = (page for page in pages_of(planner(content())) if page.route == "index.html")
    templates = with_template("pages/home.html", lambda _: body)
    made = render([home], templates, "en", around=Surroundings(facts))
    for problem in map(str, made.problems):
        return problem.removeprefix("templates/pages/home.html:").removesuffix("; this happened in the page index.html")
    return made.pages[0].artifact.body.decode()


@pytest.mark.parametrize(
    "body",
    [
        f"{{{{ {'(' * 500}1{')' * 500} }}}}",
        f"{{{{ {'not ' * 10_000}1 }}}}",
        f"{{{{ 1{' + 1' * 10_000} }}}}",
        f"{{{{ 1{' | string' * 10_000} }}}}",
        f"{{{{ view{'.a' * 10_000} }}}}",
        f"{{{{ {'[' * 5000}{']' * 5000} }}}}",
        f"{'{% if 1 %}' * 2000}{'{% endif %}' * 2000}",
        f"{'{% for x in [1] %}' * 100}{'{% endfor %}' * 100}",
        "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
        "{% include 'pages/home.html' %}",
        "{% extends 'pages/home.html' %}",
        "{% import 'pages/home.html' as x %}",
        "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    ],
)
def test_what_is_nested_too_deeply_is_a_problem_of_its_template(body: str) -> None:
    assert rendered(body).startswith(f"1:1: {DEEP}")


@pytest.mark.parametrize("expression", [f"1{' + 1' * 10_000}", f"{'(' * 500}1{')' * 500}"])
def test_an_expression_that_is_nested_too_deeply_is_told_by_its_line(expression: str) -> None:
    assert rendered(f"\n\n{{{{ {expression} }}}}").startswith(f"3:1: {DEEP}, or calls itself without end")


def test_half_of_a_character_that_a_template_makes_is_told_of_its_page() -> None:
    assert rendered("\n{{ '%c' % 55296 }}") == "1:1: half of a character cannot stand in a page"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (f"{{{{ {'9' * 5000} }}}}", LONG),
        ("{{ 10 ** 10000 }}", LONG),
        # Worked out, this would take longer than anybody waits, and nothing could end it.
        ("{{ 10 ** (10 ** 10) }}", LONG),
        ("{% set ns = namespace(x=10) %}{% for i in range(99) %}{% set ns.x = ns.x * ns.x %}{% endfor %}", LONG),
        ("{{ 10.0 ** 1000 }}", "OverflowError"),
        ("{{ '\\ud800' }}", "half of a character cannot stand in a page"),
        ("{% for i in range(10 ** 9) %}{% endfor %}", "a range has more than 100000 numbers"),
        ("{{ range(10 ** 30) | list }}", "a range has more than 100000 numbers"),
        ("{{ 'x' * 10 ** 9 }}", "a text or a list 1000000000 times over"),
        ("{{ 10 ** 9 * [1] }}", "a text or a list 1000000000 times over"),
        ("{{ 'x' | center(10 ** 9) }}", MEMORY),
        ("{{ 'x'.center(10 ** 12) }}", MEMORY),
        ("{{ '%1000000000d' % 1 }}", MEMORY),
        ("{{ ('x' * 10 ** 6) | replace('x', 'y' * 10 ** 6) }}", MEMORY),
        ("{{ [1] | batch(10 ** 9, 'x') | list }}", MEMORY),
        ("{% set ns = namespace(x='ab') %}{% for i in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}", MEMORY),
        ("{% set x = 'x' * 10 ** 6 %}{% for i in range(99) %}{{ x }}{% endfor %}", "a page has more than 20000000"),
        ("{% include view %}", "TypeError"),
    ],
)
def test_what_is_too_much_for_a_page_is_a_problem_of_its_line(body: str, said: str) -> None:
    assert rendered(f"\n\n{body}").startswith(f"3:1: {said}")


def test_a_page_that_shows_many_facts_may_be_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "{% set x = 'x' * 10 ** 4 %}{% for i in range(9) %}{{ x }}{% endfor %}"
    monkeypatch.setattr(limits, "MOST_CHARACTERS", 50_000)
    assert rendered(f"\n{body}", facts=0).startswith("2:1: a page has more than 50000")
    assert rendered(body, facts=100).startswith("xxxx")


@pytest.mark.parametrize(
    "body",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ '' | attr('__cl' ~ 'ass__') }}",
        "{{ ''['__cl' ~ 'ass__'] }}",
        "{{ [''] | map(attribute='__class__') | list }}",
        "{{ [''] | sort(attribute='__class__') }}",
        "{{ [''] | groupby('__class__.__mro__') }}",
        "{{ _.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ '{0.__class__}'.format(view) }}",
        "{{ view.route.format_map({}) }}",
        "{{ (view.trail | map('upper')).gi_frame.f_globals }}",
        "{% set x %}{% endset %}{{ x.__init__ }}",
    ],
)
def test_a_template_reaches_nothing_behind_what_it_is_given(body: str) -> None:
    assert rendered(f"\n{body}").startswith("2:1: a template may not use '")


@pytest.mark.parametrize("body", ["{{ lipsum() }}", "{{ [1, 2] | random }}"])
def test_nothing_in_a_template_is_left_to_chance(body: str) -> None:
    assert rendered(body).startswith("1:1: ")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{{ 3 * 4 }} {{ 2 ** 10 }} {{ 2 ** -1 }} {{ 2.5 * 2 }}", "12 1024 0.5 5.0"),
        ("{{ 'ab' * 2 }} {{ 2 * 'ab' }} {{ ([1] * 2) | join }}", "abab abab 11"),
        ("{% for i in range(2, 8, 3) %}{{ i }}{% endfor %}", "25"),
        ("{{ view['route'] }} {{ view | attr('route') }}", "index.html index.html"),
        ("{{ [view] | map(attribute='route') | join }}", "index.html"),
    ],
)  # fmt: skip
def test_what_a_page_may_take_is_set(body: str, text: str) -> None:
    assert rendered(body) == text


@pytest.mark.parametrize(
    "body",
    [
        "{% for i in range(10 ** 5) %}{% for j in range(10 ** 5) %}{% endfor %}{% endfor %}",
        "{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(60) }}",
        "{% set l = [1] %}{% for x in l %}{% set y = l.append(1) %}{% endfor %}",
    ],
)
def test_what_does_not_end_is_ended_and_told_where_it_was(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_SECONDS", 0.3)
    assert rendered(f"\n{body}").startswith("2:1: this does not come to an end in ")


def test_after_a_page_without_an_end_no_other_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_SECONDS", 0.3)
    endless = "{% for i in range(10 ** 5) %}{% for j in range(10 ** 5) %}{% endfor %}{% endfor %}"
    templates = with_template("layouts/page.html", lambda text: endless + text)
    assert len(render(pages_of(planner(content())), templates, "en").problems) == 1


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("{{ view }}", "HomeView"),
        ("{{ dict }}", "type"),
        ("{{ notes }}", "method"),
        ("{{ view.title.upper }}", "builtin_function_or_method"),
        ("{{ 'a'.upper }}", "builtin_function_or_method"),
        ("{% macro m() %}{% endmacro %}{{ m }}", "Macro"),
        ("{{ ['a'] | map('upper') }}", "generator"),
        ("{{ ['a'] }}", "list"),
        ("{{ 'a' ~ joiner() }}", "Joiner"),
        ("{{ dict | string }}", "type"),
        ("{{ 'a' | replace('a', dict) }}", "type"),
        ("{{ [dict] | join }}", "type"),
        ("{{ [view] | join(' ', 'site') }}", "SiteView"),
        ("{{ '%s' | format(dict) }}", "type"),
        ("{{ '%s' % dict }}", "type"),
        ("{{ '%s %s' % (1, dict) }}", "type"),
        ("{{ '%(a)s' % {'a': dict} }}", "type"),
        ("{{ _('%(a)s', a=dict) }}", "type"),
        ("{% trans a=dict %}one {{ a }}{% endtrans %}", "type"),
    ],
)
def test_a_page_shows_nothing_that_two_builds_would_write_in_two_ways(body: str, kind: str) -> None:
    assert rendered(f"\n{body}") == f"2:1: a page can show texts and numbers, and no {kind}"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("{{ 1 }} {{ 1.5 }} {{ none }} {{ true }} {{ 'a' if false }}", "1 1.5 None True "),
        ("{{ 7 % 4 }} {{ '%s %d' % ('<', 3) }}", "3 &lt; 3"),
        ("{{ 'a' ~ 1 ~ '<' }} {{ '<' ~ ('<' | safe) }}", "a1&lt; &lt;<"),
        (
            "{{ ['<', 2] | join('<') }} {{ ['<' | safe, '<'] | join }} {{ [view] | join('', 'kind') }}",
            "&lt;&lt;2 <&lt; home",
        ),
        ("{% filter upper %}a{% endfilter %} {{ _('%(a)s', a='<') }}", "A &lt;"),
    ],
)
def test_texts_and_numbers_are_shown_as_they_always_were(body: str, shown: str) -> None:
    assert rendered(body) == shown
