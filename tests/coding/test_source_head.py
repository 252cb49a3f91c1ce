from collections.abc import Callable

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

SAID = [
    (
        "Interfax quoted Oleg Sidorov as saying that the soldiers should leave.",
        ("Oleg Sidorov", ("Interfax",)),
    ),
    (
        "Oleg Sidorov was quoted by Interfax as saying that the soldiers should leave.",
        ("Oleg Sidorov", ("Interfax",)),
    ),
    (
        "Bloomberg reported, citing Oleg Sidorov, that the soldiers should leave.",
        ("Oleg Sidorov", ("Bloomberg",)),
    ),
    (
        "Le Monde learned from Oleg Sidorov that the soldiers should leave.",
        ("Oleg Sidorov", ("Le Monde",)),
    ),
    (
        "Oleg Sidorov, who arrived in May, said that the soldiers should leave.",
        ("Oleg Sidorov", ()),
    ),
    (
        "The crowd heard Oleg Sidorov, who said that the soldiers should leave.",
        ("Oleg Sidorov", ()),
    ),
]


@pytest.mark.parametrize(("text", "who"), SAID)
def test_whose_words_they_are(read: Read, text: str, who: tuple[str, tuple[str, ...]]) -> None:
    """The one who is quoted, cited or spoken to is the source, the outlet a link."""
    said = [s for s in read(text, "soldiers should leave") if s.person is not None]
    assert {(s.person, s.via) for s in said} == {who}


def test_a_noun_has_its_owner_for_a_source(read: Read) -> None:
    """A demand is theirs whose it is, or by whom it was made."""
    for text in (
        "France's demand that the soldiers should leave was ignored.",
        "The demand by France that the soldiers should leave was ignored.",
    ):
        assert {s.actor for s in read(text, "soldiers should leave")} == {"FRA"}


def test_a_noun_has_its_issuer_for_a_source(read: Read) -> None:
    """A name before the noun is who said it, where nobody else is given."""
    said = read("The Kremlin claim that the soldiers should leave was ignored.", "soldiers should")
    assert {s.actor for s in said} == {"RUS"}


@pytest.mark.parametrize(
    "text",
    [
        "French vice-president Louise Berthier said that the soldiers should leave.",
        "The rebel-backed envoy Oleg Sidorov said that the soldiers should leave.",
    ],
)
def test_hyphens_in_titles(read: Read, text: str) -> None:
    """A title in two parts is one; a hyphen before a name does not hide the name."""
    persons = {s.person for s in read(text, "soldiers should leave")}
    assert persons <= {"Louise Berthier", "Oleg Sidorov"}
    assert None not in persons
