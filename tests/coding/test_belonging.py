import pytest
from spacy.language import Language

from volteface.case.schema import Actor
from volteface.coding.belonging import owner
from volteface.coding.names import Gazetteer
from volteface.coding.naming import named
from volteface.coding.words import words

ACTORS = (
    Actor(id="MLI", name="Mali", kind="state", adjectives=("Malian",)),
    Actor(id="HOUTHI", name="Houthis", kind="party", adjectives=("Houthi",)),
)


@pytest.mark.parametrize(
    ("text", "head", "actor"),
    [
        ("Malian troops left.", "troops", "MLI"),
        ("Mali's policy changed.", "policy", "MLI"),
        ("Mali left.", "Mali", "MLI"),
        ("Houthi fighters left.", "fighters", "HOUTHI"),
        ("Malian rebels left.", "rebels", None),
        ("Malian rebel leaders left.", "leaders", None),
        ("The Malian opposition left.", "opposition", None),
        ("Former Malian ministers left.", "ministers", None),
        ("Malian farmers left.", "farmers", None),
        ("The troops left.", "troops", None),
    ],
)
def test_for_whom_a_noun_acts(language: Language, text: str, head: str, actor: str | None) -> None:
    """A state's adjective gives its troops and policy, not its rebels, farmers or former men."""
    doc = language(text)
    names = named(doc, Gazetteer(ACTORS, [], []), None, frozenset({"HOUTHI"}))
    token = next(t for t in doc if t.text == head)
    found = owner(token, names, words())
    assert (found.mention.actor if found else None) == actor
