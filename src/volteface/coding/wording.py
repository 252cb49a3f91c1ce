"""Which issue the words of a passage are typical of, and which pole: log odds of single words.

Sentence vectors blur names and terms of the trade (*embargo*, *armistice*); here each word that
the case uses speaks for the issues that use it more than others do, and for the pole that does
(log odds with a fixed prior: Monroe, Colaresi and Quinn 2008, without their variance).

The words of cues are read as concepts: *refuse a truce* at the minus pole says that *truce*
belongs to the plus pole, and whatever turns a concept in a report turns its side.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from spacy.lang.en.stop_words import STOP_WORDS

from volteface.coding.case_sentences import Sentence
from volteface.coding.inflection import base_forms
from volteface.coding.scope_words import COMPLEMENT, NEGATORS, NONE_WORDS

Array = NDArray[np.float64]

_PRIOR = 0.5
"""Uses of a word that every issue is credited with."""
_SIDE_PRIOR = 0.5
_MISSING = 0.3
"""Weight of an issue's not using a word that others use."""
CERTAIN = 3.0
"""Log odds of a side beyond which more words add nothing."""
_WORD = re.compile(r"[^\W\d_]+")
_TURNING = frozenset(
    {"t", "without", "against"}
    | NEGATORS.keys()
    | NONE_WORDS.keys()
    | {phrase for phrase, factor in COMPLEMENT.items() if factor < 0 and " " not in phrase}
)
"""Words that turn what they are said of; the *t* is that of *don't*."""


@cache
def base(word: str) -> str:
    """The shortest of a word's base forms."""
    return min(base_forms(word), key=lambda form: (len(form), form))


def _turns(word: str) -> bool:
    return bool(base_forms(word) & _TURNING)


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower())


def polarity(text: str) -> int:
    """-1 where an odd number of words negate or refuse, else +1.

    >>> polarity("We refuse to leave"), polarity("We do not refuse to leave")
    (-1, 1)
    """
    return -1 if sum(map(_turns, words_of(text))) % 2 else 1


def _of_issues(uses: Array) -> Array:
    """Log odds of each word's use by each issue against the mean; uses by word, issue and sign."""
    total = uses.sum(axis=2)
    odds = np.log((total + _PRIOR) / (total.mean(axis=1, keepdims=True) + _PRIOR))
    weights: Array = np.where(total > 0, odds, _MISSING * odds)
    return weights


def _of_poles(uses: Array) -> Array:
    """Log odds of each word's use at each issue's plus pole against its minus pole."""
    odds: Array = np.log((uses[:, :, 1] + _SIDE_PRIOR) / (uses[:, :, -1] + _SIDE_PRIOR))
    return odds


class Wording:
    """The words of the case's sentences by issue and pole.

    Args:
        sentences: All that the case says.
        issues: How many issues it has.
    """

    def __init__(self, sentences: Sequence[Sentence], issues: int) -> None:
        words = [sorted({base(word) for word in words_of(one.text)}) for one in sentences]
        places = {word: n for n, word in enumerate(dict.fromkeys(chain.from_iterable(words)))}
        uses = np.zeros((len(places), issues + 1, 3))
        concepts = np.zeros_like(uses)
        for sentence, found in zip(sentences, words, strict=True):
            rows = [places[word] for word in found]
            uses[rows, sentence.issue, sentence.sign] += 1
            if sentence.cue:
                rows = [places[word] for word in found if not _turns(word)]
                concepts[rows, sentence.issue, sentence.sign * polarity(sentence.text)] += 1
        self._issues = issues
        about, sides = _of_issues(uses[:, :issues]), _of_poles(uses[:, :issues])
        leans = _of_poles(concepts[:, :issues])
        said = concepts.sum(axis=(1, 2)) > 0
        self._about = {word: about[n] for word, n in places.items() if word not in STOP_WORDS}
        self._sides = {word: sides[n] for word, n in places.items()}
        self._concepts = {word: leans[n] for word, n in places.items() if said[n]}

    def compare(self, text: str) -> tuple[Array, Array]:
        """How typical the text's words are of each issue, and of its plus pole against its minus.

        Sums of log odds, divided by one plus the square root of the number of words.
        """
        found = sorted({base(word) for word in words_of(text)})
        scale = 1 + len(found) ** 0.5
        about, side = (self._sum(table, found) for table in (self._about, self._sides))
        return about / scale, side / scale

    def _sum(self, table: Mapping[str, Array], found: Iterable[str]) -> Array:
        return sum((table[word] for word in found if word in table), np.zeros(self._issues))

    def concept(self, *forms: str) -> Array | None:
        """The log odds of each issue's plus pole where a word, in one of its forms, is affirmed."""
        return next((self._concepts[b] for f in forms if (b := base(f)) in self._concepts), None)

    def lean(self, affirmed: Iterable[tuple[Array, float]]) -> Array:
        """The side that concepts take together, in [-1, 1], each with its factor in [-1, 1]."""
        total = sum((odds * factor for odds, factor in affirmed), np.zeros(self._issues))
        lean: Array = np.clip(total, -CERTAIN, CERTAIN) / CERTAIN
        return lean
