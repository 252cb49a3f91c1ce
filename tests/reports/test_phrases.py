"""Phrases looked for as they stand."""

from volteface.reports.phrases import any_phrase, folded, spaced


def test_white_space_case_and_apostrophes_do_not_matter() -> None:
    """A phrase is found across line breaks, in capitals, with either apostrophe."""
    pattern = any_phrase(["Lorn's summit", "Lorn's summit of 2012"])
    found = pattern.search("AT LORN\u2019S\nSUMMIT OF 2012.")
    assert found is not None
    assert folded(found.group()) == "lorn's summit of 2012"
    assert spaced("a b") == r"a\s+b"


def test_parts_of_words_are_not_found() -> None:
    """A phrase is whole words, and no phrase is found nowhere."""
    assert any_phrase(["Lorn"]).search("Lorna") is None
    assert any_phrase([]).search("") is None
