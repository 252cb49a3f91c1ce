"""Find what stands between quote marks: curly, straight, angle; nested; opened and never closed."""

import re
from dataclasses import dataclass

_OPEN_TO_CLOSE = {"“": "”", "«": "»", "„": "“"}
_OPENING_CONTEXT = re.compile(r"[\s(\[{—–\-:/‘“'\"]")
_SINGLE = re.compile(
    r"(?<![\w’'])[‘'](?=[\w\[…])(.+?)(?:(?<=[,.?!…])|(?<=\w))[’'](?!\w)", re.DOTALL
)


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
    quotation goes on in the next.
    """
    found: list[Quotation] = []
    for outer in _double(text):
        found.append(outer)
        found.extend(_single(text, outer.first, outer.last, depth=1))
    taken = [(q.start, q.end) for q in found if not q.depth]
    alone = [
        q
        for q in _single(text, 0, len(text), depth=0)
        if not any(start < q.end and q.start < end for start, end in taken)
        and text[q.last - 1] in ",.?!"
    ]
    return sorted([*found, *alone], key=lambda q: (q.start, -q.end))


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


def _single(text: str, start: int, end: int, depth: int) -> list[Quotation]:
    return [
        Quotation(m.start(), m.end(), m.start(1), m.end(1), closed=True, depth=depth)
        for m in _SINGLE.finditer(text, start, end)
    ]
