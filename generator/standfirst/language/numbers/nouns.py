"""Nouns for people, animals, vehicles … in a table for each language, to be extended: two people are not two dogs.

A noun is in a class only if nobody would use it of what another class names. "Souls" are people; "seats" may be members
of a parliament, and are in no class.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from standfirst.language.locale import code_of
from standfirst.language.numbers.folding import entry_words, folded_word


class NounClass(Enum):
    """What a noun names; no thing is of two classes. What happens to one person at a time, a death, counts people."""

    PEOPLE = "people"
    ANIMALS = "animals"
    VEHICLES = "vehicles"
    BUILDINGS = "buildings"
    COUNTS = "counts of an indictment"


_NOUNS: Final[Mapping[str, Mapping[NounClass, str]]] = MappingProxyType(
    {
        "ar": {
            NounClass.PEOPLE: (
                "شخص شخصا أشخاص الأشخاص شخصين قتيل قتيلا قتلى القتلى جريح جريحا جرحى ضحية ضحايا مدني مدنيا "
                "مدنيين رجل رجلا رجال امرأة نساء طفل طفلا أطفال جندي جنديا جنود لاجئ لاجئا لاجئين مهاجر مهاجرا "
                "مهاجرين أسير أسيرا أسرى نسمة مصاب مصابا مصابين مفقود مفقودا مفقودين راكب راكبا ركاب وفاة وفيات "
                "مقاتل مقاتلا مقاتلين فرد فردا أفراد"
            ),
            NounClass.ANIMALS: "كلب كلبا كلاب قط قطط حصان أحصنة خيول خروف خراف بقرة أبقار حيوان حيوانا حيوانات",
            NounClass.VEHICLES: (
                "سيارة سيارات قارب قاربا قوارب سفينة سفن طائرة طائرات شاحنة شاحنات حافلة حافلات قطار قطارات "
                "دبابة دبابات"
            ),
            NounClass.BUILDINGS: "منزل منزلا منازل بيت بيتا بيوت مبنى مباني مدرسة مدارس مستشفى مستشفيات",
        },
        "de": {
            NounClass.PEOPLE: (
                "person personen mensch menschen leute mann männer frau frauen kind kinder kindern tote toten "
                "tot todesopfer todesfälle opfer getötete getöteten verletzte verletzten verletzt verwundete "
                "verwundeten vermisste vermissten zivilist zivilisten soldat soldaten bewohner einwohner "
                "passagiere flüchtlinge geflüchtete migranten gefangene gefangenen geiseln überlebende "
                "überlebenden obdachlose schüler arbeiter kämpfer festnahmen patienten bürger jugendliche "
                "mädchen jungen leichen demonstranten teilnehmer beschäftigte angestellte fälle"
            ),
            NounClass.ANIMALS: (
                "hund hunde hunden katze katzen pferd pferde pferden schaf schafe kuh kühe rinder schweine vögel "
                "tiere tieren hühner ziegen fische"
            ),
            NounClass.VEHICLES: (
                "auto autos wagen schiff schiffe schiffen boot boote booten flugzeug flugzeuge lastwagen lkw bus "
                "busse zug züge panzer fahrzeug fahrzeuge hubschrauber fähren"
            ),
            NounClass.BUILDINGS: (
                "haus häuser häusern gebäude gebäuden wohnung wohnungen schule schulen krankenhaus krankenhäuser "
                "kirche kirchen"
            ),
            NounClass.COUNTS: "anklagepunkt anklagepunkte anklagepunkten",
        },
        "en": {
            NounClass.PEOPLE: (
                "person persons people man men woman women child children boy boys girl girls baby babies adult "
                "adults dead death deaths fatality fatalities killed victim victims casualty casualties body "
                "bodies life lives soul souls corpse corpses wounded injured injury injuries hurt missing "
                "survivor survivors civilian civilians soldier soldiers troop troops fighter fighters militant "
                "militants policeman policemen officer officers resident residents inhabitant inhabitants "
                "villager villagers citizen citizens passenger passengers migrant migrants refugee refugees "
                "homeless displaced evacuee evacuees captive captives prisoner prisoners hostage hostages "
                "detainee detainees arrest arrests patient patients case cases infection infections student "
                "students pupil pupils worker workers employee employees job jobs protester protesters "
                "demonstrator demonstrators participant participants members voter voters supporter "
                "supporters walker walkers hiker hikers tourist tourists visitor visitors guest guests crew "
                "sailor sailors fisherman fishermen individual individuals human humans native natives suspect "
                "suspects defendant defendants"
            ),
            NounClass.ANIMALS: (
                "dog dogs cat cats horse horses sheep cow cows cattle pig pigs goat goats bird birds chicken "
                "chickens animal animals whale whales elephant elephants wolf wolves puppy puppies kitten "
                "kittens donkey donkeys"
            ),
            NounClass.VEHICLES: (
                "car cars lorry lorries truck trucks bus buses ship ships boat boats vessel vessels ferry "
                "ferries plane planes aeroplane aeroplanes airplane airplanes aircraft helicopter helicopters "
                "train trains tank tanks vehicle vehicles bicycle bicycles motorcycle motorcycles van vans"
            ),
            NounClass.BUILDINGS: (
                "house houses home homes building buildings flat flats apartment apartments school schools "
                "hospital hospitals church churches mosque mosques dwelling dwellings hotel hotels"
            ),
            NounClass.COUNTS: "count counts",
        },
        "es": {
            NounClass.PEOPLE: (
                "persona personas gente hombre hombres mujer mujeres niño niños niña niñas muerto muertos muerta "
                "muertas muerte muertes fallecido fallecidos víctima víctimas herido heridos herida heridas "
                "desaparecido desaparecidos civil civiles soldado soldados habitante habitantes vecino vecinos "
                "pasajero pasajeros migrante migrantes refugiado refugiados preso presos prisionero prisioneros "
                "rehén rehenes detenido detenidos superviviente supervivientes damnificado damnificados paciente "
                "pacientes caso casos cadáver cadáveres trabajador trabajadores estudiante estudiantes "
                "manifestante manifestantes ciudadano ciudadanos"
            ),
            NounClass.ANIMALS: (
                "perro perros gato gatos caballo caballos oveja ovejas vaca vacas cerdo cerdos animal animales "
                "pájaro pájaros cabra cabras gallina gallinas"
            ),
            NounClass.VEHICLES: (
                "coche coches auto autos camión camiones autobús autobuses barco barcos buque buques avión "
                "aviones helicóptero helicópteros tren trenes tanque tanques vehículo vehículos lancha lanchas"
            ),
            NounClass.BUILDINGS: (
                "casa casas vivienda viviendas edificio edificios escuela escuelas hospital hospitales iglesia "
                "iglesias hogar hogares"
            ),
        },
        "fr": {
            NounClass.PEOPLE: (
                "personne personnes gens homme hommes femme femmes enfant enfants mort morts morte mortes décès "
                "tué tués victime victimes blessé blessés blessée blessées disparu disparus civil civils soldat "
                "soldats habitant habitants passager passagers migrant migrants réfugié réfugiés prisonnier "
                "prisonniers otage otages détenu détenus survivant survivants sinistrés déplacés patient "
                "patients cas corps arrestations interpellations travailleurs salariés élèves étudiants "
                "manifestant manifestants membre citoyens combattants vies âmes"
            ),
            NounClass.ANIMALS: (
                "chien chiens chat chats cheval chevaux mouton moutons vache vaches porc porcs cochon cochons "
                "animal animaux oiseau oiseaux chèvre chèvres poule poules"
            ),
            NounClass.VEHICLES: (
                "voiture voitures camion camions bus autocar autocars navire navires bateau bateaux avion avions "
                "hélicoptère hélicoptères train trains char chars véhicule véhicules ferry ferries"
            ),
            NounClass.BUILDINGS: (
                "maison maisons logement logements immeuble immeubles bâtiment bâtiments école écoles hôpital "
                "hôpitaux église églises"
            ),
        },
        "it": {
            NounClass.PEOPLE: (
                "persona persone gente uomo uomini donna donne bambino bambini morto morti morta morte decessi "
                "vittima vittime ucciso uccisi ferito feriti disperso dispersi civile civili soldato soldati "
                "abitante abitanti passeggero passeggeri migrante migranti rifugiato rifugiati prigioniero "
                "prigionieri ostaggio ostaggi detenuto detenuti superstite superstiti sfollati paziente pazienti "
                "caso casi lavoratori studenti manifestanti cittadini arresti"
            ),
            NounClass.ANIMALS: (
                "cane cani gatto gatti cavallo cavalli pecora pecore mucca mucche maiale maiali animale animali "
                "uccello uccelli capra capre"
            ),
            NounClass.VEHICLES: (
                "auto automobile automobili camion autobus nave navi barca barche aereo aerei elicottero "
                "elicotteri treno treni veicolo veicoli traghetto traghetti"
            ),
            NounClass.BUILDINGS: (
                "casa case edificio edifici abitazione abitazioni scuola scuole ospedale ospedali chiesa chiese"
            ),
        },
        "nl": {
            NounClass.PEOPLE: (
                "persoon personen mens mensen man mannen vrouw vrouwen kind kinderen dode doden slachtoffer "
                "slachtoffers gewonde gewonden vermiste vermisten burger burgers soldaat soldaten militairen "
                "inwoner inwoners bewoners passagier passagiers migranten vluchteling vluchtelingen gevangene "
                "gevangenen gijzelaars overlevende overlevenden daklozen patiënten gevallen arrestaties "
                "werknemers studenten demonstranten "
            ),
            NounClass.ANIMALS: (
                "hond honden kat katten paard paarden schaap schapen koe koeien varken varkens dier dieren vogel "
                "vogels geit geiten"
            ),
            NounClass.VEHICLES: (
                "auto autos vrachtwagen vrachtwagens bus bussen schip schepen boot boten vliegtuig vliegtuigen "
                "helikopter helikopters trein treinen voertuig voertuigen veerboot"
            ),
            NounClass.BUILDINGS: (
                "huis huizen woning woningen gebouw gebouwen school scholen ziekenhuis ziekenhuizen kerk kerken"
            ),
        },
        "pt": {
            NounClass.PEOPLE: (
                "pessoa pessoas gente homem homens mulher mulheres criança crianças morto mortos morta mortas "
                "morte mortes óbitos vítima vítimas ferido feridos ferida feridas desaparecido desaparecidos "
                "civil civis soldado soldados habitante habitantes morador moradores passageiro passageiros "
                "migrante migrantes refugiado refugiados preso presos prisioneiro prisioneiros refém reféns "
                "detido detidos sobrevivente sobreviventes desabrigados paciente pacientes caso casos "
                "trabalhadores estudantes manifestantes cidadãos"
            ),
            NounClass.ANIMALS: (
                "cão cães cachorro cachorros gato gatos cavalo cavalos ovelha ovelhas vaca vacas porco porcos "
                "animal animais pássaro pássaros cabra cabras"
            ),
            NounClass.VEHICLES: (
                "carro carros caminhão caminhões camião camiões ônibus autocarro autocarros navio navios barco "
                "barcos avião aviões helicóptero helicópteros trem trens comboio comboios veículo veículos"
            ),
            NounClass.BUILDINGS: (
                "casa casas edifício edifícios prédio prédios moradia moradias escola escolas hospital hospitais "
                "igreja igrejas"
            ),
        },
        "ru": {
            NounClass.PEOPLE: (
                "человек человека людей люди лицо лица лиц мужчина мужчины мужчин женщина женщины женщин ребенок "
                "ребёнок ребенка ребёнка дети детей погибший погибших погибшие убитый убитых жертва жертвы жертв "
                "раненый раненых пострадавший пострадавших пропавших солдат солдата солдаты военный военных "
                "житель жителя жителей пассажир пассажира пассажиров беженец беженцев мигрантов заключенных "
                "пленных заложников задержанных случай случая случаев работников студентов тел граждан смерти "
                "смертей"
            ),
            NounClass.ANIMALS: (
                "собака собаки собак кошка кошки кошек лошадь лошади лошадей овца овцы овец корова коровы коров "
                "животное животных птица птицы птиц"
            ),
            NounClass.VEHICLES: (
                "автомобиль автомобиля автомобилей машина машины машин корабль корабля кораблей судно судна "
                "судов лодка лодки лодок самолет самолета самолетов самолёт самолёта самолётов поезд поезда "
                "поездов танк танка танков автобус автобуса автобусов вертолет вертолета вертолетов"
            ),
            NounClass.BUILDINGS: (
                "дом дома домов здание здания зданий школа школы школ больница больницы больниц квартира "
                "квартиры квартир"
            ),
        },
    }
)


def classes_of(text: str, language: str) -> frozenset[NounClass]:
    """Return the classes of the nouns in a text."""
    return classes_among(entry_words(text, code_of(language)), language)


def classes_among(words: Iterable[str], language: str) -> frozenset[NounClass]:
    """Return the classes of words, which are as `folded_word` gives them."""
    known = _classes(code_of(language))
    return frozenset(known[each] for each in words if each in known)


@functools.cache
def _classes(code: str) -> Mapping[str, NounClass]:
    table = _NOUNS.get(code, {})
    return MappingProxyType({folded_word(noun, code): its for its, nouns in table.items() for noun in nouns.split()})
