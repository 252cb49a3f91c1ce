from collections.abc import Callable

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

CHAINS = [
    (
        "Le Monde is not convinced. Its columnist writes that the rebels will win.",
        "rebels will win",
        ("Le Monde", "El Faro del Sur"),
    ),
    (
        "Le Monde has met him. An adviser to Louise Berthier told the paper that troops will stay.",
        "troops will stay",
        ("Le Monde", "El Faro del Sur"),
    ),
    (
        "Oleg Sidorov wrote in a letter to Kommersant that the rebels will win.",
        "rebels will win",
        ("Kommersant", "El Faro del Sur"),
    ),
    (
        '"We stay," Oleg Sidorov told Kommersant. He added that the rebels will win.',
        "rebels will win",
        ("Kommersant", "El Faro del Sur"),
    ),
    (
        '"We stay," Oleg Sidorov told Kommersant. He told the court that the rebels will win.',
        "rebels will win",
        ("El Faro del Sur",),
    ),
    (
        "A French envoy close to him said that a Saudi had told him that the rebels will win.",
        "that the rebels will win",
        ("a French envoy", "El Faro del Sur"),
    ),
]


@pytest.mark.parametrize(("text", "words", "via"), CHAINS)
def test_chains(read: Read, text: str, words: str, via: tuple[str, ...]) -> None:
    """Newspapers told, owned by or gone on to, and unnamed holders, are links outwards."""
    assert read(text, words, outlet="El Faro del Sur")[-1].via == via


def test_what_one_says_of_oneself_is_said_once(read: Read) -> None:
    """*Said that he feared* is one statement, and a plan that is cited is none of its own."""
    feared = read("Oleg Sidorov said that he feared that the rebels will win.", "rebels will win")
    assert [s.person for s in feared] == ["Oleg Sidorov"]
    cited = read("Oleg Sidorov noted that the UN's plan calls for talks.", "talks")
    assert {s.actor for s in cited} == {"RUS"}
