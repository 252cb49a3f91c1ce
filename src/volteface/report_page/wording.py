"""What a chart shows, a mark is and a claim came to, in words for those who do not see the chart.

Minus signs are true minus signs and numbers have as many digits as are meant.
"""

import re
from collections.abc import Iterator
from datetime import date

from volteface.report_page.content import (
    Band,
    Claim,
    Contrast,
    Evidence,
    Fan,
    Jump,
    Mark,
    Shares,
    Timeline,
)
from volteface.report_page.names import stretch

_SNIPPET = 180
_DATE = re.compile(r"(\b\d{4}-\d{2}(?:-\d{2})?\b)", re.ASCII)
_WORTH_SAYING = 0.01


def counted(number: int, noun: str) -> str:
    """``1 mark``, ``2 marks``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def dated(text: str) -> Iterator[tuple[str, bool]]:
    """A text in pieces, and of each whether it is a date, which no line should break."""
    for piece in _DATE.split(text):
        if piece:
            yield piece, _DATE.fullmatch(piece) is not None


def signed(number: float) -> str:
    """A stance with its sign and two digits."""
    return f"{number:+.2f}".replace("-", "\u2212")


def snippet(item: Evidence) -> str:
    """The words themselves, on one line, cut where they run long."""
    words = " ".join(piece.text for piece in item.passage if piece.role == "content").split()
    text = " ".join(words)
    return text if len(text) <= _SNIPPET else text[:_SNIPPET].rsplit(" ", 1)[0] + " \u2026"


def mark_label(mark: Mark, item: Evidence) -> str:
    """A mark in one line: what it is, its stance and its first words."""
    return f"{item.summary}: {signed(mark.value)}. {snippet(item)}"


def level_on(line: Timeline, day: date) -> str:
    """The level on one of its days, such as ``+0.70 (+0.31 to +0.98)``."""
    if line.level is None:
        return "\u2013"
    at = line.level.days.index(day)
    low, high = line.level.low90[at], line.level.high90[at]
    return f"{signed(line.level.middle[at])} ({signed(low)} to {signed(high)})"


def jumps(line: Timeline) -> tuple[Jump, ...]:
    """Gaps with a chance of a jump that is worth saying."""
    return tuple(jump for jump in line.jumps if jump.probability >= _WORTH_SAYING)


def timeline_alt(line: Timeline) -> str:
    """What a timeline shows."""
    likeliest = max(line.jumps, key=lambda jump: jump.probability, default=None)
    jumped = ""
    if likeliest is not None and likeliest.probability >= _WORTH_SAYING:
        where = stretch(likeliest.earliest, likeliest.latest)
        jumped = f" The likeliest jump, probability {likeliest.probability:.2f}, is in {where}."
    return f"{line.actor}, {line.channel}. {_course(line)}{jumped}"


def contrast_alt(item: Contrast) -> str:
    """What a chart of words and deeds shows."""
    return f"{item.actor}. Words: {_course(item.words)} Deeds: {_course(item.deeds)}"


def path_alt(chart: Fan | Shares) -> str:
    """What a path of the model shows."""
    if isinstance(chart, Fan):
        first, last = (_bands(chart.band, at) for at in (0, -1))
        return f"{chart.title}. {first}; {last}."
    ends = (
        f"{day:%Y-%m}: " + ", ".join(f"{step} {percent(row[at])}" for step, row in _steps(chart))
        for at, day in ((0, chart.days[0]), (-1, chart.days[-1]))
    )
    return f"{chart.title}, share of draws. {'; '.join(ends)}."


def band_rows(band: Band) -> Iterator[tuple[date, tuple[str, ...]]]:
    """Day, then median and the ends of both bands, for a table."""
    columns = (band.middle, band.low50, band.high50, band.low90, band.high90)
    for day, *row in zip(band.days, *columns, strict=True):
        yield day, tuple(number(value) for value in row)


def share_rows(chart: Shares) -> Iterator[tuple[date, tuple[str, ...]]]:
    """Day and the share of each step, for a table."""
    for at, day in enumerate(chart.days):
        yield day, tuple(f"{row[at]:.3f}" for row in chart.rows)


def percent(share: float) -> str:
    """``81 %``."""
    return f"{100 * share:.0f} %"


def number(value: float) -> str:
    """Three significant digits, without an exponent where it can be had."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}".replace("-", "\u2212")  # noqa: PLR2004


def claim_says(claim: Claim) -> str:
    """What the model says of a claim, how sure, and what would turn the answer around."""
    if claim.answer is None:
        reason = f": {claim.unmodelled.rstrip('.')}" if claim.unmodelled else ""
        return f"The model has no quantity for this claim{reason}."
    said = [f"The model says: {claim.answer}."]
    if claim.probability is not None:
        among = ""
        if claim.sign_share is not None and claim.sign_share != claim.probability:
            among = f", and in {percent(claim.sign_share)} of those that differ at all"
        said.append(f"It is as claimed in {percent(claim.probability)} of the draws{among}.")
    if claim.interval is not None:
        low, high = (number(end) for end in claim.interval)
        said.append(f"Effect or level: {low} to {high} in nine draws of ten.")
    if claim.flips:
        said.append(f"What would turn the answer around: {', '.join(claim.flips)}.")
    if claim.equation:
        said.append(f"What forces it: {claim.equation.rstrip('.')}.")
    return " ".join(said)


def _course(line: Timeline) -> str:
    first = min(mark.earliest for mark in line.marks)
    last = max(mark.latest for mark in line.marks)
    seen = f"{counted(len(line.marks), 'mark')}, {stretch(first, last)}"
    if line.level is None:
        return f"{seen}; too few for a line."
    ends = f"level {level_on(line, first)} on {first}, {level_on(line, last)} on {last}"
    return f"{seen}; {ends}; in brackets 90 % bands."


def _bands(band: Band, at: int) -> str:
    low, high = number(band.low90[at]), number(band.high90[at])
    return f"{band.days[at]:%Y-%m}: {number(band.middle[at])} ({low} to {high}, 90 % of draws)"


def _steps(chart: Shares) -> Iterator[tuple[str, tuple[float, ...]]]:
    return zip(chart.steps, chart.rows, strict=True)
