"""Facts proposed from the text of an article: `propose` of `rules.py` makes an `Article` into `Proposals`.

`read_article.py` reads a file as an `Article`. Each finder is a module that takes the article, and what was found
before it: `names.py` actors and places, `dates/` dates, `quotations.py` quotations and who speaks. `as_json.py` gives
proposals out with their offsets.
"""
