import logging
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.coding.vectors import DIMENSION, UNAVAILABLE, Vectors, load_vectors


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    """The installed model."""
    loaded = load_vectors()
    assert loaded is not None
    return loaded


def test_shape_and_length(vectors: Vectors) -> None:
    """A text becomes a float32 row of length one."""
    matrix = vectors.encode(["The envoy resigned.", "", "Rain is expected in the afternoon."])
    assert matrix.shape == (3, DIMENSION)
    assert matrix.dtype == np.float32
    assert np.linalg.norm(matrix, axis=1) == pytest.approx(1, abs=1e-5)


def test_no_texts(vectors: Vectors) -> None:
    """No texts give no rows."""
    assert vectors.encode([]).shape == (0, DIMENSION)


def test_meaning_orders(vectors: Vectors) -> None:
    """A paraphrase is nearer than a sentence about something else."""
    said, same, other = vectors.encode(
        ["The president must resign.", "He has to give up the presidency.", "Bread is dear here."]
    )
    assert said @ same > said @ other + 0.2


@settings(deadline=None, max_examples=15)
@given(st.lists(st.text(alphabet="abcdefgh .,", min_size=1, max_size=60), min_size=1, max_size=40))
def test_rows_have_the_same_bits_in_any_company(vectors: Vectors, texts: list[str]) -> None:
    """A text's vector does not depend on the texts it is encoded with."""
    together = vectors.encode(texts)
    for text, row in zip(texts, together, strict=True):
        assert np.array_equal(vectors.encode([text])[0], row)


def test_long_texts_are_cut(vectors: Vectors) -> None:
    """What follows the longest readable text changes nothing."""
    long = "peace " * 300
    assert np.array_equal(*vectors.encode([long, long + "war " * 50]))


def test_missing_packages_are_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Without the model's packages there are no vectors and one line says so."""
    monkeypatch.setattr(sys, "path", [])
    with caplog.at_level(logging.WARNING):
        assert load_vectors() is None
    assert caplog.messages == [UNAVAILABLE]
