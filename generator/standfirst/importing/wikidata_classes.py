"""What an item of Wikidata is, by the classes that it is an instance of (P31): a table, to which a class is added.

Of the many classes these are the ones that news is about. Which class is part of another Wikidata itself would have to
be asked, and nothing is: for others a writer says with --kind what the item is.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from standfirst.model import ActorKind

_ACTORS: Final = {
    ActorKind.PERSON: "Q5",
    # Countries, sovereign states, states, historical countries, island nations, kingdoms, republics.
    ActorKind.STATE: "Q6256 Q3624078 Q7275 Q3024240 Q112099 Q15634554 Q417175 Q7270",
    # Governments, ministries, agencies and bodies of a state, parliaments, legislatures, courts.
    ActorKind.GOVERNMENT: "Q7188 Q192350 Q327333 Q2659904 Q35749 Q11204 Q41487",
    # Armed organisations, armed forces, armies, military units, organisations called terrorist.
    ActorKind.ARMED_GROUP: "Q17149090 Q772547 Q37726 Q176799 Q17127659",
    # Organisations, businesses, companies, parties, non-profits, NGOs, bodies of several states, unions, foundations,
    # newspapers, news agencies, magazines, publishers, broadcasters, universities, institutes, clubs.
    ActorKind.ORGANISATION: "Q43229 Q4830453 Q783794 Q6881511 Q891723 Q7278 Q163740 Q79913 Q484652 Q245065 Q178790 "
    "Q157031 Q11032 Q1110794 Q192283 Q41298 Q2085381 Q1616075 Q3918 Q31855 Q476028 Q48204",
    # Peoples and other groups of people.
    ActorKind.GROUP: "Q41710 Q2472587 Q16334295 Q874405",
    # Ships, treaties, laws, statutes.
    ActorKind.THING: "Q11446 Q131569 Q7748 Q820655",
}  # fmt: skip
# Cities, towns, villages, settlements, capitals, municipalities, quarters; divisions, regions, continents; islands,
# mountains, rivers, lakes, seas; airports, ports, bridges, buildings, roads, bases, sites and monuments.
_PLACES: Final = (
    "Q515 Q3957 Q532 Q486972 Q5119 Q1549591 Q1093829 Q15284 Q2983893 Q123705 Q56061 Q10864048 Q35657 Q47168 Q82794 "
    "Q5107 Q23442 Q8502 Q4022 Q23397 Q165 Q1248784 Q44782 Q12280 Q41176 Q34442 Q245016 Q839954 Q4989906"
)

ACTOR_KINDS: Mapping[str, ActorKind] = MappingProxyType(
    {item: kind for kind, items in _ACTORS.items() for item in items.split()}
)
PLACES: Final = frozenset(_PLACES.split())
