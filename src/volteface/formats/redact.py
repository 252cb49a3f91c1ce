"""Text with all but short quotations blotted out, of the same length, so that places stay."""

from collections.abc import Iterable
from typing import TypeAlias

from volteface.records import Span

BLOT = "\u00b7"
"""What stands for a character that is not shown."""
MORE = "\u2026"
"""What stands at the end of words that were cut."""

Piece: TypeAlias = str | tuple[int, int]
"""Words as they are, or where they stand in the report."""


def shown(spans: Iterable[Span], most: int) -> list[Span]:
    """What of a text may be read: the beginnings of ``spans``, never more than ``most`` in a row.

    Args:
        spans: What is quoted from it; several that touch are one.
        most: Characters that may be read in a row.
    """
    runs: list[Span] = []
    for start, end in sorted((start, min(end, start + most)) for start, end in spans):
        if runs and start <= runs[-1][1]:
            runs[-1] = runs[-1][0], max(end, runs[-1][1])
        else:
            runs.append((start, end))
    return [(start, min(end, start + most)) for start, end in runs if start < end]


def blotted(text: str, visible: Iterable[Span]) -> str:
    """The text with all but ``visible`` blotted out."""
    pieces: list[str] = []
    at = 0
    for start, end in visible:
        pieces += (BLOT * (start - at), text[start:end])
        at = end
    return "".join((*pieces, BLOT * (len(text) - at)))


class Windows:
    """Where each stretch of a text of one length stands, to find words that were taken from it."""

    def __init__(self, text: str, most: int) -> None:
        self._text = text
        self._size = most + 1
        self._at: dict[str, int] | None = None

    def pieces(self, words: str) -> list[Piece] | None:
        """The words, with places for all that the text has in stretches longer than allowed.

        Returns:
            None where nothing of the text stands in them at such length.
        """
        if len(words) < self._size or len(self._text) < self._size:
            return None
        if self._at is None:
            last = len(self._text) - self._size
            places = range(last, -1, -1)
            self._at = {self._text[at : at + self._size]: at for at in places}
        found: list[Piece] = []
        own, at = 0, 0
        while at + self._size <= len(words):
            start = self._at.get(words[at : at + self._size])
            if start is None:
                at += 1
                continue
            length = self._size
            while (
                at + length < len(words)
                and start + length < len(self._text)
                and words[at + length] == self._text[start + length]
            ):
                length += 1
            found += ([words[own:at]] if own < at else []) + [(start, start + length)]
            at += length
            own = at
        if not found:
            return None
        return found + ([words[own:]] if own < len(words) else [])


def cut(pieces: Iterable[Piece], text: str, most: int) -> str:
    """The words of pieces, each taken from the text cut to what may be read."""
    written = [
        piece if isinstance(piece, str) else text[piece[0] : min(piece[1], piece[0] + most)] + MORE
        for piece in pieces
    ]
    return BLOT.join(written)


def whole(pieces: Iterable[Piece], text: str) -> str:
    """The words of pieces, by the text."""
    return "".join(p if isinstance(p, str) else text[p[0] : p[1]] for p in pieces)
