from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.model_reader.windows import OVERLAP, Window, sentences, windows
from volteface.records import Report

Make = Callable[..., Report]
SENTENCE = st.lists(st.sampled_from(["Guns", "fell", "silent", "Dr.", "5"]), min_size=1, max_size=9)


def texts(report: Report) -> list[str]:
    """The report's sentences in words."""
    return [report.text[one.start : one.end] for one in sentences(report)]


def test_sentences_end_with_a_stop_before_a_capital(make_report: Make) -> None:
    """Not after titles and initials, and with the quotation mark that closes them."""
    report = make_report('Mr. J. Orr came. "No." He left at 5 p.m. today! And then?')
    assert texts(report) == ["Mr. J. Orr came.", '"No."', "He left at 5 p.m. today!", "And then?"]


def test_what_is_no_reporting_is_in_no_sentence(make_report: Make) -> None:
    """The removed spans are left out."""
    text = "Guns fell silent.\n\nSign up here.\n\nThey did."
    start = text.index("Sign")
    report = make_report(text, removed=((start, start + 13),))
    assert texts(report) == ["Guns fell silent.", "They did."]


@settings(deadline=None)
@given(said=st.lists(SENTENCE, min_size=1, max_size=40), words=st.integers(1, 30))
def test_windows_hold_every_sentence_in_order(
    make_report: Make, said: list[list[str]], words: int
) -> None:
    """Each at most as long as allowed, unless by one sentence; none is within another."""
    report = make_report("\n\n".join(" ".join(one) + "." for one in said))
    every = sentences(report)
    found = windows(report, words)
    assert sorted({one.number for window in found for one in window.sentences}) == [
        one.number for one in every
    ]
    for window in found:
        numbers = [one.number for one in window.sentences]
        assert numbers == list(range(numbers[0], numbers[-1] + 1))
        alone = Window(report, window.sentences[:-1]).words() if len(numbers) > 1 else 0
        assert window.words() <= words or alone <= words
    for one, following in pairwise(found):
        shared = set(one.sentences) & set(following.sentences)
        assert len(shared) <= OVERLAP
        assert following.sentences[0].number <= one.sentences[-1].number + 1
        assert following.sentences[-1].number > one.sentences[-1].number


def test_windows_overlap(make_report: Make) -> None:
    """So that what one of them cuts off the next one holds whole."""
    report = make_report(" ".join(f"Sentence {n} has five words." for n in range(20)))
    first, second, *_ = windows(report, 50)
    assert first.sentences[-2:] == second.sentences[:2]


@settings(deadline=None)
@given(count=st.integers(1, 12))
def test_halves_hold_all_of_a_window(make_report: Make, count: int) -> None:
    """Each is shorter, until one sentence is left."""
    report = make_report("\n\n".join(f"Sentence number {n}." for n in range(count)))
    (window,) = windows(report)
    halves = window.halves()
    assert {s for half in halves for s in half.sentences} == set(window.sentences)
    assert (len(halves) == 1) == (count == 1)
    assert all(len(half.sentences) < count for half in halves) or count == 1


def test_a_report_without_words_has_no_window(make_report: Make) -> None:
    """Nothing is asked for it."""
    assert windows(make_report("  \n\n -- \n")) == ()


@pytest.mark.parametrize("text", ["Guns fell silent", "a " * 5000])
def test_one_sentence_is_a_window(make_report: Make, text: str) -> None:
    """However long."""
    assert sum(window.words() for window in windows(make_report(text), 10)) >= len(text.split())
