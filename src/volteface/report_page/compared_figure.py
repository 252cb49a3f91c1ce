"""A comparison of actors as a figure: levels, distances and polarisation over time."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from volteface.case.schema import Case
from volteface.positions.compare import Comparison
from volteface.positions.comparison import Spread
from volteface.report_page.chart_specs import Json
from volteface.report_page.compared import compared, most_changed
from volteface.report_page.figure import Figure, assembled, colours, wrapped
from volteface.report_page.names import CHANNELS, PALETTE, Names

PAIRS = 4
"""Pairs drawn: those whose distance changed most."""
_WIDTH, _HEIGHT = 320, 190


def comparison_figure(found: Comparison, case: Case) -> Figure:
    """All levels in one panel, polarisation in the next, then the pairs that changed most."""
    names = Names(case)
    days = found.polarisation.days
    order = [one.actor for one in found.standings]
    panels = [
        _levels(found, order, names),
        _lone(days, found.polarisation.distance, "Polarisation: mean distance", (0, 1)),
    ]
    for pair in most_changed(found)[:PAIRS]:
        title = f"{names.actor(pair.one)} and {names.actor(pair.other)}: distance"
        panels.append(_lone(pair.days, pair.distance, title, (0, 2)))
    title = f"{names.question(found.issue)} ({CHANNELS[found.channel]})"
    return assembled(title, panels, "\n".join(compared(found, case)))


def _levels(found: Comparison, order: Sequence[str], names: Names) -> Json:
    days = found.polarisation.days
    rows = [
        row | {"a": names.actor(actor)}
        for actor in order
        for row in _rows(days, found.levels[actor])
    ]
    colour = {
        "field": "a",
        "type": "nominal",
        "title": None,
        "scale": {
            "domain": [names.actor(actor) for actor in order],
            "range": [colours()[f"c{place % PALETTE}"] for place in range(len(order))],
        },
        "legend": {"orient": "bottom", "columns": 3, "labelLimit": 120, "symbolOpacity": 1},
    }
    return _framed("Levels, with their likelier half", rows, _number((-1, 1)), colour, ("c", "d"))


def _lone(
    days: Sequence[date], numbers: Sequence[Spread], title: str, ends: tuple[int, int]
) -> Json:
    colour = {"value": colours()["c0"]}
    return _framed(title, list(_rows(days, numbers)), _number(ends), colour, ("e", "f"))


def _rows(days: Sequence[date], numbers: Sequence[Spread]) -> Iterable[Json]:
    for day, one in zip(days, numbers, strict=True):
        yield {
            "t": day.isoformat(),
            "m": round(one.mean, 4),
            "c": round(one.low50, 4),
            "d": round(one.high50, 4),
            "e": round(one.low90, 4),
            "f": round(one.high90, 4),
        }


def _number(ends: tuple[int, int]) -> Json:
    return {
        "type": "quantitative",
        "title": None,
        "scale": {"domain": list(ends), "nice": False, "zero": False},
        "axis": {"tickCount": 4, "domain": False, "ticks": False},
    }


def _framed(
    title: str, rows: list[Json], number: Json, colour: Json, band: tuple[str, str]
) -> Json:
    """A line over a band, in one panel."""
    time = {
        "field": "t",
        "type": "temporal",
        "title": None,
        "scale": {"type": "utc", "nice": False},
        "axis": {"format": "%Y", "tickCount": {"interval": "year", "step": 1}, "domain": False},
    }
    line: dict[str, Any] = {
        "mark": {"type": "line", "strokeWidth": 1.8},
        "encoding": {"x": time, "y": {**number, "field": "m"}, "stroke": colour},
    }
    area = {
        "mark": {"type": "area", "opacity": 0.16},
        "encoding": {
            "x": time,
            "y": {**number, "field": band[0]},
            "y2": {"field": band[1]},
            "fill": colour,
        },
    }
    return {
        "title": {"text": wrapped(title), "anchor": "start", "fontSize": 12, "offset": 8},
        "width": _WIDTH,
        "height": _HEIGHT,
        "data": {"values": rows},
        "layer": [area, line],
    }
