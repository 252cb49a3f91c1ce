"""The reliability diagram: of what is given a confidence, how much is right."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from measure import Outcome

EDGES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01)
SIDE, MARGIN = 320, 48
COLOURS = ("#1f5a94", "#b5461f")
FEWEST = 5
"""Statements that make a point."""


def points(outcomes: Sequence[Outcome]) -> list[tuple[float, float, int]]:
    """Mean confidence, share right and number of the statements of each stretch of the scale."""
    found = []
    for low, high in pairwise(EDGES):
        held = [o for o in outcomes if low <= o.confidence < high]
        if len(held) >= FEWEST:
            given = sum(o.confidence for o in held) / len(held)
            found.append((given, sum(o.both for o in held) / len(held), len(held)))
    return found


def draw(series: Mapping[str, Sequence[Outcome]]) -> str:
    """An SVG picture: one line a series, the diagonal where confidence is what it says."""
    width, height = SIDE + 2 * MARGIN, SIDE + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        "<style>text{font:12px sans-serif}</style>",
        "<title>Reliability: share right against confidence given</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<path d="M{MARGIN} {MARGIN}V{MARGIN + SIDE}H{MARGIN + SIDE}" fill="none" stroke="#333"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
    ]
    for tick in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        parts.append(f'<text x="{_x(tick)}" y="{_y(0) + 16}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{_x(0) - 6}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>')
    middle = _x(0.5)
    parts.append(f'<text x="{middle}" y="{height - 10}" text-anchor="middle">confidence</text>')
    parts.append(
        f'<text transform="translate(14 {_y(0.5)}) rotate(-90)" text-anchor="middle">'
        "share right</text>"
    )
    for number, (name, outcomes) in enumerate(series.items()):
        parts += _line(name, points(outcomes), COLOURS[number % len(COLOURS)], number)
    return "\n".join([*parts, "</svg>", ""])


def _line(name: str, found: list[tuple[float, float, int]], colour: str, number: int) -> list[str]:
    path = " ".join(f"{_x(given)},{_y(right)}" for given, right, _ in found)
    dots = [
        f'<circle cx="{_x(given)}" cy="{_y(right)}" r="{2 + count**0.5 / 2:.1f}" fill="{colour}">'
        f"<title>{name}: {count} statements, given {given:.2f}, right {right:.2f}</title></circle>"
        for given, right, count in found
    ]
    key = f'<text x="{_x(0) + 12}" y="{MARGIN + 14 + 16 * number}" fill="{colour}">{name}</text>'
    return [f'<polyline points="{path}" fill="none" stroke="{colour}"/>', *dots, key]


def _x(value: float) -> float:
    return round(MARGIN + SIDE * value, 1)


def _y(value: float) -> float:
    return round(MARGIN + SIDE * (1 - value), 1)
