"""A record's words in their report: the text around them, with each part's role."""

import re
from collections.abc import Iterator
from itertools import pairwise

from volteface.records import Event, Report, Span, Statement
from volteface.report_page.content import Piece, Role

AROUND = 260
"""Characters of context kept on either side; the cut falls between sentences, or words."""
_LONGEST_WORD = 40
_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u2019\u201d)]*\s+|\n\s*")


def passage(record: Statement | Event, report: Report) -> tuple[Piece, ...]:
    """The record's content, and speaker and cue where they stand near it, in context.

    What reporting is not (banners, captions) and what lies between far parts is cut; a cut is a
    piece of its own.
    """
    text = report.text
    windows = _windows(record.content, text)
    roles = _roles(record)
    pieces: list[Piece] = []
    if windows and windows[0][0] > 0:
        pieces.append(Piece("", "cut"))
    for number, window in enumerate(windows):
        if number:
            pieces.append(Piece("", "cut"))
        pieces += _pieces(text, window, roles, report.removed)
    if windows and windows[-1][1] < len(text):
        pieces.append(Piece("", "cut"))
    return tuple(_without_doubled_cuts(pieces))


def _windows(content: tuple[Span, ...], text: str) -> list[Span]:
    windows: list[Span] = []
    for start, end in sorted(content):
        first, last = _first(text, start), _last(text, end)
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(last, windows[-1][1]))
        else:
            windows.append((first, last))
    return windows


def _first(text: str, start: int) -> int:
    """Where context begins: with a whole sentence if one begins within reach."""
    edge = _word_edge(text, start - AROUND, -1)
    begun = _SENTENCE_END.search(text, edge, start) if edge else None
    return begun.end() if begun else edge


def _last(text: str, end: int) -> int:
    edge = _word_edge(text, end + AROUND, 1)
    if edge == len(text):
        return edge
    ends = [found.end() for found in _SENTENCE_END.finditer(text, end, edge)]
    return ends[-1] if ends else edge


def _word_edge(text: str, at: int, step: int) -> int:
    """The nearest end of a word outwards, unless the word is endless."""
    if at <= 0 or at >= len(text):
        return min(max(at, 0), len(text))
    for edge in range(at, at + step * _LONGEST_WORD, step):
        if not 0 < edge < len(text) or text[edge - 1].isspace() or text[edge].isspace():
            return min(max(edge, 0), len(text))
    return at


def _roles(record: Statement | Event) -> list[tuple[Span, Role]]:
    """Spans with their roles; where they overlap, the first counts."""
    found: list[tuple[Span, Role]] = [(span, "content") for span in record.content]
    if isinstance(record, Statement):
        found += [(span, "cue") for span in record.cue]
        found += [(span, "speaker") for span in record.speaker]
    return found


def _pieces(
    text: str, window: Span, roles: list[tuple[Span, Role]], removed: tuple[Span, ...]
) -> Iterator[Piece]:
    spans = list(roles)
    spans += [(span, "cut") for span in removed]
    inside = {edge for span, _ in spans for edge in span if window[0] < edge < window[1]}
    edges = sorted({*window, *inside})
    for start, end in pairwise(edges):
        role: Role = next((role for (a, b), role in spans if a <= start < b), "plain")
        yield Piece("" if role == "cut" else text[start:end], role)


def _without_doubled_cuts(pieces: list[Piece]) -> Iterator[Piece]:
    before = None
    for piece in pieces:
        blank = piece.role == "plain" and not piece.text.strip() and before == "cut"
        if blank or (piece.role == "cut" and before == "cut"):
            continue
        before = piece.role
        yield piece
