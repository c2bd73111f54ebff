"""Events stand after those that they name, where that can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import FactId, Id, Kind
from standfirst.site.event_order import following

NAMES = [FactId(Kind.EVENT, Id(name)) for name in "abcdefgh"]


@given(st.permutations(NAMES), st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES)))
def test_each_stands_after_the_one_that_it_names_and_the_others_keep_their_order(
    names: list[FactId], named: dict[FactId, FactId]
) -> None:
    # Each names one that stands before it in some other order, so that there are no circles.
    after = {name: other for name, other in named.items() if other.id < name.id}
    order = [names[place] for place in following(names, after)]

    assert sorted(order) == sorted(names)
    assert all(order.index(other) < order.index(name) for name, other in after.items())
    assert [name for name in order if name not in after] == [name for name in names if name not in after]


def test_those_in_a_circle_come_last_and_nothing_is_lost() -> None:
    a, b, c, d, *_ = NAMES
    assert following([a, b, c, d], {a: b, b: a, c: a}) == [3, 0, 1, 2]
