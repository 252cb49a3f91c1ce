"""A report cut into numbered sentences, and those into windows that overlap."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from volteface.coding.paragraph import paragraphs
from volteface.records import Report

WORDS = 900
"""Words of a report in one request, where nothing else is asked for."""
OVERLAP = 3
"""Sentences that a window repeats of the one before, so that no statement is cut in two."""
_MOST_REPEATED = 0.25
"""Of a window's words."""
_END = re.compile(
    r"""[.!?\u2026]["'\u201d\u2019)\]\u00bb]*\s+(?=["'\u201c\u2018\u00ab(\[]?[A-Z\u00c0-\u00de0-9])"""
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sen|Rep|Gov|St|No|vs|Prof|Capt|Sgt|Jan|Feb|Mar|Apr|Aug"
    r"|Sept|Sep|Oct|Nov|Dec)|\b[A-Z])\.\s+$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or what was taken for one: offsets into the report's text.

    ``number`` counts from 1 through the report; ``paragraph`` is the number of its paragraph.
    """

    number: int
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences of one report that go into one request."""

    report: Report
    sentences: tuple[Sentence, ...]

    def words(self) -> int:
        """How many words it holds."""
        return sum(_words(self.report, one) for one in self.sentences)

    def halves(self) -> tuple["Window", ...]:
        """The window as two that share a sentence; itself alone where it is a single sentence."""
        count = len(self.sentences)
        if count == 1:
            return (self,)
        middle = count // 2
        shared = 1 if count > OVERLAP else 0
        return (
            Window(self.report, self.sentences[: middle + shared]),
            Window(self.report, self.sentences[middle:]),
        )


def sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences of a report outside its removed spans, in order."""
    found: list[Sentence] = []
    for number, part in enumerate(paragraphs(report)):
        cuts = [0, *_cuts(part.text), len(part.text)]
        for start, end in pairwise(cuts):
            words = part.text[start:end]
            if not any(character.isalnum() for character in words):
                continue
            first = part.start + start + len(words) - len(words.lstrip())
            last = part.start + start + len(words.rstrip())
            found.append(Sentence(len(found) + 1, number, first, last))
    return tuple(found)


def _cuts(text: str) -> Iterator[int]:
    for found in _END.finditer(text):
        if not _ABBREVIATED.search(text, 0, found.end()):
            yield found.end()


def windows(report: Report, words: int = WORDS) -> tuple[Window, ...]:
    """The report's windows: together all its sentences, each window at most ``words`` long.

    A longer sentence is a window of its own, with what it repeats of the one before.
    """
    every = sentences(report)
    lengths = [_words(report, one) for one in every]
    found: list[Window] = []
    first = at = 0
    length = 0
    while at < len(every):
        if at > first and length + lengths[at] > words:
            found.append(Window(report, every[first:at]))
            first = _begin_again(lengths, first, at, words)
            length = sum(lengths[first:at])
        length += lengths[at]
        at += 1
    if every:
        found.append(Window(report, every[first:]))
    return tuple(found)


def _begin_again(lengths: Sequence[int], first: int, end: int, words: int) -> int:
    """Where the next window begins: a few sentences back, unless they are long."""
    at = end
    while at - 1 > first and end - at < OVERLAP:
        if sum(lengths[at - 1 : end]) > _MOST_REPEATED * words:
            break
        at -= 1
    return at


def _words(report: Report, one: Sentence) -> int:
    return len(report.text[one.start : one.end].split())
