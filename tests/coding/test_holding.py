import re

import pytest
from spacy.language import Language

from volteface.coding.holding import Holding, Speaker, holding


def held(language: Language, marked: str, own: str = "", *, belief: bool = False) -> Holding:
    """How the words between square brackets are held; braces are round what was said."""
    plain = re.sub(r"[\[\]{}]", "", marked)
    doc = language(plain)

    def inside(left: str, right: str, others: str) -> frozenset[int]:
        kept = re.sub(rf"[{re.escape(others)}]", "", marked)
        start, end = kept.index(left), kept.index(right) - 1
        return frozenset(t.i for t in doc if start <= t.idx < end)

    speaker = Speaker(
        own=lambda token: token.text in own.split(),
        other=lambda token: token.text == "Ruritania",
        content=inside("{", "}", "[]"),
    )
    return holding(doc, inside("[", "]", "{}"), speaker, belief=belief)


@pytest.mark.parametrize(
    "marked",
    [
        "He said {the protesters want the minister to [resign]}.",
        "He said {Western governments believe that he will [resign]}.",
        "He said {several neighbours were offering him a villa so that he would [resign]}.",
        "He said {Ruritania demands his [resignation]}.",
        "He said {many are convinced that he will [resign]}.",
        "He said {the plan for his [resignation] had been proposed by the rebels}.",
        "He said {the critics, who want him to [resign], are few}.",
    ],
)
def test_what_others_think_is_told(language: Language, marked: str) -> None:
    """A thought of which other people are the subject is not the speaker's own."""
    found = held(language, marked)
    assert found.share < 0.2
    assert found.own < 0.2
    assert found.words


@pytest.mark.parametrize(
    "marked",
    [
        "He said {we want the minister to [resign]}.",
        "He said {his government demands his [resignation]}.",
        "He said {officials believe that he will [resign]}.",
        "He said {the people want him to [resign]}.",
        "Critics say {he must [resign]}.",
        "The rebels said that {the minister has to [resign]}.",
        "He said {the Ministers of Oz want him to [resign]}.",
        "He said {the sanctions aim to make him [resign]}.",
    ],
)
def test_what_the_speaker_thinks_is_held(language: Language, marked: str) -> None:
    """The speaker, his own side, and whoever stands outside what was said take nothing away."""
    assert held(language, marked, "Oz") == Holding(1.0, 1.0, ())


@pytest.mark.parametrize(
    "marked",
    [
        "He said {if the city [falls], the militias will fight on}.",
        "He said {should the general ever [take] the city, he will find it empty}.",
        "He said {in the event of a [fall] of the city he would flee}.",
        "He said {it would take the [fall] of the city to change them}.",
        "He said {he did not know whether the city would [fall]}.",
        "He said {even the [fall] of the city would settle nothing}.",
    ],
)
def test_what_is_supposed_is_not_believed(language: Language, marked: str) -> None:
    """A condition, a scenario or an event that is only named is no belief that it will come."""
    found = held(language, marked, belief=True)
    assert found.share < 0.4
    assert found.own == 1


@pytest.mark.parametrize(
    "marked",
    [
        "He said {the city will [fall]}.",
        "He said {the [fall] of the city is imminent}.",
        "He expected {the [fall] of the city to be a matter of days}.",
    ],
)
def test_an_expected_event_is_believed(language: Language, marked: str) -> None:
    """A clause, or a noun with words of expectation, asserts the event."""
    assert held(language, marked, belief=True).share == 1


@pytest.mark.parametrize(
    "marked",
    [
        "He {came for a meeting after his country had [blocked] the resolution}.",
        "He said {the general, who [left] the talks, was ill}.",
        "He said {he would speak before the vote on the [sanctions]}.",
    ],
)
def test_what_is_said_by_the_way_counts_little(language: Language, marked: str) -> None:
    """Clauses and phrases of time and relative clauses beside another main clause."""
    found = held(language, marked)
    assert found.share < 0.4
    assert found.own == 1


def test_a_time_clause_that_is_all_that_was_said_counts(language: Language) -> None:
    """Where nothing else is quoted, the clause is the statement."""
    assert held(language, "He left {after his country had [blocked] it}.").share == 1


@pytest.mark.parametrize(
    "marked",
    [
        "He said {both sides are equally [responsible]}.",
        "He said {neither side can [win]}.",
        "He said {neither the general nor his enemies will [win]}.",
    ],
)
def test_what_is_said_of_both_sides_is_said_of_neither(language: Language, marked: str) -> None:
    """Equal blame and a war without a winner are near neither pole."""
    assert held(language, marked).share < 0.2


def test_joint_deeds_are_of_both_sides(language: Language) -> None:
    """To want both sides to talk is a plain wish."""
    assert held(language, "He said {both sides should [talk]}.").share == 1
