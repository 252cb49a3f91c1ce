"""A calibration plot as SVG: of what was given so much, how often did it come true?"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from volteface.questions.forecasting.scores import Scored

_EDGES = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
_SIDE, _LEFT, _TOP = 320, 56, 16


@dataclass(frozen=True, slots=True)
class Point:
    """Options that were given alike: mean probability, share that came true, how many."""

    given: float
    came: float
    count: int


def calibration(scored: Sequence[Scored]) -> list[Point]:
    """The options of answered questions, by what they were given."""
    pairs = [
        (p, float(option.name == one.forecast.question.outcome))
        for one in scored
        if one.forecast.declined is None
        for p, option in zip(one.given, one.forecast.question.options, strict=True)
    ]
    found = []
    for low, high in itertools.pairwise(_EDGES):
        inside = [(p, o) for p, o in pairs if low <= p < high or (high == 1 and p == 1)]
        if inside:
            count = len(inside)
            given = sum(p for p, _ in inside) / count
            found.append(Point(given, sum(o for _, o in inside) / count, count))
    return found


def calibration_svg(scored: Sequence[Scored]) -> str:
    """The plot, readable in black and white; the numbers stand in its description."""
    points = calibration(scored)
    told = "; ".join(f"given {p.given:.2f}, came true {p.came:.2f} of {p.count}" for p in points)
    width, height = _SIDE + _LEFT + 16, _SIDE + _TOP + 48
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" font-family="sans-serif" font-size="12" role="img">'
        ),
        f"<title>Calibration of forecasts</title><desc>{told}</desc>",
        f'<rect width="{width}" height="{height}" fill="white"/>',
        (
            f'<rect x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}" fill="none" '
            'stroke="#888"/>'
        ),
        _line(0, 0, 1, 1),
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        parts += [
            f'<text x="{_x(tick):.0f}" y="{_y(0) + 16:.0f}" text-anchor="middle">{tick:g}</text>',
            f'<text x="{_LEFT - 6}" y="{_y(tick) + 4:.0f}" text-anchor="end">{tick:g}</text>',
        ]
    for point in points:
        x, y = _x(point.given), _y(point.came)
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#1f5a91"/>',
            f'<text x="{x + 8:.1f}" y="{y - 6:.1f}">{point.count}</text>',
        ]
    middle = _LEFT + _SIDE / 2
    parts += [
        f'<text x="{middle:.0f}" y="{height - 10}" text-anchor="middle">probability given</text>',
        (
            f'<text x="14" y="{_TOP + _SIDE / 2:.0f}" text-anchor="middle" '
            f'transform="rotate(-90 14 {_TOP + _SIDE / 2:.0f})">share that came true</text>'
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _x(share: float) -> float:
    return _LEFT + share * _SIDE


def _y(share: float) -> float:
    return _TOP + (1 - share) * _SIDE


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return (
        f'<line x1="{_x(x1)}" y1="{_y(y1)}" x2="{_x(x2)}" y2="{_y(y2)}" stroke="#888" '
        'stroke-dasharray="4 4"/>'
    )
