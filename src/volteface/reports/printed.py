"""Lines on printed pages to paragraphs: running heads dropped, broken words and lines joined.

What a page gives are lines with their places. Paragraphs are told by blank space, indentation,
size of type, and short last lines; across columns and pages by whether a sentence goes on.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from volteface.reports.layout import ends_as_sentence
from volteface.reports.printed_page import Line, Page, without_running_heads

_WIDER_GAP = 1.3
"""Of the usual distance between lines: more than that is blank space."""
_OTHER_SIZE = 0.08
_INDENT = 0.6
"""Of the size of type: a first line that far in begins a paragraph."""
_FITS = 0.9
"""Of a full line's characters: the next word would have found room, so the line ended early."""
_HEADING = 0.5
"""Of a full line's characters: no line of running text is that short but a paragraph's last."""
_FULL_SHARE = 0.9
"""The length that so many of the lines do not exceed is a full line's."""
_BULLET = re.compile(r"(?:[•▪·*–—-]|\d{1,2}[.)])\s")
_BROKEN = re.compile(r"(\w+)[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"\w+")
_WORD = re.compile(r"\w+(?:-\w+)*")
_PREFIXES = frozenset(
    (*("anti", "pro", "non", "ex", "self", "vice", "post", "pre", "co", "semi", "pan", "al"),)
)
"""Before these a hyphen at the end of a line is more often part of the word."""


def paragraphs_of(pages: Sequence[Page]) -> str:
    """The text of the pages, a blank line between paragraphs."""
    lines = [line for page in without_running_heads(pages) for line in page]
    if not lines:
        return ""
    form = _Form(lines)
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    pieces = []
    for above, below in pairwise(lines):
        if form.breaks(above, below):
            pieces += [above.text, "\n\n"]
        elif (mended := _mended(above.text, below.text, words)) is not None:
            pieces.append(mended)
        else:
            pieces += [above.text, " "]
    return "".join([*pieces, lines[-1].text])


class _Form:
    """How these pages are set: usual distance between lines, left edges, full lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        gaps = [
            round(above.y - below.y, 1)
            for above, below in pairwise(lines)
            if 0 < above.y - below.y < 3 * max(above.size, below.size)
        ]
        self._leading = median(gaps) if gaps else 0.0
        lengths = sorted(len(line.text) for line in lines)
        self._full = lengths[int(_FULL_SHARE * (len(lengths) - 1))]
        self._edges = Counter(round(line.x) for line in lines)

    def breaks(self, above: Line, below: Line) -> bool:
        """Whether a paragraph ends between two lines that follow each other."""
        if abs(above.size - below.size) > _OTHER_SIZE * max(above.size, below.size):
            return True
        if _BULLET.match(below.text):
            return True
        early = len(above.text) + len(_next_word(below)) < _FITS * self._full
        if len(above.text) < _HEADING * self._full and not below.text[:1].islower():
            return True
        ended = ends_as_sentence(above.text)
        gap = above.y - below.y
        if not 0 < gap < 3 * max(above.size, self._leading):
            # Another column or page, where distance says nothing.
            return ended and (early or self._indented(below))
        if gap > _WIDER_GAP * self._leading:
            return True
        return (ended and early) or (self._indented(below) and (ended or early))

    def _indented(self, line: Line) -> bool:
        """Whether more lines begin a little to the left of this one than where it begins."""
        own = self._edges[round(line.x)]
        reach = range(round(line.x - 4 * line.size), round(line.x - _INDENT * line.size) + 1)
        return any(self._edges[edge] > own for edge in reach)


def _next_word(line: Line) -> str:
    return line.text.partition(" ")[0]


def _mended(above: str, below: str, words: Counter[str]) -> str | None:
    """The first line's new end where a hyphen breaks a word at its end; None where none does."""
    broken, rest = _BROKEN.search(above), _FIRST_WORD.match(below)
    if broken is None or rest is None:
        return None
    joined, compound = broken[1] + rest[0], f"{broken[1]}-{rest[0]}"
    if words[joined.casefold()] or words[compound.casefold()]:
        keeps = words[compound.casefold()] > words[joined.casefold()]
    else:
        keeps = not rest[0].islower() or broken[1].casefold() in _PREFIXES
    return above[:-1] + ("-" if keeps else "")
