"""Markdown: a text is read once, into a `document`, of which everything else is read.

`commonmark` is the parser and `converter` sets it up; `traces` carry offsets through it. Most blocks are simple, and
`simple_blocks` reads these without it. `references` finds what a document refers to, with `addresses` for its links;
`near_references` and `mistakes` find what was probably meant as Markdown. `leaves` and `paragraphs` give its words to
the checks, `quotations` and `quotation_marks` find quotations, by which `typesetting` sets marks, with the blanks of
`unbroken`; `origins` says where in a file something stands, and `plain` writes a document in one line. `fact_names`
says what facts are called; `names` finds that in a text, by `spellings` and `clitics`. `rendering.prose` writes
documents as HTML.
"""
