"""Printed pages as lines with places, and which of the lines are no text: heads, feet, numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_EDGE = 3
"""Lines at the top and at the bottom of a page that may be running heads."""
_SHARE = 0.4
"""Of the pages: left and right pages may have heads of their own."""
_SLACK = 3.0
"""Points by which the height of a running head may vary."""
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.|pg\.?|seite|s\.)?[\W_]*(?:\d{1,4}|[ivxlc]{1,6})"
    r"(?:\s*(?:of|/|von|de|sur)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)
_BROWSER_FOOT = re.compile(r"(?:https?://|file://|www\.)\S+(?:\s+\d{1,4}\s*/\s*\d{1,4})?")
_BROWSER_HEAD = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+\d{1,2}[:.]\d\d(?:\s?[AP]M)?\b.*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its place: ``x`` and ``y`` of its beginning and ``size`` of its type, in points.

    ``y`` grows upwards.
    """

    text: str
    x: float
    y: float
    size: float


Page = Sequence[Line]


def without_running_heads(pages: Sequence[Page]) -> list[list[Line]]:
    """The pages without what stands at one height on many of them, and without page numbers."""
    often: Counter[tuple[str, int]] = Counter()
    # A page that comes twice shows nothing about heads.
    distinct = {tuple(line.text for line in page): page for page in pages}.values()
    for page in distinct:
        often.update({place for lines in _edges(page) for line in lines for place in _places(line)})
    least = max(2, _SHARE * len(distinct))
    kept = []
    for page in pages:
        dropped: set[Line] = set(_printed_around(page))
        for edge in (_edges(page)[:_EDGE], _edges(page)[: -_EDGE - 1 : -1]):
            # From the edge inwards: below a line of the text stands no head.
            for lines in edge:
                if not all(
                    line in dropped
                    or _is_number(line)
                    or any(often[place] >= least for place in _places(line))
                    for line in lines
                ):
                    break
                dropped.update(lines)
        kept.append([line for line in page if line not in dropped])
    return kept


def _edges(page: Page) -> list[list[Line]]:
    """The lines by height, at the outermost heights, from the top down."""
    heights: defaultdict[int, list[Line]] = defaultdict(list)
    for line in page:
        heights[round(line.y)].append(line)
    ordered = [heights[height] for height in sorted(heights, reverse=True)]
    return ordered if len(ordered) <= 2 * _EDGE else [*ordered[:_EDGE], *ordered[-_EDGE:]]


def _places(line: Line) -> Iterator[tuple[str, int]]:
    """The line's words, numbers left open, with the two rough heights that it lies between."""
    words = _DIGITS.sub("#", " ".join(line.text.casefold().split()))
    at = int(line.y // _SLACK)
    yield words, at
    yield words, at + 1


def _is_number(line: Line) -> bool:
    return _NUMBER.fullmatch(line.text) is not None


def _printed_around(page: Page) -> Iterator[Line]:
    """What a browser prints around a page: day and hour above, address below."""
    edges = _edges(page)
    if edges and any(_BROWSER_FOOT.fullmatch(line.text) for line in edges[-1]):
        yield from edges[-1]
        yield from (line for line in edges[0] if _BROWSER_HEAD.fullmatch(line.text))
