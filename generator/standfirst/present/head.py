"""What a page is called, and said to be, where it is seen apart from its site: in a tab, a search, a message."""

from __future__ import annotations

# Search engines and tabs show about as much.
_LONGEST_TITLE = 60
_LONGEST_DESCRIPTION = 160
# Less than this does not tell one page from those of other sites.
_SHORTEST_DESCRIPTION = 50
# Of the explainer's own title at least this much is kept.
_LEAST_OF_SITE = 20
_BETWEEN = " – "


def head_title(title: str, site_title: str) -> str:
    """Return a page's title with that of the explainer; what is too long is cut from the explainer's part."""
    room = max(_LONGEST_TITLE - len(title) - len(_BETWEEN), _LEAST_OF_SITE)
    return f"{title}{_BETWEEN}{_cut(site_title, room)}"


def with_day(title: str, shown_day: str) -> str:
    """Return a title with the words that say which earlier day is shown, if one is."""
    return f"{title}{_BETWEEN}{shown_day}" if shown_day else title


def head_description(text: str, site_title: str) -> str:
    """Return what a page is in a sentence or two: a short text with the explainer's title, a long one cut."""
    if len(text) < _SHORTEST_DESCRIPTION and text != site_title:
        text = f"{text.rstrip('.')}{_BETWEEN}{site_title}"
    return _cut(text, _LONGEST_DESCRIPTION)


def _cut(text: str, room: int) -> str:
    """Return the beginning of a text that fits, cut between words where that leaves any."""
    if len(text) <= room:
        return text
    start = text[: room - 1]
    return (start.rpartition(" ")[0] or start).rstrip(" ,;:.–—-") + "…"
