"""Facts proposed from the text of an article: `propose` of `rules.py` makes an `Article` into `Proposals`.

`read_article.py` reads a file as an `Article`. Each finder takes the article, and what was found before it:
`names/` actors and places, `dates/` dates, `quotations/` quotations and who speaks. `as_json.py` gives proposals out
with their offsets, `as_records.py` and `as_files.py` as drafts.
"""
