from collections.abc import Callable

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

MEANT = [
    (
        "2014-06-04",
        "Mali's former foreign minister said that the soldiers should leave.",
        ("Moussa Traore", None),
    ),
    (
        "2014-06-04",
        "Tomas Beltran waited. The rebel commander said that the soldiers should leave.",
        ("Tomas Beltran", "FARC"),
    ),
    (
        "2014-06-04",
        "Oleg Sidorov waited. The veteran diplomat said that the soldiers should leave.",
        ("Oleg Sidorov", "RUS"),
    ),
    (
        "2014-06-04",
        "The French presidency's spokesman said that the soldiers should leave.",
        ("Paul Guerin", "FRA"),
    ),
    (
        "2014-09-04",
        "Claude Marchal said in May that the soldiers should leave.",
        ("Claude Marchal", "FRA"),
    ),
    (
        "2014-09-04",
        "Claude Marchal said that the soldiers should leave.",
        ("Claude Marchal", "UN"),
    ),
]


@pytest.mark.parametrize(("on", "text", "who"), MEANT)
def test_whom_titles_mean(
    read: Read, on: str, text: str, who: tuple[str | None, str | None]
) -> None:
    """Past holders, descriptions of the last one named, and offices of the day it was said."""
    said = read(text, "soldiers should leave", on)[0]
    assert (said.person, said.actor) == who
