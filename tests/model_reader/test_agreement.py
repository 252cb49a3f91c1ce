from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.identity import content_id
from volteface.model_reader.agreement import agreement, pairs, side
from volteface.records import Report, Span, Statement

Make = Callable[..., Report]


def a_statement(*content: Span, report: str = "r", **fields: object) -> Statement:
    """A statement with these spans; its utterance is told by them."""
    one = Statement(
        id="s", utterance=content_id("u", report, content), report=report, voice="attributed",
        content=content, speaker=(), cue=(), text="", kind="indirect", register="stated",
        person=None, actor=None, role=None, about=None, addressee=None, via=(), endorsed=True,
        said_on=None, issue=None, stance=None, confidence=0.5, candidates=(),
    )  # fmt: skip
    return replace(one, **fields)  # type: ignore[arg-type]


def test_most_of_the_words_in_common_make_a_pair() -> None:
    """Each is paired once, with its best; reports are kept apart."""
    one, cut = a_statement((0, 100)), a_statement((0, 90))
    near, far = a_statement((5, 95)), a_statement((80, 160))
    assert pairs([cut, one], [far, near]) == [(one, near)]
    assert pairs([one], [a_statement((0, 100), report="other")]) == []


def test_of_equals_the_same_speaker_is_paired() -> None:
    """As where two people say the same together."""
    ours = [a_statement((0, 9), utterance=name, person=name) for name in "ab"]
    theirs = [a_statement((0, 9), utterance=name, person=name) for name in "ba"]
    assert all(one.person == other.person for one, other in pairs(ours, theirs))


def test_an_utterance_on_two_issues_is_compared_on_the_common_one() -> None:
    """Else by its surest reading."""
    ours = [
        a_statement((0, 9), issue="a", stance=0.5, confidence=0.9),
        a_statement((0, 9), issue="b", stance=0.5),
    ]
    assert pairs(ours, [a_statement((0, 9), issue="b", stance=1)])[0][0].issue == "b"
    assert pairs(ours, [a_statement((0, 9), issue="c", stance=1)])[0][0].issue == "a"


def test_agreement_counts_what_both_and_one_alone_found() -> None:
    """With the shares of issue and side among the common ones."""
    places = [(n * 20, n * 20 + 10) for n in range(5)]
    ours = [a_statement(p, issue="a", stance=0.5) for p in places]
    theirs = [
        a_statement(places[0], issue="a", stance=0.9),
        a_statement(places[1], issue="a", stance=-0.9),
        a_statement(places[2], issue="b", stance=0.5),
        a_statement(places[3]),
        a_statement((500, 510)),
    ]
    found = agreement(ours, theirs)
    assert (found.both, found.first, found.second) == (4, 1, 1)
    assert (found.issue, found.side) == (0.5, 0.5)
    assert found.alphas["register"] is None
    assert found.alphas["issue"] is not None


def test_full_agreement_has_alpha_one() -> None:
    """In every field that varies."""
    ours = [
        a_statement(
            (n * 20, n * 20 + 9),
            issue="ab"[n % 2],
            stance=0.1 * n,
            actor="XY"[n % 2],
            register=("stated", "imputed")[n % 2],
        )
        for n in range(6)
    ]
    assert set(agreement(ours, ours).alphas.values()) == {1.0}


def test_nothing_in_common_has_no_share() -> None:
    """Nor where nothing was found at all."""
    assert agreement([], []).issue is None
    assert agreement([a_statement((0, 5))], []).first == 1


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda p: (p[0], p[0] + p[1]))
STATEMENTS = st.lists(
    st.builds(
        lambda span, issue, stance: a_statement(span, issue=issue, stance=issue and stance),
        SPANS,
        st.sampled_from([None, "a", "b"]),
        st.floats(-1, 1),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(ours=STATEMENTS, theirs=STATEMENTS)
def test_two_coders_agree_with_each_other_as_much(
    ours: list[Statement], theirs: list[Statement]
) -> None:
    """Whoever is named first."""
    one, other = agreement(ours, theirs), agreement(theirs, ours)
    assert (one.first + one.both, one.second + one.both) == (
        len({s.utterance for s in ours}),
        len({s.utterance for s in theirs}),
    )
    assert (one.first, one.second) == (other.second, other.first)


@pytest.mark.parametrize(("stance", "sign"), [(None, 0), (0.0, 0), (0.2, 1), (-1.0, -1)])
def test_a_side_is_the_sign_of_a_stance(stance: float | None, sign: int) -> None:
    """None is no side."""
    assert side(a_statement((0, 1), stance=stance)) == sign
