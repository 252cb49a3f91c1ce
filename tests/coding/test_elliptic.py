from collections.abc import Callable

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

AGREE = [
    ("Oleg Sidorov believes that the truce is dead. So does Paris.", "So does Paris", "FRA"),
    ("Oleg Sidorov believes that the truce is dead. Neither does Paris.", "does Paris", "FRA"),
    ("Oleg Sidorov believes that the truce is dead. Paris does not.", "does not", "FRA"),
    (
        "Oleg Sidorov believes that the truce is dead. So does Paris. Beijing does not.",
        "does not",
        "CHN",
    ),
]


@pytest.mark.parametrize(("text", "words", "actor"), AGREE)
def test_agreement_in_few_words_is_a_statement(
    read: Read, text: str, words: str, actor: str
) -> None:
    """Who thinks so too, or does not, has a statement of its own."""
    assert {s.actor for s in read(text, words)} == {actor}


NOBODYS = [
    "It was widely assumed in Kiev that the truce was dead.",
    "It is said in the town that the truce was dead.",
    "It had been rumoured for days that the truce was dead.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_what_is_said_by_nobody_in_particular(read: Read, text: str) -> None:
    """A belief without a believer is a statement without a speaker."""
    (said,) = (s for s in read(text, "truce was dead") if s.voice == "attributed")
    assert (said.person, said.actor, said.speaker) == (None, None, ())


@pytest.mark.parametrize(
    "text",
    [
        "Paris does not.",
        "Trucks left for Kiev at noon. So did the buses.",
        "The convoy was late. The army did not.",
    ],
)
def test_without_a_view_before_there_is_none_to_share(read: Read, text: str) -> None:
    """Few words that answer no statement are none."""
    assert not [s for s in read(text) if s.voice == "attributed"]
