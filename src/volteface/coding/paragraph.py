"""Split a report's reporting into paragraphs, every offset kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from volteface.records import Report

_BREAK = re.compile(r"\r?\n[^\S\n]*(?:\.[^\S\n]*)?\r?\n|\r\r")
_LINE = re.compile(r"\r\n|\n|\r")
_ENDS_SENTENCE = re.compile(r"""[.!?:…]["'”’)\]»]*\s*$""")
_SENTENCE_BREAK = re.compile(r"""[.!?]["'”’)\]]*\s""")
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}(?:[ /,]+[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+)*"
_TOWN = r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,2}"
_REGION = r"(?:, [A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*)?(?: \d{1,2})?(?:, \d{4})?)?"
_AGENCY = r" ?\([A-ZÀ-Þ][^)\n]{1,40}\)"
_DATELINE = re.compile(
    rf"(?:{_PLACE}{_REGION}(?:{_AGENCY})?|{_TOWN}{_REGION}{_AGENCY})"
    r"\s*(?:-{1,2}|–|—)\s+(?=[\"“'‘«]?[A-ZÀ-Þ\d])"
)
"""KYIV, Ukraine (AP) —; Kyiv (AP) —. A lower-case letter after the dash belongs to an aside."""
_NARROW = 100
"""Characters a line: text wider than this is not wrapped by hand or by mail."""
_HALF = 40
_LONGEST = 4_000
"""Characters the parser takes at once: its memory grows with them."""
_PLAIN = str.maketrans(
    dict.fromkeys("\u00a0\u2002\u2003\u2009\u200a\u200b\u2028\u2029\u202f\ufeff\r\n\t\v\f\x00", " ")
    | dict.fromkeys("‘’‚‹›", "'")
    | dict.fromkeys("“”„«»", '"')
    | {"\u2010": "-", "\u2011": "-"}
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

    A blank line ends a paragraph. A single line break does too, except where the text is merely
    wrapped: the sentence goes on in lower case, or in narrow text the next word did not fit.
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
    breaks = [m.span() for m in _LINE.finditer(text, start, end)]
    starts = [start, *(after for _, after in breaks)]
    ends = [*(before for before, _ in breaks), end]
    lines = [text[first:last].strip() for first, last in zip(starts, ends, strict=True)]
    width = max(len(line) for line in lines)
    runs_on = [_runs_on(line, following) for line, following in pairwise(lines)]
    narrow = width <= _NARROW and any(runs_on)
    at = start
    for n, (line, following) in enumerate(pairwise(lines)):
        full = narrow and len(line) + len(following.partition(" ")[0]) >= width
        if not (runs_on[n] or full):
            yield from _paragraph(text, at, ends[n])
            at = starts[n + 1]
    yield from _paragraph(text, at, end)


def _runs_on(line: str, following: str) -> bool:
    """Whether a sentence goes on in the next line: that is wrapped text, not a heading."""
    return len(line) >= _HALF and following[:1].islower() and not _ENDS_SENTENCE.search(line)


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
