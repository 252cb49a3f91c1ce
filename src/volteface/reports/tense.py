"""Whether a report puts what it dates in the past or ahead: by the verbs around the date.

No parser: the nearest verb of the same sentence decides, first the one before the date, since
English says *when* after *what*. Where the date opens its clause the verb after it decides.
"""

import re
from typing import Literal, TypeAlias

from volteface.records import Span

Tense: TypeAlias = Literal["past", "perfect", "future", "open"]
"""*perfect*: "has met", told as part of a time that still runs; *open*: the words do not say."""
OVER = frozenset({"past", "perfect"})
"""The tenses of what lies before publication."""

_REACH = 240
"""Characters on either side in which a sentence is looked for."""
_EDGE = re.compile(r"(?:[.!?][\"')\]\u201d\u2019]*\s+(?=[\"'(\[\u201c\u2018]?[A-Z0-9])|\n)")
_NO_EDGE = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Mr"
    r"|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Sec|St|No|vs|Inc|Prof|Rev|Ayat)"
    r"|\b[A-Za-z])\.$"
)
_IRREGULAR = (
    r"said|told|met|held|began|came|went|took|gave|made|won|lost|fell|left|got|saw|put|set off|sent"
    r"|spoke|wrote|broke|rose|stood|ran|led|brought|sought|struck|shot|fought|bought|paid|built"
    r"|fled|flew|drove|drew|grew|hit|became|withdrew|overthrew|swore|sworn|seen|gone|taken|given"
    r"|held|spent|kept|felt|found|thought|knew|understood|beaten|beat|sank|laid|lay|threw|cut"
)
_AIMED = r"due|scheduled|slated|set|expected|planned|supposed|poised|going|likely|bound|invited"
_FUTURE = re.compile(
    r"\b(?:will|shall|won't)(?: \w+){0,3}|\w'll(?: \w+){0,3}"
    r"|\b(?:is|are|am) (?:\w+ )?"
    rf"(?:to (?:be )?[a-z]+|(?:{_AIMED}) (?:to (?:be )?\w+|on|in|for|by)\b)"
    r"|\b(?:due|scheduled|slated|planned|set) (?:to|on|for|in|by|early|late|this|next)\b"
    r"|\b(?:plans?|hopes?|intends?|aims?|wants?|expects?) to [a-z]+"
    r"|\b(?:ahead|in advance) of\b|\brun-?up to\b"
    r"|\b(?:upcoming|forthcoming|coming|looming|approaching|pending|impending)\b"
    r"|\bto be held\b|\bto take place\b"
    r"|\b(?:expires?|runs out|takes (?:effect|place|office)|goes into (?:effect|force))\b"
    r"|\blater this\b|\btomorrow\b",
    re.IGNORECASE,
)
_PERFECT = re.compile(
    rf"\b(?:has|have|'ve)(?:n't| not| also| already| since| long| now| just| \w+ly)? "
    rf"(?:been\b|\w{{2,}}ed\b|(?:{_IRREGULAR})\b|\w{{2,}}(?:wn|en|ung|ought|elt)\b)",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"\b(?:was|were|had|did|(?:{_IRREGULAR})|[a-z]{{2,}}ed)\b|\b(?:since|ago)\b", re.IGNORECASE
)
_EVENT = re.compile(
    r"\b(?:votes?|elections?|polls?|referendum|primary|primaries|caucus(?:es)?|contests?|run-?offs?"
    r"|rounds?|meetings?|summits?|talks|conferences?|sessions?|hearings?|debates?|conventions?"
    r"|ballots?|deadlines?|visits?|trips?|launch|ceremony|inauguration|games?|matches|anniversary"
    r"|elections? (?:there|in [A-Z]\w+))\s+(?:(?:is|are|comes?|falls?)\s+)?(?:on\s+|in\s+)?$",
    re.IGNORECASE,
)
"""A noun that may lie in the past as well as ahead, and carries the date instead of the verb."""
_ATTRIBUTE = re.compile(
    r"\b(?:the|a|an|this|that|his|her|their|its|\w+'s|\w+\u2019s)\s+$", re.IGNORECASE
)
_NOUN_AFTER = re.compile(r"\s+(?!and\b|when\b|in\b|at\b|that\b)\w")
_NO_PLACE = re.compile(r"\b(?:starting|beginning|effective|to|through|for|toward|towards|than)\s+$")
"""Words before a date that make it a goal or a limit, not the day of the verb."""
_PRESENT = re.compile(
    r"\b(?:who|which|that|it|he|she|they|we|now|then)\s+(?:[a-z]+s|hold|vote|meet|begin|end|start"
    r"|open|go|head|move)\b|\b(?:is|are|has|have|do|does|begins|begin|ends|starts|opens|votes"
    r"|holds|meets|leaves|comes|goes|moves|changes)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"\u201c][^\"\u201c\u201d]*[\"\u201d]")
_OPENS_CLAUSE = re.compile(
    r"(?:^|\bthat|\bwhen|\bbut|\band|\bwhile|[,;:\u2014\u2013(\"\u201c])\s*"
    r"(?:(?:back )?(?:on|in|by)\s+)?"
    r"(?:the\s+|(?:early|late|mid)[ -])?$",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:by|until|till|through|before|no later than)\s+(?:the\s+)?$", re.IGNORECASE
)
_AT_EVENT = re.compile(
    r"\b(?:at|after|following|during)\s+(?:(?:the|a|an|this|last|their|its)\s+)?"
    r"(?:[\w.'\u2019-]+\s+){0,2}$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:would|could|might|should|may|must|can|cannot)(?: \w+){0,3}"
    r"|\b(?:proposed|suggested|urged|demanded|asked|invited|challenged|ordered|called for"
    r"|scheduled|planned|expected|due|designated|extended|delayed|postponed|set)\b"
    r"|\bto (?!the\b|a\b|an\b|this|that|his|her|its|their|our|all\b|[a-z]+ing\b)[a-z]{2,}\b"
    r"|\b[a-z]{3,}ing(?=(?: \w+){0,3}(?: on)? ?$)",
    re.IGNORECASE,
)
"""Verbs that say nothing of when: what could be, was asked for, or is aimed at."""


def sentence_span(text: str, start: int, end: int) -> Span:
    """The sentence that holds a mention, cut where it runs far beyond."""
    first = max(0, start - _REACH)
    for edge in _EDGE.finditer(text, first, start):
        if not _NO_EDGE.search(text[max(0, edge.start() - 8) : edge.start() + 1]):
            first = edge.end()
    last = min(len(text), end + _REACH)
    for edge in _EDGE.finditer(text, end, last):
        if not _NO_EDGE.search(text[max(0, edge.start() - 8) : edge.start() + 1]):
            last = edge.start() + 1
            break
    return first, last


def tense_of_event(text: str, start: int, end: int) -> Tense:
    """How the sentence places an event that it names: over where something was done at or after it.

    Args:
        text: The report.
        start: Where the event's name begins.
        end: Where it ends.
    """
    before, after = _around(text, start, end)
    cues = _cues(before) or _cues(after)
    tense = cues[-1][1] if cues else "open"
    if any(kind == "future" for _, kind in cues):
        return "future"
    if _AT_EVENT.search(before) and any(kind in OVER for _, kind in cues):
        return "past"
    return "open" if tense in OVER else tense


def tense_at(text: str, start: int, end: int) -> Tense:
    """How the sentence around ``text[start:end]`` places the date there.

    Args:
        text: The report.
        start: Where the date begins.
        end: Where it ends.
    """
    before, after = _around(text, start, end)
    left, right = _cues(before), _cues(after)
    tense = left[-1][1] if left else right[0][1] if right else "open"
    if right and (_OPENS_CLAUSE.search(before) or _DEADLINE.search(before)):
        tense = right[0][1]
    elif _DEADLINE.search(before):
        return tense if tense == "future" else "open"
    hosted = _EVENT.search(before) or (_ATTRIBUTE.search(before) and _NOUN_AFTER.match(after))
    if (hosted or _NO_PLACE.search(before)) and tense in OVER:
        return "open"
    return tense


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The sentence before and after, without what others are quoted as saying in it."""
    first, last = sentence_span(text, start, end)
    return _QUOTED.sub(" ", text[first:start]), _QUOTED.sub(" ", text[end:last])


def _cues(words: str) -> list[tuple[int, Tense]]:
    """Where the sentence's words say something of the time, and what, in order."""
    found: list[tuple[int, Tense]] = []
    taken: list[Span] = []
    for tense, pattern in _KINDS:
        for cue in pattern.finditer(words):
            if not any(a < cue.end() and cue.start() < b for a, b in taken):
                found.append((cue.start(), tense))
                taken.append(cue.span())
    return sorted(found)


_KINDS: tuple[tuple[Tense, re.Pattern[str]], ...] = (
    ("future", _FUTURE),
    ("perfect", _PERFECT),
    ("open", _OPEN),
    ("open", _PRESENT),
    ("past", _PAST),
)
"""What holds others comes first: "is expected to", "has met"."""
