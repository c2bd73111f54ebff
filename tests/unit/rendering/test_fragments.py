"""Fragments: set once for what they are given, and joined into each page with the links and notes of that page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

import jinja2
import pytest
from markupsafe import Markup

from standfirst.rendering.fragments import Fragments
from standfirst.rendering.sandbox import ConfinedEnvironment
from standfirst.rendering.template_files import EXTENSIONS


@dataclass(frozen=True)
class View:
    """Something that pages show, and lead to."""

    name: str


@dataclass
class Changing:
    """What a fragment cannot be kept for."""

    name: str


class Theme:
    """Pages with one theme: the body of each may call what `m` declares. `made()` counts what was set anew."""

    def __init__(self, declared: str) -> None:
        made = count(1)
        self._page = ""
        self._notes: dict[View, int] = {}
        fragments: Fragments[View] = Fragments(self._set_part)
        self._fragments = fragments
        self._environment = ConfinedEnvironment(
            fragments.fragment,
            loader=jinja2.DictLoader({"m": declared}),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            extensions=EXTENSIONS,
        )
        self._environment.filters["href"] = fragments.set_or_hold
        self._environment.globals |= {"made": lambda: next(made), "nth": self._nth, "number": fragments.set_or_hold}
        self._environment.globals["making"] = lambda: fragments.is_making

    def page(self, name: str, body: str, **view: object) -> str:
        """Return a page of this name."""
        self._page = name
        self._notes.clear()
        self._fragments.begin_page()
        return self._environment.from_string(f'{{% import "m" as m %}}{body}').render(**view)

    def _set_part(self, part: View) -> str:
        return f"{self._page}-{self._notes.setdefault(part, len(self._notes) + 1)}-{part.name}"

    def _nth(self) -> int:
        self._fragments.add_count()
        return 7


ONE, OTHER = View("one"), View("other")
SET = "{% fragment f(x, y='') %}{{ made() }}{{ x.name }}{{ y }}{% endfragment %}"


def test_a_fragment_is_set_once_for_what_it_is_given() -> None:
    theme = Theme(SET)
    assert theme.page("a", "{{ m.f(x) }} {{ m.f(x) }} {{ m.f(o) }}", x=ONE, o=OTHER) == "1one 1one 2other"
    assert theme.page("b", "{{ m.f(x) }} {{ m.f(x, 'y') }} {{ m.f(x, y='y') }}", x=ONE) == "1one 3oney 4oney"
    assert theme.page("b", "{{ m.f(x, y ~ '') }} {{ m.f(x, y ~ '') }}", x=ONE, y="YY") == "5oneYY 5oneYY"


@pytest.mark.parametrize("is_in_pieces", [False, True])
def test_what_a_fragment_was_given_is_never_mistaken_for_what_comes_in_its_place_in_memory(is_in_pieces: bool) -> None:
    fragments: Fragments[str] = Fragments(str)

    def name(view: View) -> Markup:
        return Markup(fragments.set_or_hold(view.name) if is_in_pieces else view.name)

    named = fragments.fragment(name)
    assert [named(View(f"{number}")) for number in range(50)] == [f"{number}" for number in range(50)]


def test_what_is_set_in_a_fragment_is_known_to_be_for_other_pages_too() -> None:
    theme = Theme("{% fragment f() %}{{ making() }}{% endfragment %}")
    assert theme.page("a", "{{ making() }} {{ m.f() }} {{ making() }}") == "False True False"


@pytest.mark.parametrize(("one", "other"), [(1, True), ("<", Markup("<"))], ids=["numbers", "texts"])
def test_what_is_equal_but_of_another_type_is_something_else(one: object, other: object) -> None:
    theme = Theme("{% fragment f(x) %}{{ x }}{% endfragment %}")
    assert theme.page("a", "{{ m.f(x) }}", x=one) != theme.page("a", "{{ m.f(x) }}", x=other)


@pytest.mark.parametrize("value", [Changing("x"), {"name": "x"}], ids=["object", "dict"])
def test_what_could_change_is_set_anew(value: object) -> None:
    assert Theme(SET).page("a", "{{ m.f(x) }} {{ m.f(x) }}", x=value) == "1x 2x"


def test_each_page_sets_links_and_numbers_of_its_own_also_in_a_fragment_within_a_fragment() -> None:
    theme = Theme(
        "{% fragment inner(x) %}{{ made() }}({{ x | href }}){% endfragment %}"
        "{% fragment outer(x, o) %}{{ made() }}{{ number(o) }} {{ inner(x) }}{% endfragment %}"
    )
    first = theme.page("a", "{{ m.inner(x) }} {{ m.outer(x, o) }} {{ m.outer(x, o) }}", x=ONE, o=OTHER)
    assert first == "1(a-1-one) 2a-2-other 1(a-1-one) 2a-2-other 1(a-1-one)"
    assert theme.page("b", "{{ m.outer(x, o) }}", x=ONE, o=OTHER) == "2b-1-other 1(b-2-one)"


def test_what_counts_on_its_page_is_set_anew_and_so_is_what_holds_it() -> None:
    theme = Theme(
        "{% fragment inner() %}{{ made() }}{{ nth() }}{% endfragment %}"
        "{% fragment outer() %}{{ made() }}:{{ inner() }}{% endfragment %}"
        "{% fragment kept() %}{{ made() }}{% endfragment %}"
    )
    assert theme.page("a", "{{ m.kept() }} {{ m.outer() }} {{ m.outer() }} {{ m.kept() }}") == "1 2:37 4:57 1"


def test_a_fragment_that_a_page_declares_for_itself_sees_that_page_alone() -> None:
    theme, body = Theme(""), "{% fragment f() %}{{ view.name }}{% endfragment %}{{ f() }}"
    assert [theme.page("a", body, view=view) for view in (ONE, OTHER)] == ["one", "other"]


def test_a_page_that_failed_within_a_fragment_leaves_nothing_to_the_next() -> None:
    theme = Theme("{% fragment f(x) %}{{ x | href }}{{ x.none }}{% endfragment %}")
    with pytest.raises(jinja2.UndefinedError):
        theme.page("a", "{{ m.f(x) }}", x=ONE)
    assert theme.page("b", "{{ x | href }}", x=ONE) == "b-1-one"


def test_a_fragment_is_safe_and_what_it_shows_is_escaped() -> None:
    assert Theme(SET).page("a", "{{ m.f(x) }}", x=View("<b>")) == "1&lt;b&gt;"
