"""The table of what facts rest on."""

from __future__ import annotations

from standfirst.commands.check_report import FactSupport, support_table


def test_rows_stand_in_columns_below_a_heading_and_are_counted() -> None:
    long = "section:what-nobody-could-know-before-it-was-too-late"
    rows = (
        FactSupport("claim:paid", ("port", "the source"), ("letter ¶2", "report ¶1, 12"), "wording checked"),
        FactSupport(long, (), (), "cites nothing"),
    )
    assert support_table(rows).split("\n") == [
        f"{'Fact':40}  Who says so       Rests on                  How",
        f"{'claim:paid':40}  port; the source  letter ¶2; report ¶1, 12  wording checked",
        f"{long}  –                 –                         cites nothing",
        "1 of 2 rest on passages whose wording was checked.",
    ]
