"""Anchors: where a quotation stands in a text, and how to find it in another copy, exactly.

An anchor keeps its position and the hash of the text it was made in, and, for copies that
differ, the exact quotation with up to 32 characters on either side (the text position and text
quote selectors of the W3C Web Annotation Data Model, 2017). Finding never guesses: a quotation
that stands in several places is ambiguous, and one that stands nowhere is orphaned.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from volteface.identity import text_sha256
from volteface.records import Span

CONTEXT = 32
"""Characters kept on either side of the quotation."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quotation in a text: ``exact`` is ``text[start:end]``, never empty."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Found:
    """The quotation stands at ``span`` and can stand nowhere else."""

    span: Span


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The quotation stands at each of ``spans``, and nothing tells which is meant."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Orphaned:
    """The quotation stands nowhere in the text."""


Place: TypeAlias = Found | Ambiguous | Orphaned


def anchors(text: str, spans: Iterable[Span]) -> tuple[Anchor, ...]:
    """The anchors of several spans of one text, in the order given.

    Raises:
        ValueError: A span is empty or not inside the text.
    """
    digest = text_sha256(text)
    return tuple(_anchor(text, span, digest) for span in spans)


def anchor(text: str, span: Span) -> Anchor:
    """The anchor of one span; see :func:`anchors`."""
    return anchors(text, (span,))[0]


def reanchor(anchor: Anchor, text: str) -> Place:
    """Where the anchored quotation stands in ``text``.

    The same text has it at the same place. In another text it is found where quotation, prefix
    and suffix stand together once, or else where the quotation alone stands once.
    """
    here = (anchor.start, anchor.end)
    if text[anchor.start : anchor.end] == anchor.exact and text_sha256(text) == anchor.text_sha256:
        return Found(here)
    places = tuple(_occurrences(anchor.exact, text))
    in_context = tuple(span for span in places if _fits(anchor, text, span))
    match in_context or places:
        case ():
            return Orphaned()
        case (span,):
            return Found(span)
        case several:
            return Ambiguous(several)


def _anchor(text: str, span: Span, digest: str) -> Anchor:
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError(f"span {start}-{end} is empty or not inside a text of {len(text)}")
    return Anchor(
        start,
        end,
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
        digest,
    )


def _occurrences(exact: str, text: str) -> Iterator[Span]:
    start = text.find(exact)
    while start >= 0:
        yield start, start + len(exact)
        start = text.find(exact, start + 1)


def _fits(anchor: Anchor, text: str, span: Span) -> bool:
    start, end = span
    return text.endswith(anchor.prefix, 0, start) and text.startswith(anchor.suffix, end)
