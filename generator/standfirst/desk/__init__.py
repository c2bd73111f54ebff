"""What writers ask of their sources: how words of them are cited, what is cited already, and what could link to facts.

`desk.py` holds the copies beside what the explainer says of them; `pasted_words.py` finds words in them, `citation.py`
says how they are cited, with what `cited_stretches.py` and `bindings.py` know of the same words, and `citation_text.py`
writes that as a command prints it.
"""
