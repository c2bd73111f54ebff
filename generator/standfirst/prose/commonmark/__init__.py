"""CommonMark's reading of Markdown, in the place of Python-Markdown's own (https://spec.commonmark.org/0.31.2/).

Python-Markdown parts from what writers' editors show: it wants four spaces where they want two, and takes `#word` for a
heading. Here are its two parsers anew, of blocks and of what stands in a line, with GitHub's tables and footnotes and
PHP Markdown Extra's definition lists. All that comes after them (tree processors, the serializer) is Python-Markdown's.
Raw HTML stays text; comments are left out. Both parsers are linear in the length of a text.

`blocks` reads the `lines` of a text: how blocks begin (`leaf_starts`, `container_starts`), go on (`leaf_blocks`,
`container_blocks`, `tables`) and lie within one another (`structure`); `lists` tells which are tight. `inlines` reads
what stands within lines, sign by sign (`signs`, `characters`): `brackets`, `links`, `emphasis`. `trees` and `notes` set
that as a tree, and `extension` gives it to Python-Markdown. `parser_state` is what is known of a text on the way.
"""
