"""The table of each language: what its press writes of numbers besides the words that ICU spells out.

Every entry is written as a text has it, in small letters; several ways to write one thing are parted by bars. Where a
language has no table its number words may support a figure and never contradict one: nobody has looked at which of
them mean something else as well. Before the tables stand the languages whose press also writes otherwise what ICU
spells out.
"""

# ruff: noqa: RUF001 - Arabic and Cyrillic letters are meant.

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from standfirst.model.frozen_class import frozen


@frozen(kw_only=True)
class NumberVocabulary:
    """The table of one language.

    - `joiners` stand between the parts of a number ("two hundred and six"), `articles` for the number one before a
      scale or a fraction ("a million"), `of` between a fraction and its scale.
    - `scales` multiply the number before them; `bare` do so and are numbers by themselves; `short` multiply digits
      alone and may end with a point.
    - `numbers` are those that ICU does not spell out. A number in one word with one of `after_half` behind it is that
      and a half.
    - Behind a word of `vague` a scale is no number ("mehrere hundert").
    - `perhaps` are words that mean a number and other things: they support it and contradict nothing. So do `endings`
      behind a number in one word ("fünfjährig").
    - `ratio` stands in "one in five", `every` before its ordinal ("jeder Fünfte"), `part_of` between the whole and the
      parts of a fraction ("三分之二"), `tenths` right behind their number ("3割").
    - `per` stands in a rate ("litres a minute"), `between` in a range, `percent` behind a number of hundredths.
    - `money` are names that several currencies have, parted by semicolons; a text may leave out whose they are.
    - `at_least`, `at_most`, `about`, `more_than` and `fewer_than` are wordings of qualifiers that the catalogue does
      not have. `behind` are those that may follow what they qualify; after its semicolon, those that may as well belong
      to what comes next: "213, at least 40 of them children".
    """

    joiners: str = ""
    articles: str = ""
    of: str = ""
    scales: Mapping[str, int] = field(default_factory=dict)
    bare: Mapping[str, int] = field(default_factory=dict)
    short: Mapping[str, int] = field(default_factory=dict)
    fractions: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    after_half: str = ""
    vague: str = ""
    perhaps: Mapping[str, str] = field(default_factory=dict)
    ratio: str = ""
    every: str = ""
    part_of: str = ""
    tenths: str = ""
    per: str = ""
    between: str = ""
    percent: str = ""
    money: str = ""
    endings: str = ""
    at_least: str = ""
    at_most: str = ""
    about: str = ""
    more_than: str = ""
    fewer_than: str = ""
    behind: str = ""


_THOUSAND, _MILLION, _BILLION, _TRILLION = 10**3, 10**6, 10**9, 10**12
_LAKH, _CRORE = 10**5, 10**7

# Languages of which number words, and what else they mean, were looked at: there they may contradict a figure.
READ_WHOLE: Final = frozenset({"ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru"})
# Languages that write the words of a number as one, without a mark in ICU's spelling that says so.
WRITTEN_TOGETHER: Final = frozenset({"tr", "az", "ja", "ko", "zh", "yue", "nl"})
# Languages in which the parts of a word change where they meet: "centotto", "drieëntwintig".
PARTS_THAT_CHANGE: Final = frozenset({"it", "nl"})
# Languages whose press may leave out the accents of a number word.
ACCENTS_LEFT_OUT: Final = frozenset({"es", "it", "nl", "pt"})
# In what other forms, by gender and case, the number words of Arabic stand that ICU writes in one.
ARABIC_FORMS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        form: tuple(forms.split())
        for forms in (
            "احد احدى",
            "اثنان اثنين اثنا اثني اثنتان اثنتين اثنتا اثنتي",
            "ثلاثة ثلاث",
            "اربعة اربع",
            "خمسة خمس",
            "ستة ست",
            "سبعة سبع",
            "ثمانية ثمان ثماني",
            "تسعة تسع",
            "عشر عشرة",
            *(f"{tens}ون {tens}ين" for tens in ["عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع"]),
        )
        for form in forms.split()
    }
)

_VOCABULARIES: Final[Mapping[str, NumberVocabulary]] = MappingProxyType(
    {
        "ar": NumberVocabulary(
            joiners="و",
            of="من",
            scales={
                "آلاف|الآلاف|ألفا|الألف": _THOUSAND,
                "ملايين|مليونا|الملايين|المليون": _MILLION,
                "مليارات|مليارا|المليار|بليون|بلايين|بليونا": _BILLION,
                "تريليون|تريليونات|تريليونا": _TRILLION,
                "عقود|عقدا": 10,
                "قرون|قرنا": 100,
            },
            bare={
                "ألف": _THOUSAND,
                "مليون": _MILLION,
                "مليار": _BILLION,
            },
            fractions={
                "نصف|النصف": "1/2",
                "ثلث|الثلث": "1/3",
                "ثلثا|ثلثي|ثلثين|ثلثان|الثلثين": "2/3",
                "ربع|الربع|أرباع": "1/4",
                "أخماس": "1/5",
                "أعشار": "1/10",
            },
            numbers={
                "مئة|مائة|مية": "100",
                "مئتان|مئتين|مئتي|مئتا|مائتان|مائتين|مائتي|مائتا": "200",
                "ثلاثمئة|ثلاثمائة|ثلاث مئة|ثلاث مائة": "300",
                "أربعمئة|أربعمائة|أربع مئة|أربع مائة": "400",
                "خمسمئة|خمسمائة|خمس مئة|خمس مائة": "500",
                "ستمئة|ستمائة|ست مئة|ست مائة": "600",
                "سبعمئة|سبعمائة|سبع مئة|سبع مائة": "700",
                "ثمانمئة|ثمانمائة|ثمانيمئة|ثماني مئة|ثماني مائة": "800",
                "تسعمئة|تسعمائة|تسع مئة|تسع مائة": "900",
                "ألفان|ألفين|ألفي": "2000",
                "مليونان|مليونين|مليوني": "2000000",
                "ملياران|مليارين|ملياري": "2000000000",
            },
            perhaps={
                "واحد|واحدة|أحد|إحدى": "1",
                "نصف": "0.5",
                "ألفا": "2000",
                "مليونا": "2000000",
                "مليارا": "2000000000",
            },
            ratio="من كل|من أصل|من بين|من",
            per="في|لكل",
            between="إلى|و|أو|حتى",
            behind="أو أكثر|فأكثر|فما فوق|أو أقل|فأقل;على الأقل|كحد أدنى|بحد أدنى|على الأكثر|كحد أقصى|بحد أقصى",
            money=(
                "دولار|دولارا|دولارات|دولارين;جنيه|جنيها|جنيهات;دينار|دينارا|دنانير;درهم|درهما|دراهم;"
                "ريال|ريالا|ريالات;ليرة|ليرات;فرنك|فرنكا|فرنكات;روبية|روبيات;روبل|روبلا"
            ),
        ),
        "de": NumberVocabulary(
            joiners="und",
            of="einer|von|der|des|eines|vom",
            scales={
                "dutzend|dutzende": 12,
                "jahrzehnt|jahrzehnte|jahrzehnten": 10,
                "jahrhundert|jahrhunderte": 100,
            },
            bare={
                "hundert": 100,
                "tausend": _THOUSAND,
            },
            short={
                "tsd|t": _THOUSAND,
                "mio|mill": _MILLION,
                "mrd|md|mia": _BILLION,
                "bio": _TRILLION,
            },
            fractions={
                "halb|halbe|halben|halber|halbes|hälfte": "1/2",
                "drittel|dritteln": "1/3",
                "viertel|vierteln": "1/4",
                "dreiviertel": "3/4",
                "fünftel|fünfteln": "1/5",
                "sechstel": "1/6",
                "siebtel": "1/7",
                "achtel": "1/8",
                "neuntel": "1/9",
                "zehntel": "1/10",
                "hundertstel": "1/100",
            },
            numbers={
                "anderthalb|eineinhalb|einundeinhalb": "1.5",
                "zwo": "2",
            },
            after_half="einhalb|undeinhalb",
            vague="mehrere|mehreren|einige|einigen|etliche|paar|viele|vielen|wenige|zig|pro|je",
            perhaps={
                "ein|eine|einem|einen|einer|eines|eins|einzige|einziger|einziges|einzigen": "1",
                "beide|beiden|beider|paar|doppelt": "2",
                "halb|halbe|halben|halber|halbes|hälfte": "0.5",
            },
            ratio="von|aus|unter",
            every="jeder|jede|jedes|jeden|jedem",
            per="pro|je|in|der|die|im",
            between="bis|und|oder",
            percent="%|prozent|v. h.|vom hundert",
            endings="jähr|täg|stünd|köpf|wöch|monat|stöck|teil|fach|mal",
            at_least="mindestens|wenigstens|zumindest|minimal|nicht weniger als|oder mehr|und mehr",
            at_most="höchstens|maximal|bis zu|allenfalls|nicht mehr als|oder weniger",
            about=(
                "etwa|rund|ungefähr|circa|ca.|ca|zirka|fast|nahezu|beinahe|annähernd|knapp|gegen|schätzungsweise|an die"
            ),
            more_than="mehr als|über|gut",
            fewer_than="weniger als|unter",
            behind="oder mehr|oder weniger;mindestens|wenigstens|zumindest|und mehr|höchstens|maximal",
            money=(
                "dollar|dollars;pfund;franken|schweizerfranken|fr|sfr;rupie|rupien;peso|pesos;krone|kronen;rubel;lira|lire;dinar|dinare;"
                "dirham;rand;yen;yuan"
            ),
        ),
        "en": NumberVocabulary(
            joiners="and",
            articles="a|an",
            of="of|a|an|one",
            scales={
                "dozen": 12,
                "decade|decades": 10,
                "century|centuries": 100,
                "lakh|lakhs|lac|lacs": _LAKH,
                "crore|crores": _CRORE,
            },
            short={
                "k": _THOUSAND,
                "m|mn|mln|mm": _MILLION,
                "bn|b|bln": _BILLION,
                "tn|trn|t": _TRILLION,
                "cr": _CRORE,
            },
            fractions={
                "half|halves": "1/2",
                "third|thirds": "1/3",
                "quarter|quarters|fourth|fourths": "1/4",
                "fifth|fifths": "1/5",
                "sixth|sixths": "1/6",
                "seventh|sevenths": "1/7",
                "eighth|eighths": "1/8",
                "ninth|ninths": "1/9",
                "tenth|tenths": "1/10",
                "hundredth|hundredths": "1/100",
            },
            perhaps={
                "one|a|an|single|sole|lone": "1",
                "half": "0.5",
                "couple|pair|both|twin|twins|double": "2",
                "trio": "3",
            },
            ratio="in|out of|in every|of every|out of every",
            every="every",
            per="a|an|per|each|every",
            between="to|and|or|through",
            percent="%|percent|per cent|pc",
            about="or so|or thereabouts|give or take",
            behind=(
                "or more|or fewer|or less|or so;"
                "at least|at the least|at a minimum|minimum|and more|at most|at the most|at a maximum|maximum"
            ),
            money=(
                "dollar|dollars;pound|pounds;franc|francs;rupee|rupees;peso|pesos;yen;yuan;krona|kronor;"
                "krone|kroner;rouble|roubles|ruble|rubles;dinar|dinars;dirham|dirhams;riyal|riyals;lira;rand;"
                "shilling|shillings"
            ),
        ),
        "es": NumberVocabulary(
            joiners="y",
            of="de|un|una",
            scales={
                "docena|docenas": 12,
                "decena|decenas|década|décadas": 10,
                "veintena|veintenas": 20,
                "treintena": 30,
                "cincuentena": 50,
                "centenar|centenares|siglo|siglos|centena|centenas": 100,
                "millar|millares": _THOUSAND,
                "millardo|millardos": _BILLION,
            },
            short={
                "mill": _MILLION,
                "mm|m|mdd|mde": _MILLION,
                "k": _THOUSAND,
            },
            fractions={
                "medio|media|mitad": "1/2",
                "tercio|tercios": "1/3",
                "cuarto|cuartos": "1/4",
                "quinto|quintos": "1/5",
                "décimo|décimos|décima|décimas": "1/10",
            },
            vague="varios|varias|unos|unas|algunos|algunas|muchos|muchas|por",
            perhaps={
                "un|una|uno|único|única|sola|solo": "1",
                "medio|media|mitad": "0.5",
                "ambos|ambas|par|pareja": "2",
            },
            ratio="de cada|de|entre",
            per="por|al|a|la|cada",
            between="a|y|o|hasta",
            percent="%|por ciento|por cien",
            at_least="al menos|por lo menos|como mínimo|cuando menos|un mínimo de|mínimo|no menos de|o más",
            at_most="como máximo|a lo sumo|hasta|no más de|un máximo de|máximo|o menos",
            about=("unos|unas|alrededor de|aproximadamente|cerca de|casi|en torno a|más o menos|cosa de|se estima en"),
            more_than="más de|más del|por encima de|superior a",
            fewer_than="menos de|menos del|por debajo de|inferior a",
            behind="o más|o menos;al menos|por lo menos|como mínimo|mínimo|como máximo|a lo sumo|máximo",
            money=(
                "dólar|dólares;libra|libras;franco|francos;peso|pesos;yen|yenes;yuan|yuanes;corona|coronas;"
                "rublo|rublos;rupia|rupias;dinar|dinares"
            ),
        ),
        "fr": NumberVocabulary(
            joiners="et",
            of="de|d|un|une|du",
            scales={
                "dizaine|dizaines|décennie|décennies": 10,
                "douzaine|douzaines": 12,
                "quinzaine": 15,
                "vingtaine": 20,
                "trentaine": 30,
                "quarantaine": 40,
                "cinquantaine": 50,
                "soixantaine": 60,
                "centaine|centaines|siècle|siècles": 100,
                "millier|milliers": _THOUSAND,
                "lakh|lakhs": _LAKH,
                "crore|crores": _CRORE,
            },
            short={
                "k": _THOUSAND,
                "m|mio|mln": _MILLION,
                "md|mds|mrd|mrds|mia": _BILLION,
            },
            fractions={
                "demi|demie|demis|moitié": "1/2",
                "tiers": "1/3",
                "quart|quarts": "1/4",
                "cinquième|cinquièmes": "1/5",
                "sixième|sixièmes": "1/6",
                "dixième|dixièmes": "1/10",
                "centième|centièmes": "1/100",
            },
            vague="plusieurs|quelques|pour|par",
            perhaps={
                "un|une|seul|seule": "1",
                "demi|demie|moitié": "0.5",
                "neuf": "9",
            },
            ratio="sur|parmi",
            per="par|à|la|l",
            between="à|et|ou|jusqu",
            percent="%|pour cent|p. cent|p. 100",
            behind=(
                "ou plus|ou moins;au moins|au minimum|minimum|et plus|au plus|tout au plus|au maximum|maximum|environ"
            ),
            money=(
                "dollar|dollars;livre|livres;franc|francs;roupie|roupies;peso|pesos;yen|yens;yuan|yuans;"
                "couronne|couronnes;rouble|roubles;dinar|dinars;dirham|dirhams"
            ),
        ),
        "it": NumberVocabulary(
            joiners="e",
            of="di|un|uno|una|d",
            scales={
                "decina|decine|decennio|decenni": 10,
                "dozzina|dozzine": 12,
                "quindicina": 15,
                "ventina": 20,
                "trentina": 30,
                "quarantina": 40,
                "cinquantina": 50,
                "sessantina": 60,
                "centinaio|centinaia|secolo|secoli": 100,
                "migliaio|migliaia|mila": _THOUSAND,
            },
            short={
                "mln|mil|mio": _MILLION,
                "mld|mrd|mia": _BILLION,
                "k": _THOUSAND,
                "m": _MILLION,
            },
            fractions={
                "mezzo|mezza|metà": "1/2",
                "terzo|terzi": "1/3",
                "quarto|quarti": "1/4",
                "quinto|quinti": "1/5",
                "decimo|decimi": "1/10",
            },
            vague="qualche|alcune|alcuni|per",
            perhaps={
                "un|una|uno|solo|sola|unico|unica": "1",
                "mezzo|mezza|metà": "0.5",
                "entrambi|entrambe|paio": "2",
                "sei": "6",
            },
            ratio="su|ogni",
            per="al|alla|all|per|a",
            between="a|e|o|ai|fino a",
            percent="%|per cento|percento",
            at_least="almeno|come minimo|un minimo di|minimo|non meno di|o più|per lo meno",
            at_most="al massimo|al più|fino a|non più di|un massimo di|massimo|o meno",
            about="circa|quasi|intorno a|attorno a|all’incirca|pressoché|approssimativamente|più o meno",
            more_than="più di|oltre|più del|al di sopra di",
            fewer_than="meno di|meno del|sotto|al di sotto di",
            behind="o più|o meno;almeno|come minimo|minimo|al massimo|al più|massimo|circa",
            money=(
                "dollaro|dollari;sterlina|sterline;franco|franchi;rupia|rupie;peso|pesos;yen;yuan;corona|corone;"
                "rublo|rubli;dinaro|dinari"
            ),
        ),
        "nl": NumberVocabulary(
            joiners="en",
            of="van|een|het|de",
            scales={
                "dozijn|dozijnen": 12,
                "tiental|tientallen|decennium|decennia": 10,
                "twintigtal": 20,
                "dertigtal": 30,
                "vijftigtal": 50,
                "honderdtal|honderdtallen|eeuw|eeuwen": 100,
                "duizendtal|duizendtallen": _THOUSAND,
            },
            short={
                "mln|miljn|mio|m": _MILLION,
                "mld|mrd|mia": _BILLION,
                "bln": _TRILLION,
                "k": _THOUSAND,
            },
            fractions={
                "half|halve|helft": "1/2",
                "derde|derden": "1/3",
                "kwart|kwarten|vierde": "1/4",
                "driekwart": "3/4",
                "vijfde": "1/5",
                "tiende|tienden": "1/10",
            },
            numbers={
                "anderhalf|anderhalve": "1.5",
            },
            after_half="ënhalf|enhalf|ëneenhalf|eneenhalf",
            vague="enkele|paar|meerdere|vele|verscheidene|enige|per",
            perhaps={
                "een|één|enige": "1",
                "half|halve|helft": "0.5",
                "beide|paar|stel": "2",
            },
            ratio="op de|op|van de|van",
            every="elke|iedere",
            per="per",
            between="tot|en|of|à",
            percent="%|procent|percent",
            endings="jarig|daags|koppig|voudig|maal|maandig|delig",
            at_least="minstens|ten minste|tenminste|minimaal|op zijn minst|niet minder dan|of meer",
            at_most="hoogstens|hooguit|ten hoogste|maximaal|tot|niet meer dan|of minder",
            about="ongeveer|circa|ca.|ca|zo’n|rond|rond de|bijna|om en nabij|nagenoeg|naar schatting",
            more_than="meer dan|ruim|boven de",
            fewer_than="minder dan|onder de",
            behind="of meer|of minder;minstens|ten minste|tenminste|hoogstens|hooguit|ten hoogste|maximaal",
            money=(
                "dollar|dollars;pond|ponden;frank|franken;roepie|roepies;peso|pesos;yen;yuan;kroon|kronen;"
                "roebel|roebels;dinar|dinars"
            ),
        ),
        "pt": NumberVocabulary(
            joiners="e",
            of="de|um|uma",
            scales={
                "dúzia|dúzias": 12,
                "dezena|dezenas|década|décadas": 10,
                "vintena": 20,
                "trintena": 30,
                "centena|centenas|século|séculos": 100,
                "milhar|milhares": _THOUSAND,
            },
            short={
                "mi|mm|m|mio": _MILLION,
                "bi|bn": _BILLION,
                "tri": _TRILLION,
                "k": _THOUSAND,
            },
            fractions={
                "meio|meia|metade": "1/2",
                "terço|terços": "1/3",
                "quarto|quartos": "1/4",
                "quinto|quintos": "1/5",
                "décimo|décimos": "1/10",
            },
            numbers={
                "catorze": "14",
                "dezasseis|dezesseis": "16",
                "dezassete|dezessete": "17",
                "dezanove|dezenove": "19",
            },
            vague="vários|várias|alguns|algumas|uns|umas|por",
            perhaps={
                "um|uma|único|única": "1",
                "meio|meia|metade": "0.5",
                "ambos|ambas|par|casal": "2",
            },
            ratio="em cada|em|de cada|de",
            per="por|ao|à|a",
            between="a|e|ou|até",
            percent="%|por cento",
            at_least="pelo menos|ao menos|no mínimo|um mínimo de|mínimo|não menos de|não menos que|ou mais",
            at_most="no máximo|até|quando muito|um máximo de|máximo|não mais de|não mais que|ou menos",
            about="cerca de|aproximadamente|por volta de|quase|em torno de|uns|umas|perto de|à volta de",
            more_than="mais de|mais do que|mais que|acima de",
            fewer_than="menos de|menos do que|menos que|abaixo de",
            behind="ou mais|ou menos;pelo menos|ao menos|no mínimo|no máximo",
            money=(
                "dólar|dólares;libra|libras;franco|francos;rupia|rupias;peso|pesos;iene|ienes;yuan|yuans;"
                "coroa|coroas;rublo|rublos;real|reais;dinar|dinares"
            ),
        ),
        "ru": NumberVocabulary(
            joiners="с",
            scales={
                "десятка|десятков|десятилетия|десятилетий": 10,
                "дюжин|дюжины": 12,
                "сотни|сотен": 100,
                "тыщ|тыщи": _THOUSAND,
                "века|веков": 100,
            },
            bare={
                "десяток|десятилетие": 10,
                "дюжина|дюжину": 12,
                "сотня|сотню": 100,
                "тысяча|тысячу": _THOUSAND,
                "миллион": _MILLION,
                "миллиард": _BILLION,
            },
            short={
                "тыс|т": _THOUSAND,
                "млн": _MILLION,
                "млрд": _BILLION,
                "трлн": _TRILLION,
            },
            fractions={
                "половина|половины|половину|половиной|пол": "1/2",
                "треть|трети|третью": "1/3",
                "четверть|четверти|четвертью|четвертей": "1/4",
            },
            numbers={
                "полтора|полторы|полутора": "1.5",
                "полмиллиона": "500000",
                "полмиллиарда": "500000000",
                "полтысячи": "500",
                "полсотни": "50",
                "полтораста|полутораста": "150",
                "двое|двоих|двоим|двумя|оба|обе|обоих": "2",
                "трое|троих|троим|трёх|трём": "3",
                "четверо|четверых|четырёх|четырём": "4",
                "пятеро|пятерых": "5",
                "шестеро|шестерых": "6",
                "семеро|семерых": "7",
            },
            vague="несколько|нескольких|много|за|на",
            perhaps={
                "один|одна|одно|одного|одной|одному|одну|одним|единственный|единственная": "1",
                "пол|половина|половины|половину": "0.5",
            },
            ratio="из|из каждых",
            every="каждый|каждая|каждое|каждого|каждой|каждому|каждую",
            per="в|за",
            between="до|и|или",
            percent="%|процент|процента|процентов|процентам|процентами|проц",
            endings="летн|дневн|месячн|часов|кратн|недельн|местн",
            at_least=(
                "не менее|не меньше|по меньшей мере|минимум|как минимум|по крайней мере|или более|и более|"
                "или больше|и больше"
            ),
            at_most="не более|не больше|максимум|самое большее|до|или менее|или меньше",
            about="около|примерно|приблизительно|порядка|почти|где-то",
            more_than="более|больше|свыше|более чем|больше чем",
            fewer_than="менее|меньше|менее чем|меньше чем",
            behind=(
                "или более|или больше|или менее|или меньше;минимум|как минимум|и более|и больше|максимум|самое большее"
            ),
            money=(
                "доллар|доллара|долларов|доллары|долларам;фунт|фунта|фунтов;франк|франка|франков;"
                "рубль|рубля|рублей|руб;иена|иены|иен;юань|юаня|юаней;крона|кроны|крон;динар|динара|динаров;"
                "рупия|рупии|рупий;песо"
            ),
        ),
        "bn": NumberVocabulary(
            scales={
                "হাজার": _THOUSAND,
                "লাখ|লক্ষ": _LAKH,
                "কোটি": _CRORE,
            },
        ),
        "ca": NumberVocabulary(
            short={
                "m": _MILLION,
            },
            perhaps={
                "un|una": "1",
            },
            percent="%|per cent",
        ),
        "cs": NumberVocabulary(
            short={
                "tis": _THOUSAND,
                "mil|mio": _MILLION,
                "mld": _BILLION,
            },
            percent="%|procent|procenta|procento",
        ),
        "da": NumberVocabulary(
            joiners="og",
            short={
                "mio": _MILLION,
                "mia": _BILLION,
            },
            percent="%|procent|pct.",
        ),
        "fi": NumberVocabulary(
            short={
                "milj": _MILLION,
                "mrd": _BILLION,
            },
            percent="%|prosenttia|prosentti",
        ),
        "hi": NumberVocabulary(
            scales={
                "हजार|हज़ार": _THOUSAND,
                "लाख": _LAKH,
                "करोड़|करोड": _CRORE,
                "अरब": _BILLION,
            },
            percent="%|प्रतिशत|फीसदी",
        ),
        "hu": NumberVocabulary(
            short={
                "m": _MILLION,
                "mrd|md": _BILLION,
                "mill": _MILLION,
            },
            percent="%|százalék",
        ),
        "id": NumberVocabulary(
            short={
                "rb": _THOUSAND,
                "jt": _MILLION,
                "m|mrd": _BILLION,
                "t": _TRILLION,
            },
            percent="%|persen",
        ),
        "ja": NumberVocabulary(
            scales={
                "百": 100,
                "千": _THOUSAND,
                "万": 10000,
                "億": 100000000,
                "兆": _TRILLION,
            },
            vague="数|何|幾",
            part_of="分の|人に",
            tenths="割",
            percent="%|％|パーセント",
            money=(
                "円|日本円;米ドル|ドル;ユーロ;英国ポンド|ポンド;中国人民元|人民元|元;韓国ウォン|ウォン;"
                "スイス フラン|フラン"
            ),
        ),
        "ko": NumberVocabulary(
            scales={
                "백": 100,
                "천": _THOUSAND,
                "만": 10000,
                "억": 100000000,
                "조": _TRILLION,
            },
            part_of="분의",
            tenths="할",
            percent="%|퍼센트",
        ),
        "no": NumberVocabulary(
            joiners="og",
            short={
                "mill": _MILLION,
                "mrd": _BILLION,
            },
            percent="%|prosent",
        ),
        "nb": NumberVocabulary(
            joiners="og",
            short={
                "mill": _MILLION,
                "mrd": _BILLION,
            },
            percent="%|prosent",
        ),
        "pl": NumberVocabulary(
            short={
                "tys": _THOUSAND,
                "mln": _MILLION,
                "mld": _BILLION,
                "bln": _TRILLION,
            },
            fractions={
                "pół": "1/2",
                "ćwierć": "1/4",
            },
            numbers={
                "półtora|półtorej": "1.5",
            },
            percent="%|procent|procenta|procentów",
        ),
        "ro": NumberVocabulary(
            short={
                "mil": _MILLION,
                "mld": _BILLION,
            },
            percent="%|la sută|procente",
        ),
        "sv": NumberVocabulary(
            short={
                "milj|mn|mkr": _MILLION,
                "md|mdr|mdkr": _BILLION,
            },
            percent="%|procent",
        ),
        "sw": NumberVocabulary(
            scales={
                "elfu": _THOUSAND,
                "laki": _LAKH,
            },
            percent="%|asilimia",
        ),
        "tr": NumberVocabulary(
            short={
                "mn": _MILLION,
                "mr|mlr": _BILLION,
            },
            fractions={
                "yarım|yarı|yarısı": "1/2",
                "çeyrek": "1/4",
            },
            percent="%|yüzde",
            money="lira|lirası|liraya|liralık|tl;dolar|doları|dolara|dolarlık;euro|avro;sterlin|sterlini;ruble|rublesi;yen|yeni",
        ),
        "uk": NumberVocabulary(
            short={
                "тис": _THOUSAND,
                "млн": _MILLION,
                "млрд": _BILLION,
            },
            percent="%|відсоток|відсотка|відсотків",
        ),
        "ur": NumberVocabulary(
            scales={
                "ہزار": _THOUSAND,
                "لاکھ": _LAKH,
                "کروڑ": _CRORE,
                "ارب": _BILLION,
            },
            percent="%|فیصد",
        ),
        "zh": NumberVocabulary(
            joiners="零|〇",
            scales={
                "百": 100,
                "千": _THOUSAND,
                "万|萬": 10000,
                "亿|億": 100000000,
                "兆": _TRILLION,
            },
            numbers={
                "一十": "10",
                "一十一": "11",
                "一十二": "12",
                "一十三": "13",
                "一十四": "14",
                "一十五": "15",
                "一十六": "16",
                "一十七": "17",
                "一十八": "18",
                "一十九": "19",
            },
            vague="数|數|几|幾|若干",
            part_of="分之|人中有|人中就有",
            tenths="成",
            percent="%|％|百分之|百分點|百分点",
            money="人民币|元|圆|块;新台币|台币|元;港元|港币;美元|美金;日元|日圆;英镑;欧元;澳大利亚元|澳元;加拿大元|加元",
        ),
    }
)
_NONE: Final = NumberVocabulary()


def vocabulary(code: str) -> NumberVocabulary:
    """Return the table of a language, which is given without its region; an empty one where there is none."""
    return _VOCABULARIES.get(code, _NONE)


def by_alternative(entries: Mapping[str, int]) -> dict[str, int]:
    """Return a table with every way of writing by itself."""
    return {word: meant for words, meant in entries.items() for word in words.split("|")}


def fractions_by_alternative(entries: Mapping[str, str]) -> dict[str, Fraction]:
    """Return a table of fractions with every way of writing by itself."""
    return {word: Fraction(meant) for words, meant in entries.items() for word in words.split("|")}


def alternatives(words: str) -> tuple[str, ...]:
    """Return the ways of writing that bars part."""
    return tuple(filter(None, words.split("|")))
