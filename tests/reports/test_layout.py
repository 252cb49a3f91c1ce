import textwrap

from hypothesis import given
from hypothesis import strategies as st

from volteface.reports.layout import ends_as_sentence, plain, sentences, units, without_bullet

LONG = (
    "The foreign minister told reporters in the capital that his government had not moved, and "
    "that nobody who knew its history could have expected it to move under any pressure at all."
)


@given(st.text())
def test_units_hold_everything_but_white_space(text: str) -> None:
    """Units are in order and disjoint, and only white space and marks lie between them."""
    at = 0
    rest = []
    for unit in units(text):
        assert at <= unit.start < unit.end <= len(text)
        rest.append(text[at : unit.start])
        at = unit.end
    assert not "".join([*rest, text[at:]]).strip(" \t\xa0\ufeff\u200b\u3000").strip()


def test_each_line_of_a_text_is_a_unit() -> None:
    """Without wrapping, a line is a paragraph whatever ends it."""
    found = units("A headline\r\n\r\n" + LONG + "\rAnother line\n")
    assert [unit.text for unit in found] == ["A headline", LONG, "Another line"]
    assert [unit.prose for unit in found] == [False, True, False]


def test_text_wrapped_at_a_width_is_joined() -> None:
    """Lines broken where the next word did not fit are one paragraph; short lines stay alone."""
    body = "\n\n".join(textwrap.fill(LONG, 70) for _ in range(3))
    found = units("A headline\n\n" + body)
    assert [unit.text for unit in found] == ["A headline", LONG, LONG, LONG]


def test_lists_of_lines_are_not_joined() -> None:
    """Short lines under each other stay single, since the next word would have fitted."""
    text = "\n".join(["Home", "World news and more", "Weather"] * 6)
    assert len(units(text)) == 18


def test_sentences_of_a_unit_are_told_by_punctuation() -> None:
    """A full stop before a capital or a quote mark ends a sentence."""
    text = "He left. “We stay,” she said. The U.N. agreed.\n"
    unit = units(text)[0]
    assert [text[slice(*span)] for span in sentences(text, unit)] == [
        "He left.",
        "“We stay,” she said.",
        "The U.N. agreed.",
    ]


def test_quotes_spaces_and_bullets_are_evened_out() -> None:
    """Curly quotes and no-break spaces become plain; a bullet is taken off."""
    assert plain("“It\u2019s\u00a0 so”\n") == '"It\'s so"'
    assert without_bullet("• >> Read more") == "Read more"


def test_closing_marks_do_not_hide_the_end_of_a_sentence() -> None:
    """Punctuation counts before closing quotes and brackets, in other scripts too."""
    assert ends_as_sentence("“We stay.”)")
    assert ends_as_sentence("هل تغير الموقف؟")
    assert not ends_as_sentence("We stay")


def test_scripts_without_spaces_have_words() -> None:
    """A long Chinese line counts as running text though it has no spaces."""
    assert units("外交部长周二在首都对记者说他的政府没有改变立场。" * 12)[0].prose
