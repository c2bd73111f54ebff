"""What a site's language decides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language import locale as language


@pytest.mark.parametrize(
    ("tag", "known"),
    [
        ("en", "en_001"),
        ("EN", "en_001"),
        ("en-US", "en_US"),
        ("fr-CA", "fr_CA"),
        ("fr-XX", "fr"),
        ("zh-Hant-TW", "zh_Hant_TW"),
        ("ar-u-nu-latn", "ar"),
        ("en-x-house", "en_001"),
        ("tlh", "en_001"),
        ("", "en_001"),
    ],
)
def test_a_tag_is_read_by_its_longest_known_part_and_english_is_international(tag: str, known: str) -> None:
    assert str(language.locale(tag)) == known


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl"), ("ar-LY", "rtl"), ("he", "rtl"), ("fa", "rtl"), ("tlh", "ltr")]
    + [(tag, "rtl") for tag in ("ku-Arab", "prs", "pnb", "arz", "uz-AF", "az-arab-x-a", "iw", "dv", "ff-Adlm", "nqo")]
    + [(tag, "ltr") for tag in ("ar-Latn", "AR-LATN-EG", "he-Latn", "ku", "uz", "sh", "sd-Deva", "x-Arab", "de-x-Arab")]
    + [(tag, "ltr") for tag in ("", "-", "en-", "a", "i-klingon")],
)
def test_the_direction_is_that_of_the_script(tag: str, direction: str) -> None:
    assert language.direction(tag) == direction


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("fr", "depuis %(date)s"),
        ("fr-CA", "depuis %(date)s"),
        ("FR", "depuis %(date)s"),
        ("ar", "منذ %(date)s"),
        ("en", "since %(date)s"),
        ("de", "since %(date)s"),
        ("../fr", "since %(date)s"),
    ],
)
def test_the_interface_speaks_the_language_or_what_it_is_a_variety_of_or_english(tag: str, said: str) -> None:
    assert language.translations(tag).gettext("since %(date)s") == said


@pytest.mark.parametrize(("tag", "spoken"), [("fr-CA", "fr"), ("ar", "ar"), ("en-GB", "en"), ("de", "en"), ("", "en")])
def test_the_language_of_the_words_is_told(tag: str, spoken: str) -> None:
    assert language.catalogue_language(tag) == spoken


@given(st.text(max_size=12))
def test_no_tag_whatever_is_without_a_locale_a_direction_and_words(tag: str) -> None:
    assert language.direction(tag) in {"ltr", "rtl"}
    assert language.translations(tag).gettext("since %(date)s")
