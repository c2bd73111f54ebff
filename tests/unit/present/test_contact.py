"""Where readers report mistakes: a mail that names the page, a form, or where the contact is told in words."""

from __future__ import annotations

from email.utils import parseaddr
from urllib.parse import parse_qs, unquote, urlsplit

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.present.contact import contact_address, report_address
from tests.explainers import content, made


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("desk@example.org", "mailto:desk@example.org"),
        ("a&b?%@example.org", "mailto:a%26b%3F%25@example.org"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("https://example.org/form?of=us", "https://example.org/form?of=us"),
        ("The desk, 1 Pier Road, Arle", ""),
        ("@desk@social.example", ""),
        ("write to desk@example.org", ""),
    ],
)
def test_a_contact_leads_to_a_mail_or_a_page_and_words_nowhere(contact: str, address: str) -> None:
    assert contact_address(contact) == address


@given(st.text(), st.text())
def test_whatever_a_page_is_called_its_report_is_one_mail_with_that_subject(subject: str, body: str) -> None:
    subject, body = (text.encode(errors="ignore").decode() for text in (subject, body))
    parts = urlsplit(report_address("desk@example.org", subject, body))
    assert (parts.scheme, parts.fragment, parseaddr(unquote(parts.path))[1]) == ("mailto", "", "desk@example.org")
    assert parse_qs(parts.query.replace("+", "%2B"), keep_blank_values=True) == {"subject": [subject], "body": [body]}


def test_a_mail_keeps_the_subject_that_a_writer_gave_it() -> None:
    assert report_address("mailto:a@b.example?subject=Ferry", "S", "B") == "mailto:a@b.example?subject=Ferry&body=B"
    assert report_address("https://b.example/form", "S", "B") == "https://b.example/form"


@pytest.mark.parametrize(
    ("settings", "leads_to"),
    [
        ("contact: desk@example.org\n", "mailto:desk@example.org?subject=A%20mistake%3A%20About%20this%20explainer&"
                                        "body=https%3A%2F%2Fexample.org%2Fabout.html"),
        ("contact: https://example.org/form\n", "https://example.org/form"),
        ("contact: Ask at the pier.\n", "#who_made_this"),
        ("", None),
    ],
)  # fmt: skip
def test_a_page_leads_to_where_its_mistakes_are_reported(settings: str, leads_to: str | None) -> None:
    page = lxml.html.fromstring(made(content(settings=settings))["about.html"])
    found = page.xpath("//footer//a[.='Report a mistake']/@href")
    assert found == ([leads_to] if leads_to else [])
