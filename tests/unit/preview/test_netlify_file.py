"""The rules of netlify.toml, and what keeps it from being read."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.preview.host import HostRules
from standfirst.preview.netlify_file import NetlifyFile, netlify_rules
from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile


def test_while_the_file_has_problems_its_rules_stay(tmp_path: Path) -> None:
    path = tmp_path / "netlify.toml"
    absent = NetlifyFile(path).reread()
    assert (absent.rules, absent.message) == (HostRules(), "netlify.toml: no rules apply from now on")
    path.write_text("[[redirects]]\nfrom = '/a'\nto = '/b'\n", encoding="utf-8")
    well = absent.reread()
    assert ([each.target for each in well.rules.redirects], well.message) == (
        ["/b"],
        "netlify.toml: its rules apply from now on",
    )
    path.write_text("[[redirects]]\n", encoding="utf-8")
    broken = well.reread()
    assert broken.rules == well.rules
    assert "a rule has no 'from'" in broken.message


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a = 1\n[headers x]", "2:10", "this is not TOML: expected ']' at the end of a table declaration"),
        ("a = 1\nb = [\n", "2:1", "this is not TOML: invalid value"),
        ("headers = 1", "1:1", "a rule cannot be read"),
        ("[[headers]]\n", "1:1", "a rule has no 'for'"),
        ("[[headers]]\nfor = '/*'\nvalues = {A = 1}", "1:1", "the value of A is no text"),
        ("[[headers]]\nfor = 5\nvalues = {A = 'b'}", "1:1", "5 is no text"),
        ("[[headers]]\nfor = '/*'\nvalues = {'A b' = 'c'}", "1:1", "'A b' is no name of a header"),
        ("[[headers]]\nfor = '/*'\nvalues = {A = 'é'}", "1:1", "not in ASCII"),
        ("[[redirects]]\nfrom = '/'\nto = '/'\nstatus = 1", "1:1", "a rule cannot be read"),
        ("[[redirects]]\nfrom = '/'\nto = 1", "1:1", "1 is no text"),
        ("[[redirects]]\nfrom = '/a/*/b/*'\nto = '/'", "1:1", "'/a/*/b/*' has two parts of one name"),
        ("[[redirects]]\nfrom = '/:a/:a'\nto = '/'", "1:1", "'/:a/:a' has two parts of one name"),
    ],
)
def test_a_netlify_toml_that_cannot_be_read_says_where(text: str, place: str, message: str) -> None:
    with pytest.raises(SiteError) as raised:
        netlify_rules(InputFile("netlify.toml", text))
    assert str(raised.value).startswith(f"netlify.toml:{place}: ")
    assert message in str(raised.value)
