"""The words that tell who speaks: verbs of saying and of calling, their forms, and nouns of both."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from standfirst.draft.quotations.word_table import word_set


class CueKind(IntEnum):
    """What a verb does with a quotation.

    After those of SAYING and before them a whole sentence may stand in marks, and who speaks may stand behind. Those
    of CALLING take some words into their own sentence: "blamed “a price war”", "hopes to be “respectable”".
    """

    SAYING = 0
    CALLING = 1


class CueForm(IntEnum):
    """The form of a verb: PAST may be a participle too, BASE needs a plural or a helping verb."""

    PAST = 0
    PARTICIPLE = 1
    THIRD = 2
    ING = 3
    BASE = 4


class Cue(NamedTuple):
    """A form of a verb."""

    lemma: str
    kind: CueKind
    form: CueForm


_SAYING = """
    acknowledge | add | admit | advise | affirm | agree | allege | announce | answer | argue | ask | assert |
    assure | attest | bark | beam | beg | believe | bellow | bemoan | blog | boast | brag | caution | chant |
    charge | chide | chime | chuckle | claim | clarify | comment | complain | concede | conclude | confess |
    confide | confirm | contend | continue | counter | cry | decide | declaim | declare | decree | deny |
    disagree | disclose | e-mail | echo | elaborate | email | emphasise | emphasize | enquire | enthuse |
    estimate | exclaim | expect | explain | fear | feel felt | find found | fire | fume | groan | growl |
    grumble | gush | hint | hiss | hope | implore | imply | indicate | inform | inquire | insist | instruct |
    interject | interrupt | intone | joke | lament | laugh | maintain | marvel | message | moan | murmur | muse
    | mutter | note | notify | observe | offer | opine | plead | pledge | point | ponder | post | pray | predict
    | proclaim | promise | pronounce | propose | protest | put put | query | quip | rage | rave | read read |
    reason | reassure | recall | reckon | recount | reflect | reiterate | rejoin | relate | relay | remark |
    remember | remind | repeat | reply | report | respond | retort | retweet | reveal | roar | rule | say said |
    scoff | scream | shoot shot | shout | show showed shown | shrug | sigh | signal | snap | sneer | specify |
    speculate | state | stress | suggest | summarise | summarize | swear swore sworn | tease | tell told |
    testify | text | theorize | think thought | thunder | tut | tweet | urge | venture | volunteer | vow | warn
    | whisper | wonder | write wrote written | yell
"""
_CALLING = """
    accuse | admonish | apologise | apologize | appeal | applaud | assail | attack | bash | berate | blame |
    blast | brand | call | castigate | celebrate | challenge | champion | characterise | characterize | chastise
    | cite | commend | compare | condemn | consider | credit | criticise | criticize | decline | decry | deem |
    defend | denounce | depict | deplore | deride | describe | detail | discuss | dismiss | dispute | dub |
    encourage | endorse | envision | espouse | exhort | express | extol | fault | foresee foresaw foreseen |
    hail | hear heard | intend | invoke | judge | label | lambast | lambaste | lampoon | laud | liken | mock |
    mourn | outline | paint | paraphrase | plan | portray | praise | question | quote | rail | rate | rebuff |
    rebuke | rebut | recommend | refer | refuse | regard | regret | reject | ridicule | salute | scold | slam |
    speak spoke spoken | talk | taunt | term | thank | threaten | tout | view | voice | want | welcome
"""
# Verbs, by lemma, for what someone thinks or wants: said of oneself they only lead on, "he said he hoped to".
OPINIONS = word_set(
    """
    appreciate believe consider decide expect fear feel hope intend know plan recall reckon regard regret
    remember see think view want wonder
    """
)
# Nouns in the plural that look like verbs: "his comments about".
ALSO_NOUNS = word_set(
    """
    answers attacks calls challenges charges claims comments demands e-mails echoes emails estimates faults
    fears hints hopes jokes labels messages notes offers plans posts promises questions rates remarks replies
    reports requests rules shouts shrugs signals states tests texts threats tweets views wants
    """
)

NOUNS = word_set(
    """
    accusation admission advice allegation announcement answer argument assertion assessment assurance belief
    boast call charge claim comment complaint conclusion contention criticism declaration demand denial
    denunciation description explanation insistence letter line message motto observation opinion order plea
    pledge post prediction promise proposal question rallying-cry recollection remark reply report request
    response retort slogan statement suggestion testimony threat tweet verdict view vow warning word words
    """
)
# Who writes these is not told by the verb: they speak for themselves.
DOCUMENTS = word_set(
    """
    account ad advertisement affidavit announcement article bill brief card communique communiqué complaint
    constitution contract decision declaration document e-mail editorial email entry essay filing indictment law
    lawsuit leaflet letter manifesto memo memorandum message motion notice notification opinion order paper
    petition post posting press-release readout release report resolution review ruling statement story study
    suit survey text transcript treaty tweet verdict warning
    """
)
# Things that words stand on: these are nobody's words.
INSCRIBED = word_set(
    """
    badge banner banners billboard board bumper-sticker cap caption flag graffiti hat headline headlines
    headstone inscription label lettering licence-plate mug notice placard placards plaque plate poster posters
    scoreboard screen shirt shirts sign signs sticker sweatshirt t-shirt t-shirts tattoo tombstone
    """
)


def cue_of(word: str) -> Cue | None:
    """Return what a word in small letters may be as the verb of an attribution."""
    return _FORMS.get(word)


def _rows(table: str, kind: CueKind) -> Iterator[tuple[str, Cue]]:
    for row in table.split("|"):
        lemma, *irregular = row.split()
        past = irregular[0] if irregular else _with_ed(lemma)
        participle = irregular[-1] if irregular else past
        yield lemma, Cue(lemma, kind, CueForm.BASE)
        yield _with_s(lemma), Cue(lemma, kind, CueForm.THIRD)
        yield _with_ing(lemma), Cue(lemma, kind, CueForm.ING)
        if participle != past:
            yield participle, Cue(lemma, kind, CueForm.PARTICIPLE)
        yield past, Cue(lemma, kind, CueForm.PAST)


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x")) or lemma == "go":
        return lemma + "es"
    return lemma[:-1] + "ies" if _ends_in_y(lemma) else lemma + "s"


def _with_ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if _ends_in_y(lemma):
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def _with_ing(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe")):
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _ends_in_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in "aeiou"


def _doubled(lemma: str) -> str:
    """Double the last letter of those that do: admit, admitted."""
    return lemma + lemma[-1] if lemma in _DOUBLING else lemma


_DOUBLING = word_set(
    """
    admit beg begin blog brag dub extol plan put quip rebut refer slam snap tut
    """
)
_FORMS = dict((*_rows(_CALLING, CueKind.CALLING), *_rows(_SAYING, CueKind.SAYING)))
