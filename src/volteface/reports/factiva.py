"""Exports of Factiva: each article ends with "Document" and its number in the database.

With indexing every part has a tag of two or three letters before it; without, the header is
headline, byline, "532 words", date, source, code, language, copyright.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from volteface.reports.dates import date_mentions
from volteface.reports.exported import COPYRIGHT, Exported, body_of, one_line, words_of
from volteface.reports.head import is_credit

_NUMBER = re.compile(r"(?:AN\s+)?(\w+)\s+[A-Za-z]{3,10}\w{0,8}(?:19|20)\d{6}\w{4,14}\s*", re.ASCII)
_COUNT = re.compile(r"\s*\d[\d.,]* ([^\W\d_]+)\s*")
_TAG = re.compile(r"([A-Z]{2,3})(?:\s+(.*)|)")
_TIME = re.compile(r"\d{1,2}:\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?")
_PAGE = re.compile(r"\s*page \d+ of \d+\b", re.IGNORECASE)
_MOST_HEAD = 12
_HEADLINE_LINES = 4


def exported(lines: Sequence[str]) -> Iterator[Exported]:
    """The articles; none where the lines are no export of this kind."""
    start = 0
    for at, line in enumerate(lines):
        if (number := _NUMBER.fullmatch(line.strip())) is not None and number[
            1
        ].casefold() in words_of("factiva")["article"]:
            piece = [one for one in lines[start:at] if not _is_furniture(one)]
            tagged = any(found and found[1] == "HD" for found in map(_TAG.fullmatch, piece))
            yield _by_tags(piece) if tagged else _by_order(piece)
            start = at + 1


def _by_tags(piece: Sequence[str]) -> Exported:
    known = words_of("factiva")["tags"]
    fields: defaultdict[str, list[str]] = defaultdict(list)
    tag = ""
    for line in piece:
        found = _TAG.fullmatch(line.rstrip())
        if found is not None and found[1] in known:
            tag = found[1]
            line = found[2] or ""  # noqa: PLW2901 the tag is no part of the text
        fields[tag].append(line)
    body = "\n\n".join(filter(None, (body_of(fields["LP"]), body_of(fields["TD"]))))
    return Exported(one_line(fields["HD"]), one_line(fields["SN"]), one_line(fields["PD"]), body)


def _by_order(piece: Sequence[str]) -> Exported:
    count = next((at for at, line in enumerate(piece) if _is_count(line)), None)
    if count is None:
        return Exported(None, None, None, body_of(piece))
    above = [line.strip() for line in piece[:count] if line.strip()]
    headlines = [line for line in above[-_HEADLINE_LINES:] if not is_credit(line)]
    start = _body_start(piece, count)
    header = [line.strip() for line in piece[count + 1 : start] if line.strip()]
    day = next((at for at, line in enumerate(header) if any(date_mentions(line))), None)
    after = [] if day is None else [line for line in header[day + 1 :] if not _TIME.fullmatch(line)]
    return Exported(
        max(headlines, key=len, default=None),
        after[0] if after and not COPYRIGHT.match(after[0]) else None,
        None if day is None else header[day],
        body_of(piece[start:]),
    )


def _body_start(piece: Sequence[str], count: int) -> int:
    """After the copyright line, else after the first blank line below the header."""
    last = min(count + _MOST_HEAD, len(piece))
    for at in range(count + 1, last):
        if COPYRIGHT.match(piece[at]):
            return at + 1
    blank = (at for at in range(count + 2, last) if not piece[at].strip())
    return next(blank, count + 1)


def _is_count(line: str) -> bool:
    found = _COUNT.fullmatch(line)
    return found is not None and found[1].casefold() in words_of("factiva")["words"]


def _is_furniture(line: str) -> bool:
    folded = line.casefold()
    return bool(_PAGE.match(line)) or ("factiva" in folded and "rights reserved" in folded)
