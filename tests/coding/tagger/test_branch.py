"""The shipped branches."""

from pathlib import Path

import numpy as np
import pytest

from volteface.coding.tagger.branch import Branch, branch, branch_digest

TRUNK = np.random.default_rng(5).normal(size=(40, 384)).astype(np.float32)


@pytest.fixture(scope="module")
def shipped() -> Branch:
    """The branch for meaning that the package carries."""
    found = branch("meaning")
    assert found is not None
    return found


def test_every_piece_gets_a_state(shipped: Branch) -> None:
    """A window's states go in, one state a piece comes out, the same each time."""
    states = shipped.run(TRUNK)
    assert states.shape == TRUNK.shape
    assert np.array_equal(states, shipped.run(TRUNK))


def test_pieces_see_each_other(shipped: Branch) -> None:
    """A piece's state depends on those around it."""
    assert not np.allclose(shipped.run(TRUNK)[0], shipped.run(TRUNK[:20])[0], atol=1e-3)


def test_no_such_branch() -> None:
    """Where a file is missing there is no branch, and its digest says so."""
    assert branch("nothing") is None
    assert branch_digest("nothing") == "none"


def test_digest_tells_the_file() -> None:
    """The digest is the SHA-256 that the model card states."""
    card = Path(__file__).parents[3] / "training" / "meaning" / "README.md"
    assert branch_digest("meaning") in card.read_text(encoding="utf-8")
