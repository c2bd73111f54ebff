"""The words that scripts show, in the language of the site: they stand once before the scripts, and on no page."""

from __future__ import annotations

import json

from standfirst.model.addresses import CHANGES
from standfirst.present.naming import Naming


def script_words(naming: Naming) -> str:
    """Return the line of the site's script that says them; where braces stand, the scripts put theirs."""
    say = naming.say
    words = {
        "changes": CHANGES,
        "own": say("Link to: %(title)s") % {"title": "{title}"},
        "since": say("Since you last read this on %(date)s: %(what)s") % {"date": "{date}", "what": "{what}"},
        "changedCount": say("%(count)s changed") % {"count": "{count}"},
        "newCount": say("%(count)s new") % {"count": "{count}"},
        "and": say(", "),
        "changed": say("Changed"),
        "new": say("New"),
        "changedHere": say("Changed since you last read"),
        "newHere": say("New since you last read"),
        "next": say("Next"),
        "nextTo": say("Next: %(title)s") % {"title": "{title}"},
        "list": say("Back to the list"),
        "all": say("All changes since then"),
        "remember": say("Remember on this device what I have read"),
        "kept": say("It stays in this browser; nothing is sent."),
        "forgotten": say("What was kept here is deleted, and nothing more is kept."),
    }
    return f"globalThis.standfirst = {json.dumps(words, ensure_ascii=False)};\n"
