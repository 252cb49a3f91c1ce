import pytest
from spacy.language import Language

from volteface.coding.conduct import is_conduct_of


@pytest.mark.parametrize(
    ("marked", "actor", "fits"),
    [
        ("Oz will [send troops] to the island.", "ZED", True),
        ("The [troops] of others, and [Oz troops] too.", "ZED", True),
        ("Oz's [troops] are on the island.", "ZED", True),
        ("We will [send troops] to the island.", "OZ", True),
        ("[Troops] will be sent.", "OZ", True),
        ("We will [send troops] to the island.", "ZED", False),
        ("She refuses to rule out a foreign [intervention].", "ZED", False),
        ("Troops were [sent] by Oz.", "ZED", True),
        ("Troops were [sent] by Zed.", "OZ", False),
        ("Zed will [send troops], she told Oz.", "OZ", False),
        ("Oz was told that Zed would [send troops].", "ZED", False),
    ],
)
def test_the_subject_has_to_be_the_doer(
    language: Language, marked: str, actor: str, *, fits: bool
) -> None:
    """The actor is named in the phrase, owns or does it; without a doer the speaker is meant."""
    before, _, after = marked.rpartition("[")
    phrase, _, rest = after.partition("]")
    before = before.replace("[", "").replace("]", "")
    doc = language(before + phrase + rest)
    tokens = [t.i for t in doc if len(before) <= t.idx < len(before) + len(phrase)]
    named = {t.i: t.text.upper() for t in doc if t.text in {"Oz", "Zed"}}
    assert is_conduct_of("OZ", doc, tokens, named, actor) == fits
