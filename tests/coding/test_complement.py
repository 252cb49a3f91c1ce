"""What verbs of speech govern: clauses, infinitives, objects, accusations, names given."""

from collections.abc import Callable

import pytest

from volteface.coding.attribution import Attribution

Attributed = Callable[[str], list[tuple[str, str, list[str], Attribution]]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Houthis refused to hand over the port.", ["to hand over the port"]),
        ("The rebels vowed to fight on.", ["to fight on"]),
        (
            "The junta ordered French troops to leave Mali within a month.",
            ["French troops to leave Mali within a month"],
        ),
        ("The envoy urged both sides to return.", ["both sides to return"]),
        ("Unionists demanded that the border be policed.", ["that the border be policed"]),
        (
            "The African Union demanded the immediate release of the president.",
            ["the immediate release of the president"],
        ),
        ("Ukraine called on Germany to send tanks.", ["on Germany to send tanks"]),
        (
            "Khartoum accused South Sudan of arming the rebels.",
            ["South Sudan of arming the rebels"],
        ),
        ("Belgrade blamed Pristina for the violence.", ["Pristina for the violence"]),
        ("Rwanda denied backing the rebels.", ["backing the rebels"]),
        ("Colombo ruled out an inquiry.", ["an inquiry"]),
        ("The minister described the offer as an insult.", ["the offer as an insult"]),
        ("The president called the rebels terrorists.", ["the rebels terrorists"]),
        ("The war is over, Colombo says.", ["The war is over"]),
        ("The Tigers, the army said, had lost their port.", ["The Tigers", "had lost their port"]),
        ("As the envoy has said, the war cannot be won.", ["the war cannot be won"]),
        ("The UN said on Friday it had no access to Tigray.", ["it had no access to Tigray"]),
        (
            "He said that the truce was over and that the army would advance.",
            ["that the truce was over and that the army would advance"],
        ),
        (
            "The governor said the army needs to secure the town, but that he would not join it.",
            ["the army needs to secure the town, but that he would not join it"],
        ),
        (
            "The minister said the town had fallen, the bridge was gone and no one had fled.",
            ["the town had fallen, the bridge was gone and no one had fled"],
        ),
    ],
)
def test_what_is_governed(attributed: Attributed, text: str, said: list[str]) -> None:
    """The governed words are taken whole, without cue, speaker and the day of speaking."""
    ((_, _, content, _),) = attributed(text)
    assert content == said


def test_an_object_with_its_own_clause_is_a_cue_itself(attributed: Attributed) -> None:
    """Of *repeated his claim that* the claim is the cue."""
    ((_, cue, content, _),) = attributed("Petro repeated his claim that the army had fired first.")
    assert (cue, content) == ("claim", ["that the army had fired first"])


def test_what_somebody_calls_something_is_only_the_name(attributed: Attributed) -> None:
    """Of *what it called lies* the name alone is said by the inner speaker."""
    text = 'Sudan rejected what it called "baseless allegations" by Chad.'
    outer, inner = attributed(text)
    assert (outer[0], inner[0]) == ("Sudan", "it")
    assert inner[2] == ["baseless allegations"]


def test_what_the_speaker_does_besides_is_not_said(attributed: Attributed) -> None:
    """A participle of speech behind the clause opens an attribution of its own."""
    first, second = attributed("Kurti said Serbia wanted war, warning that NATO would answer.")
    assert first[2] == ["Serbia wanted war"]
    assert (second[0], second[1]) == ("Kurti", "warning")
