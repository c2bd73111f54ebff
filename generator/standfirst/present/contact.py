"""Where readers write to: the contact that an explainer names, and how they report a mistake on a page there."""

from __future__ import annotations

import re
from urllib.parse import quote

_MAIL = re.compile(r"[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]+")
# What RFC 6068 lets stand in the address itself.
_KEPT_IN_MAIL = "@!$'()*+,;:"


def contact_address(contact: str) -> str:
    """Return where a link to a contact leads: a web or mail address, or nowhere for plain words."""
    if contact.startswith(("https://", "http://", "mailto:")):
        return contact
    return f"mailto:{quote(contact, safe=_KEPT_IN_MAIL)}" if _MAIL.fullmatch(contact) else ""


def report_address(contact: str, subject: str, body: str) -> str:
    """Return where a mistake is reported: a mail with a subject and a body (RFC 6068), or a form as it stands.

    It is empty for plain words. What a writer asks of a mail by a query of their own stays before both.
    """
    address = contact_address(contact)
    if not address.startswith("mailto:"):
        return address
    fields = {"subject": subject, "body": body}
    query = "&".join(f"{name}={quote(text, safe='')}" for name, text in fields.items() if f"{name}=" not in address)
    return f"{address}{'&' if '?' in address else '?'}{query}" if query else address
