"""What an update changed, as feeds carry it: in a line each, and as HTML in which nothing needs the site's styles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from standfirst.model.addresses import permalink
from standfirst.present.views import ChangedWords, ChangeView, UpdateView

Say = Callable[[str], str]


def lines_of_changes(update: UpdateView, say: Say) -> Iterator[str]:
    """Yield a line for each change: what it is of, and with its label each of what was before and what is after."""
    for change in update.changes:
        said = (_labelled(words.label, words.text, say) for words in (change.before, change.after) if words)
        yield _labelled(_called(change), say("; ").join(said), say)


def html_of_changes(update: UpdateView, say: Say, base_url: str) -> str:
    """Return the changes as a list of definitions, with absolute addresses."""
    more = update.more_changes
    link = f'<p><a href="{escape(permalink(base_url, more.address))}">{escape(more.text)}</a></p>' if more else ""
    return f"<dl>{''.join(_item(each, say, base_url) for each in update.changes)}</dl>{link}"


def _item(change: ChangeView, say: Say, base_url: str) -> str:
    called = escape(_called(change))
    if change.address:
        called = f'<a href="{escape(permalink(base_url, change.address))}">{called}</a>'
    before = _definition(change.before, "del", say) if change.before else ""
    after = _definition(change.after, "ins", say) if change.after else ""
    return f"<dt>{called}</dt>{before}{after}"


def _called(change: ChangeView) -> str:
    return f"{change.name} ({change.key})" if change.key else change.name


def _definition(words: ChangedWords, tag: str, say: Say) -> str:
    text = f"<{tag}><bdi>{escape(words.text)}</bdi></{tag}>" if words.text else ""
    return f"<dd>{_labelled(escape(words.label), text, say)}</dd>"


def _labelled(label: str, text: str, say: Say) -> str:
    return say("%(kind)s: %(words)s") % {"kind": label, "words": text} if text else label
