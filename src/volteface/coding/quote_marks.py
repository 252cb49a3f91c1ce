"""What stands between quote marks: curly, straight, angle; nested; opened and never closed."""

import re
from dataclasses import dataclass, replace

_OPEN_TO_CLOSE = {"“": "”", "«": "»", "„": "“"}
_OPENING_CONTEXT = re.compile(r"[\s(\[{—–\-:/‘“'\"]")
_OPENED = r"(?<![\w’'])[‘'](?=[\w\[…“\"])"
_WITHIN = re.compile(_OPENED + r"(.{1,1000}?)(?:(?<=[,.?!…])|(?<=\w))[’'](?!\w)", re.DOTALL)
_ALONE = re.compile(_OPENED + r"(.{1,1000}?(?<=[,.?!]))[’'](?!\w)", re.DOTALL)
"""Outside double marks a comma or stop tells the closing mark from an apostrophe."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quote marks.

    ``start`` and ``end`` take in the marks, ``first`` and ``last`` only what stands between.
    ``closed`` is false where the closing mark is missing and the paragraph ended it. ``depth`` is
    0, or 1 inside another quotation.
    """

    start: int
    end: int
    first: int
    last: int
    closed: bool
    depth: int = 0


def quotations(text: str) -> list[Quotation]:
    """All quotations of one paragraph in order, those of depth 1 after the one they stand in.

    A double mark left open runs to the end of the paragraph: newspapers leave it open when the
    quotation goes on in the next. Where single marks stand outside, double ones are inside.
    """
    if "``" in text:
        text = text.replace("``", " “").replace("''", "” ")
    doubles = _double(text)
    outside: list[Quotation] = []
    for single in _single(_ALONE, text, 0, len(text), depth=0):
        over = [q for q in doubles if single.start < q.end and q.start < single.end]
        if all(single.start < q.start and q.end < single.end for q in over):
            outside.append(single)
    found = list(outside)
    for double in doubles:
        if any(q.start < double.start < q.end for q in outside):
            found.append(replace(double, depth=1))
        else:
            found += [double, *_single(_WITHIN, text, double.first, double.last, depth=1)]
    return sorted(found, key=lambda q: (q.start, -q.end))


def _double(text: str) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    closing = ""
    for at, mark in enumerate(text):
        if opened is None:
            if mark in _OPEN_TO_CLOSE:
                opened, closing = at, _OPEN_TO_CLOSE[mark]
            elif mark == '"' and _may_open(text, at):
                opened, closing = at, '"'
        elif mark == closing or (mark == '"' and not _may_open(text, at)):
            found.append(Quotation(opened, at + 1, opened + 1, at, closed=True))
            opened = None
        elif mark in _OPEN_TO_CLOSE and mark != "„":
            # A new opening mark: the one before was never closed.
            found.append(Quotation(opened, at, opened + 1, at, closed=False))
            opened, closing = at, _OPEN_TO_CLOSE[mark]
    if opened is not None:
        found.append(Quotation(opened, len(text), opened + 1, len(text), closed=False))
    return [q for q in found if any(c.isalnum() for c in text[q.first : q.last])]


def _may_open(text: str, at: int) -> bool:
    before_opens = at == 0 or bool(_OPENING_CONTEXT.match(text[at - 1]))
    return before_opens and at + 1 < len(text) and not text[at + 1].isspace()


def _single(
    pattern: re.Pattern[str], text: str, start: int, end: int, depth: int
) -> list[Quotation]:
    return [
        Quotation(m.start(), m.end(), m.start(1), m.end(1), closed=True, depth=depth)
        for m in pattern.finditer(text, start, end)
    ]
