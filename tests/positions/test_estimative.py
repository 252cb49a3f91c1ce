"""Words of estimative probability."""

import pytest

from volteface.positions.estimative import estimative, worded


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.0, "almost no chance, P < .01"),
        (0.04, "almost no chance, P = .04"),
        (0.1, "very unlikely, P = .10"),
        (0.3, "unlikely, P = .30"),
        (0.5, "roughly even chance, P = .50"),
        (0.7, "likely, P = .70"),
        (0.93, "very likely, P = .93"),
        (0.97, "almost certain, P = .97"),
        (0.999, "almost certain, P > .99"),
    ],
)
def test_word_and_number(probability: float, words: str) -> None:
    """The directive's scale, with the number beside the word and no certainty claimed."""
    assert worded(probability) == words


def test_the_scale_is_closed() -> None:
    """Certainty itself is worded like near certainty."""
    assert estimative(1.0) == "almost certain"
