"""Views that the writer reports in order to reject them."""

import re
from collections.abc import Iterable
from functools import cache

from volteface.coding.words import words
from volteface.records import Span

_BACK = r"(?:this|these|that|such|such an?)"
_THAT = r"(?!,? (?:that|the|it)\b)"


def rejected_here(plain: str, content: tuple[Span, ...]) -> bool:
    """Whether the sentence around the content rejects it.

    Before it: *it would be naive to claim that ...*. Around it: *those who hold that ... overlook
    ...*.
    """
    start, end = content[0][0], content[-1][1]
    opening = max(plain.rfind(mark, 0, start) for mark in (". ", "! ", "? ")) + 1
    before = plain[opening:start].lower()
    if _before().search(before):
        return True
    after = re.split(r"(?<=[.!?])\s", plain[end:].lower())[0]
    return bool(_back().search(before)) and bool(_verdict().search(after))


def rejects_back(plain: str) -> bool:
    """Whether the paragraph opens by rejecting views reported before it.

    It must both point back (*those who think so*) and judge (*underestimate*), in its first two
    sentences. *Those who say that ...* brings its own view and does not point back.
    """
    opening = " ".join(re.split(r"(?<=[.!?])\s+", plain)[:2]).lower()
    points = any(re.match(_THAT, opening[found.end() :]) for found in _back().finditer(opening))
    return points and bool(_verdict().search(opening))


def from_there(sentence: str) -> bool:
    """Whether the sentence goes on with a view just reported: *from this perspective, ...*."""
    return bool(_standpoint().match(sentence.lower()))


@cache
def _before() -> re.Pattern[str]:
    known = words().rejection
    return re.compile(
        rf"\b(?:{_any(known['judgements'])}) to\b|\b(?:{_any(known['fictions'])}) that\b"
    )


@cache
def _back() -> re.Pattern[str]:
    known = words().rejection
    views = rf"\b{_BACK} (?:{_any(known['views'])})s?\b"
    holders = rf"\b(?:{_any(known['holders'])}),? who (?:{_any(known['holding'])})\b"
    return re.compile(rf"{views}|{holders}(?: so| in (?:this|that) way| like this)?")


@cache
def _verdict() -> re.Pattern[str]:
    known = words().rejection
    judged = [*known["verdicts"], *known["judgements"]]
    return re.compile(rf"\b(?:{_any(judged)})(?:s|es|d|ed|ing)?\b|\b(?:{_any(known['phrases'])})\b")


@cache
def _standpoint() -> re.Pattern[str]:
    places = _any(words().rejection["standpoints"])
    return re.compile(rf"(?:seen |viewed )?(?:from|in|on) (?:this|that|such an?) (?:{places})\b")


def _any(choices: Iterable[str]) -> str:
    return "|".join(re.escape(choice) for choice in choices)
