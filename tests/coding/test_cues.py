from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from volteface.case.schema import Actor, Issue, Pole
from volteface.coding.cues import WIDEST_GAP, CueMatcher
from volteface.coding.mention import Mention

ACTORS = [Actor(id="FRA", name="France", kind="state"), Actor(id="MLI", name="Mali", kind="state")]
Found = Callable[..., list[str]]


def issue(*plus: str, minus: tuple[str, ...] = (), name: str = "it") -> Issue:
    """An issue with these cues."""
    return Issue(
        id=name, question="?", plus=Pole(pole="yes", cues=plus), minus=Pole(pole="no", cues=minus)
    )


@pytest.fixture(scope="module")
def found(language: Language) -> Found:
    """The words of a sentence that a single cue matches; names stand for actors."""

    def find(cue: str, text: str, **names: str | None) -> list[str]:
        doc = language(text)
        mentions = [
            Mention(text.index(name), text.index(name) + len(name), actor, name)
            for name, actor in names.items()
        ]
        matches = CueMatcher([issue(cue)], ACTORS).match(doc, 0, len(doc), mentions)
        return [" ".join(doc[i].text for i in match.tokens) for match in matches]

    return find


@pytest.mark.parametrize(
    ("cue", "text", "words"),
    [
        ("step down", "He has stepped down.", ["stepped down"]),
        ("send soldier/troop", "They are sending more troops.", ["sending troops"]),
        ("lift sanction", "It wants to lift all the sanctions.", ["lift sanctions"]),
        ("will fall", "The city will soon fall.", ["will fall"]),
        ("power-sharing", "A power-sharing cabinet was named.", ["power sharing"]),
        ("leave office", "Leaving office is no option for him.", ["Leaving office"]),
        ("call ... step down", "She called on the president to step down.", ["called step down"]),
        ("step down", "Step by step, they went down.", []),
        ("call ... resign", "She called. Two ministers resigned.", []),
        ("arm ... rebel", "They will arm more of the rebels.", ["arm rebels"]),
        ("arm ... group", "Heavily armed rebel groups took the port.", []),
        ("arm ... general", "They arm themselves, and the general knows it.", []),
        ("arm ... general", "The arms went to the general.", []),
        ("arms to general", "They sent arms to the general.", ["arms to general"]),
        ("send ... soldier", "He sent his envoy to a town where a soldier was tried.", []),
        ("send ... soldier", "He sent a letter; the soldier opened it.", []),
        ("call ... meeting", "They called for a meeting.", ["called meeting"]),
        ("call ... meeting", "They called off the meeting.", []),
        ("city ... fall", "The city says that prices will fall.", []),
        ("city ... fall", "The city has bread, and the prices will fall.", []),
        ("demand ... resign", "They demand that he resign.", ["demand resign"]),
        ("soldier ... fight", "The soldiers who fight there are ours.", ["soldiers fight"]),
    ],
)
def test_words_match_by_lemma_in_order(found: Found, cue: str, text: str, words: list[str]) -> None:
    """Words match whatever their ending; light words may stand between; sentences are not left."""
    assert found(cue, text) == words


def test_mentions(found: Found) -> None:
    """``@ACTOR`` is a mention of that actor, ``@any`` of any actor or person."""
    text = "Paris will support Bamako and Keita."
    names = {"Paris": "FRA", "Bamako": "MLI", "Keita": None}
    assert found("support @MLI", text, **names) == ["support Bamako"]
    assert found("support @FRA", text, **names) == []
    assert found("@FRA ... support", text, **names) == ["Paris support"]
    assert found("support ... @any", text, **names) == ["support Bamako"]
    assert found("and @any", text, **names) == ["and Keita"]
    assert found("@any", text, **names) == ["Paris", "Bamako", "Keita"]


def test_the_longest_match_counts(language: Language) -> None:
    """A cue whose words are part of a longer match is not reported."""
    matcher = CueMatcher([issue("support", name="a"), issue(minus=("support coup",), name="b")], [])
    doc = language("They support the coup.")
    assert [(m.issue, m.sign, m.places) for m in matcher.match(doc, 0, len(doc), [])] == [
        ("b", -1, 2)
    ]


def test_of_opposite_overlapping_cues_the_longer_counts(language: Language) -> None:
    """A short cue that shares a word with a longer one of the other pole is not reported."""
    matcher = CueMatcher([issue("general leave", minus=("leave the general in office",))], [])
    doc = language("They want to see the general leave the general in office.")
    assert [m.sign for m in matcher.match(doc, 0, len(doc), [])] == [-1]


def test_only_the_stretch_is_searched(language: Language) -> None:
    """A cue that runs out of the stretch does not match."""
    doc = language("They will step down.")
    matcher = CueMatcher([issue("step down")], [])
    assert not matcher.match(doc, 0, 3, [])
    assert len(matcher.match(doc, 2, 4, [])) == 1


@given(st.integers(min_value=0, max_value=12))
def test_gap_is_at_most_six_words(between: int) -> None:
    """``...`` stands for up to six words and no more."""
    words = ["arm", *["word"] * between, "rebel"]
    doc = Doc(Vocab(), words=words, lemmas=words, pos=["NOUN"] * len(words))
    matches = CueMatcher([issue("arm ... rebel")], []).match(doc, 0, len(doc), [])
    assert bool(matches) == (between <= WIDEST_GAP)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["arm", "rebel", "the", "stop"]), min_size=1, max_size=8))
def test_every_match_holds_its_words_in_order(words: list[str]) -> None:
    """Matched tokens rise and are the cue's words."""
    doc = Doc(Vocab(), words=words, lemmas=words, pos=["NOUN"] * len(words))
    for match in CueMatcher([issue("stop ... arm rebel")], []).match(doc, 0, len(doc), []):
        assert list(match.tokens) == sorted(match.tokens)
        assert [doc[i].text for i in match.tokens] == ["stop", "arm", "rebel"]
