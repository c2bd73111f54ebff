"""What of a text is a quotation."""

from __future__ import annotations

import pytest

from generator.prose.quotations import outside_quotations, quoted_in


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
        ("don’t, 'don't', ‘don’t’", (), ("don’t, 'don't', ‘don’t’",)),
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
