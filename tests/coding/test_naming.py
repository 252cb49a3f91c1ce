from datetime import date

import pytest
from spacy.language import Language

from volteface.case.schema import Actor, Office, Person
from volteface.coding.names import Gazetteer
from volteface.coding.naming import at_token, in_span, named, office_of
from volteface.records import DateInterval

MALI = Actor(id="MLI", name="Mali", kind="state", adjectives=("Malian",), metonyms=("Bamako",))
REBELS = Actor(id="MNLA", name="Azawad Movement", kind="party", aliases=("MNLA",))
KEITA = Person(
    name="Awa Keita",
    offices=(
        Office(title="judge", actor="COURT", to=date(2013, 8, 31)),
        Office(title="foreign minister", actor="MLI", from_=date(2013, 9, 1)),
        Office(title="chief negotiator", actor="MLI", from_=date(2014, 1, 1)),
    ),
)


def during(first: date, last: date) -> DateInterval:
    """An interval of days."""
    return DateInterval(first, last, "interval", "test")


@pytest.mark.parametrize(
    ("first", "last", "actor"),
    [
        (date(2013, 1, 1), date(2013, 1, 1), "COURT"),
        (date(2013, 9, 1), date(2013, 9, 1), "MLI"),
        (date(2014, 5, 1), date(2014, 5, 1), "MLI"),
        (date(2013, 8, 31), date(2013, 9, 1), None),
    ],
)
def test_office_at_a_date(first: date, last: date, actor: str | None) -> None:
    """The office held that day; none where the days allow offices for two actors."""
    office = office_of(KEITA, during(first, last))
    assert (office.actor if office else None) == actor


def test_office_without_a_date() -> None:
    """Without a date an office counts only where all are for one actor."""
    assert office_of(KEITA, None) is None
    alone = KEITA.model_copy(update={"offices": KEITA.offices[1:]})
    found = office_of(alone, None)
    assert found is not None
    assert found.actor == "MLI"
    assert office_of(Person(name="Nobody"), None) is None


def test_names_with_their_heads(language: Language) -> None:
    """Actors and people by name, the office's actor with a person; parties are marked."""
    doc = language("Awa Keita met the MNLA in Bamako on behalf of Mali.")
    gazetteer = Gazetteer([MALI, REBELS], [KEITA], [])
    on = during(date(2014, 5, 1), date(2014, 5, 1))
    found = named(doc, gazetteer, on, frozenset({"MNLA"}))
    assert [(n.mention.person, n.mention.actor, n.party) for n in found] == [
        ("Awa Keita", "MLI", False),
        (None, "MNLA", True),
        (None, "MLI", False),
    ]
    assert [n.head.text for n in found] == ["Keita", "MNLA", "Mali"]
    assert at_token(found, doc[0]) is found[0]
    assert at_token(found, doc[2]) is None
    assert in_span(found, (0, 20)) == found[:1]
