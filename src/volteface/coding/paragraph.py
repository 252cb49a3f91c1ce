"""Split a report's reporting into paragraphs, every offset kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from volteface.records import Report

_BREAK = re.compile(r"\r?\n[^\S\n]*(?:\.[^\S\n]*)?\r?\n|\r\r")
_LINE = re.compile(r"\r\n|\n|\r")
_ENDS_SENTENCE = re.compile(r"""[.!?:…]["'”’)\]»]*\s*$""")
_SENTENCE_BREAK = re.compile(r"""[.!?]["'”’)\]]*\s""")
_DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]+(?:[ /,]+[A-Z][A-Z'’.-]+)*(?:, [A-Z][\w.]*(?: \d{1,2})?(?:, \d{4})?)?"
    r"(?: ?\([^)\n]{2,40}\))?\s*(?:-{1,2}|–|—)\s+"
)
_WRAPPED_AT = 60
_LONGEST = 10_000
"""Characters the parser takes at once: its memory grows with them."""
_PLAIN = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u200b": " ",
        "\u2019": "'",
        "\u2018": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2011": "-",
        "\r": " ",
        "\n": " ",
        "\t": " ",
        "\ufeff": " ",
        "\x00": " ",
    }
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of reporting.

    ``start`` is the offset of its first character in the report; ``text`` its characters as they
    stand there; ``plain`` the same number of characters with plain spaces and quote marks, for
    the parser.
    """

    start: int
    text: str
    plain: str


def paragraphs(report: Report) -> Iterator[Paragraph]:
    """The paragraphs of the report outside its removed spans, in order.

    A blank line ends a paragraph. A single line break does too where the line before it ends a
    sentence or is short, and not where the text is merely wrapped.
    """
    for start, end in _kept(report):
        for first, last in _blocks(report.text, start, end):
            yield from _lines(report.text, first, last)


def _kept(report: Report) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in sorted(report.removed):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < len(report.text):
        yield at, len(report.text)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for blank in _BREAK.finditer(text, start, end):
        yield at, blank.start()
        at = blank.end()
    yield at, end


def _lines(text: str, start: int, end: int) -> Iterator[Paragraph]:
    breaks = list(_LINE.finditer(text, start, end))
    at = line_start = start
    for line_break in breaks:
        line = text[line_start : line_break.start()]
        wrapped = len(line.rstrip()) >= _WRAPPED_AT and not _ENDS_SENTENCE.search(line)
        if not wrapped:
            yield from _paragraph(text, at, line_break.start())
            at = line_break.end()
        line_start = line_break.end()
    yield from _paragraph(text, at, end)


def _paragraph(text: str, start: int, end: int) -> Iterator[Paragraph]:
    while start < end:
        last = end if end - start <= _LONGEST else _cut(text, start)
        first, cut = start, last
        while first < cut and text[first].isspace():
            first += 1
        while cut > first and text[cut - 1].isspace():
            cut -= 1
        dateline = _DATELINE.match(text, first, cut)
        first = dateline.end() if dateline is not None else first
        words = text[first:cut]
        if any(character.isalnum() for character in words):
            yield Paragraph(first, words, words.translate(_PLAIN))
        start = last


def _cut(text: str, start: int) -> int:
    """Where to cut what is too long: after the last sentence, else the last space, that fits."""
    window = text[start : start + _LONGEST]
    sentences = [match.end() for match in _SENTENCE_BREAK.finditer(window)]
    if sentences:
        return start + sentences[-1]
    space = window.rfind(" ")
    return start + (space + 1 if space > 0 else _LONGEST)
