"""Exports of ProQuest: articles between rules or below "Document 3 of 25", with labelled fields."""

import re
from collections.abc import Iterator, Sequence

from volteface.reports.dates import date_mentions
from volteface.reports.exported import Exported, body_of, one_line, parted, words_of

_RULE = re.compile(r"\s*_{20,}\s*")
_START = re.compile(r"\s*(\w+) \d{1,5} of \d{1,5}\s*")
_FIELD = re.compile(r"\s*([A-Za-z][A-Za-z /]{2,30}?)\s?: ?(.*)")
_ID = "proquest document id"


def exported(lines: Sequence[str]) -> Iterator[Exported]:
    """The articles; none where the lines are no export of this kind."""
    if not any(_field(line) == _ID for line in lines):
        return
    parts = [at for at, line in enumerate(lines) if _RULE.fullmatch(line)]
    parts = parts or [at for at, line in enumerate(lines) if _is_start(line)]
    for piece in parted(lines, [-1, *parts]):
        if any(_field(line) == _ID for line in piece):
            yield _article([line for line in piece if not _is_start(line)])


def _article(piece: Sequence[str]) -> Exported:
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in piece:
        if (name := _field(line)) is not None:
            values = fields.setdefault(name, [])
            line = line.partition(":")[2].lstrip()  # noqa: PLW2901 the label is no part of the text
        values.append(line)
    first = next((line.strip() for line in piece if line.strip()), None)
    title = one_line(fields.get("title", [])) or (first if first and not _field(first) else None)
    printed = one_line(fields.get("publication info", [])) or ""
    outlet = one_line(fields.get("publication title", [])) or printed
    return Exported(
        title,
        re.split(r"[;,]", outlet, maxsplit=1)[0].strip() or None,
        one_line(fields.get("publication date", [])) or _day_in(printed),
        body_of(fields.get("full text", [])),
    )


def _day_in(printed: str) -> str | None:
    """The date in "New York Times [New York, N.Y] 31 May 2012: A.8."."""
    spaced = printed.replace("]", "] ")
    return next((one.words for one in date_mentions(spaced) if one.precision == "day"), None)


def _field(line: str) -> str | None:
    found = _FIELD.fullmatch(line)
    name = found[1].casefold() if found else None
    return name if name in words_of("proquest")["fields"] else None


def _is_start(line: str) -> bool:
    found = _START.fullmatch(line)
    return found is not None and found[1].casefold() in words_of("proquest")["article"]
