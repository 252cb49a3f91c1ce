# ruff: noqa: INP001 - beside the pages whose pictures it is for
"""How the pictures of these pages look: panels of curves, dots and bands as Vega-Lite."""

from collections.abc import Iterable
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]
"""One point: ``x``, ``y``, its ``series`` and ``mark``, and the ``part`` of the series it is in."""
Spec: TypeAlias = dict[str, Any]
"""A Vega-Lite specification, or a part of one."""

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#000000")
"""After Okabe and Ito (2008): told apart by readers with any colour vision."""
_DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [4, 4], [1, 3])
_DIGITS = 4
_FONT = "sans-serif"
_MARKS: dict[str, Spec] = {
    "band": {"mark": {"type": "area", "opacity": 0.18}},
    "curve": {"mark": {"type": "line", "strokeWidth": 2}},
    "dot": {"mark": {"type": "point", "filled": True, "size": 45, "opacity": 1}},
    "ring": {"mark": {"type": "point", "filled": False, "size": 30, "strokeWidth": 1}},
}


def rows(
    mark: str, series: str, xs: Iterable[float], ys: Iterable[float], *, part: int = 0
) -> list[Row]:
    """The points of one series, drawn as "curve", "dot" (filled) or "ring" (hollow).

    A series has several curves if it has several parts.
    """
    return [
        {"x": _short(x), "y": _short(y), "series": series, "mark": mark, "part": part}
        for x, y in zip(xs, ys, strict=True)
    ]


def band(
    series: str, xs: Iterable[float], low: Iterable[float], high: Iterable[float]
) -> list[Row]:
    """What lies between two curves."""
    return [
        {"x": _short(x), "y": _short(a), "y2": _short(b), "series": series, "mark": "band"}
        for x, a, b in zip(xs, low, high, strict=True)
    ]


def panel(title: str, points: list[Row], x: Spec, y: Spec, *, legend: str) -> Spec:
    """One panel.

    Args:
        title: Stands above it.
        points: Drawn in the order of the marks: bands, curves, dots, rings.
        x: The axis: see :func:`axis`.
        y: The other.
        legend: The title of the series.
    """
    series = list(dict.fromkeys(point["series"] for point in points))
    colour = {"range": list(COLOURS[: len(series)]), "domain": series}
    dash = {"range": list(_DASHES[: len(series)]), "domain": series}
    used = [mark for mark in _MARKS if any(point["mark"] == mark for point in points)]
    symbol = "stroke" if "curve" in used else "circle"
    key = {"title": legend, "symbolType": symbol}
    drawn = [_layer(mark, dash, key) for mark in used]
    shared = {
        "x": {"field": "x", "type": "quantitative", **x},
        "y": {"field": "y", "type": "quantitative", **y},
        "color": {"field": "series", "type": "nominal", "scale": colour, "legend": key},
    }
    return {
        "title": title,
        "width": 290,
        "height": 210,
        "data": {"values": points},
        "encoding": shared,
        "layer": drawn,
    }


def axis(title: str, low: float, high: float, style: str | None = None) -> Spec:
    """An axis from ``low`` to ``high``; ``style`` is the format of its numbers."""
    return {
        "title": title,
        "scale": {"domain": [low, high], "nice": False},
        "axis": {"format": style} if style else {},
    }


def bars(title: str, points: list[Row], x: str) -> Spec:
    """Horizontal bars, one for each ``x`` and ``series``, with their lengths ``y`` in figures."""
    series = list(dict.fromkeys(point["series"] for point in points))
    colour = {"range": list(COLOURS[: len(series)]), "domain": series}
    return {
        "title": title,
        "width": 330,
        "height": {"step": 26},
        "data": {"values": points},
        "encoding": {
            "y": {"field": "x", "type": "nominal", "title": None, "sort": None},
            "yOffset": {"field": "series", "sort": series},
            "x": {"field": "y", "type": "quantitative", "title": x, "axis": {"tickCount": 5}},
        },
        "layer": [
            {
                "mark": {"type": "bar"},
                "encoding": {
                    "color": {"field": "series", "scale": colour, "legend": {"title": None}}
                },
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 4},
                "encoding": {"text": {"field": "y", "format": ".4f"}},
            },
        ],
    }


def figure(*panels: Spec) -> Spec:
    """Panels side by side, each with a legend of its own, on white."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": "white",
        "padding": 8,
        "hconcat": list(panels),
        "resolve": {"scale": {"color": "independent", "strokeDash": "independent"}},
        "config": {
            "aria": False,  # the page has the text that stands for the picture
            "font": _FONT,
            "view": {"stroke": "#888888"},
            "axis": {"gridColor": "#dddddd", "labelFontSize": 11, "titleFontSize": 12},
            "title": {"fontSize": 13, "anchor": "start"},
            "legend": {"orient": "bottom", "columns": 3, "symbolSize": 200, "symbolOpacity": 1},
        },
    }


def _layer(mark: str, dash: Spec, key: Spec) -> Spec:
    layer: Spec = {"transform": [{"filter": f"datum.mark === '{mark}'"}], **_MARKS[mark]}
    if mark == "curve":
        styled = {"field": "series", "type": "nominal", "scale": dash, "legend": key}
        layer["encoding"] = {"strokeDash": styled, "detail": {"field": "part"}}
    if mark == "band":
        layer["encoding"] = {"y2": {"field": "y2"}}
    return layer


def _short(number: float) -> float:
    return round(float(number), _DIGITS)
