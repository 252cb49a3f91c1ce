import pytest
from spacy.language import Language
from spacy.tokens import Doc

from volteface.coding.scope import Scope, scope
from volteface.coding.verdict import Phrase


def about(language: Language, marked: str, *, belief: bool = False, wrong: bool = False) -> Scope:
    """The scope of the words between square brackets."""
    before, rest = marked.split("[")
    phrase, after = rest.split("]")
    doc = language(before + phrase + after)
    span = doc.char_span(len(before), len(before) + len(phrase), alignment_mode="expand")
    assert span is not None
    return scope(doc, Phrase(frozenset(range(span.start, span.end)), belief, wrong=wrong))


@pytest.mark.parametrize(
    "marked",
    [
        "We will not [arm] the rebels.",
        "France refused to [arm] the rebels.",
        "He ruled out [arming] the rebels.",
        "Nobody should [arm] the rebels.",
        "No country has [armed] the rebels.",
        "It would be a mistake to [arm] the rebels.",
        "[Arming] the rebels is unacceptable.",
        "She voted against [arming] the rebels.",
        "We have no intention of [arming] the rebels.",
        "The opposition to [arming] the rebels is growing.",
        "Russia is opposed to [arming] the rebels.",
        "Calls for [arming] the rebels were rejected.",
        "There is no [military solution].",
        "He is far from ready to [step down].",
        "I do not think that the regime will [fall].",
        "He doubts the regime will [fall].",
        "It is unlikely that the regime will [fall].",
        "There is no reason to [change] our position.",
        "He denied that his country had [changed] its position.",
        "Nothing will [change] our position.",
        "Those who demand that he [step down] forget the people.",
        "He did not resign or [step down].",
        "He stopped short of calling on him to [step down].",
        "Peace would be impossible if he had to [go to prison].",
        "Any [arms] for the junta are destabilising and counterproductive.",
        "[Arms] for the junta are, in his view, dangerous.",
        "They voiced concern over the [shipment] of arms.",
        "She is alarmed by the [supply] of arms.",
        "The minister is worried about the [delivery] of arms.",
        "He repeated his criticism of [arms] for the junta.",
        "He warned against any foreign [intervention].",
        "They deplored the [delivery] of drones.",
        "He called the [delivery] harmful and regrettable.",
        "She described the [delivery] as a grave mistake.",
        "The [delivery] of arms would only lengthen the war.",
        "The [delivery] of arms is not justified.",
        "It is hardly legitimate to [arm] the rebels.",
        "It is hardly appropriate to talk of [changing] our position.",
        "It was never wise to speak about the position [changing].",
        "[Arming] the rebels is scarcely prudent.",
        "There can be no question of [arming] the rebels.",
        "There is no question of our [arming] the rebels.",
        "There could be no talk of a [truce].",
        "The capital is edging away from its [support] for him.",
        "They distanced themselves from the [plan].",
        "The ministry withdrew its [backing] on Friday.",
        "We want talks rather than [troops].",
        "They support talks instead of [troops].",
        "It was not so much [sanctions] as a truce that we needed.",
        "The army wants a victory, not a [truce].",
    ],
)
def test_turned(language: Language, marked: str) -> None:
    """Negation, refusal, rejection, doubt and disapproval turn a phrase round."""
    assert about(language, marked).factor < 0


@pytest.mark.parametrize(
    "marked",
    [
        "We will [arm] the rebels.",
        "We will not only [arm] the rebels but train them.",
        "He said he would not stay but [step down].",
        "He urged the president to [step down].",
        "The rebels, who want him to [step down], refused to talk.",
        "The talks did not help, and he must [step down].",
        "Any [arms] for the government are vital and legitimate.",
        "The [delivery] is welcome.",
        "We want [talks] rather than troops.",
        "It was not so much sanctions as a [truce] that we needed.",
        "The army wants a [victory], not a truce.",
    ],
)
def test_untouched(language: Language, marked: str) -> None:
    """A phrase keeps its side when no negation or refusal reaches it."""
    assert about(language, marked) == Scope(1.0, ())


@pytest.mark.parametrize(
    "marked",
    [
        "If he [steps down], peace will come.",
        "They are considering [arming] the rebels.",
        "Although he may [step down], the war goes on.",
        "He did not rule out [arming] the rebels.",
        "[Arming] the rebels is not wrong.",
        "There is no alternative to [military action].",
        "He did not say that the president should [step down].",
        "Without [foreign troops] the city would have fallen.",
        "We will [arm] them if they ask.",
    ],
)
def test_weakened(language: Language, marked: str) -> None:
    """Conditions, musings, silence and double negation leave the side but take strength."""
    assert 0 < about(language, marked).factor < 1


def test_says_which_words(language: Language) -> None:
    """The words that acted are named in order of the text."""
    assert about(language, "He did not rule out [arming] them.").words == ("not", "rule")


def test_words_of_the_phrase_do_not_act_on_it(language: Language) -> None:
    """A negation that belongs to the phrase itself is already part of what it says."""
    assert about(language, "They will [not negotiate] with us.").factor == 1


def test_an_accusation_asserts_the_deed(language: Language) -> None:
    """Who is accused of a deed is said to have done it; who is accused of a policy is opposed."""
    doc = language("He accused the government of attacking civilians.")
    tokens = [token.i for token in doc if token.text in {"attacking", "civilians"}]
    assert scope(doc, Phrase(frozenset(tokens), of_fact=True)).factor == 1
    assert scope(doc, Phrase(frozenset(tokens))).factor < 0


def test_a_feared_event_is_not_denied(language: Language) -> None:
    """To call an event a disaster, or to fear it, says nothing against its coming."""
    marked = "The [fall] of the city would be a disaster."
    assert about(language, marked).factor < 0 < about(language, marked, belief=True).factor
    assert 0 < about(language, "He fears the [fall] of the city.", belief=True).factor < 1


def test_who_condemns_a_misdeed_says_that_it_was_done(language: Language) -> None:
    """Disapproval turns a policy round, and asserts a misdeed."""
    for marked in ("The [attack] was a crime.", "He is alarmed by the [attack]."):
        assert about(language, marked).factor < 0
        assert about(language, marked, wrong=True).factor == 1


def test_quote_marks_close_a_phrase_off(language: Language) -> None:
    """A governing word does not act where it is said not to reach."""
    doc = language("He denied that they would leave.")
    leave = Phrase(frozenset(token.i for token in doc if token.text == "leave"))
    assert scope(doc, leave, reaches=lambda head, _child: head.text != "denied").factor == 1
    assert scope(doc, leave).factor == -1


def test_text_without_a_parse(language: Language) -> None:
    """Where the parser found no tree, a negation just before the phrase still turns it."""
    words = ["They", "will", "not", "leave"]
    doc = Doc(language.vocab, words=words)
    assert scope(doc, Phrase(frozenset({3}))).factor == -1
    assert (
        scope(Doc(language.vocab, words=["Not", ",", "leave"]), Phrase(frozenset({2}))).factor == 1
    )
