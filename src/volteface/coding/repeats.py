"""A report's opening often repeats its headline: the same message, counted at its first place."""

import re
from collections.abc import Sequence
from dataclasses import replace

from volteface.coding.content_words import content_words, denied
from volteface.coding.paragraph import Paragraph
from volteface.records import Statement

_LEAD = 3
_WORD = re.compile(r"\w+")
_SHARED = 3
"""Words of a headline that the lead has too, if both say one thing in other words."""
_SHARE = 0.6
"""Of the shorter one's words."""


def linked_to_headline(
    statements: Sequence[Statement], title: str | None, parts: Sequence[Paragraph]
) -> tuple[Statement, ...]:
    """The statements, those of the first paragraphs linked to the headline that said it first.

    Args:
        statements: In the order of the text.
        title: The report's, None where it has none.
        parts: The report's paragraphs.
    """
    if title is None or not parts or not _within(parts[0].text, title):
        return tuple(statements)
    headline_end, lead_end = _end(parts[0]), _end(parts[:_LEAD][-1])
    headlines: list[Statement] = []
    linked = []
    for statement in statements:
        at = statement.content[0][0]
        first = next((h for h in headlines if _same_message(h, statement)), None)
        if first is not None and at < lead_end:
            linked.append(replace(statement, repeats=first.id))
            continue
        if at < headline_end:
            headlines.append(statement)
        linked.append(statement)
    return tuple(linked)


def _within(text: str, title: str) -> bool:
    """Whether the words of the text are the title's or begin it, marks and spaces aside."""
    words = _WORD.findall(text)
    return words == _WORD.findall(title)[: len(words)]


def _end(part: Paragraph) -> int:
    return part.start + len(part.text)


def _same_message(one: Statement, other: Statement) -> bool:
    """One side of one issue, or much the same words, by or about the same."""
    holders = {one.about or one.actor or one.person, other.about or other.actor or other.person}
    if len(holders) > 1:
        return False
    if one.issue is not None and one.issue == other.issue:
        return ((one.stance or 0) > 0) == ((other.stance or 0) > 0)
    return _same_words(one.text, other.text)


def _same_words(one: str, other: str) -> bool:
    words, others = content_words(one), content_words(other)
    shared = len(words & others)
    return (
        shared >= _SHARED
        and shared >= _SHARE * min(len(words), len(others))
        and denied(one) == denied(other)
    )
