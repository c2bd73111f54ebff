"""The pictures, laid out from facts: where each line and each word of them stands. Templates write them as SVG.

The timeline: events fall into `periods`, each to a scale of its own (`time_scale`); `event_marks` says what the mark of
each reaches over, `captions` what stands beside it; `timeline_layout` puts the `timeline_content` in its place from top
to bottom, and `timeline` makes a `timeline_drawing` of that for one direction of the page or the other.
`known_time` cuts off what would be after the day that facts are of.

The map: `map_extents` says what part of the earth is shown, and `outlines` what is seen of land and borders there, cut
by `clipping`; `labels` and `countries` place the names, and `map` makes a `map_drawing` of it all.

The relations: `relation_ties` says who is joined to whom, and `arrangement` in which order names stand; `relations`
draws them, with the lines of `relation_curves`. `lettering` says how much room words take, and `placing` keeps things
apart, in all three.
"""
