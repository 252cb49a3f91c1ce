"""Names in English sentences."""

import pytest

from volteface.case.schema import Actor, Issue, Pole
from volteface.positions.naming import in_sentence, is_plural, possessive, question, spoken_of


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("Russia", "state", "Russia"),
        ("United States", "state", "the United States"),
        ("United Kingdom", "state", "the United Kingdom"),
        ("Bosnia and Herzegovina", "state", "Bosnia and Herzegovina"),
        ("Republic of Korea", "state", "the Republic of Korea"),
        ("Netherlands", "state", "the Netherlands"),
        ("Syrian government", "party", "the Syrian government"),
        ("the Syrian government", "party", "the Syrian government"),
        ("The West", "bloc", "the West"),
        ("Gulf Arab states", "bloc", "the Gulf Arab states"),
        ("European Union", "bloc", "the European Union"),
        ("Syrian Kurds", "party", "the Syrian Kurds"),
        ("Houthis", "party", "the Houthis"),
        ("Hamas", "party", "Hamas"),
        ("Islamic State", "party", "Islamic State"),
        (
            "Organisation for the Prohibition of Arms",
            "body",
            "the Organisation for the Prohibition",
        ),
    ],
)
def test_the_article_where_english_wants_it(name: str, kind: str, said: str) -> None:
    """By the noun that heads the name, and by its number."""
    assert in_sentence(Actor(id="X", name=name, kind=kind)).startswith(said)


def test_several_take_a_plural_verb() -> None:
    """A party of many does; a state or a name that only ends in s does not."""
    plural = {
        name: is_plural(Actor(id="X", name=name, kind=kind))
        for name, kind in (
            ("Houthis", "party"),
            ("Hamas", "party"),
            ("United States", "state"),
            ("Gulf Arab states", "bloc"),
        )
    }
    assert plural == {
        "Houthis": True,
        "Hamas": False,
        "United States": False,
        "Gulf Arab states": True,
    }


def test_the_actor_is_named() -> None:
    """A question or pole about "the actor" is asked of the one it is about."""
    usa = Actor(id="USA", name="United States", kind="state")
    told = "The actor's aim is whatever the actor says; the actors differ."
    assert spoken_of(told, usa) == (
        "The United States' aim is whatever the United States says; the actors differ."
    )
    asked = Issue(
        id="back",
        question="Does the actor back him?",
        plus=Pole(pole="The actor does"),
        minus=Pole(pole="The actor does not"),
    )
    assert question(asked, usa) == '"Does the United States back him?"'
    assert possessive("Russia") == "Russia's"
