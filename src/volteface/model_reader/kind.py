"""Whether a content stands in quotation marks: direct, indirect or mixed."""

from collections.abc import Sequence

from volteface.coding.paragraph import Paragraph
from volteface.coding.quote_marks import quotations
from volteface.records import Kind, Span


def quoted(parts: Sequence[Paragraph]) -> tuple[Span, ...]:
    """What stands between quotation marks, in offsets of the report."""
    return tuple(
        (part.start + q.first, part.start + q.last) for part in parts for q in quotations(part.text)
    )


def kind_of(content: Sequence[Span], between: Sequence[Span]) -> Kind:
    """By how much of the content stands between quotation marks: all, none or some of it."""
    inside = {
        at
        for start, end in content
        for first, last in between
        for at in range(max(start, first), min(end, last))
    }
    if len(inside) == sum(end - start for start, end in content):
        return "direct"
    return "mixed" if inside else "indirect"
