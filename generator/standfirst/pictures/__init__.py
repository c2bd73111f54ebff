"""The pictures, laid out from facts: where each line and each word of them stands. Templates write them as SVG.

The timeline: events fall into `periods`, each to a `scale` of its own; their dates have `signs`; a `sketch` tells where
all of it stands from top to bottom, and `timeline` makes a `drawing` of that for one side of the page or the other.
"""
