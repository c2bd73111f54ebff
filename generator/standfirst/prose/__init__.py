"""Markdown: a text is read once, into a `document`, of which everything else is read.

`commonmark` is the parser and `converter` sets it up. `references` finds what a document refers to, `leaves` and
`paragraphs` are its words for those who check them, `quotations` what of them is quoted, `slips` what in them was meant
as something else, and `places` where in a file they stand. `plain` and `html` write it, with just the targets that it
refers to; `mentions` links the `names` that it calls.
"""
