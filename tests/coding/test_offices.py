from datetime import date

import pytest
from spacy.language import Language

from volteface.case.schema import Actor, Case, CaseFile, Office, Person
from volteface.coding.offices import office_holder, title_of
from volteface.coding.words import words
from volteface.records import DateInterval

ON = DateInterval(date(2014, 5, 1), date(2014, 5, 1), "day", "test")
CASE = Case(
    folder="",
    digest="",
    settings=CaseFile(id="mali", title="Mali", begins=date(2012, 1, 1)),
    actors=(Actor(id="MLI", name="Mali", kind="state"),),
    people=(
        Person(
            name="Awa Keita",
            offices=(Office(title="foreign minister / top diplomat", actor="MLI"),),
        ),
        Person(name="Sali Ba", offices=(Office(title="adviser", actor="MLI"),)),
        Person(name="Oumar Ba", offices=(Office(title="adviser", actor="MLI"),)),
    ),
    issues=(),
    ties=(),
    facts=(),
)


@pytest.mark.parametrize(
    ("text", "head", "person"),
    [
        ("The Malian foreign minister left.", "minister", "Awa Keita"),
        ("Mali's top diplomat left.", "diplomat", "Awa Keita"),
        ("The new Malian foreign minister left.", "minister", "Awa Keita"),
        ("The deputy foreign minister left.", "minister", None),
        ("The former foreign minister left.", "minister", None),
        ("The interior minister left.", "minister", None),
        ("The minister left.", "minister", None),
        ("The adviser left.", "adviser", None),
    ],
)
def test_holders(language: Language, text: str, head: str, person: str | None) -> None:
    """The one holder of that title; nobody where the title is another's or two hold it."""
    token = next(t for t in language(text) if t.text == head)
    found = office_holder(CASE, token, "MLI", ON, words())
    assert (found[0].name if found else None) == person
    assert office_holder(CASE, token, "MLI", None, words()) is None


def test_titles_stop_at_owners(language: Language) -> None:
    """The words that make a title, without article and owner."""
    doc = language("Mali's deputy foreign minister left.")
    assert title_of(doc[4]) == ["deputy", "foreign", "minister"]
