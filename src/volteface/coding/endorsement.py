"""Views that the writer reports in order to reject them."""

import re

from volteface.coding.words import Words
from volteface.records import Span


def rejected_here(plain: str, content: tuple[Span, ...], words: Words) -> bool:
    """Whether the sentence around the content rejects it.

    Before it: *it is incorrect to say that ...*. Around it: *those who say that ... forget ...*.
    """
    start, end = content[0][0], content[-1][1]
    opening = max(plain.rfind(mark, 0, start) for mark in (". ", "! ", "? ")) + 1
    before = plain[opening:start].lower()
    if any(re.search(rf"\b{re.escape(phrase)}\b", before) for phrase in words.rejection_before):
        return True
    after = re.split(r"(?<=[.!?])\s", plain[end:].lower())[0]
    return any(phrase in before for phrase in words.rejection_back) and _judges(after, words)


def rejects_back(plain: str, words: Words) -> bool:
    """Whether the paragraph opens by rejecting views reported before it.

    It must both point back (*those who think so*) and judge (*underestimate*), in its first two
    sentences. *Those who say that ...* brings its own view and does not point back.
    """
    opening = " ".join(re.split(r"(?<=[.!?])\s+", plain)[:2]).lower()
    points = any(
        re.search(rf"{re.escape(phrase)}\b(?!,? (?:that|the|it)\b)", opening)
        for phrase in words.rejection_back
    )
    return points and _judges(opening, words)


def _judges(text: str, words: Words) -> bool:
    return any(re.search(rf"\b{re.escape(verdict)}", text) for verdict in words.rejection_verdicts)
