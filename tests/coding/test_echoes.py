from collections.abc import Callable
from dataclasses import replace

from volteface.coding.echoes import without_echoes
from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]


def test_the_surer_reading_of_the_same_words_stays(read: Read) -> None:
    """Two shifted spans of one sentence, with one actor, issue and side, are one statement."""
    (said,) = read('"France should withdraw troops from Mali," Lavrov said.', "withdraw troops")
    start, end = said.content[0]
    shifted = replace(said, id="s2", utterance="u2", content=((start + 7, end),), confidence=0.01)
    assert without_echoes([shifted, said]) == [said]
    assert without_echoes([said, shifted]) == [said]


def test_other_sides_actors_and_words_stay(read: Read) -> None:
    """What differs in side, actor, issue or words is another statement."""
    (said,) = read('"France should withdraw troops from Mali," Lavrov said.', "withdraw troops")
    assert said.stance is not None
    others = [
        replace(said, id="a", utterance="a", stance=-said.stance),
        replace(said, id="b", utterance="b", actor="FRA"),
        replace(said, id="c", utterance="c", issue="talks"),
        replace(said, id="d", utterance="d", content=((900, 950),)),
        replace(said, id="e", issue=said.issue),
    ]
    assert without_echoes([said, *others]) == [said, *others]
