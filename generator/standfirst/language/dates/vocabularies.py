"""What languages write dates with besides CLDR's patterns and names: a table, to which a language is added as a row.

Words are regular expressions; both they and the texts are compared folded (`folding`). In an expression `####` stands
for the first year of a decade ("1980"), `##` for its last two digits ("80"), and `#` for the number of a century, in
digits, in Roman numerals or in words; in a phrase `#` stands for a date, and `#1` and `#2` for two.
"""

# ruff: noqa: RUF001 - Arabic, Cyrillic and Greek letters are meant.

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from types import MappingProxyType
from typing import Final

from standfirst.language.locale import code_of
from standfirst.model.frozen_class import frozen


class Sense(Enum):
    """What a phrase says about the date that is in it, or about the two."""

    PLAIN = "the date itself"
    AROUND = "around it"
    PERHAPS = "perhaps it"
    PERHAPS_AROUND = "perhaps around it"
    SINCE = "from it on until now"
    FROM = "from it on, to an end that is not known"
    UNTIL = "up to it from any time before"
    UNTIL_FROM_UNKNOWN = "up to it from a start that is not known"
    LATER = "some time from it on"
    EARLIER = "some time up to it"
    SPAN = "from one to the other"
    WITHIN = "once, some time from one to the other"
    BETWEEN = "throughout from one to the other, or once within"
    EITHER = "one or the other"


@frozen(kw_only=True)
class DateVocabulary:
    """One language's words about dates.

    - `seasons` begin with spring, and `of` stands between one and its year. `seasons_alone` are given where a name
      tells a season only beside a year ("fall").
    - `parts` say that not all of a time is meant ("early", "mid-").
    - `before_months` stand before a month that is named without a year or a day: "in April".
    - `between` stand between two dates of one month besides what the catalogue has ("bis"); `years` are words that tell
      that a number of less than four digits is a year ("the year").
    - `decade_words` give the decades of a century in words; `short_decades` are some only where a text is nothing else.
    - `capitals` says that months are written with capitals, and in small letters may be other words: "may", "march".
    - `bare_centuries` are forms that tell a century where its number has no ending: "19 веке", but two are "2 века".
    - Names of eras are no expressions: they are read with their points and spaces, and without.
    - `endings` may follow a date, and `month_endings` the name of a month or its stem, in languages that inflect.
    """

    seasons: tuple[str, str, str, str] | None = None
    seasons_alone: tuple[str, str, str, str] | None = None
    of: str = ""
    parts: str = ""
    before_months: str = ""
    between: tuple[str, ...] = ()
    years: str = ""
    decades: tuple[str, ...] = ()
    short_decades: tuple[str, ...] = ()
    decade_words: Mapping[str, int] = field(default_factory=dict)
    centuries: tuple[str, ...] = ()
    bare_centuries: tuple[str, ...] = ()
    before_christ: str = ""
    anno_domini: str = ""
    phrases: tuple[tuple[Sense, str], ...] = ()
    endings: str = ""
    month_endings: str = ""
    capitals: bool = False


_SLAVIC_ENDINGS: Final = r"\p{L}{0,4}"

_LEXICONS: Final[Mapping[str, DateVocabulary]] = MappingProxyType(
    {
        "en": DateVocabulary(
            seasons=("spring(?:time)?", "summer(?:time)?", "autumn|fall", "winter(?:time)?"),
            seasons_alone=(
                "spring(?:time)?",
                "summer(?:time)?",
                "autumn|(?:in|by|this|last|next|that|early|late) (?:the )?fall(?! of)",
                "winter(?:time)?",
            ),
            of="(?:of )?",
            parts=r"(?:very )?(?:early|mid(?:dle)?|late|later|beginning|start|end|turn|first half|second half)"
            r"(?: in| part of| of)?(?: the)?(?: |-)|mid",
            years="the year|in the year|year",
            before_months="in |since |until |till |by |through |during |from |last |this |next |late last |early this ",
            decades=("####'?s", "'##'?s|the '?##'?s"),
            short_decades=("##'?s",),
            decade_words={
                "the (?:nineteen[ -])?twenties": 20,
                "the (?:nineteen[ -])?thirties": 30,
                "the (?:nineteen[ -])?forties": 40,
                "the (?:nineteen[ -])?fifties": 50,
                "the (?:nineteen[ -])?sixties": 60,
                "the (?:nineteen[ -])?seventies": 70,
                "the (?:nineteen[ -])?eighties": 80,
                "the (?:nineteen[ -])?nineties": 90,
            },
            centuries=("#[ -]century|#[ -]centuries",),
            before_christ="b.c.|b.c.e.|before christ|before the common era",
            anno_domini="a.d.|c.e.|anno domini|of the common era",
            phrases=(
                (Sense.PLAIN, "the #|in the #|in the year #|the year #|dated? #|during #|on the #|of #|during the #"),
                (
                    Sense.AROUND,
                    "circa #|c #|c. #|ca #|ca. #|cca. #|about #|approximately #|approx. #|# or so|around the #",
                ),
                (Sense.AROUND, "~#|~ #|roughly #|some time around #|sometime around #|in or around #|in or about #"),
                (Sense.PERHAPS, "#?|# ?|possibly #|probably #|maybe #|# (?)"),
                (Sense.SINCE, "since the #|ever since #|# to the present|#-present|#–present|# - present|# – present"),
                (Sense.SINCE, "# to present|# to date|# to now|#-now|#–now|# onwards?|from # onwards?|from # on|#-|#–"),
                (Sense.FROM, "from #|starting #|starting in #|beginning in #"),
                (Sense.UNTIL, "till #|until the #|up to #|through #"),
                (Sense.EARLIER, "before #|by #|no later than #|not later than #|prior to #|pre-#|before the #"),
                (Sense.LATER, "after #|no earlier than #|not earlier than #|after the #|post-#"),
                (Sense.SPAN, "#1 through #2|#1 thru #2|#1 till #2|#1 until #2|from #1 until #2|from #1 through #2"),
                (Sense.SPAN, "from the #1 to the #2|the #1 to the #2"),
                (Sense.WITHIN, "sometime between #1 and #2"),
                (Sense.EITHER, "#1 or #2|either #1 or #2|in #1 or #2"),
            ),
            endings="'s",
            capitals=True,
        ),
        "fr": DateVocabulary(
            seasons=("printemps", "été", "automne", "hiver"),
            of=r"(?:de l'an(?:née)? |de )?",
            parts=r"(?:tout )?(?:début|debut|mi|fin|milieu|courant)(?: du mois de| du mois d'| de| du| des| d'| de l')?"
            r"(?: les | l'|le |la | |-)?",
            years="l'an|l'année|en l'an|an",
            before_months="en |depuis |dès |jusqu'en |jusqu'à |au mois de |au mois d'|à partir de |courant ",
            decades=("années ####|décennie ####", "années ##"),
            decade_words={
                "années vingt": 20,
                "années trente": 30,
                "années quarante": 40,
                "années cinquante": 50,
                "années soixante": 60,
                "années soixante-dix": 70,
                "années quatre-vingts?": 80,
                "années quatre-vingt-dix": 90,
            },
            centuries=("# siècles?",),
            before_christ="av. j.-c.|av. j.c.|avant j.-c.|avant jésus-christ|avant notre ère|a.e.c.",
            anno_domini="ap. j.-c.|apr. j.-c.|ap. j.c.|après j.-c.|après jésus-christ|de notre ère|e.c.",
            phrases=(
                (Sense.PLAIN, "le #|la #|les #|l'#|au #|aux #|du #|en #|dans les #|en l'an #|l'an #|l'année #|à l'#"),
                (Sense.AROUND, "vers #|vers le #|vers les #|environ #|circa #|ca #|ca. #|c. #|v. #|autour de #"),
                (Sense.PERHAPS, "#?|# ?|peut-être en #|probablement #|probablement en #"),
                (Sense.SINCE, "depuis #|depuis le #|depuis les #|dès #|à partir de # et jusqu'à aujourd'hui"),
                (Sense.FROM, "à partir de #|à partir du #|à compter du #"),
                (Sense.UNTIL, "jusqu'en #|jusqu'au #|jusqu'à #|jusqu'aux #"),
                (Sense.EARLIER, "avant #|avant le #|avant les #|au plus tard le #|au plus tard en #"),
                (Sense.LATER, "après #|après le #|après les #|au plus tôt le #|au plus tôt en #"),
                (Sense.SPAN, "#1 à #2|#1 au #2|du #1 au #2|de #1 à #2|des #1 aux #2"),
                (Sense.BETWEEN, "entre #1 et #2|entre le #1 et le #2"),
                (Sense.EITHER, "#1 ou #2|en #1 ou #2|en #1 ou en #2|le #1 ou le #2"),
            ),
        ),
        "ar": DateVocabulary(
            seasons=("ربيع", "صيف", "خريف", "شتاء"),
            of="(?:عام |سنة |العام )?",
            parts="(?:في )?(?:مطلع|أوائل|أواخر|منتصف|بداية|نهاية|أول) ",
            years="عام|سنة|العام",
            before_months="في |منذ |حتى |شهر |خلال ",
            decades=("عقد ####|عقد ال?####",),
            decade_words={
                "(?:ال)?عشريني?ات": 20,
                "(?:ال)?ثلاثيني?ات": 30,
                "(?:ال)?أربعيني?ات": 40,
                "(?:ال)?خمسيني?ات": 50,
                "(?:ال)?ستيني?ات": 60,
                "(?:ال)?سبعيني?ات": 70,
                "(?:ال)?ثمانيني?ات": 80,
                "(?:ال)?تسعيني?ات": 90,
            },
            centuries=("(?:ال)?قرن (?:ال ?)?#",),
            before_christ="ق. م.|قبل الميلاد",
            anno_domini="م.|ميلادي|ميلادية|ميلاديه|بعد الميلاد|للميلاد",
            phrases=(
                (Sense.PLAIN, "عام #|سنة #|العام #|في عام #|في سنة #|في العام #|يوم #|في يوم #|شهر #|في شهر #|خلال #"),
                (Sense.AROUND, "حوالي عام #|نحو #|نحو عام #|قرابة #|تقريبا #|في حدود #|# تقريبا"),
                (Sense.SINCE, "منذ عام #|منذ سنة #|منذ العام #"),
                (Sense.UNTIL, "حتى عام #|حتى العام #|إلى #"),
                (Sense.EARLIER, "قبل #|قبل عام #"),
                (Sense.LATER, "بعد #|بعد عام #"),
                (Sense.SPAN, "من #1 حتى #2|من عام #1 إلى عام #2|#1 حتى #2"),
                (Sense.EITHER, "#1 أو #2"),
            ),
        ),
        "de": DateVocabulary(
            seasons=("frühling|frühjahr", "sommer", "herbst", "winter"),
            of="(?:des jahres )?",
            parts=r"(?:anfang|mitte|ende|beginn|(?:zu )?beginn|frühe[nrs]?|späte[nrs]?|früh|spät)"
            r"(?: des| der| dem| den| im)? ",
            years="jahr|jahre|im jahr|im jahre",
            between=("bis", "bis zum", "und"),
            before_months="im |seit |bis |letzten |diesen |vergangenen |kommenden |im vergangenen |im kommenden |ab ",
            decades=("####er(?:[- ]jahren?)?", "##er[- ]jahren?|##ern"),
            short_decades=("(?:die )?##er",),
            decade_words={
                "zwanziger[- ]?jahren?": 20,
                "dreißiger[- ]?jahren?": 30,
                "vierziger[- ]?jahren?": 40,
                "fünfziger[- ]?jahren?": 50,
                "sechziger[- ]?jahren?": 60,
                "siebziger[- ]?jahren?": 70,
                "achtziger[- ]?jahren?": 80,
                "neunziger[- ]?jahren?": 90,
            },
            centuries=(r"# jahrhunderts?|# jh\.?",),
            before_christ="v. chr.|vor christus|vor christi geburt|v. u. z.",
            anno_domini="n. chr.|nach christus|nach christi geburt|u. z.",
            phrases=(
                (Sense.PLAIN, "der #|die #|das #|den #|dem #|des #|am #|im #|in den #|im jahr #|im jahre #|vom #"),
                (Sense.AROUND, "um #|ca. #|ca #|circa #|zirka #|etwa #|ungefähr #|gegen #|um das jahr #|um den #"),
                (Sense.PERHAPS, "#?|vielleicht #|vermutlich #|wahrscheinlich #"),
                (Sense.SINCE, "seit #|seit dem #|seit den #|# bis heute|seit dem jahr #"),
                (Sense.FROM, "ab #|ab dem #|von # an"),
                (Sense.UNTIL, "bis #|bis zum #|bis in die #"),
                (Sense.EARLIER, "vor #|vor dem #|spätestens #|spätestens am #"),
                (Sense.LATER, "nach #|nach dem #|frühestens #"),
                (Sense.SPAN, "#1 bis #2|von #1 bis #2|vom #1 bis #2|vom #1 bis zum #2|#1 bis zum #2"),
                (Sense.BETWEEN, "zwischen #1 und #2|zwischen dem #1 und dem #2|zwischen dem #1 und #2"),
                (Sense.EITHER, "#1 oder #2|entweder #1 oder #2"),
            ),
            endings="s",
        ),
        "es": DateVocabulary(
            seasons=("primavera", "verano", "otoño", "invierno"),
            of="(?:del? (?:año )?)?",
            parts="(?:a )?(?:principios|comienzos|inicios|mediados|finales|fines)"
            "(?: del mes de| de| del| de la| de los)? ",
            years="año|el año",
            between=("al", "a", "y", "hasta el"),
            before_months="en |desde |hasta |el pasado |este |el mes de |durante ",
            decades=("años ####|década del? ####", "años ##|década de los ##"),
            decade_words={"años veinte": 20, "años treinta": 30, "años cuarenta": 40, "años cincuenta": 50}
            | {"años sesenta": 60, "años setenta": 70, "años ochenta": 80, "años noventa": 90},
            centuries=("siglos? #",),
            before_christ="a. c.|a. de c.|antes de cristo|a. e. c.",
            anno_domini="d. c.|d. de c.|después de cristo|e. c.",
            phrases=(
                (Sense.PLAIN, "el #|la #|los #|las #|del #|en #|en el #|en la #|en los #|año #|el año #|al #"),
                (Sense.AROUND, "hacia #|alrededor de #|aproximadamente #|circa #|ca. #|c. #|h. #"),
                (Sense.SINCE, "desde #|desde el #|desde los #"),
                (Sense.UNTIL, "hasta #|hasta el #"),
                (Sense.EARLIER, "antes de #|antes del #"),
                (Sense.LATER, "después de #|después del #"),
                (Sense.SPAN, "de #1 a #2|del #1 al #2|#1 a #2|#1 al #2|desde #1 hasta #2"),
                (Sense.BETWEEN, "entre #1 y #2|entre el #1 y el #2"),
                (Sense.EITHER, "#1 o #2"),
            ),
        ),
        "it": DateVocabulary(
            seasons=("primavera", "estate", "autunno", "inverno"),
            of="(?:del |dell'anno )?",
            parts="(?:agli |all')?(?:inizi|inizio|metà|fine|primi|tardi)"
            "(?: del mese di| di| del| degli| dell'| anni)? ?",
            years="anno|nell'anno|l'anno",
            between=("al", "e", "all'"),
            decades=("anni ####", "anni '?##"),
            decade_words={"anni venti": 20, "anni trenta": 30, "anni quaranta": 40, "anni cinquanta": 50}
            | {"anni sessanta": 60, "anni settanta": 70, "anni ottanta": 80, "anni novanta": 90},
            centuries=("# secol[oi]|secol[oi] #",),
            before_christ="a. c.|avanti cristo",
            anno_domini="d. c.|dopo cristo",
            phrases=(
                (Sense.PLAIN, "il #|la #|l'#|lo #|gli #|del #|nel #|nell'#|negli #|dell'#|degli #|in #|l'anno #"),
                (Sense.AROUND, "circa #|verso #|verso il #|intorno al #|ca. #|c. #|# circa"),
                (Sense.SINCE, "dal #|dall'#|dagli #"),
                (Sense.UNTIL, "fino al #|fino a #"),
                (Sense.EARLIER, "prima del #|prima di #|entro il #"),
                (Sense.LATER, "dopo il #"),
                (Sense.SPAN, "dal #1 al #2|#1 al #2"),
                (Sense.BETWEEN, "tra il #1 e il #2|fra il #1 e il #2|tra #1 e #2"),
                (Sense.EITHER, "#1 o #2"),
            ),
        ),
        "pt": DateVocabulary(
            seasons=("primavera", "verão", "outono", "inverno"),
            of="(?:de )?",
            parts="(?:no |em )?(?:início|começo|meados|fim|final|finais)(?: do mês de| de| do| da| dos)? ",
            years="ano|ano de|no ano de",
            between=("a", "e", "até"),
            decades=("anos ####|década de ####", "anos ##|década de ##"),
            decade_words={"anos vinte": 20, "anos trinta": 30, "anos quarenta": 40, "anos cinquenta": 50}
            | {"anos sessenta": 60, "anos setenta": 70, "anos oitenta": 80, "anos noventa": 90},
            centuries=("séculos? #",),
            before_christ="a. c.|antes de cristo",
            anno_domini="d. c.|depois de cristo",
            phrases=(
                (Sense.PLAIN, "o #|a #|os #|em #|no #|na #|nos #|do #|da #|dos #|ano de #|no ano de #"),
                (Sense.AROUND, "cerca de #|por volta de #|circa #|c. #|ca. #"),
                (Sense.SINCE, "desde #|desde o #|desde a #"),
                (Sense.UNTIL, "até #|até ao #|até o #"),
                (Sense.EARLIER, "antes de #"),
                (Sense.LATER, "depois de #|após #"),
                (Sense.SPAN, "de #1 a #2|#1 a #2"),
                (Sense.BETWEEN, "entre #1 e #2"),
                (Sense.EITHER, "#1 ou #2"),
            ),
        ),
        "nl": DateVocabulary(
            seasons=("lente|voorjaar", "zomer", "herfst|najaar", "winter"),
            of="(?:van )?",
            parts="(?:begin|midden|medio|half|eind|einde|vroege?|late?)(?: van)?(?: de| het)? ",
            years="jaar|het jaar",
            between=("tot", "tot en met", "t/m", "en"),
            decades=("jaren ####", "jaren '?##"),
            decade_words={"jaren twintig": 20, "jaren dertig": 30, "jaren veertig": 40, "jaren vijftig": 50}
            | {"jaren zestig": 60, "jaren zeventig": 70, "jaren tachtig": 80, "jaren negentig": 90},
            centuries=("# eeuw(?:en)?",),
            before_christ="v. chr.|voor christus|v. o. j.",
            anno_domini="n. chr.|na christus",
            phrases=(
                (Sense.PLAIN, "de #|het #|op #|in #|in de #|in het #|in het jaar #"),
                (Sense.AROUND, "rond #|omstreeks #|circa #|ca. #|ongeveer #"),
                (Sense.SINCE, "sinds #|sedert #"),
                (Sense.UNTIL, "tot #|tot en met #"),
                (Sense.EARLIER, "voor #"),
                (Sense.LATER, "na #"),
                (Sense.SPAN, "#1 tot #2|van #1 tot #2|#1 tot en met #2"),
                (Sense.BETWEEN, "tussen #1 en #2"),
                (Sense.EITHER, "#1 of #2"),
            ),
        ),
        "sv": DateVocabulary(
            seasons=("våren?", "sommaren?", "hösten?", "vintern?"),
            decades=("####-tale[tn]s?", "##-tale[tn]s?"),
            centuries=("#:?e? århundradet",),
            phrases=(
                (Sense.AROUND, "omkring #|cirka #|ca #|ca. #"),
                (Sense.SINCE, "sedan #"),
                (Sense.PLAIN, "den #|år #"),
            ),
            endings="s",
        ),
        "da": DateVocabulary(
            seasons=("foråret", "sommeren", "efteråret", "vinteren"),
            decades=("####'?erne", "##'?erne"),
            centuries=("# århundrede",),
            phrases=((Sense.AROUND, "omkring #|cirka #|ca. #"), (Sense.SINCE, "siden #"), (Sense.PLAIN, "den #|i #")),
        ),
        "nb": DateVocabulary(
            seasons=("våren", "sommeren", "høsten", "vinteren"),
            decades=("####-tallet|####-årene", "##-tallet|##-årene"),
            centuries=("# århundre",),
            phrases=((Sense.AROUND, "omkring #|rundt #|ca. #"), (Sense.SINCE, "siden #"), (Sense.PLAIN, "den #|i #")),
        ),
        "fi": DateVocabulary(
            seasons=("kevä(?:t|ällä)", "kesä(?:llä)?", "syksy(?:llä)?", "talv(?:i|ella)"),
            decades=(r"####-lu\p{L}{1,6}", r"##-lu\p{L}{1,6}"),
            centuries=(r"# vuosisa\p{L}{1,6}",),
            phrases=((Sense.AROUND, "noin #|n. #"), (Sense.PLAIN, "vuonna #|vuoden #|vuosina #")),
            endings=r":?(?:s[sst][aä]|n|l[lt][aä]|[aä]|\p{L}{2,4})",
            month_endings=r"\p{L}{0,4}",
        ),
        "et": DateVocabulary(
            seasons=("kevad(?:el)?", "suvi|suvel", "sügis(?:el)?", "talv(?:el)?"),
            decades=(r"####\. aasta\p{L}{1,5}|####-nda\p{L}{1,5}",),
            endings=r"-?\p{L}{1,4}",
            month_endings=r"\p{L}{0,4}",
        ),
        "hu": DateVocabulary(
            seasons=("tavasz(?:á[nt])?", "nyár|nyarán", "ősz(?:én)?", "tél|telén"),
            decades=(r"####-\p{L}{1,3} évek(?:ben)?", r"'?##-\p{L}{1,3} évek(?:ben)?"),
            centuries=(r"# század\p{L}{0,4}",),
            endings=r"(?:-?\p{L}{1,5})",
            month_endings=r"\p{L}{0,5}",
        ),
        "tr": DateVocabulary(
            seasons=(
                r"(?:ilk)?bahar\p{L}{0,5}",
                r"yaz\p{L}{0,5}",
                r"sonbahar\p{L}{0,5}|güz\p{L}{0,5}",
                r"kış\p{L}{0,5}",
            ),
            decades=(r"####'?l[ae]r\p{L}{0,6}|####'?l[ıiuü] yıllar\p{L}{0,6}", r"##'?l[ıiuü] yıllar\p{L}{0,6}"),
            centuries=(r"# yüzyıl\p{L}{0,5}|# asır\p{L}{0,5}|#'?\p{L}{1,4} yüzyıl\p{L}{0,5}",),
            before_christ="m. ö.|milattan önce|i. ö.",
            anno_domini="m. s.|milattan sonra|i. s.",
            phrases=(
                (Sense.AROUND, "yaklaşık #|# civarı|# dolayları"),
                (Sense.PLAIN, "# yılı|# yılında|# tarihi|# tarihinde|# günü"),
                (Sense.SPAN, "#1 ile #2 arası|#1 - #2"),
            ),
            endings=r"'\p{L}{1,10}",
            month_endings=r"(?: ayı\p{L}{0,4})?",
        ),
        "az": DateVocabulary(
            seasons=("yaz(?:ı|ında)?", "yay(?:ı|ında)?", "payız(?:ı|ında)?", "qış(?:ı|ında)?"),
            centuries=(r"# əsr\p{L}{0,5}",),
            phrases=((Sense.PLAIN, "# ildə|# il|# ili"),),
            endings=r"(?:[- ]?c[iıuü])?(?: il\p{L}{0,6})?|'?\p{L}{1,8}",
            month_endings=r"\p{L}{0,5}",
        ),
        "ru": DateVocabulary(
            seasons=("весн(?:а|ой|ы|у)", "лет(?:о|ом|а)", "осень?(?:ю|и)?", "зим(?:а|ой|ы|у)"),
            between=("по", "до", "и"),
            parts="(?:в )?(?:начал[оеа]|середин[аеы]|кон(?:ец|це|ца)) ",
            decades=(r"####-(?:е|х)(?: год(?:ы|ов|ах))?", r"##-(?:е|х)(?: год(?:ы|ов|ах))?"),
            centuries=("# века",),
            bare_centuries=("# век[еу]?|# веком",),
            before_christ="до н. э.|до нашей эры|до р. х.|до рождества христова",
            anno_domini="н. э.|нашей эры|от р. х.",
            phrases=(
                (Sense.PLAIN, "в #|# года|# году|# год|в # году|# г.|в # г."),
                (Sense.AROUND, "около #|примерно #|ок. #"),
                (Sense.SINCE, "с #|с # года"),
                (Sense.UNTIL, "до #|до # года"),
                (Sense.SPAN, "с #1 по #2|с #1 до #2"),
                (Sense.EITHER, "#1 или #2"),
            ),
            endings=r" ?(?:г\.?|год(?:а|у|ом|е)?)",
            month_endings=_SLAVIC_ENDINGS,
        ),
        "uk": DateVocabulary(
            seasons=("весн(?:а|и|ою)", "літ(?:о|а|ку)", "ос(?:інь|ені)", "зим(?:а|и|ою)"),
            decades=(r"####-(?:і|ті|х|их)(?: рок(?:и|ів|ах))?",),
            centuries=("# століття|# ст\\.?",),
            bare_centuries=("# столітті",),
            phrases=((Sense.PLAIN, "у #|в #|# року|# році|# рік"), (Sense.AROUND, "близько #")),
            endings=r" ?(?:р\.?|рок(?:у|и|ом)|році)",
            month_endings=_SLAVIC_ENDINGS,
        ),
        "pl": DateVocabulary(
            seasons=("wiosn(?:a|ą|y)", "lat(?:o|em|a)", "jesie(?:ń|nią|ni)", "zim(?:a|ą|y)"),
            between=("do", "i", "oraz"),
            decades=(r"lat(?:a|ach)? ####\.?", r"lat(?:a|ach)? ##\.?"),
            centuries=("# w\\.",),
            bare_centuries=("# wieku?",),
            phrases=(
                (Sense.PLAIN, "w #|# roku|# r.|w roku #|rok #|w # roku"),
                (Sense.AROUND, "około #|ok. #"),
                (Sense.SINCE, "od #"),
                (Sense.SPAN, "od #1 do #2|#1 do #2"),
            ),
            endings=r" ?(?:r\.?|roku?)",
            month_endings=_SLAVIC_ENDINGS,
        ),
        "cs": DateVocabulary(
            seasons=("jar(?:o|a)|na jaře", "lét(?:o|a|ě)", "podzim(?:u)?", "zim(?:a|y|ě)"),
            decades=(r"####\. lét(?:a|ech)|lét(?:a|ech) ####", r"##\. lét(?:a|ech)"),
            centuries=("# století",),
            phrases=((Sense.PLAIN, "v #|v roce #|roku #|dne #"), (Sense.AROUND, "kolem #|kolem roku #|asi #")),
            month_endings=_SLAVIC_ENDINGS,
        ),
        "el": DateVocabulary(
            seasons=("άνοιξη(?:ς)?", "καλοκαίρι(?:ού)?", "φθινόπωρο(?:υ)?", "χειμώνα(?:ς)?"),
            of="(?:του )?",
            decades=("δεκαετίας? του ####", "δεκαετίας? του '?##"),
            centuries=("#(?:ου)? αιώνα[ςσ]?",),
            phrases=((Sense.PLAIN, "το #|τη #|την #|ο #|η #|στις #|του #"), (Sense.AROUND, "περίπου #|γύρω στο #")),
        ),
        "he": DateVocabulary(
            seasons=("אביב", "קיץ", "סתיו", "חורף"),
            decades=("שנות ה-?####|שנות ה- ?####", "שנות ה-? ?##"),
            centuries=("ה?מאה ה-? ?#|מאה #",),
            before_christ='לפנה"ס|לפנה״ס|לפני הספירה',
            anno_domini="לספירה",
        ),
        "fa": DateVocabulary(
            seasons=("بهار", "تابستان", "پاییز", "زمستان"),
            decades=("دهه[ٔ‌ ]?(?:ی )?####", "دهه[ٔ‌ ]?(?:ی )?##"),
            centuries=("قرن #|سده[ٔ‌ ]?(?:ی )?#",),
            phrases=(
                (Sense.PLAIN, "سال #|در سال #|در #"),
                (Sense.AROUND, "حدود #|حدود سال #"),
                (Sense.SINCE, "از #|از سال #"),
            ),
        ),
        "ja": DateVocabulary(
            seasons=("春", "夏", "秋", "冬"),
            decades=("####年代", "##年代"),
            centuries=("#世紀",),
            before_christ="紀元前",
            anno_domini="西暦|紀元",
            phrases=((Sense.AROUND, "約#|#頃|#ごろ"), (Sense.SINCE, "#以来|#から"), (Sense.SPAN, "#1から#2")),
        ),
        "zh": DateVocabulary(
            seasons=("春[天季]?", "夏[天季]?", "秋[天季]?", "冬[天季]?"),
            decades=("####年代", "##年代"),
            centuries=("#世纪|#世紀",),
            before_christ="公元前|西元前",
            anno_domini="公元|西元",
            phrases=(
                (Sense.AROUND, "大?约#|大?約#|#左右|#前后"),
                (Sense.SINCE, "自#|#以来|自#以来"),
                (Sense.SPAN, "#1至#2|#1到#2"),
            ),
        ),
        "ko": DateVocabulary(
            seasons=("봄", "여름", "가을", "겨울"),
            decades=("####년대", "##년대"),
            centuries=("#세기",),
            before_christ="기원전",
            anno_domini="서기",
            endings=r"\p{L}{1,2}",
        ),
    }
)
_EMPTY: Final = DateVocabulary()
LANGUAGES: Final = tuple(_LEXICONS)


def vocabulary(language: str) -> DateVocabulary:
    """Return the words of a language, or none where the table has no row for it."""
    code = code_of(language)
    return _LEXICONS.get({"no": "nb", "nn": "nb"}.get(code, code), _EMPTY)
