"""PDFs as text: what is printed on their pages, put in the order in which it is read, and parted into paragraphs.

`extract.py` is a program of its own, which `process.py` runs within limits: it lists what stands where on each page
(`fragments.py`). `running_lines.py` leaves out what recurs at the heads and feet of pages, `drop_caps.py` gives large
first letters back to their words, `columns.py` puts the rest in order, `lines.py` makes lines of it, `paragraphs.py`
paragraphs of lines, and `reader.py` a text of the whole, in which `broken_words.py` puts words together again.
"""
