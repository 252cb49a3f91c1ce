"""Exports of LexisNexis and Nexis Uni.

The older kind begins each article with "3 of 25 DOCUMENTS": outlet, date, headline, labels in
capital letters, body, more labels. The newer kind ends each with "End of Document": headline,
outlet, date, labels, the word "Body", body, more labels.
"""

import re
from collections.abc import Iterator, Sequence

from volteface.reports.dates import date_mentions
from volteface.reports.exported import COPYRIGHT, Exported, body_of, one_line, parted, words_of

_START = re.compile(
    r"\s*(?:\d{1,5} (?:of|von|de|di|van) \d{1,5} DO[CK]UMENT\w*|Dokument \d{1,5} von \d{1,5})\s*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*([^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+)?)\s?:(?:\s+(.*))?")
_DATE_LINE_LENGTH = 100
_PLACE = re.compile(r"\s*\([^()]*\)$")
"""Where an outlet appears: The Herald (Vesk)."""
_MOST_HEAD = 60
"""Lines between the first label and the body."""


def exported(lines: Sequence[str]) -> Iterator[Exported]:
    """The articles; none where the lines are no export of this kind."""
    starts = [at for at, line in enumerate(lines) if _START.fullmatch(line)]
    if starts:
        for piece in parted(lines, starts):
            yield _article(piece, outlet_first=True)
        return
    ends = [at for at, line in enumerate(lines) if _is_mark(line, "end")]
    if ends and any(_label(line) in {"length", "load-date"} for line in lines):
        for piece in parted(lines, [-1, *ends][:-1]):
            yield _article(piece[: _end(piece)], outlet_first=False)


def _end(piece: Sequence[str]) -> int:
    return next((at for at, line in enumerate(piece) if _is_mark(line, "end")), len(piece))


def _article(piece: Sequence[str], *, outlet_first: bool) -> Exported:
    first = next((at for at, line in enumerate(piece) if _begins_head(line)), len(piece))
    start = _body_start(piece, first)
    title, outlet, day = _heading(piece[:first], outlet_first=outlet_first)
    outlet = _PLACE.sub("", outlet) if outlet else None
    end = next((at for at in range(start, len(piece)) if _is_foot(piece[at])), len(piece))
    return Exported(title, outlet, day, body_of(piece[start:end]), _standfirst(piece[first:start]))


def _heading(
    lines: Sequence[str], *, outlet_first: bool
) -> tuple[str | None, str | None, str | None]:
    """Headline, outlet and date from the lines above the first label."""
    told = [(at, line.strip()) for at, line in enumerate(lines) if line.strip()]
    told = [
        (at, line)
        for at, line in told
        if not COPYRIGHT.match(line) and "rights reserved" not in line.casefold()
    ]
    dated = [number for number, (_, line) in enumerate(told) if _is_date_line(line)]
    if not dated:
        return (told[-1][1] if outlet_first else told[0][1]) if told else None, None, None
    if not outlet_first:
        day = dated[-1]
        title = told[day - 2][1] if day > 1 else None
        return title, told[day - 1][1] if day else None, told[day][1]
    day = dated[0]
    # The edition stands in the date's block, the headline in one of its own.
    below = next(
        (at for at in range(told[day][0], len(lines)) if not lines[at].strip()), len(lines)
    )
    title = one_line([line for at, line in told if at > below])
    return title, told[day - 1][1] if day else None, told[day][1]


def _standfirst(head: Sequence[str]) -> str | None:
    for at, line in enumerate(head):
        if _label(line) in words_of("nexis")["standfirst"]:
            end = next((to for to in range(at, len(head)) if not head[to].strip()), len(head))
            return (one_line(head[at:end]) or "").partition(":")[2].strip() or None
    return None


def _body_start(piece: Sequence[str], first: int) -> int:
    marks = (
        at
        for at in range(first, min(first + _MOST_HEAD, len(piece)))
        if _is_mark(piece[at], "body")
    )
    if (mark := next(marks, None)) is not None:
        return mark + 1
    goes_on = False
    for at in range(first, len(piece)):
        line = piece[at]
        if _begins_head(line):
            goes_on = True
        elif not line.strip():
            goes_on = False
        elif not goes_on and not COPYRIGHT.match(line):
            return at
    return len(piece)


def _is_date_line(line: str) -> bool:
    return len(line) <= _DATE_LINE_LENGTH and any(
        mention.precision == "day" and mention.readings for mention in date_mentions(line)
    )


def _label(line: str) -> str | None:
    found = _LABEL.match(line)
    return found[1].casefold() if found else None


def _begins_head(line: str) -> bool:
    return _label(line) in words_of("nexis")["head"] or _is_mark(line, "body")


def _is_mark(line: str, mark: str) -> bool:
    return line.strip().rstrip(":").casefold() in words_of("nexis")[mark]


def _is_foot(line: str) -> bool:
    words = words_of("nexis")
    label = _label(line)
    if label in words["foot"] or _is_mark(line, "foot") or COPYRIGHT.match(line):
        return True
    return label in words["capital_foot"] and line.strip()[: len(label or "")].isupper()
