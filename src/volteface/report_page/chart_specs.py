"""The charts as Vega-Lite specifications: what is drawn how, without any text or number of a case.

Colours are the style sheet's, so that dark mode and print change them without drawing anew. The
numbers are named sources that the page's script fills: ``level``, ``marks``, ``jumps``, ``shares``,
with the columns of :mod:`volteface.report_page.chart_data`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

STEPS = 6
"""Colours of a ladder's steps."""
_ACTOR, _INK, _PAPER, _RULE = "var(--actor)", "var(--ink-soft)", "var(--paper)", "var(--rule)"
_SHAPES: Json = {
    "domain": ["words", "deed", "fact", "belief", "imputed"],
    "range": ["circle", "square", "diamond", "triangle-up", "cross"],
}


def timeline_spec(days: tuple[date, date]) -> Json:
    """Bands, level and marks over the years, and beneath them the chance of a jump."""
    main = {"domain": [-1, 1], "range": [128, 8], "nice": False, "zero": False}
    jumps = {"domain": [0, 1], "range": [182, 153], "nice": False}
    stance = {"type": "quantitative", "scale": main, "axis": _stance_axis()}
    level = {"data": {"name": "level"}}
    time = _time(grid=False)
    drawn = [
        {
            **level,
            "mark": _area(0.16),
            "encoding": {"x": _time(days, grid=False), **_between(stance, "e", "f")},
        },
        {**level, "mark": _area(0.28), "encoding": {"x": time, **_between(stance, "c", "d")}},
        {
            **level,
            "mark": {"type": "line", "stroke": _ACTOR, "strokeWidth": 1.6},
            "encoding": {"x": time, "y": {**stance, "field": "m"}},
        },
        *_marks(time, stance, {"value": _ACTOR}),
    ]
    chance = {
        "data": {"name": "jumps"},
        "mark": {
            "type": "rect",
            "fill": _INK,
            "fillOpacity": 0.35,
            "stroke": _INK,
            "strokeWidth": 1,
        },
        "encoding": {
            "x": {**time, "field": "s"},
            "x2": {"field": "u"},
            "y": {
                "field": "p",
                "type": "quantitative",
                "scale": jumps,
                "axis": {**_bare("left"), "values": [0, 1], "labelExpr": "datum.value"},
            },
            "y2": {"datum": 0},
        },
    }
    layers = [_years(days), {"layer": drawn}, chance, _said("P(jump)", 148)]
    return _framed(186, {"layer": layers, "resolve": {"scale": {"y": "independent"}}})


def contrast_spec(days: tuple[date, date]) -> Json:
    """Two levels with their likelier half: words in the actor's colour, deeds in ink, dashed."""
    scale = {"domain": [-1, 1], "range": [138, 8], "nice": False, "zero": False}
    stance = {"type": "quantitative", "scale": scale, "axis": _stance_axis()}
    time = _time()
    colour = _by_channel([_ACTOR, _INK])
    drawn = [
        {
            "data": {"name": "level"},
            "mark": {"type": "area", "opacity": 0.2},
            "encoding": {"x": _time(days), **_between(stance, "c", "d"), "fill": colour},
        },
        {
            "data": {"name": "level"},
            "mark": {"type": "line", "strokeWidth": 1.6},
            "encoding": {
                "x": time,
                "y": {**stance, "field": "m"},
                "stroke": colour,
                "strokeDash": _by_channel([[1, 0], [5, 3]]),
            },
        },
        *_marks(time, stance, colour),
    ]
    return _framed(146, {"layer": drawn})


def fan_spec(days: tuple[date, date], bounds: tuple[float, float]) -> Json:
    """A median with its bands."""
    scale = {"domain": list(bounds), "nice": False, "zero": False}
    number = {
        "type": "quantitative",
        "scale": scale,
        "axis": {**_bare("left"), "grid": True, "tickCount": 4},
    }
    level = {"data": {"name": "level"}}
    time = _time()
    drawn = [
        {
            **level,
            "mark": _area(0.16),
            "encoding": {"x": _time(days), **_between(number, "e", "f")},
        },
        {**level, "mark": _area(0.28), "encoding": {"x": time, **_between(number, "c", "d")}},
        {
            **level,
            "mark": {"type": "line", "stroke": _ACTOR, "strokeWidth": 1.6},
            "encoding": {"x": time, "y": {**number, "field": "m"}},
        },
    ]
    return _framed(130, {"layer": drawn})


def share_spec(days: tuple[date, date]) -> Json:
    """One share of the draws: a line over its area."""
    share = {"field": "p", "type": "quantitative", **_percent()}
    drawn = [
        {"mark": _area(0.28), "encoding": {"x": _time(days), "y": share, "y2": {"datum": 0}}},
        {
            "mark": {"type": "line", "stroke": _ACTOR, "strokeWidth": 1.6},
            "encoding": {"x": _time(), "y": share},
        },
    ]
    return _framed(130, {"data": {"name": "shares"}, "layer": drawn})


def shares_spec(days: tuple[date, date]) -> Json:
    """Shares of the draws, stacked; one colour for each step of the ladder."""
    return _framed(
        130,
        {
            "data": {"name": "shares"},
            "mark": {"type": "area", "stroke": _PAPER, "strokeWidth": 0.5},
            "encoding": {
                "x": _time(days),
                "y": {
                    "field": "p",
                    "type": "quantitative",
                    "stack": "zero",
                    **_percent(),
                },
                "order": {"field": "k", "type": "quantitative"},
                "fill": {
                    "field": "k",
                    "type": "nominal",
                    "legend": None,
                    "scale": {
                        "domain": list(range(STEPS)),
                        "range": [f"var(--step{k})" for k in range(STEPS)],
                    },
                },
            },
        },
    )


def _percent() -> Json:
    axis = {**_bare("left"), "grid": True, "values": [0, 0.5, 1], "format": "%"}
    return {"scale": {"domain": [0, 1], "nice": False}, "axis": axis}


def _framed(height: int, body: Json) -> Json:
    return {
        "width": 300,
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 2, "right": 6, "top": 2, "bottom": 2},
        "background": None,
        "config": {
            "aria": False,
            "font": "system-ui, sans-serif",
            "view": {"stroke": None},
            "axis": {"labelFontSize": 11, "labelColor": _INK, "gridColor": _RULE},
        },
        **body,
    }


def _time(days: tuple[date, date] | None = None, *, grid: bool = True) -> Json:
    """The years; the ends are said once a chart, since other layers would take them for data."""
    ends = {"domain": [day.isoformat() for day in days]} if days else {}
    return {
        "field": "t",
        "type": "temporal",
        "scale": {"type": "utc", "nice": False, **ends},
        "axis": {
            **_bare("bottom"),
            "grid": grid,
            "format": "%Y",
            "tickCount": {"interval": "year", "step": 1},
            "labelFlush": True,
        },
    }


def _years(days: tuple[date, date]) -> Json:
    """Lines at the turns of years, from top to foot: the axis would draw them in one part only."""
    turns = range(days[0].year + 1, days[1].year + 1)
    return {
        "data": {"values": [{"t": f"{year}-01-01"} for year in turns]},
        "mark": {"type": "rule", "stroke": _RULE},
        "encoding": {"x": _time(grid=False), "y": {"value": 8}, "y2": {"value": 182}},
    }


def _said(words: str, height: int) -> Json:
    """Words of our own in the chart."""
    return {
        "data": {"values": [{}]},
        "mark": {
            "type": "text",
            "text": words,
            "align": "left",
            "baseline": "bottom",
            "fill": _INK,
        },
        "encoding": {"x": {"value": 2}, "y": {"value": height}},
    }


def _bare(side: str) -> Json:
    return {"orient": side, "title": None, "domain": False, "ticks": False, "grid": False}


def _stance_axis() -> Json:
    words = "datum.value > 0 ? '+1' : datum.value < 0 ? '\u22121' : '0'"
    return {**_bare("left"), "grid": True, "values": [-1, 0, 1], "labelExpr": words}


def _area(opacity: float) -> Json:
    return {"type": "area", "fill": _ACTOR, "opacity": opacity}


def _between(number: Json, low: str, high: str) -> Json:
    return {"y": {**number, "field": high}, "y2": {"field": low}}


def _by_channel(values: Sequence[Any]) -> Json:
    scale = {"domain": ["words", "deeds"], "range": values}
    return {"field": "g", "type": "nominal", "legend": None, "scale": scale}


def _marks(time: Json, stance: Json, colour: Json) -> list[Json]:
    """Observations: a line over their possible days, and a form whose area is their weight."""
    value = {**stance, "field": "v"}
    return [
        {
            "data": {"name": "marks"},
            "mark": {"type": "rule", "strokeWidth": 1.2},
            "encoding": {
                "x": {**time, "field": "s"},
                "x2": {"field": "u"},
                "y": value,
                "stroke": colour,
            },
        },
        {
            "data": {"name": "marks"},
            "mark": {"type": "point", "fillOpacity": 0.9, "strokeWidth": 1.4},
            "encoding": {
                "x": time,
                "y": value,
                "size": {"field": "w", "type": "quantitative", "scale": None},
                "shape": {"field": "k", "type": "nominal", "legend": None, "scale": _SHAPES},
                "stroke": colour,
                "fill": {
                    "condition": {"test": "datum.k === 'fact'", "value": _PAPER},
                    **colour,
                },
            },
        },
    ]
