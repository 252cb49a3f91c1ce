"""The shipped network."""

import logging
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

from volteface.coding.tagger import network as room
from volteface.coding.tagger.decode import decoded
from volteface.coding.tagger.network import Network, network, network_digest

TEXT = (
    "Foreign Minister Aminata Diallo said on Friday that her country would not send troops. "
    '"We have seen where that leads," she told reporters.'
)


@pytest.fixture(scope="module")
def shipped() -> Network:
    """The network that the package carries."""
    found = network()
    assert found is not None
    return found


@pytest.fixture
def nothing_known() -> Iterator[None]:
    """Forget the loaded network before and after."""
    network.cache_clear()
    network_digest.cache_clear()
    yield
    network.cache_clear()
    network_digest.cache_clear()


def test_speech_is_marked(shipped: Network, language: Language) -> None:
    """Plain reported and quoted speech comes out with its words, cue and source."""
    (marks,) = shipped.read([(0, language(TEXT))])
    found = [
        (TEXT[slice(*item.content[0])], TEXT[slice(*item.cue)], TEXT[slice(*item.source)])
        for item in decoded(marks)
        if item.source is not None
    ]
    assert [(cue, source) for _, cue, source in found] == [
        ("said", "Foreign Minister Aminata Diallo"),
        ("told", "she"),
    ]
    assert "her country would not send troops" in found[0][0]
    assert "We have seen where that leads" in found[1][0]


def test_trunk(shipped: Network, language: Language) -> None:
    """Every word piece has the hidden state of the middle layer, scaled as a layer's output is."""
    (marks,) = shipped.read([(0, language(TEXT))])
    assert marks.trunk.shape == (len(marks.window.ids), 384)
    assert marks.trunk.std() > 0.1


def test_probabilities(shipped: Network, language: Language) -> None:
    """Tags and pointers of each piece are probabilities that sum to one."""
    (marks,) = shipped.read([(0, language(TEXT))])
    for logs in (marks.content, marks.cue, marks.source, marks.to_cue, marks.to_source):
        assert np.exp(logs).sum(axis=-1) == pytest.approx(1, abs=1e-4)


def test_same_bits_whatever_else_is_read(shipped: Network, language: Language) -> None:
    """A window's marks do not depend on what is read after it."""
    doc = language(TEXT)
    (alone,) = shipped.read([(0, doc)])
    first, *_ = shipped.read([(0, doc), (1000, language("word " * 400))])
    assert first.window == alone.window
    assert (first.to_cue == alone.to_cue).all()


@pytest.mark.usefixtures("nothing_known")
def test_without_its_tokenizer(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Where a part is missing there is no network, and one line says what that means."""
    monkeypatch.setattr(room, "tokenizer_file", lambda: None)
    with caplog.at_level(logging.WARNING):
        assert network() is None
    assert caplog.messages == [room.UNAVAILABLE]
    assert network_digest() == "by rules"


def test_digest_tells_the_file() -> None:
    """The digest is the SHA-256 that the model card states."""
    card = Path(__file__).parents[3] / "training" / "quotations" / "README.md"
    assert network_digest() in card.read_text(encoding="utf-8")
