from collections.abc import Callable

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

UNKNOWN = [
    (
        '"We will never negotiate," said Bilal Ousmane, a trader in Gao.',
        ("Bilal Ousmane", None, None),
    ),
    (
        "Colombian Interior Minister Diego Salas said that he would never negotiate.",
        ("Diego Salas", "COL", "Interior Minister"),
    ),
    (
        "Malian deputy foreign minister Sekou Diallo said that he would never negotiate.",
        ("Sekou Diallo", "MLI", "deputy foreign minister"),
    ),
    (
        "Colombian rebel leader Julio Paz said that he would never negotiate.",
        ("Julio Paz", None, "rebel leader"),
    ),
    (
        'Algerian diplomat Karim Benali arrived. "Never negotiate with them," Benali said.',
        ("Karim Benali", "DZA", "diplomat"),
    ),
    (
        'Colombian senator Julio Paz arrived. "We will never negotiate," Mr. Paz said.',
        ("Julio Paz", "COL", "senator"),
    ),
    (
        "Former French envoy Luc Morel said that he would never negotiate.",
        ("Luc Morel", None, "envoy"),
    ),
]


@pytest.mark.parametrize(("text", "who"), UNKNOWN)
def test_unknown_people_are_kept(
    read: Read, text: str, who: tuple[str, str | None, str | None]
) -> None:
    """Somebody whom no list knows keeps the name, and an actor only where an office gives one."""
    said = read(text, "ever negotiate")[0]
    assert (said.person, said.actor, said.role) == who


SHARED = [
    ('Awa Keita spoke to the council. "We want talks," Keita said.', "Awa Keita"),
    ('Ibrahim Keita spoke to the nation. "We want talks," Keita said.', "Ibrahim Keita"),
    ('"We want talks," President Keita said.', "Ibrahim Keita"),
    ('"We want talks," Foreign Minister Keita said.', "Awa Keita"),
    (
        'President Ibrahim Keita arrived.\n\nAwa Keita stayed. "We want talks," Keita said.',
        "Awa Keita",
    ),
    (
        'Mrs Awa Keita and Mr Ibrahim Keita arrived. "We want talks," Mrs Keita said.',
        "Awa Keita",
    ),
]


@pytest.mark.parametrize(("text", "person"), SHARED)
def test_shared_surnames(read: Read, text: str, person: str) -> None:
    """A surname that two people share goes to the one the report or the title means."""
    assert read(text, "We want talks")[0].person == person


@pytest.mark.parametrize("before", ["", "Awa Keita and Ibrahim Keita arrived. "])
def test_undecidable_surnames_name_nobody_else(read: Read, before: str) -> None:
    """Where nothing tells two people apart the surname stays, with the actor both speak for."""
    said = read(before + '"We want talks," Keita said.', "We want talks")[0]
    assert (said.person, said.actor) == ("Keita", "MLI")
