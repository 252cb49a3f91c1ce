from collections.abc import Callable

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

WORDS = [
    ("Oleg Sidorov said that Russia is ready to negotiate.", "negotiate", "stated", None),
    ("Oleg Sidorov said the parties should negotiate.", "negotiate", "stated", None),
    ("Paul Guerin said Russia must negotiate.", "negotiate", "stated", None),
    ("Oleg Sidorov urged France to withdraw troops.", "withdraw", "stated", None),
    ("Oleg Sidorov said the Houthis will lose.", "will lose", "stated", None),
    ("The Houthis said they would fight on.", "fight on", "stated", None),
    ("China called for peace talks.", "peace talks", "stated", None),
    ("Paul Guerin said that Russia wants to send troops.", "Russia", "imputed", "RUS"),
    ("Russia wants to send troops, Paul Guerin said.", "Russia", "imputed", "RUS"),
    ("Paul Guerin said that Russia would send troops.", "Russia", "imputed", "RUS"),
    ("Analysts say that Russia is ready to negotiate.", "Russia", "imputed", "RUS"),
    ("Analysts say that Moscow's support for peace talks is firm.", "support", "imputed", "RUS"),
    ("Oleg Sidorov said that other countries want to send troops.", "send", "imputed", None),
    ("Analysts say a ceasefire is being promoted by envoys.", "ceasefire", "reported", None),
]


@pytest.mark.parametrize(("text", "words", "register", "about"), WORDS)
def test_registers_of_words(
    read: Read, text: str, words: str, register: str, about: str | None
) -> None:
    """One's own wish is stated; what another wants or will do is imputed to that other."""
    said = read(text, words)[0]
    assert (said.voice, said.register, said.about) == ("attributed", register, about)


def test_no_sign_given(read: Read) -> None:
    """That somebody gave no sign is the writer's record of absence, with no speaker."""
    (said,) = read("France has given no indication that it will withdraw troops.", "withdraw")
    assert (said.voice, said.register, said.actor) == ("writer", "absence", "FRA")
    assert said.speaker == ()


@pytest.mark.parametrize(
    "text",
    [
        "France did not say that it would withdraw troops.",
        "Paris declined to discuss whether to withdraw troops.",
    ],
)
def test_nothing_said(read: Read, text: str) -> None:
    """Who would not say something is the source of the refusal and of nothing else."""
    (said,) = read(text, "withdraw troops")
    assert (said.voice, said.register, said.actor) == ("attributed", "absence", "FRA")
    assert said.speaker


def test_what_will_be_said_is_not_said(read: Read) -> None:
    """An announcement of a speech is no statement."""
    assert not read("Paul Guerin will say tomorrow that troops must stay.")
