"""Views that the writer reports in order to reject them."""

import re

from volteface.coding.words import Words
from volteface.records import Span


def rejected_here(plain: str, content: tuple[Span, ...], words: Words) -> bool:
    """Whether the sentence before the content rejects it: *it is incorrect to say that ...*."""
    start = content[0][0]
    opening = max(plain.rfind(mark, 0, start) for mark in (". ", "! ", "? ")) + 1
    before = plain[opening:start].lower()
    return any(re.search(rf"\b{re.escape(phrase)}\b", before) for phrase in words.rejection_before)


def rejects_back(plain: str, words: Words) -> bool:
    """Whether the paragraph opens by rejecting views reported before it.

    It must both point back (*those who think so*) and judge (*underestimate*), in its first two
    sentences.
    """
    opening = " ".join(re.split(r"(?<=[.!?])\s+", plain)[:2]).lower()
    points = any(phrase in opening for phrase in words.rejection_back)
    return points and any(
        re.search(rf"\b{re.escape(verdict)}", opening) for verdict in words.rejection_verdicts
    )
