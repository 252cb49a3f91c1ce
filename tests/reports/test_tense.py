"""Whether a sentence puts a date behind or ahead."""

import pytest

from volteface.reports.tense import Tense, sentence_span, tense_at, tense_of_event


def marked(text: str) -> tuple[str, int, int]:
    """The text without its angle brackets, and the offsets of what stood in them."""
    start, end = text.index("<"), text.index(">") - 1
    return text.replace("<", "").replace(">", ""), start, end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers met on <Oct. 19> in Lorn.", "past"),
        ("On <Oct. 19> the ministers met in Lorn.", "past"),
        ("The army has fired on them since <May>.", "past"),
        ("The envoy has visited Lorn twice in <May>.", "perfect"),
        ("The ministers will meet on <Oct. 19> in Lorn.", "future"),
        ("On <Oct. 19> the ministers will meet.", "future"),
        ("He said that on <Oct. 19> they will meet.", "future"),
        ("A vote is scheduled for <Oct. 19>.", "future"),
        ("The pact is due to be signed on <Oct. 19>.", "future"),
        ("The mandate expires on <Oct. 19>.", "future"),
        ("They plan to leave by <Oct. 19>.", "future"),
        ("By <October> the rebels had lost the port.", "past"),
        ("They would leave on <Oct. 19>, he said.", "open"),
        ("He urged them to appear in court on <Oct. 19>.", "open"),
        ("The talks led nowhere before the <Oct. 19> vote.", "open"),
        ("They lost the election on <Oct. 19>.", "open"),
        ("The office was extended to <Oct. 19>.", "open"),
        ("<Oct. 19>", "open"),
        ('He said "we will win" on <Oct. 19> in Lorn.', "past"),
        ("He left Gen. Brand and the U.N. on <Oct. 19>.", "past"),
        ("The war will go on. They met on <Oct. 19>. It will rain.", "past"),
    ],
)
def test_dates(text: str, expected: Tense) -> None:
    """The nearest verb decides, the one after it where the date opens the clause."""
    assert tense_at(*marked(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He told them so after the <Lorn summit>.", "past"),
        ("They met at the <Lorn summit>.", "past"),
        ("They will meet at the <Lorn summit>.", "future"),
        ("The <Lorn summit> will open with a prayer.", "future"),
        ("She praised the <Lorn summit>.", "open"),
        ("The <Lorn summit>", "open"),
    ],
)
def test_events(text: str, expected: Tense) -> None:
    """An event is over where something was done at it or after it."""
    assert tense_of_event(*marked(text)) == expected


def test_sentences_end_at_stops_not_at_abbreviations() -> None:
    """A short form's point and an initial do not end a sentence; a line break does."""
    text = "It rained. Gen. Oren B. Talvik left on Sept. 3 for Lorn\nand came back."
    start = text.index("Sept.")
    first, last = sentence_span(text, start, start + 7)
    assert text[first:last].strip() == "Gen. Oren B. Talvik left on Sept. 3 for Lorn"
