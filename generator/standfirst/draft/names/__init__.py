"""Finds who takes part in an article, and its places: names, gathered under one id each.

`tokens.py` cuts a text into words that know their line (`lines.py`) and sentence. `candidates.py` finds what may be a
name: words with capitals, apart from the titles before them; `headings.py` does so where all words have capitals.
`evidence.py` gives points for what each may be, by its words and by those around it, and `deciding.py` decides from
all mentions in the article. `gathering.py` puts the mentions of one actor together, by `short_forms.py`, and `roles.py`
reads what the article calls it. All words that rules speak of are in `data/`, which `tables.py` reads.
"""

from standfirst.draft.names.finding import names_in
from standfirst.draft.names.found import FoundNames, Known

__all__ = ["FoundNames", "Known", "names_in"]
