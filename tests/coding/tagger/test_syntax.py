"""Features of the parse."""

import numpy as np
from spacy.language import Language

from volteface.coding.tagger.syntax import SIZES, syntax

TEXT = 'The envoy said "we will go", and left.'


def test_one_row_a_token_within_sizes(language: Language) -> None:
    """Each token has five features, every one within its size."""
    found = syntax([(0, language(TEXT)), (100, language("It rained."))])
    assert found.features.shape == (len(found.starts), len(SIZES))
    assert (found.features >= 0).all()
    assert (found.features < np.array(SIZES)).all()


def test_labels_of_the_model_are_known(language: Language) -> None:
    """Every tag and relation that the parser can give has a number of its own."""
    tags, relations = language.get_pipe("tagger").labels, language.get_pipe("parser").labels  # type: ignore[attr-defined]
    assert (len(tags) + 1, len(relations) + 1) == SIZES[:2]


def test_pieces_take_the_features_of_their_token(language: Language) -> None:
    """A piece inside a word has the word's features; the marks of a window have none."""
    doc = language(TEXT)
    found = syntax([(50, doc)])
    inside = next(t for t in doc if t.text == "envoy")
    at = found.at([(0, 0), (50 + inside.idx + 2, 50 + inside.idx + 4)])
    assert (at[0] == 0).all()
    assert (at[1] == found.features[inside.i]).all()


def test_quote_marks_show(language: Language) -> None:
    """The last feature tells words in quote marks from those outside."""
    doc = language(TEXT)
    flags = dict(zip([t.text for t in doc], syntax([(0, doc)]).features[:, -1], strict=True))
    assert (flags["envoy"], flags["will"], flags["left"]) == (1, 2, 1)


def test_no_text() -> None:
    """A text without paragraphs has no features."""
    assert syntax([]).features.shape == (0, len(SIZES))
