"""Who is given as the source of what: direct, mixed, nested, broken, continued speech."""
# ruff: noqa: RUF001 - typographic quote marks are the matter

import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from volteface.coding.attribution import Attribution, attributions
from volteface.coding.quote_marks import quotations
from volteface.coding.words import words

Attributed = Callable[[str], list[tuple[str, str, list[str], Attribution]]]

ARTICLE = (
    "“The peace process cannot be rushed,” Gerry Adams said on Tuesday. “We told Dublin, ‘Not "
    "yet,’ and Dublin agreed.” Sinn Féin's critics, who said that the party was “playing for "
    "time”, demanded an inquiry. According to the BBC, London refused to comment, adding that "
    'talks would go on. "It is over," a loyalist told reporters. "There will be no deal.'
)


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "said"),
    [
        (
            '"We will not leave Gao until the last hostage is free," the minister said.',
            "the minister",
            "said",
            ["We will not leave Gao until the last hostage is free"],
        ),
        (
            '"We will not leave Gao," said the Malian defence minister.',
            "the Malian defence minister",
            "said",
            ["We will not leave Gao"],
        ),
        (
            'The rebel commander said: "Our guns stay in Medellin."',
            "The rebel commander",
            "said",
            ["Our guns stay in Medellin."],
        ),
        (
            '"The army has left Jaffna. It will not come back. That is our promise," he said.',
            "he",
            "said",
            ["The army has left Jaffna. It will not come back. That is our promise"],
        ),
        (
            'As the colonel put it, "the French must go".',
            "the colonel",
            "put",
            ["the French must go"],
        ),
        (
            "‘We want no part in this war,’ the Irish foreign minister said.",
            "the Irish foreign minister",
            "said",
            ["We want no part in this war"],
        ),
        (
            '"We\u00a0will not yield,"\u00a0said\u00a0the Kosovo\u00a0premier.',
            "the Kosovo\u00a0premier",
            "said",
            ["We\u00a0will not yield"],
        ),
        (
            'The general said: "The front near Bakhmut is holding and we are not leaving it.',
            "The general",
            "said",
            ["The front near Bakhmut is holding and we are not leaving it."],
        ),
        ('Asked about the talks, Petro replied: "Not today."', "Petro", "replied", ["Not today."]),
    ],
)
def test_direct_speech(
    attributed: Attributed, text: str, speaker: str, cue: str, said: list[str]
) -> None:
    """Quoted words are given to the speaker before, behind or after them, marks left out."""
    ((who, verb, content, item),) = attributed(text)
    assert (who, verb, content, item.kind) == (speaker, cue, said, "direct")


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            '"No deal," Thaci told the BBC, "is better than this."',
            "Thaci",
            ["No deal", "is better than this."],
        ),
        (
            '"They have reason to talk," he said of Kiir and Machar, "as both need the oil."',
            "he",
            ["They have reason to talk", "as both need the oil."],
        ),
        (
            '"Leave Goma," the colonel shouted at reporters, "before the night falls."',
            "the colonel",
            ["Leave Goma", "before the night falls."],
        ),
        ('"Go," he went on, "to Gao."', "he", ["Go", "to Gao."]),
    ],
)
def test_a_quotation_broken_by_its_speaker_is_one_of_several_spans(
    attributed: Attributed, text: str, speaker: str, said: list[str]
) -> None:
    """What the speaker's name interrupts is one attribution."""
    ((who, _, content, _),) = attributed(text)
    assert (who, content) == (speaker, said)


def test_any_verb_behind_a_quoted_comma_is_a_cue(attributed: Attributed) -> None:
    """How somebody spoke need not be in the lexicon."""
    ((who, cue, said, _),) = attributed('"We go on," laughed the colonel.')
    assert (who, cue, said) == ("the colonel", "laughed", ["We go on"])
    ((who, cue, said, _),) = attributed('"Out with them," the crowd chanted.')
    assert (who, cue, said) == ("the crowd", "chanted", ["Out with them"])


def test_two_speakers_of_one_paragraph_are_kept_apart(attributed: Attributed) -> None:
    """Each quotation has the cue beside it."""
    found = attributed('"Peace is near," Kiir said. "War is near," Machar replied.')
    assert [(who, said) for who, _, said, _ in found] == [
        ("Kiir", ["Peace is near"]),
        ("Machar", ["War is near"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“The envoy wrote to us. ‘No more arms for Juba’ was all that it said,” he recalled.",
        "“I told them ‘no more arms for Juba’ and they left,” he recalled.",
        '"According to him, the war is over," he recalled.',
    ],
)
def test_words_that_a_speaker_quotes_from_nobody_else(attributed: Attributed, text: str) -> None:
    """Inside quote marks only a third person with a cue of his own opens a new level."""
    assert [who for who, *_ in attributed(text)] == ["he"]


def test_a_third_person_quoted_inside_a_quotation(attributed: Attributed) -> None:
    """A quotation inside a quotation belongs to the third person before it."""
    text = "“The general says ‘no more arms’ and smiles,” the minister said."
    outer, inner = attributed(text)
    assert (outer[0], inner[0], inner[3].parent) == ("the minister", "The general", 0)


def test_the_subject_of_quoted_words_is_not_their_speaker(attributed: Attributed) -> None:
    """Where the quotation begins with a noun the speaker stands behind the verb all the same."""
    text = '"The talks in Stockholm," said the UN envoy, "are the last chance for Hodeidah."'
    assert {who for who, *_ in attributed(text)} == {"the UN envoy"}


def test_the_next_sentence_of_the_quotation_has_the_same_speaker(attributed: Attributed) -> None:
    """Words quoted after *she said.* go on with the last speaker."""
    found = attributed('"We have waited ten years," she said. "We will not wait for ten more."')
    assert [(who, said) for who, _, said, _ in found] == [
        ("she", ["We have waited ten years"]),
        ("she", ["We will not wait for ten more."]),
    ]
    assert found[1][3].continued


def test_a_paragraph_of_quoted_sentences_goes_on_with_nobody_named(attributed: Attributed) -> None:
    """A quotation on its own has no source in the paragraph and says that it continues."""
    ((who, cue, said, item),) = attributed(
        '"The road to Goma is open and our men are already on it, day and night."'
    )
    assert (who, cue, item.continued) == ("", "", True)
    assert said == ["The road to Goma is open and our men are already on it, day and night."]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "safe zone" near Kadugli was shelled again.',
        'The "peacekeepers" left Bangui at dawn.',
        "The sisters' home and the rebels' guns burnt in the '90s.",
    ],
)
def test_scare_quotes_and_apostrophes_are_nobody_s_words(attributed: Attributed, text: str) -> None:
    """A word or two in quote marks that nobody is said to have said is left out."""
    assert attributed(text) == []


def test_mixed_speech_keeps_the_marks_of_its_quoted_words(attributed: Attributed) -> None:
    """Words partly inside quote marks are mixed, from the reported clause to its end."""
    text = 'Kurti said the Serbs should leave "without delay" and that he bore no "hostile intent".'
    ((_, _, said, item),) = attributed(text)
    assert item.kind == "mixed"
    assert said == ['the Serbs should leave "without delay" and that he bore no "hostile intent"']


def test_after_a_dash_the_writer_speaks_again(attributed: Attributed) -> None:
    """Mixed speech ends at a dash behind its quoted words."""
    text = 'He said that Kyiv would "fight on" — a phrase that he had used before.'
    ((_, _, said, _),) = attributed(text)
    assert said == ['that Kyiv would "fight on"']


@pytest.mark.parametrize(
    "text",
    [
        "\"He told me, 'Leave Donetsk or die,' and I left,\" a resident said.",
        "“He told me, ‘Leave Donetsk or die,’ and I left,” a resident said.",
    ],
)
def test_speech_inside_speech_points_to_the_speech_around_it(
    attributed: Attributed, text: str
) -> None:
    """A quotation within a quotation is an attribution of its own with a parent."""
    outer, inner = attributed(text)
    assert (outer[0], outer[3].parent) == ("a resident", None)
    assert (inner[0], inner[2], inner[3].parent) == ("He", ["Leave Donetsk or die"], 0)


def test_reported_speech_inside_reported_speech_is_linked(attributed: Attributed) -> None:
    """What a speaker says that another said has that speaker's words for its parent."""
    text = "Kurti said Serbia's president had told him that he would never recognise Kosovo."
    outer, inner = attributed(text)
    assert (outer[0], inner[0]) == ("Kurti", "Serbia's president")
    assert inner[3].parent == 0
    assert inner[3].addressee is not None


def test_one_speaker_who_governs_two_verbs_speaks_once(attributed: Attributed) -> None:
    """Of *refused to deny that* only the outer verb is the cue."""
    ((_, cue, said, _),) = attributed(
        "The junta refused to deny that it had hired foreign fighters."
    )
    assert (cue, said) == ("refused", ["to deny that it had hired foreign fighters"])


def test_first_persons_inside_quote_marks_open_no_new_level(attributed: Attributed) -> None:
    """*I think* inside a quotation is the quoted speaker's own."""
    found = attributed('"I think that the war in Darfur is lost," the general said.')
    assert [who for who, *_ in found] == ["the general"]


def test_a_pronoun_alone_is_not_said(attributed: Attributed) -> None:
    """*He said that.* reports no words."""
    assert attributed("He said that.") == []


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.one_of(
        st.text(alphabet=st.sampled_from(list("“”‘’'\"«»,. \n\u00a0abİ—")), max_size=80),
        st.randoms(use_true_random=False).map(lambda r: mutated(ARTICLE, r)),
    )
)
def test_offsets_are_in_order_and_in_the_text(language: Language, text: str) -> None:
    """Whatever the text, contents are non-empty slices of it in order, parents hold their words."""
    doc = language(text)
    found = attributions(doc, quotations(text), words())
    for item in found:
        for start, end in (*item.content, *item.speaker):
            assert 0 <= start < end <= len(text)
        assert list(item.content) == sorted(item.content)
        if item.parent is not None:
            assert item.parent < len(found)
            assert found[item.parent] is not item


def mutated(text: str, chance: random.Random) -> str:
    """The text with marks doubled, pieces cut, words shuffled or spaces lost."""
    kind = chance.randrange(5)
    if kind == 0:
        return "".join(c * chance.choice((1, 2)) if c in '“”‘’"' else c for c in text)
    if kind == 1:
        return text[chance.randrange(len(text)) :][: chance.randrange(len(text))]
    if kind == 2:
        parts = text.split()
        chance.shuffle(parts)
        return " ".join(parts)
    if kind == 3:
        return "".join(c for c in text if c != " " or chance.random() < 0.8)
    return "".join(chance.choice("\"'“”’,.") if chance.random() < 0.1 else c for c in text)
