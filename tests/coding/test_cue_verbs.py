"""Which words introduce speech, and whose it is."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from volteface.coding.attribution import Attribution
from volteface.coding.cue_verbs import reported
from volteface.coding.words import words

Attributed = Callable[[str], list[tuple[str, str, list[str], Attribution]]]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "said"),
    [
        (
            "The envoy met the general, who said that the border would reopen.",
            "the general",
            "said",
            "that the border would reopen",
        ),
        (
            "Zelensky, who said that he would never cede the Donbas, flew to Warsaw.",
            "Zelensky",
            "said",
            "that he would never cede the Donbas",
        ),
        (
            "The colonel, speaking in Bamako, said that the French should leave.",
            "The colonel",
            "said",
            "that the French should leave",
        ),
        (
            "Many voters are likely to say that the war was lost.",
            "Many voters",
            "say",
            "that the war was lost",
        ),
        (
            "The Sri Lankan defence secretary was quoted as saying that no civilians had died.",
            "The Sri Lankan defence secretary",
            "saying",
            "that no civilians had died",
        ),
        (
            "Mali was urged by France to hold elections.",
            "France",
            "urged",
            "Mali, to hold elections",
        ),
        (
            "The attack on Goma was condemned by the African Union.",
            "the African Union",
            "condemned",
            "The attack on Goma",
        ),
        (
            "It was announced by the ministry that the bridge would reopen.",
            "the ministry",
            "announced",
            "that the bridge would reopen",
        ),
        (
            "His claim that the Tamil Tigers were finished angered the diaspora.",
            "His",
            "claim",
            "that the Tamil Tigers were finished",
        ),
        (
            "The minister's denial that Sudan had armed the militia was met with laughter.",
            "The minister's",
            "denial",
            "that Sudan had armed the militia",
        ),
        (
            "Kyiv dismissed suggestions that it would give up Crimea.",
            "Kyiv",
            "suggestions",
            "that it would give up Crimea",
        ),
        (
            "Ukraine's defence ministry said in a statement that two ships had been sunk.",
            "Ukraine's defence ministry",
            "said",
            "that two ships had been sunk",
        ),
        (
            "According to the Colombian army, the guerrillas crossed the river at night.",
            "the Colombian army",
            "According",
            "the guerrillas crossed the river at night",
        ),
        (
            "The guerrillas crossed the river at night, according to two Colombian officers.",
            "two Colombian officers",
            "according",
            "The guerrillas crossed the river at night",
        ),
        (
            "In the view of the Ukrainian foreign ministry, the referendum was void.",
            "the Ukrainian foreign ministry",
            "In",
            "the referendum was void",
        ),
        (
            "The junta gave assurances that it would hold elections.",
            "The junta",
            "assurances",
            "that it would hold elections",
        ),
        (
            "A leaked report showed that the army had shelled the hospital in Jaffna.",
            "A leaked report",
            "showed",
            "that the army had shelled the hospital in Jaffna",
        ),
        (
            "According to İbrahim, the road to Van was open.",
            "İbrahim",
            "According",
            "the road to Van was open",
        ),
    ],
)
def test_whose_words_they_are(
    attributed: Attributed, text: str, speaker: str, cue: str, said: str
) -> None:
    """The source of indirect speech is found across relative clauses, passives and nouns."""
    ((who, verb, content, item),) = attributed(text)
    assert (who, verb, ", ".join(content), item.kind) == (speaker, cue, said, "indirect")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The president praised the army and added that the war was over.",
            [("The president", "praised"), ("The president", "added")],
        ),
        (
            "Petro said the talks would go on and warned that the army would answer attacks.",
            [("Petro", "said"), ("Petro", "warned")],
        ),
        (
            "Analysts say the junta is weak, but the colonel says it is strong.",
            [("Analysts", "say"), ("the colonel", "says")],
        ),
        (
            '"It is over," the colonel said, adding that his men would go home.',
            [("the colonel", "said"), ("the colonel", "adding")],
        ),
        (
            "Asked whether Mali would quit the bloc, the colonel said no decision had been made.",
            [("the colonel", "said")],
        ),
    ],
)
def test_a_speaker_named_once_speaks_in_each_clause(
    attributed: Attributed, text: str, expected: list[tuple[str, str]]
) -> None:
    """A verb without a subject of its own has that of the verb it is joined to."""
    assert [(who, cue) for who, cue, *_ in attributed(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "It is wrong to say that the Tigers were beaten by India.",
        "It would be naive to believe that the junta will hold elections.",
    ],
)
def test_what_it_is_wrong_to_say_has_no_speaker(attributed: Attributed, text: str) -> None:
    """An impersonal view is kept, with nobody for its source."""
    ((who, _, said, item),) = attributed(text)
    assert (who, item.source, item.continued) == ("", None, False)
    assert said[0].startswith("that ")


@pytest.mark.parametrize(
    "text",
    [
        "It is believed that the rebels hold forty hostages.",
        "The general was told to leave Juba.",
        "Nobody said that the truce was over.",
        "It remains to be seen whether the truce will hold.",
        "The army saw him cross the river.",
        "Say that the war is over and people will cheer.",
        "Rebels ruled the north for years.",
        "The army showed reporters the tunnel.",
        "The minister was cited as an example.",
    ],
)
def test_nobody_speaks(attributed: Attributed, text: str) -> None:
    """Passives without an agent, nobody, imperatives and things merely seen are no speech."""
    assert attributed(text) == []


def test_the_relay_is_kept(attributed: Attributed) -> None:
    """Who quotes another is not the speaker but passes the words on."""
    ((who, _, said, item),) = attributed(
        "Interfax quoted the separatist leader as saying that Kyiv had broken the truce."
    )
    assert (who, said) == ("the separatist leader", ["that Kyiv had broken the truce"])
    assert item.relay is not None
    assert item.relay.text == "Interfax"
    ((who, _, _, item),) = attributed(
        "The rebels were quoted by Reuters as saying Goma had fallen."
    )
    assert who == "The rebels"
    assert item.relay is not None
    assert item.relay.text == "Reuters"


def test_whom_it_was_told(attributed: Attributed) -> None:
    """The object of *tell* and *assure* hears what was said."""
    ((_, _, _, item),) = attributed("Thaci told reporters that Serbia wanted war.")
    assert item.addressee is not None
    assert item.addressee.text == "reporters"


def test_speech_under_too_many_clauses_is_not_followed(language: Language) -> None:
    """A cue buried deeper than anybody writes is left alone, so that the work stays linear."""
    doc = language("he said that " * 100 + "it rained.")
    depths = [len(list(r.cue.ancestors)) for r in reported(doc, words(), set(), set())]
    assert depths
    assert max(depths) < 25
