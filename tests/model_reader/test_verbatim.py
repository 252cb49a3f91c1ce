import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.model_reader.verbatim import Verbatim, plain
from volteface.model_reader.windows import sentences
from volteface.records import Report

Make = Callable[..., Report]
TEXT = (
    "The minister said with some emphasis: "
    "\u201cWe\u2019ll keep\u00a0the\n  garrison \u2014 always\u2026\u201d "
    "He said it twice. He did.\n\n"
    "The Élysée denied it. \u201cWe shall,\u201d she added, \u201cstay.\u201d The theme was old."
)


def found(report: Report, words: str, sentence: int | None = None) -> list[str]:
    """What stands where words were found."""
    place = Verbatim(report.text, sentences(report))
    return [report.text[start:end] for start, end in place.spans(words, sentence)]


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("keep the garrison", ["keep\u00a0the\n  garrison"]),
        (
            '"We\'ll keep the garrison - always..."',
            ["We\u2019ll keep\u00a0the\n  garrison \u2014 always"],
        ),
        ("the e\u0301lyse\u0301e", ["The Élysée"]),
        ("We shall ... stay", ["We shall", "stay"]),
        ("We shall [...] stay.", ["We shall", "stay."]),
        ("denied it.", ["denied it."]),
    ],
)
def test_marks_spaces_and_capitals_do_not_matter(
    make_report: Make, words: str, stands: list[str]
) -> None:
    """What is found is the report's own text."""
    assert found(make_report(TEXT), words) == stands


@pytest.mark.parametrize(
    "words",
    [
        "",
        "...",
        '"',
        "keep a garrison",
        "stay ... We shall",
        "e",
        "heme was old",
        "We shall invade",
    ],
)
def test_what_does_not_stand_there_is_not_found(make_report: Make, words: str) -> None:
    """Nor what stands there only within words, or in another order."""
    assert found(make_report(TEXT), words) == []


def test_of_several_places_the_sentence_named_counts(make_report: Make) -> None:
    """Else the nearest to it."""
    report = make_report("He fled. She stayed. He fled again. Who fled? He fled.")
    place = Verbatim(report.text, sentences(report))
    for sentence, start in ((1, 0), (3, 21), (5, 46), (None, 0), (99, 0)):
        assert place.spans("he fled", sentence) == ((start, start + 7),)
    assert place.nearest("He", (36, 44)) == ((46, 48),)


def test_what_stands_in_the_same_sentence_is_nearer_than_what_stands_beside(
    make_report: Make,
) -> None:
    """A speaker is the sentence's own, though another ends just before it."""
    text = '"No," Orr said. "Never in all these years," Orr said. Orr left.'
    place = Verbatim(text, sentences(make_report(text)))
    assert place.nearest("Orr", (17, 41)) == ((44, 47),)
    assert place.nearest("left", (1, 3)) == ((58, 62),)


def test_words_across_paragraphs_are_a_span_in_each(make_report: Make) -> None:
    """A statement's parts lie within paragraphs."""
    assert found(make_report(TEXT), "He did. The Elysee") == []
    assert found(make_report(TEXT), "He did. The Élysée denied") == ["He did.", "The Élysée denied"]


@settings(deadline=None)
@given(text=st.text(min_size=1, max_size=60), data=st.data())
def test_every_piece_of_a_text_is_found(make_report: Make, text: str, data: st.DataObject) -> None:
    """As offsets at which the same words stand."""
    report = make_report(text)
    place = Verbatim(text, sentences(report))
    for one in sentences(report):
        words = text[one.start : one.end].split()
        first = data.draw(st.integers(0, len(words) - 1))
        piece = " ".join(words[first : first + 3])
        bare = plain(piece).strip(" \"'")
        for start, end in place.spans(piece, one.number):
            assert 0 <= start < end <= len(text)
            assert plain(text[start:end])[:5] in plain(text)
        if bare and all(unicodedata.category(c)[0] in "LN" for c in bare):
            assert place.spans(piece, one.number)


@settings(deadline=None)
@given(st.text())
def test_plain_is_plain_for_good(text: str) -> None:
    """Made plain again it is the same."""
    once = plain(text)
    assert plain(once) == once or not once.isascii()
