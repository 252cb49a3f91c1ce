"""Views that the writer reports in order to reject them."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from volteface.coding.words import words
from volteface.records import Span

_BACK = r"(?:this|these|that|such|such an?)"
_THAT = r"(?!,?(?: [^,.]+,)? (?:that|the|it)\b)"


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
    rest, *later = re.split(r"(?<=[.!?])\s", plain[end:].lower())
    if _denial().match(" ".join(later[:1])):
        return True
    between = (plain[one[1] : other[0]].lower() for one, other in pairwise(content))
    after = " ".join((*between, rest))
    held = _back().search(before) or _notion().search(before)
    return held is not None and bool(_verdict().search(f"{before[: held.start()]} {after}"))


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
    holders = rf"\b(?:(?:{_any(known['holders'])}),? who|whoever) (?:{_any(known['holding'])})\b"
    return re.compile(rf"{views}|{holders}(?: so| in (?:this|that) way| like this)?")


@cache
def _notion() -> re.Pattern[str]:
    """*The comforting notion that*, right before the view."""
    views = _any(words().rejection["views"])
    return re.compile(
        rf"\b(?:the|any|a|his|her|their|\w+'s) (?:[\w-]+ )?(?:{views})s?(?:,[^,]+,)?(?: that)?\s*$"
    )


@cache
def _denial() -> re.Pattern[str]:
    """*It has not; ...*, *They will be wrong again*, right behind the view."""
    wrong = _any(words().rejection["judgements"])
    does = "has|have|had|is|are|was|were|does|do|did|will|would|can|could"
    return re.compile(
        rf"(?:but |in fact,? )?(?:it|that|they|this) (?:(?:{does})(?: not|n't)[.;:]"
        rf"|(?:[^.]* )?(?:is|are|was|were|be) (?:\w+ )?(?:{wrong})\b)"
    )


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
