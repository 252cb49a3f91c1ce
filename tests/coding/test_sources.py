from collections.abc import Callable

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

JOINT = [
    (
        "The guarantors, Russia, China and Algeria, said that the soldiers should leave.",
        {"RUS", "CHN", "DZA"},
    ),
    ("Oleg Sidorov and Louise Berthier said that the soldiers should leave.", {"RUS", "FRA"}),
    (
        "Oleg Sidorov met Louise Berthier. Both men said that the soldiers should leave.",
        {"RUS", "FRA"},
    ),
    ("Both sides said that the soldiers should leave.", {None}),
]


@pytest.mark.parametrize(("text", "actors"), JOINT)
def test_joint_speakers(read: Read, text: str, actors: set[str | None]) -> None:
    """What several say together is a statement of each."""
    assert {s.actor for s in read(text, "soldiers should leave")} == actors


OTHERS = [
    '"Faisal Harbi is late," he said.',
    "Faisal Harbi, he said, was late.",
    "Faisal Harbi was late, he said.",
]


@pytest.mark.parametrize("second", OTHERS)
def test_nobody_speaks_of_himself_by_name(read: Read, second: str) -> None:
    """*He* is not the one whom he names in what he says."""
    said = read(f"Oleg Sidorov waited at the gate. {second}", "late")
    assert {s.person for s in said} == {"Oleg Sidorov"}


def test_somebody_named_before_the_clause_is_he(read: Read) -> None:
    """A name in the clause before the speech may be the speaker's."""
    said = read("When Oleg Sidorov left, he said that the soldiers should leave.", "should leave")
    assert {s.person for s in said} == {"Oleg Sidorov"}
