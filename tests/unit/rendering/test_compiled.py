"""What templates are compiled to gives what Jinja's own gives, errors included."""

from __future__ import annotations

import jinja2
import pytest
from markupsafe import Markup

from standfirst.rendering.sandbox import ConfinedEnvironment

DECLARED = "{% macro f(a, b='>') %}{{ a }}{{ b }}{% endmacro %}"


def given(*values: object, **named: object) -> str:
    return " ".join(map(str, (*values, *named, *named.values())))


def rendered(environment: jinja2.Environment, body: str) -> str:
    environment.globals["given"] = given
    try:
        return environment.from_string(body).render(text="<i>", markup=Markup("<i>"), yes=True)
    except (jinja2.TemplateError, TypeError) as error:
        return str(error)


@pytest.mark.parametrize(
    "body",
    [
        "{{ text }} {{ markup }} {{ text | safe }} {{ 1.5 }} {{ none }} {{ yes }} {{ nothing }} {{ '<' }}",
        "{{ given(text) }} {{ given(markup) }} {{ given(1, text, other=2) }} {{ given() | upper }}",
        "{{ given(*[1, text]) }} {{ given(**{'other': text}) }} {{ given(1, *[2], **{'other': 3}) }}",
        "{{ given(class=text, for=2) }}",
        "{% set x = given(text) %}{{ x }} {{ given(given(text), given(other=given(1))) }}",
        DECLARED + "{{ f(1) }} {{ f(1, 2) }} {{ f(text, b=markup) }} {{ f(b=1, a=text) }} {{ f(b=1) }} {{ f() }}",
        DECLARED + "{{ f(*[1]) }} {{ f(*[1, text]) }} {{ f(**{'a': text}) }} {{ f(*[1], **{'b': 2}) }}",
        DECLARED + "{{ f(f(text), f(1, b=2)) }} {% set x = f(text) %}{{ x }} {{ x ~ text }} {{ x | upper }}",
        DECLARED + "{{ f(1, 2, 3) }}",
        DECLARED + "{% set x = f(1, 2, 3) %}",
        DECLARED + "{{ f(1, c=3) }}",
        DECLARED + "{{ f(1, a=3) }}",
        "{% macro f(a) %}{{ a }}{{ varargs | join }}{{ kwargs.c }}{% endmacro %}{{ f(1, text, 3, c=4) }} {{ f(1) }}",
        "{% macro f(a) %}{{ a }}{{ caller(text) }}{% endmacro %}{% call(x) f(1) %}{{ x }}{% endcall %}",
        "{% autoescape false %}{{ text }} {{ given(text) }} {{ 1 }}{% endautoescape %} {{ text }}",
        "{% autoescape yes %}{{ text }} {{ given(text) }}{% endautoescape %}",
        "{% autoescape nothing %}{{ text }} {{ given(text) }}{% endautoescape %}",
        "{% autoescape false %}" + DECLARED + "{% set x = f(text) %}{% endautoescape %}{{ x }} {{ f(text) }}",
        DECLARED + "{% autoescape false %}{{ f(text) }}{% endautoescape %}",
        "{% filter upper %}{{ given(text) }}{% endfilter %} {% if given() == '' %}{{ given(text) }}{% endif %}",
    ],
)
def test_a_template_gives_what_jinja_makes_of_it(body: str) -> None:
    ours = ConfinedEnvironment(lambda macro: macro, autoescape=True)
    assert rendered(ours, body) == rendered(jinja2.Environment(autoescape=True), body)
