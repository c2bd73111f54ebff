"""CommonMark's reading of Markdown, in the place of Python-Markdown's own (https://spec.commonmark.org/0.31.2/).

Python-Markdown parts from what writers' editors show: it wants four spaces where they want two, and takes `#word` for a
heading. Here are its two parsers anew, of blocks and of what stands in a line, with GitHub's tables and footnotes and
PHP Markdown Extra's definition lists. All that comes after them (tree processors, the serializer) is Python-Markdown's.
Raw HTML stays text; comments are left out. Both parsers are linear in the length of a text.
"""
