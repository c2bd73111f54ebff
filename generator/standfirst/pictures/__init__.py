"""The pictures, laid out from facts: where each line and each word of them stands. Templates write them as SVG.

The timeline: events fall into `periods`, each to a scale of its own (`time_scale`); `event_marks` says what the mark of
each reaches over; `timeline_layout` puts the `timeline_content` in its place from top to bottom, and `timeline` makes a
`timeline_drawing` of that for one direction of the page or the other.
"""
