"""How long it takes to lay out a picture of much, beside one of little.

Run from the repository: `PYTHONPATH=generator python -m bench.pictures`. A picture of more is added by
a function that draws so many.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from standfirst.language.dates import order, parse
from standfirst.model import FactId, Id, Kind, Weight
from standfirst.model.addresses import Address
from standfirst.pictures.timeline import draw_timeline
from standfirst.pictures.timeline_content import NARROW, WIDE, TimelineEvent

COUNTS = (5, 50, 500, 5000)
DATES = (
    "{year}",
    "{year}/{later}~",
    "2019-04-{day:02}",
    "{year}-{month:02}-{day:02}",
    "[{year}..{later}]",
    "{year}/..",
)


def timelines(count: int) -> Callable[[], object]:
    """Return what draws a narrow and a wide timeline of so many events of forty years and a fortnight."""
    numbers = [(number, 1970 + number * 7 % 40) for number in range(count)]
    written = [
        DATES[number % len(DATES)].format(year=year, later=year + 3, month=1 + number % 12, day=1 + number % 14)
        for number, year in numbers
    ]
    events = [
        TimelineEvent(
            FactId(Kind.EVENT, Id(f"e{number}")),
            Address("chronology.html", f"e{number}"),
            date,
            "The council votes again",
            Weight.NORMAL,
        )
        for number, date in enumerate(sorted(map(parse, written), key=order))
    ]
    return lambda: [draw_timeline(events, "en", frame) for frame in (NARROW, WIDE)]


PICTURES = {"timeline": timelines}


def seconds(draw: Callable[[], object]) -> float:
    """Return the shortest of some times, which is the least disturbed."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        draw()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print for each picture the milliseconds it takes of so much, and how many times as long as of the least."""
    print(f"{'picture':<12}" + "".join(f"{count:>18,}" for count in COUNTS))
    for name, prepared in PICTURES.items():
        times = [seconds(prepared(count)) for count in COUNTS]
        print(f"{name:<12}" + "".join(f"{1000 * each:>9.1f} ms{each / times[0]:>5.1f}x" for each in times))


if __name__ == "__main__":
    main()
