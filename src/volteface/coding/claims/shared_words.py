"""How many rare words two sentences share: cheap to ask before sentence vectors are."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from volteface.coding.inflection import base_forms

_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    {
        "a", "an", "and", "are", "as", "at", "be", "been", "by", "can", "could", "for", "from",
        "had", "has", "have", "he", "in", "is", "it", "its", "may", "might", "no", "not", "of",
        "on", "or", "she", "that", "the", "their", "they", "this", "to", "was", "were", "which",
        "who", "will", "with", "would",
    }
)  # fmt: skip


class SharedWords:
    """Sentences as bags of base forms weighted by inverse document frequency (Sparck Jones 1972).

    Args:
        known: The sentences that others are held against; they also give the frequencies.
    """

    def __init__(self, known: Sequence[str]) -> None:
        self._known = [_bag(text) for text in known]
        self._often = Counter(word for bag in self._known for word in bag)
        self._lengths = [self._length(bag) for bag in self._known]

    def likeness(self, text: str) -> list[float]:
        """The cosine, in [0, 1], of the text with each of the known sentences."""
        bag = _bag(text)
        length = self._length(bag)
        return [
            sum(self._weight(word) ** 2 for word in bag & other) / (length * other_length)
            if length and other_length
            else 0.0
            for other, other_length in zip(self._known, self._lengths, strict=True)
        ]

    def _weight(self, word: str) -> float:
        return math.log((len(self._known) + 1) / (self._often[word] + 1))

    def _length(self, bag: frozenset[str]) -> float:
        return math.sqrt(sum(self._weight(word) ** 2 for word in bag))


def _bag(text: str) -> frozenset[str]:
    words = _WORD.findall(text.lower())
    return frozenset(_base(word) for word in words if word not in _SMALL)


@cache
def _base(word: str) -> str:
    """One of the word's base forms, the same for all of its forms."""
    return min(sorted(base_forms(word)), key=len)
