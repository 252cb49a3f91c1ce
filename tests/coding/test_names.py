"""Names of actors, people and outlets in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.case.schema import Actor, OutletFile, Person
from volteface.coding.names import Gazetteer, Name

ACTORS = (
    Actor(id="USA", name="United States", kind="state", aliases=("U.S.", "US")),
    Actor(id="SDN", name="Sudan", kind="state", adjectives=("Sudanese",), metonyms=("Khartoum",)),
    Actor(id="SSD", name="South Sudan", kind="state", adjectives=("South Sudanese",)),
    Actor(id="JOR", name="Jordan", kind="state", adjectives=("Jordanian",)),
    Actor(id="UN", name="United Nations", kind="body", aliases=("U.N.",)),
    Actor(id="OTHER", name="Sudan", kind="party"),
)  # fmt: skip
PEOPLE = (
    Person(name="Salva Kiir"),
    Person(name="Ban Ki-moon", aliases=("Ban",)),
    Person(name="Theresa May"),
    Person(name="Mohammed bin Salman"),
    Person(name="Abdel Fattah al-Burhan"),
    Person(name="Iván Márquez"),
    Person(name="Michael Jordan"),
    Person(name="John Kerry"),
    Person(name="Peggy Kerry"),
    Person(name="Pelé"),
    Person(name="Le Duc Tho"),
    Person(name="Wu Bo"),
)
OUTLETS = (
    OutletFile(name="The Guardian"),
    OutletFile(name="The New York Times", aliases=("NYT",)),
    OutletFile(name="Reuters"),
)
GAZETTEER = Gazetteer(ACTORS, PEOPLE, OUTLETS)


def holder(name: Name) -> str:
    """Whom a name means."""
    return name.actor or name.outlet or (name.person.name if name.person is not None else "")


def found(text: str) -> list[tuple[str, str]]:
    """The names in the text with whom they mean."""
    return [(text[n.start : n.end], holder(n)) for n in GAZETTEER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Sudan and Sudan met.", [("South Sudan", "SSD"), ("Sudan", "SDN")]),
        ("South Sudanese rebels", [("South Sudanese", "SSD")]),
        ("The U.S. and the US left.", [("U.S", "USA"), ("US", "USA")]),
        ("give us the united states", []),
        ("Sudan's army", [("Sudan", "SDN")]),
        ("the United\u00a0Nations", [("United\u00a0Nations", "UN")]),
        ("United, Nations", []),
        ("They are United. Nations left.", []),
        ("He read The New York Times.", [("New York Times", "The New York Times")]),
        ("He read the New York Times.", [("New York Times", "The New York Times")]),
        ("The Guardian of the shrine", [("The Guardian", "The Guardian")]),
        ("the Guardian of the shrine", []),
    ],
)
def test_actors_and_outlets(text: str, expected: list[tuple[str, str]]) -> None:
    """The longest name wins, in its own letter case, within a sentence, article or not."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salva Kiir and Kiir", ["Salva Kiir", "Salva Kiir"]),
        ("Ban met Ban Ki-moon", ["Ban Ki-moon", "Ban Ki-moon"]),
        ("the moon over Juba", []),
        ("bin Salman, Bin Salman and Salman", ["Mohammed bin Salman"] * 3),
        ("al-Burhan, Al-Burhan and Burhan", ["Abdel Fattah al-Burhan"] * 3),
        ("Iván Márquez, Ivan Marquez and Marquez", ["Iván Márquez"] * 3),
        ("Jordan left; Michael Jordan stayed", ["JOR", "Michael Jordan"]),
        ("John Kerry met Kerry", ["John Kerry"]),
        ("Pelé left", ["Pelé"]),
        ("Bo left", []),
    ],
)
def test_people(text: str, expected: list[str]) -> None:
    """A surname alone is enough unless two share it, a state has it or it is too short."""
    assert [who for _, who in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("May said no", 1),
        ("Mrs May said no", 1),
        ("In May the talks began", 0),
        ("on 5 May", 0),
        ("on May 5", 0),
        ("Theresa May said so in May", 1),
    ],
)
def test_months_are_not_people(text: str, count: int) -> None:
    """A surname that is a month is the month behind *in* and beside a number."""
    assert len(found(text)) == count


def test_places_that_hold_an_actor_s_name_are_no_actor() -> None:
    """The Jordan Valley is not Jordan."""
    assert found("in the Jordan Valley and on the South China Sea") == []


def test_the_first_entry_of_a_name_wins() -> None:
    """A case's own actors are given first and keep their names."""
    assert found("Sudan") == [("Sudan", "SDN")]


def test_kinds_say_which_list_a_name_stands_in() -> None:
    """Adjectives and metonyms are told apart from names, and people from outlets."""
    text = "Sudanese Khartoum, Sudan, Reuters and Kiir"
    assert [n.kind for n in GAZETTEER.find(text)] == [
        "adjective",
        "metonym",
        "name",
        "outlet",
        "person",
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "South",
                "Sudan",
                "May",
                "5",
                "in",
                "U.S.",
                "The",
                "Guardian",
                "bin",
                "Salman",
                ",",
                "\n",
            ]
        ),
        max_size=20,
    ).map(" ".join)
)
def test_names_do_not_overlap(text: str) -> None:
    """Names are slices of the text from left to right and mean exactly one thing each."""
    last = 0
    for name in GAZETTEER.find(text):
        assert last <= name.start < name.end <= len(text)
        assert [name.actor, name.person, name.outlet].count(None) == 2
        last = name.end
