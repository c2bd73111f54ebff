"""Dates of every form and quantities, as Hypothesis draws them, and the languages in which they are tried."""

from __future__ import annotations

import datetime

from hypothesis import assume
from hypothesis import strategies as st

from standfirst.language import dates
from standfirst.model import Date, Quantity

DAYS = st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31))
MARKS = st.sampled_from(["", "", "?", "~", "%"])
DATE_LANGUAGES = st.sampled_from(["en", "en-US", "fr", "ar"])
PRECISIONS = st.sampled_from(["day", "month", "season", "year", "decade", "century"])
QUANTITY_LANGUAGES = st.sampled_from(["en", "fr", "de", "ar", "en-IN"])
# Languages of which all number words are read.
READ_WHOLE = ["ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru"]
# Every way to write numbers: by words apart and together, by case, with prefixes, without spaces, in no words at all.
TWELVE = st.sampled_from(["ar", "de", "en", "es", "fr", "hi", "it", "ja", "nl", "pt", "ru", "tlh"])
QUANTITIES = st.tuples(
    st.decimals(min_value=-(10**9), max_value=10**9, places=3), st.decimals(min_value=0, max_value=10**6, places=1)
).map(lambda parts: Quantity(parts[0], parts[0] + parts[1]))
# A running text in which a day stands.
FRAMES = {
    "en": "They spoke on {}, the office said.",
    "en-US": "They spoke on {}, the office said.",
    "fr": "C’est le {} qu’ils se sont parlé.",
    "ar": "\u062a\u062d\u062f\u062b\u0627 \u0641\u064a {} \u0639\u0628\u0631 \u0627\u0644\u0647\u0627\u062a\u0641.",
}


def written(day: datetime.date, precision: str) -> str:
    """Write a day, or what is left of it at a coarser precision, as EDTF does."""
    text = day.isoformat()
    return {
        "day": text,
        "month": text[:7],
        "season": f"{text[:4]}-{21 + day.month % 4}",
        "year": text[:4],
        "decade": f"{text[:3]}X",
        "century": f"{text[:2]}XX",
    }[precision]


ONE_DATE = st.builds(lambda day, precision, mark: written(day, precision) + mark, DAYS, PRECISIONS, MARKS)


@st.composite
def expressions(draw: st.DrawFn) -> str:
    """Draw any expression that is read: one date, or two of which either may be open and, of a span, unknown."""
    form = draw(
        st.sampled_from(["{0}", "{0}/{1}", "[{0}..{1}]", "{0}/..", "{0}/", "../{0}", "/{0}", "[{0}..]", "[..{0}]"])
    )
    ends = sorted([draw(ONE_DATE), draw(ONE_DATE)])
    return form.format(*ends)


def read_or_reject(text: str) -> Date:
    """Read an expression whose ends may be the wrong way round, which is not what is being tested."""
    try:
        return dates.parse(text)
    except dates.DateError as error:
        assume("before it starts" not in error.message)
        raise


DATES = expressions().map(read_or_reject)
