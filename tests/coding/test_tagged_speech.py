"""What the tagger marked, joined with the parse."""

from spacy.language import Language

from volteface.coding.attribution import Attribution, attributions
from volteface.coding.quote_marks import quotations
from volteface.coding.tagger.decode import Tagged
from volteface.coding.words import words


def _span(text: str, words_there: str) -> tuple[int, int]:
    start = text.index(words_there)
    return start, start + len(words_there)


def _tagged(text: str, content: list[str], cue: str, source: str | None) -> Tagged:
    return Tagged(
        tuple(_span(text, piece) for piece in content),
        _span(text, cue),
        _span(text, source) if source is not None else None,
        0.9,
    )


def _read(language: Language, text: str, *tagged: Tagged) -> list[Attribution]:
    return attributions(language(text), quotations(text), words(), tagged)


def _texts(text: str, item: Attribution) -> list[str]:
    return [text[slice(*span)] for span in item.content]


def test_tagger_decides_what_was_said(language: Language) -> None:
    """Content, cue and source are the tagger's; what only the rules would find is left out."""
    text = "The rebels rejected the plan, and voters fear that the truce will not hold."
    (item,) = _read(language, text, _tagged(text, ["the truce will not hold"], "fear", "voters"))
    assert _texts(text, item) == ["the truce will not hold"]
    assert [text[slice(*s)] for s in (*item.speaker, *item.reporting)] == ["voters", "fear"]
    assert item.kind == "indirect"


def test_quotation_is_whole(language: Language) -> None:
    """A quotation of which most words are marked is content as a whole."""
    text = '"We will never go back there, my friends," Keita said.'
    (item,) = _read(language, text, _tagged(text, ["We will never go back"], "said", "Keita"))
    assert _texts(text, item) == ["We will never go back there, my friends"]
    assert item.kind == "direct"


def test_source_is_no_content(language: Language) -> None:
    """Words of the source phrase and of the cue are not what was said, nor is a lone *as*."""
    text = '"It is balanced," the agency quoted spokesman Omar Diallo as saying.'
    marked = _tagged(
        text, ["It is balanced", "spokesman Omar Diallo as"], "quoted", "spokesman Omar Diallo"
    )
    (item,) = _read(language, text, marked)
    assert _texts(text, item) == ["It is balanced"]


def test_speech_within_speech_by_rule(language: Language) -> None:
    """Inside what the tagger marked the rules find who else is said to have spoken."""
    text = "Keita said that the rebels had told him that they would not attack the town."
    inner_and_all = "that the rebels had told him that they would not attack the town"
    outer, inner = _read(language, text, _tagged(text, [inner_and_all], "said", "Keita"))
    assert (outer.parent, inner.parent) == (None, 0)
    assert inner.source is not None
    assert inner.source.text == "rebels"
    assert _texts(text, inner)[0].endswith("they would not attack the town")


def test_quotation_that_goes_on(language: Language) -> None:
    """A quotation that nobody is named for goes on with the last speaker's words."""
    text = '"And we shall not let anybody take that from us."'
    (item,) = _read(language, text)
    assert item.continued
    assert item.cue is None


def test_nothing_marked_nothing_found(language: Language) -> None:
    """Where the tagger marks nothing and nothing is quoted, nothing is said."""
    text = "The rebels rejected the plan."
    assert _read(language, text) == []


def test_marks_without_words(language: Language) -> None:
    """Marks that hold only punctuation or the source itself give no attribution."""
    text = "Keita said so, and left."
    assert _read(language, text, _tagged(text, [","], "said", "Keita")) == []
    assert _read(language, text, _tagged(text, ["Keita"], "said", "Keita")) == []
