"""Where the writers' desk is in a preview."""

from __future__ import annotations

# Below this address stands what writers see and readers never do.
DESK = "/_desk/"
STYLESHEET, SCRIPT = f"{DESK}desk.css", f"{DESK}desk.js"
# Where facts stand beside their passages, and where it is noted that somebody vouches for one.
REVIEW, VOUCH, REVIEW_SCRIPT = f"{DESK}review", f"{DESK}vouch", f"{DESK}review.js"
