"""Small words of English by what they do in a sentence, in small letters."""

from __future__ import annotations

from standfirst.draft.quotations.word_table import word_set

_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = (
    "january february march april may june july august september october november december"
    " jan. feb. sept. oct. nov. dec."
)

PRONOUNS = word_set("he i it she they we you")
RELATIVES = word_set("which who")
DETERMINERS = word_set(
    """
    a all an another any both each eight every few five four her his its many most my nine no one other our
    seven several six some such ten the their these this those three two your
    """
)
# Those that also stand for a noun: "many said".
STANDING_ALONE = word_set("all another both few many most one others several some")
PREPOSITIONS = word_set(
    """
    about across after against along amid among around as at before behind between beyond by despite during for
    from in including inside into like near of on outside over per since than through to toward towards under
    until via with within without
    """
)
# Prepositions that belong to the noun before them: "a spokesman for the ministry", "a chemist at the institute".
FOLLOWING_NOUN = word_set("for of")
HELPING = word_set(
    """
    am are be been being can can't cannot can’t could couldn't couldn’t did didn't didn’t do does doesn't
    doesn’t don't don’t had hadn't hadn’t has hasn't hasn’t have haven't haven’t having is isn't isn’t may might
    must never not shall should to was wasn't wasn’t were weren't weren’t will won't won’t would wouldn't
    wouldn’t
    """
)
BEING = word_set(
    """
    am are be been being get gets got is isn't isn’t was wasn't wasn’t were weren't weren’t
    """
)
ADVERBS = word_set(
    """
    afterwards again all almost alone already also always back earlier else elsewhere even ever first further
    herself himself however indeed instead itself just later long maybe meanwhile merely moreover nearly now
    often once only out perhaps simply so sometimes soon still themselves then therefore though thus too twice
    yet
    """
)
TIMES = word_set(
    f"{_DAYS} {_MONTHS} today yesterday tonight tomorrow recently morning afternoon evening week month year"
)
# Verbs in the past whose form does not show it, so that a subject ends before them.
IRREGULAR = word_set(
    """
    ate beat became bit blew bought brought built came caught chose cut drew drove fell flew forgot fought found
    gave got grew held hid kept knew laid lay led left lent lit lost made met paid put quit ran rose sat saw
    sent set shook shot shut slept sold spent stole stood struck swept swung taught took tore turned went
    withdrew woke won wore
    """
)
# Words at which a clause begins: the subject of a verb stands behind them.
CLAUSE_OPENERS = word_set(
    """
    after although as because before but how if nor once since so than that though unless until what when
    whenever where whereas whether while whom whose why
    """
)
# Words that begin what leads up to a clause, and never its subject.
INTRODUCING = (
    CLAUSE_OPENERS
    | ADVERBS
    | TIMES
    | word_set(
        """
    according addressing asked based because born despite given here look no oh pressed quoted reached
    responding speaking there told well writing yes
    """
    )
)
# Whose words they are is told by the noun, not by the name behind it: "the wife of Smith", "supporters of Smith".
KIN_AND_AIDES = word_set(
    """
    adviser advisers advisor advisors aide aides allies ally attorney attorneys aunt author biographer biography
    brother colleague colleagues cousin critic critics daughter daughters dozens employees family fan fans
    father friend friends half hundreds husband lawyer lawyers member members mother neighbor neighbors
    neighbour neighbours nephew niece none one opponent opponents parents people relatives residents rival
    rivals sister some son sons spokesman spokesperson spokeswoman statement supporter supporters thousands
    uncle victim victims widow wife workers
    """
)
