"""Finds who takes part in an article, and its places: names, gathered under one id each.

`tokens.py` cuts a text into words that know their line (`lines.py`) and sentence. `candidates.py` finds what may be a
name: words with capitals (`runs.py`) apart from titles before them (`title_phrases.py`), and names that are known
(`known_spans.py`, of the lists of `name_lists.py`). `evidence_within.py` gives points for what each may be by its own
words, `evidence_around.py` by those around it, `table_rows.py` where it stands among numbers; `deciding.py` decides
from all mentions in the article. `headings.py` finds names where all words have capitals. `gathering.py` puts the
mentions of one actor together, by `short_forms.py` and `spelling_variants.py`; `roles.py` reads what the article calls
it. All words that rules speak of are in `data/`, which `tables.py` reads.
"""

from standfirst.draft.names.finding import names_in
from standfirst.draft.names.found import FoundNames, Known

__all__ = ["FoundNames", "Known", "names_in"]
