"""Where the writers' desk is in a preview."""

from __future__ import annotations

# Below this address stands what writers see and readers never do.
DESK = "/_desk/"
STYLESHEET, SCRIPT = f"{DESK}desk.css", f"{DESK}desk.js"
