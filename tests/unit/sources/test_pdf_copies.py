"""Copies as PDF: their paragraphs in the order in which they are read, their pages, and what cannot be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from standfirst.language.words import fold
from standfirst.problems.errors import SiteError
from standfirst.sources.copies import Copy, read_copy
from standfirst.sources.matching import find_words
from standfirst.sources.pdf import extract, process, reader
from standfirst.sources.pdf.extract import Character, _fragments
from standfirst.sources.pdf.fragments import Fragment
from standfirst.sources.pdf.process import PdfError, PdfFault, ReadPdf, from_answer, read_pdf
from standfirst.sources.prove import prove_for_lock
from tests.explainers import content, content_of
from tests.written_copies import Set, broken_to, column, copy_file, pdf_of

FIRST = "The harbour master recorded seventeen interruptions of the ferry service between March and June, and said so."
SECOND = (
    "A dredging company measured the sediment in the navigation channel, and found more of it than in any year before."
)
THIRD = "The board will repair the stone mole; it has asked the ministry for money, and has not had an answer from it."
FOURTH = "Nobody on the island was told of the cracks before the storm, though the surveyor had written of them in May."
ALL = (FIRST, SECOND, THIRD, FOURTH)


def pdf_copy(*pages: list[Set]) -> Copy:
    return read_copy(copy_file("pdf", pdf_of(*pages)))


def pages_of(copy: Copy) -> list[int | None]:
    return [copy.page_at(start) for start in copy.starts]


def problem_with(body: bytes) -> str:
    with pytest.raises(SiteError) as caught:
        read_copy(copy_file("pdf", body))
    (problem,) = caught.value.problems
    return f"{problem.message}; {problem.hint}"


# ---------------------------------------------------------------- paragraphs


@pytest.mark.parametrize("indent", [0, 15])
def test_white_or_an_indent_parts_paragraphs(indent: float) -> None:
    assert pdf_copy(column("\n\n".join(ALL), 60, 100, 230, indent=indent)).paragraphs == ALL


@pytest.mark.parametrize("by_rows", [False, True])
def test_columns_are_read_one_after_the_other_below_what_goes_across_them(by_rows: bool) -> None:
    left = column(f"{FIRST}\n\n{SECOND}", 60, 150, 200)
    right = column(f"{THIRD}\n\n{FOURTH}", 300, 150, 200)
    printed = sorted([*left, *right], key=lambda each: each.y) if by_rows else [*right, *left]
    page = [*printed, Set(60, 100, "What became of the harbour of Port Ellery after the storm", 16)]
    assert pdf_copy(page).paragraphs == (page[-1].text, *ALL)


@pytest.mark.parametrize("over_both", ["Findings", ""])
def test_columns_are_read_above_a_short_heading_or_a_picture_over_them_and_then_below_it(over_both: str) -> None:
    above, below = (column(f"{one}\n\n{one}", 60, y, 200) for one, y in ((FIRST, 100), (SECOND, 300)))
    beside = [*column(f"{THIRD}\n\n{THIRD}", 300, 96, 200), *column(f"{FOURTH}\n\n{FOURTH}", 300, 304, 200)]
    heading = [Set(60, 265, over_both, 15)] if over_both else []
    expected = (FIRST, FIRST, THIRD, THIRD, *[each.text for each in heading], SECOND, SECOND, FOURTH, FOURTH)
    assert pdf_copy([*above, *heading, *below, *beside]).paragraphs == expected


def test_columns_are_read_below_text_that_takes_up_the_whole_width() -> None:
    page = column(f"{FIRST} {SECOND} {THIRD} {FOURTH}\n\n{FIRST} {SECOND} {THIRD} {FOURTH}", 60, 100, 440)
    left, right = column(f"{FIRST}\n\n{SECOND}", 60, 250, 200), column(f"{THIRD}\n\n{FOURTH}", 300, 250, 200)
    assert pdf_copy([*page, *left, *right]).paragraphs == (" ".join(ALL), " ".join(ALL), *ALL)


def test_a_heading_in_one_column_does_not_break_off_the_other() -> None:
    left = [*column(f"{FIRST}\n\n{SECOND}", 60, 100, 200), Set(60, 245, "Findings", 15), *column(FIRST, 60, 270, 200)]
    right = column(f"{THIRD}\n\n{FOURTH}\n\n{THIRD}\n\n{FOURTH}", 300, 100, 200)
    assert pdf_copy([*left, *right]).paragraphs == (FIRST, SECOND, "Findings", FIRST, THIRD, FOURTH, THIRD, FOURTH)


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page_past_the_notes_below_it() -> None:
    lines = column(f"{FIRST}\n\n{SECOND} {THIRD}", 60, 100, 200, indent=15)
    more = [Set(each.x, each.y - lines[-2].y + 100, each.text) for each in lines[-2:]]
    note = Set(60, 700, "A note in smaller type.", 7)
    copy = pdf_copy([*lines[:-2], note], more)
    assert copy.paragraphs == (FIRST, note.text, f"{SECOND} {THIRD}")
    assert pages_of(copy) == [1, 1, 1]
    first_words = (" ".join(line.text.split()[:3]) for line in (lines[-3], more[0]))
    assert [copy.page_at(place) for words in first_words for place in copy.places(fold(words))] == [1, 2]


def table(x: float, y: float, widths: float) -> list[Set]:
    rows = (("Month", "Ferries", "Lost"), ("March", "17", "3"), ("April", "21", "none"))
    return [
        Set(x + widths * column, y + 16 * row, cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]


ROWS = ("Month Ferries Lost", "March 17 3", "April 21 none")


def test_each_row_of_a_table_is_a_paragraph_below_columns_too() -> None:
    assert pdf_copy([*table(60, 100, 90), *column(FIRST, 60, 180, 230)]).paragraphs == (*ROWS, FIRST)
    left, right = column(f"{FIRST}\n\n{SECOND}", 60, 100, 200), column(f"{THIRD}\n\n{FOURTH}", 300, 100, 200)
    assert pdf_copy([*left, *right, *table(60, 400, 160)]).paragraphs == (*ALL, *ROWS)


def test_a_large_first_letter_belongs_to_its_word() -> None:
    text = f"{FIRST} {SECOND}"
    beside = broken_to(text, 210)[:2]
    below = broken_to(text.removeprefix(" ".join(beside)), 230)
    page = [Set(60, 112, text[0], 28), Set(80, 100, beside[0][1:]), Set(80, 112, beside[1])]
    rest = [Set(60, 124 + 12 * number, line) for number, line in enumerate(below)]
    assert pdf_copy([*page, *rest]).paragraphs == (f"{FIRST} {SECOND}",)


# From the left to the right of the line as one sees it; read, it begins at the right, but for names and numbers.
SEEN = ["لاق", "Meridian", "News", "ةفرغ", "34", "ةعاقلا", "يف"]
READ = "في القاعة 34 غرفة Meridian News قال"


@pytest.mark.parametrize("by_word", [False, True])
def test_lines_that_are_read_from_the_right_are_however_they_are_drawn(by_word: bool) -> None:
    words, x = [], 0.0
    for word in SEEN:
        words.append([Character(each, x + 5 * at, x + 5 * at + 5, 0.0, 10.0, 0) for at, each in enumerate(word)])
        words[-1].append(words[-1][-1]._replace(text=" "))
        x += 5 * len(word) + 3
    # Some files have the words in the order in which they are read, and the letters as they are seen.
    line = [each for word in (reversed(words) if by_word else words) for each in word]
    assert [text for *_, text in _fragments(line)] == [READ]


def test_a_page_that_is_turned_is_read_as_it_is_shown() -> None:
    # Type runs up the page, which is shown turned to the right.
    drawn = b"BT /F 10 Tf 0 1 -1 0 100 60 Tm (The harbour was shut) Tj ET\n"
    body = pdf_of([Set(60, 100, "x" * (len(drawn) - 30))], turned=90)
    start = body.index(b"BT /F")
    end = body.index(b"ET\n", start) + 3
    assert read_copy(copy_file("pdf", body[:start] + drawn.ljust(end - start) + body[end:])).paragraphs == (
        "The harbour was shut",
    )


# ---------------------------------------------------------------- what is no text


def test_heads_feet_and_numbers_of_pages_are_left_out_but_nothing_that_stands_once() -> None:
    def page(number: int, text: str) -> list[Set]:
        head = [Set(60, 40, "Port Ellery Harbour Board"), Set(500, 40, str(number + 6))]
        return [*head, *column(text, 60, 100, 230), Set(250, 800, f"Page {number} of 4")]

    pages = [page(number, text) for number, text in enumerate(ALL, 1)]
    pages[1].append(Set(60, 60, "Seen on one page alone"))
    copy = pdf_copy(*pages)
    assert copy.paragraphs == (FIRST, "Seen on one page alone", SECOND, THIRD, FOURTH)
    assert pages_of(copy) == [1, 2, 2, 3, 4]


def test_lines_that_recur_at_one_height_within_the_text_stay() -> None:
    pages = [column(f"The same words begin every page of this report, and go on {text}", 60, 100, 230) for text in ALL]
    assert [each.startswith("The same words") for each in pdf_copy(*pages).paragraphs] == [True] * 4


def test_pages_without_text_are_counted() -> None:
    copy = pdf_copy([], [], [Set(60, 100, "On the third page")], [])
    assert (pages_of(copy), len(copy.page_starts)) == ([3], 4)


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (["It is the govern-", "ment that pays"], "It is the government that pays"),
        # As the text has them elsewhere.
        (["A well-known mole is a well-", "known one to all"], "A well-known mole is a well-known one to all"),
        (["A long while, a short term, and a long-", "term loan"], "A long while, a short term, and a long-term loan"),
        (["Therefore we say there, and fore, and there-", "fore"], "Therefore we say there, and fore, and therefore"),
        (["It was pre-", "and post-war work here"], "It was pre- and post-war work here"),
        # As the language has them, of which the text has none.
        (["It is a well-", "run mole of graphite-", "rich stone"], "It is a well-run mole of graphite-rich stone"),
        (["It is an-", "other stone, and is re-", "assessed"], "It is another stone, and is reassessed"),
        (["The US-", "led boats left Liver-", "pool by e-", "mail"], "The US-led boats left Liverpool by e-mail"),
        (["Alle loben den Land-", "rat und die Regierung"], "Alle loben den Landrat und die Regierung"),
        (["Il y en a trente-", "deux ou quatre-", "vingts"], "Il y en a trente-deux ou quatre-vingts"),
        (["Salma al-Barqi, Al-", "Barqi in 1914-", "1918, and so"], "Salma al-Barqi, Al-Barqi in 1914-1918, and so"),
    ],
)  # fmt: skip
def test_words_that_are_broken_at_line_ends_are_put_together_and_their_own_hyphens_stay(
    lines: list[str], printed: str
) -> None:
    copy = pdf_copy([Set(60, 100 + 12 * number, line) for number, line in enumerate(lines)])
    assert copy.paragraphs == (printed,)
    assert find_words(printed, copy) == 1


def test_what_is_cited_may_have_the_hyphen_at_the_end_of_a_line_or_not() -> None:
    lines = ("It was a tantalum-", "rich sand, and a harbour-", "wide plan to out-", "source it for the shore-line.")
    copy = pdf_copy([Set(60, 100 + 12 * number, line) for number, line in enumerate(lines)])
    assert copy.paragraphs == (
        "It was a tantalumrich sand, and a harbour-wide plan to outsource it for the shore-line.",
    )
    for words in ("tantalum-rich sand, and a harbourwide plan", "tantalumrich sand, and a harbour-wide plan"):
        assert find_words(words, copy) == 1
    assert find_words("for the shoreline", copy) is None


def test_a_word_that_is_broken_at_the_end_of_a_page_is_on_the_page_on_which_it_begins() -> None:
    copy = pdf_copy([Set(60, 100, "It is the govern-")], [Set(60, 100, "ment that pays")])
    assert copy.paragraphs == ("It is the government that pays",)
    assert [copy.page_at(place) for word in ("government", "that") for place in copy.places(word)] == [1, 2]


def test_ligatures_soft_hyphens_and_lost_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ("The of\ufb01ce of the govern\u00ad", "ment is di\ufb03cult to \ufffdnd")
    fragments = tuple(Fragment(60, 200, 100 + 12 * number, 10, line) for number, line in enumerate(lines))
    monkeypatch.setattr(reader, "read_pdf", lambda _: ReadPdf((fragments,), ()))
    copy = read_copy(copy_file("pdf", b""))
    assert copy.paragraphs == ("The office of the government is difficult to \ufffdnd",)
    # A letter that is lost is no word's.
    assert find_words("difficult to find", copy) is None
    assert find_words("office of the government is difficult to", copy) == 1


def test_a_mark_of_a_note_is_passed_over() -> None:
    copy = pdf_copy([Set(60, 100, "The boats were lost"), Set(145, 96, "12", 5), Set(152, 100, "in June")])
    assert copy.paragraphs == ("The boats were lost in June",)
    assert find_words("were lost in June", copy) == 1


# ---------------------------------------------------------------- what cannot be read

PICTURE = "/XObject << /P << >> >>"
LOCKED = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<00> <00>]".format("ab" * 32)


def with_pictures(*pages: list[Set]) -> bytes:
    """A PDF with a picture in the place of each page without lines."""
    drawn = "q 100 0 0 100 60 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
    stand_in = "x" * (len(drawn) - 25)
    body = pdf_of(*(page or [Set(60, 100, stand_in)] for page in pages))
    while stand_in.encode() in body:
        start = body.rindex(b"BT /F", 0, body.index(stand_in.encode()))
        end = body.index(b"endstream", start)
        body = body[:start] + drawn.encode().ljust(end - start) + body[end:]
    return body


def test_a_scan_is_told_to_be_one() -> None:
    assert problem_with(with_pictures([])) == (
        "this PDF has pictures of its pages, and no text: it is a scan; "
        "have a program for OCR add its text, OCRmyPDF say"
    )


def test_lock_tells_of_pages_that_are_pictures() -> None:
    body = with_pictures([Set(60, 100, "On the first page")], [], [])
    files = replace(content("sources:\n  report: {title: The report}\n"), copies=(copy_file("pdf", body),))
    assert [each.message for each in prove_for_lock(content_of(files), files).problems] == [
        "on pages 2, 3 this PDF shows pictures, and no text: nothing of them can be cited"
    ]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (pdf_of([Set(60, 100, "secret")], trailer=LOCKED), "it is locked by a password; save it without one"),
        (b"%PDF-1.7\nnothing of it is left", "it is damaged; open it in a viewer, and print it to another PDF"),
        (
            pdf_of([Set(60, 100, "A page")]).replace(b"/Type /Page /", b"/Type /None /"),
            "it is damaged; open it in a viewer, and print it to another PDF",
        ),
        (b"", "it is damaged; open it in a viewer, and print it to another PDF"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_one_problem_with_what_to_do(body: bytes, said: str) -> None:
    assert problem_with(body) == f"this PDF cannot be read: {said}"


def test_a_pdf_without_a_word_is_a_copy_without_one() -> None:
    assert problem_with(pdf_of([])).startswith("there are no words in this copy of 'report'")


# ---------------------------------------------------------------- the process that reads


def test_a_pdf_is_read_by_a_process_as_it_is_by_this_one() -> None:
    body = pdf_of(column(FIRST, 60, 100, 230), [Set(60, 100, "caf\u00e9")])
    assert read_pdf(body) == from_answer(extract.read(body))


def test_half_of_a_character_is_taken_for_a_letter_that_is_lost() -> None:
    said = {"pages": [{"fragments": [(60, 100, 100, 10, "a \ud83d b \U0001f6a2")], "has_picture": False}]}
    assert from_answer(said).pages[0][0].text == "a \ufffd b \U0001f6a2"


@pytest.mark.parametrize(("limit", "most"), [("SECONDS", 0), ("PAGES", 1), ("CHARACTERS", 3)])
def test_a_pdf_that_asks_for_too_much_ends_the_process_that_reads_it(
    limit: str, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Path(extract.__file__).read_text(encoding="utf-8")
    limited = program.replace("\n\n\nclass Character", f"\n{limit} = {most}\n\n\nclass Character", 1)
    (tmp_path / "extract.py").write_text(limited, encoding="utf-8")
    monkeypatch.setattr(process, "_PROGRAM", tmp_path / "extract.py")
    with pytest.raises(PdfError) as caught:
        read_pdf(pdf_of([Set(60, 100, "One is here")], [Set(60, 100, "Two")]))
    assert caught.value.fault is PdfFault.LARGE
