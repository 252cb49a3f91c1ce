"""The charts' numbers as columns: short names, days since 1970-01-01, nothing to be read aloud.

``t`` day, ``s`` and ``u`` first and last day, ``m`` middle, ``c`` to ``d`` the 50 % and ``e`` to
``f`` the 90 % band, ``v`` stance, ``w`` area in square pixels, ``k`` shape or step, ``g`` channel,
``p`` probability or share.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from volteface.report_page.chart_specs import STEPS, Json
from volteface.report_page.content import Band, Contrast, Fan, Shares, Timeline

DATES = frozenset("tsu")
"""The columns that are days."""
_EPOCH = date(1970, 1, 1).toordinal()
_MARK_AREA = 130
"""Square pixels of a mark of weight 1."""
_SMALLEST = 22


def timeline_data(line: Timeline) -> Json:
    """Level, marks in the table's order, and jumps."""
    return {
        "level": _levels([(line.level, "words")]),
        "marks": _points([(line, "words")]),
        "jumps": _columns(
            "sup",
            ((_day(j.earliest), _day(j.latest), round(j.probability, 4)) for j in line.jumps),
        ),
    }


def contrast_data(contrast: Contrast) -> Json:
    """Levels and marks, words before deeds."""
    pairs = [(contrast.words, "words"), (contrast.deeds, "deeds")]
    return {
        "level": _levels([(line.level, channel) for line, channel in pairs]),
        "marks": _points(pairs),
    }


def fan_data(fan: Fan) -> Json:
    """The bands."""
    return {"level": _levels([(fan.band, "words")])}


def shares_data(shares: Shares) -> Json:
    """One row for each step and month."""
    rows = (
        (_day(day), round(share, 4), step % STEPS)
        for step, row in enumerate(shares.rows)
        for day, share in zip(shares.days, row, strict=True)
    )
    return {"shares": _columns("tpk", rows)}


def _levels(bands: Sequence[tuple[Band | None, str]]) -> Json:
    rows = [
        (_day(day), *numbers, channel)
        for band, channel in bands
        if band is not None
        for day, *numbers in zip(
            band.days,
            band.middle,
            band.low50,
            band.high50,
            band.low90,
            band.high90,
            strict=True,
        )
    ]
    return _columns("tmcdefg", rows)


def _points(lines: Iterable[tuple[Timeline, str]]) -> Json:
    rows = [
        (
            (_day(mark.earliest) + _day(mark.latest)) / 2,
            _day(mark.earliest),
            _day(mark.latest),
            round(mark.value, 3),
            max(_SMALLEST, round(_MARK_AREA * mark.weight)),
            mark.shape,
            channel,
        )
        for line, channel in lines
        for mark in line.marks
    ]
    return _columns("tsuvwkg", rows)


def _columns(names: str, rows: Iterable[tuple[Any, ...]]) -> Json:
    columns: Json = {name: [] for name in names}
    for row in rows:
        for name, value in zip(names, row, strict=True):
            columns[name].append(value)
    return columns


def _day(day: date) -> int:
    return day.toordinal() - _EPOCH
