"""Sentences of a source in the writer's own words."""

from __future__ import annotations

from standfirst.problems.errors import Severity
from tests.evidence.tampering import Fault, assert_reported, each, faults, problems, tampered, without_copies

SENTENCES = {
    "wire": "Engineers said on Friday that they could not yet say when it would run again",
    "sahifa": "ويقول إنّه اشتكى إلى الوزارة في ٣ فبراير ٢٠٢٤ ولم يتلقَّ ردًّا",
    "portal": "the plant has run without a pause ever since",
    "letter": "If it runs on, brine will get into the mains within weeks",
}
# Their ids stand for the sentences.
PASTED = faults("""
in a section | 30-blame | Growers blame a tannery: | ‸<wire>. Growers blame a tannery:
in a section, of the web page | 30-blame | Growers blame a tannery: | ‸<portal>. Growers blame a tannery:
in a section, in Arabic | 30-blame | Growers blame a tannery: | ‸<sahifa>. Growers blame a tannery:
in a section, over two lines | 30-blame | Growers blame a tannery: they say | ‸<letter>. Growers say
in a footnote | 10-shutdown | [^ration]: That | [^ration]: ‸<letter>. That
in a heading | 10-shutdown | ![](chronology:) | ## ‸<portal>
in a list | 10-shutdown | ![](chronology:) | - ‸<wire>.
in a fact's text | events | text: Before, the water was distilled. | text: ‸<letter>.
in a record | record | record: The tannery denies it. | record: ‸<sahifa>.
in how we know | site | Four documents, | ‸<portal>. Four documents,
in an update | sources | text: The article in Arabic | text: ‸<wire>. The article in Arabic
""")
PASTED_SHORT = faults("""
in a key point | site | "The hospital has treated | "‸<wire>. The hospital has treated
in the standfirst | site | The only desalination plant | ‸<letter>. The only desalination plant
in a title | events | title: The plant is shut | title: ‸<portal>
in a summary | actors | summary: He speaks for the water authority. | summary: ‸<sahifa>
in a claim | record | claim: The tannery has spoilt the ground water. | claim: ‸<wire>
in a question | record | question: When will there be water | question: ‸<letter>, when will there be water
in a label | record | label: served by the plant | label: ‸<portal>
in what was reckoned | record | reckoned: as for the letter itself | reckoned: ‸<letter>
""")


@each(PASTED)
def test_a_sentence_pasted_from_a_source_is_reported_where_it_stands(fault: Fault) -> None:
    assert_pasted(fault, Severity.ERROR)


@each(PASTED_SHORT)
def test_a_sentence_pasted_into_a_short_text_is_a_warning(fault: Fault) -> None:
    assert_pasted(fault, Severity.WARNING)


def assert_pasted(fault: Fault, severity: Severity) -> None:
    (source,) = (source for source in SENTENCES if f"<{source}>" in fault.new)
    pasted = fault._replace(new=fault.new.replace(f"<{source}>", SENTENCES[source]))
    assert_reported(pasted, f"words in a row stand in '{source}' as well", severity=severity)
    # Where there is no copy nobody can know; that nothing was compared is said.
    assert problems(without_copies(tampered(pasted))) == ()
