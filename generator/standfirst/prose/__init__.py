"""Markdown: a text is read once, into a `document`, of which everything else is read.

`commonmark` is the parser, `converter` sets it up, and `traces` tell where in a text words were written.
`references` finds what a document refers to, `addresses` reads its links, `leaves` and `paragraphs` are its words for
those who check them, `quotations` and `quotation_marks` what of them is quoted, `mistakes` what in them was meant as
something else, and `origins` where in a file they stand. `plain` writes a document in one line. `fact_names` says what
facts are called; `names` finds that in a text, by `spellings` and `clitics`. `rendering.prose` sets documents as HTML.
"""
