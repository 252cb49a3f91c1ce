"""Text in windows of word pieces, as the tagger of quotations reads it.

A window holds whole paragraphs while they fit, so that a speaker and his words stand in one window;
``[CLS]`` opens it and ``[SEP]`` closes each paragraph. A paragraph longer than a window is cut, if
possible behind the end of a sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from volteface.records import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 320
"""Word pieces of a window at inference."""
_CLS, _SEP = 101, 102
_STOPS = frozenset({".", "!", "?", '"', "”", "’", "'"})

Piece = tuple[int, int, int]
"""Identifier of the word piece, start and end offset in the text."""


@dataclass(frozen=True, slots=True)
class Window:
    """Identifiers of word pieces and the span of text each stands for; (0, 0) for the marks."""

    ids: list[int]
    spans: list[Span]


def windows(
    paragraphs: Sequence[tuple[int, str]], tokenizer: "Tokenizer", longest: int = LONGEST
) -> Iterator[Window]:
    """The windows of a text.

    Args:
        paragraphs: Offset in the text, and words, of each paragraph.
        tokenizer: Of the ``tokenizers`` library, WordPiece without padding or truncation.
        longest: Pieces of a window, marks included; at least 4.
    """
    ids, spans = [_CLS], [(0, 0)]
    encoded = tokenizer.encode_batch([text for _, text in paragraphs], add_special_tokens=False)
    for (base, text), encoding in zip(paragraphs, encoded, strict=True):
        pieces = [
            (number, base + start, base + end)
            for number, (start, end) in zip(encoding.ids, encoding.offsets, strict=True)
        ]
        for part in _parts(pieces, base, text, longest - 2):
            if len(ids) + len(part) + 1 > longest and len(ids) > 1:
                yield Window(ids, spans)
                ids, spans = [_CLS], [(0, 0)]
            ids += [number for number, _, _ in part] + [_SEP]
            spans += [(start, end) for _, start, end in part] + [(0, 0)]
    if len(ids) > 1:
        yield Window(ids, spans)


def _parts(pieces: list[Piece], base: int, text: str, longest: int) -> Iterator[list[Piece]]:
    """The paragraph in runs of at most ``longest`` pieces."""
    while len(pieces) > longest:
        cut = longest
        for at in range(longest, longest // 2, -1):
            _, start, end = pieces[at - 1]
            behind = text[end - base : end - base + 1]
            if text[start - base : end - base] in _STOPS and (not behind or behind.isspace()):
                cut = at
                break
        yield pieces[:cut]
        pieces = pieces[cut:]
    if pieces:
        yield pieces
