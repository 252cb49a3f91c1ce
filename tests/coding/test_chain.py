from collections.abc import Callable

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

LINKS = [
    (
        '"We will negotiate," Tomas Beltran told El Faro del Sur on Sunday.',
        "We will",
        "Tomas Beltran",
        ("El Faro del Sur",),
    ),
    (
        '"We will negotiate," Tomas Beltran told the news agency AFP.',
        "We will",
        "Tomas Beltran",
        ("Agence France-Presse",),
    ),
    (
        "Interfax quoted Oleg Sidorov as saying that the soldiers should leave.",
        "soldiers",
        "Oleg Sidorov",
        ("Interfax",),
    ),
    (
        "France will keep troops in the north, Paul Guerin said, reports Reuters.",
        "keep troops",
        "Paul Guerin",
        ("Reuters",),
    ),
    (
        "According to The New York Times, Oleg Sidorov said that the soldiers should leave.",
        "soldiers",
        "Oleg Sidorov",
        ("The New York Times",),
    ),
    (
        'The newspaper El Faro del Sur reports that Tomas Beltran told Reuters: "We fight on."',
        "fight on",
        "Tomas Beltran",
        ("Reuters", "El Faro del Sur"),
    ),
    (
        "Louise Berthier told Oleg Sidorov that troops must stay.",
        "troops",
        "Louise Berthier",
        (),
    ),
]


@pytest.mark.parametrize(("text", "words", "person", "via"), LINKS)
def test_outlets_are_links(
    read: Read, text: str, words: str, person: str, via: tuple[str, ...]
) -> None:
    """An outlet that quotes, was told or reports is a link; the words stay the speaker's."""
    assert {(s.person, s.via) for s in read(text, words)} == {(person, via)}


def test_speech_inside_speech(read: Read) -> None:
    """Unnamed states inside a minister inside a newspaper inside a digest are linked outwards."""
    text = (
        "According to The New York Times, Oleg Sidorov said that several unnamed states were "
        "urging Moscow to send troops."
    )
    said = read(text, "Moscow to send troops", outlet="El Faro del Sur")
    inner = [s for s in said if s.person is None]
    assert [s.role for s in inner] == ["several unnamed states"]
    assert inner[0].via == ("Oleg Sidorov", "The New York Times", "El Faro del Sur")
    outer = [s for s in said if s.person == "Oleg Sidorov"]
    assert outer[0].via == ("The New York Times", "El Faro del Sur")
    assert outer[0].register != "stated"


def test_the_tail_is_no_part_of_the_words(read: Read) -> None:
    """*..., reports Reuters* is cut from what was said."""
    said = read("France will keep troops, Paul Guerin said, reports Reuters.", "keep troops")[0]
    assert "Reuters" not in said.text


def test_only_a_closing_outlet_vouches(read: Read) -> None:
    """An outlet named in passing is no link."""
    said = read("Paul Guerin said that Reuters knows that troops will stay.", "troops")[0]
    assert said.via == ()
