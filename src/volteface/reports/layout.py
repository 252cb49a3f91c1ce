"""How a report is laid out: its units, each a paragraph or a line that stands for itself.

Most reports have a paragraph a line. Texts that were wrapped at a fixed width (mail, wires) are
told by their line breaks: the next line's first word would not have fitted.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from volteface.records import Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_CLOSING = "[\"'\u2019\u201d\u00bb)\\]]*"
_OPENING = "[\"'\u2018\u201c\u00ab(\\[]*"
_TERMINAL = re.compile(rf"[.!?…:;。\u061f\u06d4\uff01\uff1f]{_CLOSING}$")
_SENTENCE_END = re.compile(rf"[.!?…]{_CLOSING}\s+(?={_OPENING}[^\W\d_a-z])")
_STRAIGHT = str.maketrans(
    dict.fromkeys("“”«»", '"') | dict.fromkeys("\u2018\u2019", "'") | {"\ufeff": " "}
)
_BULLET = re.compile("^(?:[-\u2013—•*·▪►>|#]+\\s*)+")

WRAP_WIDTH = 130
"""Characters; a text with longer lines was not wrapped at a fixed width."""
NARROWEST = 45
"""Characters; narrower texts are lists of short lines."""
_WRAP_SHARE = 0.8
_WRAP_BREAKS = 5
_PROSE_WORDS = 12
_LONG_PROSE_WORDS = 25
_LETTERS_A_WORD = 8


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or single line: ``text`` is ``Report.text[start:end]`` with plain spaces.

    ``words`` counts words (a script without spaces counts by letters); ``ends`` says whether it
    ends as sentences do; ``prose`` whether it looks like running text.
    """

    start: int
    end: int
    text: str
    words: int
    ends: bool

    @property
    def prose(self) -> bool:
        """Running text: a sentence of some length, or many words."""
        return self.words >= _LONG_PROSE_WORDS or (self.ends and self.words >= _PROSE_WORDS)


def plain(text: str) -> str:
    """Quotes straight, every run of white space one space: for matching wordings, not offsets."""
    return " ".join(text.translate(_STRAIGHT).split())


def without_bullet(text: str) -> str:
    """The text without a leading dash, bullet or arrow."""
    return _BULLET.sub("", text, count=1)


def units(text: str) -> list[Unit]:
    """The text's units in order; together they hold everything that is not white space."""
    lines = [span for match in _LINE.finditer(text) if (span := _stripped(text, match.span()))]
    return [_unit(text, span) for span in _unwrapped(text, lines)]


def sentences(text: str, unit: Unit) -> list[Span]:
    """The unit's sentences by their punctuation: rough, and enough to take out a sign-up line."""
    found = []
    start = unit.start
    for match in _SENTENCE_END.finditer(text, unit.start, unit.end):
        found.append(_stripped(text, (start, match.end())) or (start, match.end()))
        start = match.end()
    return [*found, (start, unit.end)]


def ends_as_sentence(text: str) -> bool:
    """Whether the text ends with a sentence's punctuation, quote marks and brackets aside."""
    return bool(_TERMINAL.search(text[-8:]))


def word_count(text: str) -> int:
    """Words by spaces, or by letters where a script writes none."""
    return max(text.count(" ") + 1, len(text) // _LETTERS_A_WORD if not text.isascii() else 0)


def _unit(text: str, span: Span) -> Unit:
    words = plain(text[slice(*span)])
    return Unit(*span, words, word_count(words), ends_as_sentence(words))


def _stripped(text: str, span: Span) -> Span | None:
    """The span without the white space and byte-order marks at its ends; None if empty."""
    piece = text[slice(*span)]
    left = len(piece) - len(piece.lstrip(" \t\xa0\ufeff\u200b\u3000"))
    right = len(piece.rstrip())
    return (span[0] + left, span[0] + right) if left < right else None


def _unwrapped(text: str, lines: list[Span]) -> list[Span]:
    """Lines joined where the text was wrapped at a fixed width; else the lines themselves."""
    width = max((end - start for start, end in lines), default=0)
    if not NARROWEST <= width <= WRAP_WIDTH:
        return lines
    next_to = [len(_BREAK.findall(text, a[1], b[0])) == 1 for a, b in pairwise(lines)]
    full = [
        near and (a[1] - a[0]) + 1 + _first_word(text, b) > width
        for near, (a, b) in zip(next_to, pairwise(lines), strict=True)
    ]
    if sum(full) < _WRAP_BREAKS or sum(full) < _WRAP_SHARE * _inner_breaks(lines, next_to):
        return lines
    joined = lines[:1]
    for line, belongs in zip(lines[1:], full, strict=True):
        if belongs:
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined


def _first_word(text: str, line: Span) -> int:
    return len(text[slice(*line)].split(maxsplit=1)[0])


def _inner_breaks(lines: list[Span], next_to: list[bool]) -> int:
    """Single line breaks after lines of some length: those that wrapping would explain."""
    return sum(
        near and line[1] - line[0] > WRAP_WIDTH // 4
        for line, near in zip(lines, next_to, strict=False)
    )
