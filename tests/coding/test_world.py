"""The built-in states, bodies and outlets: complete, unambiguous, and named as news names them."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest

from volteface.case.schema import Actor
from volteface.coding.world import world_actors, world_outlets

CODES = """
AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL
BRA BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI
DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC
GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR
KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI
MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL
PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR
SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA UKR URY USA UZB
VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
"""
UN_MEMBERS = set(CODES.split())
OTHER_STATES = {"PSE", "TWN", "VAT", "XKX"}
WITHOUT_ADJECTIVE = {
    "COG": "Congolese is nearly always DR Congo's",
    "DMA": "Dominican is nearly always the Dominican Republic's",
    "VAT": "papal speaks of an office, Catholic of a church",
}


def names(actor: Actor) -> tuple[str, ...]:
    """Everything a text may call the actor."""
    return (actor.name, *actor.aliases, *actor.adjectives, *actor.metonyms)


def spelling(name: str) -> str:
    """The name without an article, letter case and punctuation."""
    return re.sub(r"\W+", " ", re.sub(r"^[Tt]he ", "", name)).strip().casefold()


def repeated(items: Iterable[str]) -> set[str]:
    """What stands more than once."""
    return {item for item, times in Counter(items).items() if times > 1}


def by_name() -> dict[str, str]:
    """Actor ids by each of their names."""
    return {name: actor.id for actor in world_actors() for name in names(actor)}


def test_every_member_of_the_un_is_a_state() -> None:
    """The states are the 193 members of the United Nations and four more, by ISO code."""
    states = [actor for actor in world_actors() if actor.kind == "state"]
    assert len(UN_MEMBERS) == 193
    assert {state.id for state in states} == UN_MEMBERS | OTHER_STATES
    assert all(state.iso3 == state.id for state in states)


def test_bodies_are_not_states() -> None:
    """Whatever is no state is an international body or an armed group, without a country's code."""
    bodies = [actor for actor in world_actors() if actor.kind != "state"]
    assert {"UN", "EU", "NATO", "LAS", "AU", "OSCE", "IAEA", "ICC", "ICRC"} <= {
        b.id for b in bodies
    }
    assert {body.kind for body in bodies} == {"body", "party"}
    assert not any(body.iso3 for body in bodies)


def test_ids_are_unique() -> None:
    """No two actors share an id or a Wikidata item."""
    assert not repeated(actor.id for actor in world_actors())
    assert not repeated(actor.wikidata for actor in world_actors() if actor.wikidata)


def test_a_name_means_one_actor() -> None:
    """No name stands twice, even when letter case, points and hyphens are set aside."""
    owned = [name for actor in world_actors() for name in {spelling(n) for n in names(actor)}]
    assert not repeated(owned)


def test_an_actor_lists_a_name_once() -> None:
    """Within one actor no name is given twice as it is written."""
    assert {
        actor.id: repeated(names(actor)) for actor in world_actors() if repeated(names(actor))
    } == {}


def test_names_are_written_as_in_text() -> None:
    """Names begin with a capital or a digit, or with *al-* or *anti-*, and have single spaces."""
    form = r"(?:(?:al|anti)[- ])?[^\W_a-z]\S*( \S+)*|anti-\S+"
    odd = [n for n in by_name() if not re.fullmatch(form, n) or "\u2019" in n]
    assert odd == []


def test_every_state_has_an_adjective_or_a_reason() -> None:
    """A state without an adjective is one of those whose adjective would mislead."""
    bare = {actor.id for actor in world_actors() if actor.kind == "state" and not actor.adjectives}
    assert bare == set(WITHOUT_ADJECTIVE)


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Russian", "RUS"),
        ("Kremlin", "RUS"),
        ("U.S.", "USA"),
        ("America", "USA"),
        ("Foggy Bottom", "USA"),
        ("Britain", "GBR"),
        ("Whitehall", "GBR"),
        ("Élysée", "FRA"),
        ("Turks", "TUR"),
        ("Burma", "MMR"),
        ("Ivory Coast", "CIV"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Guinean", "GIN"),
        ("Equatorial Guinean", "GNQ"),
        ("Republic of Congo", "COG"),
        ("Democratic Republic of Congo", "COD"),
        ("Republic of China", "TWN"),
        ("People's Republic of China", "CHN"),
        ("Northern Ireland", "GBR"),
        ("Brussels", "EU"),
        ("Security Council", "UN"),
        ("National Security Council", "USA"),
        ("Arab League", "LAS"),
        ("UNPROFOR", "UN"),
        ("Farnesina", "ITA"),
        ("Hizbollah", "HEZBOLLAH"),
    ],
)
def test_names_of_the_news_are_known(name: str, actor: str) -> None:
    """Names as news uses them lead to the actor they mean."""
    assert by_name()[name] == actor


@pytest.mark.parametrize(
    "name",
    ["Korean", "Arab", "European", "Turkmen", "Male", "Lima", "Victoria", "Georgetown", "Pole"],
)
def test_misleading_names_are_left_out(name: str) -> None:
    """Names that fit two actors, or are more often a word or a surname, mean nobody."""
    assert name not in by_name()


def test_outlets_are_unique() -> None:
    """No outlet's name stands twice in any spelling but its own, and none is an actor's."""
    owned = [
        name
        for outlet in world_outlets()
        for name in {spelling(name) for name in (outlet.name, *outlet.aliases)}
    ]
    assert not repeated(owned)
    assert not set(owned) & {spelling(name) for name in by_name()}


@pytest.mark.parametrize(
    "name", ["AFP", "Itar-Tass", "New York Times", "al-Jazeera", "dpa", "SANA"]
)
def test_outlets_of_the_news_are_known(name: str) -> None:
    """Outlets are known by the short forms that reports use."""
    assert any(name in (outlet.name, *outlet.aliases) for outlet in world_outlets())


def test_tables_are_read_once() -> None:
    """A second call returns the same objects."""
    assert world_actors() is world_actors()
    assert world_outlets() is world_outlets()
