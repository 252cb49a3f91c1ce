"""The page's charts as figures of their own: SVG, PNG, and in a notebook."""

import copy
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from volteface.errors import UsageError
from volteface.positions.estimative import worded
from volteface.report_page.chart_data import DATES, contrast_data, timeline_data
from volteface.report_page.chart_specs import Json, contrast_spec, timeline_spec
from volteface.report_page.content import Answer, Contrast, Timeline
from volteface.report_page.wording import contrast_alt, timeline_alt

ENDINGS = (".svg", ".png", ".json")
_DAY = 86_400_000
_COLUMNS = 2
_COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})")
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")
_LINE = 60
_OF_A_PANEL = ("width", "height", "layer", "data", "mark", "encoding", "resolve")


@dataclass(frozen=True)
class Figure:
    """A figure as a complete Vega-Lite specification, with its data; ``alt`` is what it shows.

    In a notebook it draws itself.
    """

    spec: Json
    alt: str

    def svg(self) -> str:
        """The figure as SVG, with its description for those who do not see it."""
        import vl_convert  # noqa: PLC0415 - slow to load

        drawn: str = vl_convert.vegalite_to_svg(self.spec)
        return drawn

    def png(self, scale: float = 2.0) -> bytes:
        """The figure as PNG, ``scale`` pixels to each of its units."""
        import vl_convert  # noqa: PLC0415 - slow to load

        drawn: bytes = vl_convert.vegalite_to_png(self.spec, scale=scale)
        return drawn

    def save(self, path: Path) -> None:
        """Write it as the file's ending says: .svg, .png, or .json for the specification.

        Raises:
            UsageError: another ending.
        """
        if path.suffix == ".svg":
            path.write_text(self.svg() + "\n", encoding="utf-8", newline="\n")
        elif path.suffix == ".png":
            path.write_bytes(self.png())
        elif path.suffix == ".json":
            import json  # noqa: PLC0415 - seldom asked for

            path.write_text(json.dumps(self.spec, indent=1, ensure_ascii=False) + "\n", "utf-8")
        else:
            raise UsageError(f"{path}: a figure ends in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}")

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        """What a notebook shows: the drawing, or else its description."""
        return {"image/svg+xml": self.svg(), "text/plain": self.alt}


class Panel(NamedTuple):
    """A position to draw, with its poles; ``question`` is empty where the title asks it."""

    line: Timeline
    question: str
    plus: str
    minus: str


def timelines_figure(
    title: str, lines: Sequence[Panel], contrasts: Sequence[Contrast] = ()
) -> Figure:
    """Small multiples: each position with its bands, marks, jumps and verdict.

    Args:
        title: What all of them are about.
        lines: At least one, each with a level.
        contrasts: Words beside deeds, drawn after the rest; an empty question is not repeated.
    """
    ends = [day for one in lines for mark in one.line.marks for day in (mark.earliest, mark.latest)]
    days = min(ends), max(ends)
    panels = [_panel(one, timeline_spec(days)) for one in lines]
    panels += [
        panel(
            contrast_spec(days),
            contrast_data(one),
            one.colour,
            _titled(f"{one.actor}: words (solid) against deeds (dashed)", one.question),
            [*_said(one.answers), *_poles(one.plus, one.minus)],
        )
        for one in contrasts
    ]
    alt = [*(timeline_alt(one.line) for one in lines), *map(contrast_alt, contrasts)]
    return assembled(title, panels, "\n".join(alt))


def assembled(title: str, panels: Sequence[Json], alt: str) -> Figure:
    """Panels side by side under one title, with all that a reader needs besides the page."""
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "title": {"text": wrapped(title), "anchor": "start", "fontSize": 15, "offset": 12},
        "description": alt,
        "background": colours()["paper"],
        "padding": 12,
        "columns": min(_COLUMNS, len(panels)),
        "concat": list(panels),
        "spacing": 28,
        "resolve": {
            part: {"stroke": "independent", "fill": "independent"} for part in ("legend", "scale")
        },
        "config": {
            "font": "sans-serif",
            "view": {"stroke": None},
            "axis": {
                "labelFontSize": 11,
                "labelColor": colours()["ink-soft"],
                "gridColor": colours()["rule"],
            },
            "title": {"color": colours()["ink"], "subtitleColor": colours()["ink-soft"]},
        },
    }
    return Figure(spec, alt)


def panel(
    body: Json, data: Mapping[str, Json], colour: int, title: str, said: Sequence[str]
) -> Json:
    """One of the page's charts with its data in it, its colours fixed and words above it."""
    own = {key: body[key] for key in _OF_A_PANEL if key in body}
    tables = {name: _rows(columns) for name, columns in data.items()}
    known = dict(colours()) | {"actor": colours()[f"c{colour}"]}
    filled: Json = _filled(copy.deepcopy(own), tables, known)
    filled["title"] = {
        "text": wrapped(title),
        "subtitle": [part for line in said for part in wrapped(line)],
        "anchor": "start",
        "fontSize": 12,
        "offset": 8,
    }
    return filled


@cache
def colours() -> Mapping[str, str]:
    """The style sheet's colours on paper, by the names of its variables."""
    style = (files("volteface.report_page") / "page.css").read_text("utf-8")
    light = style[: style.index("}")]
    return dict(_COLOUR.findall(light))


def wrapped(text: str) -> list[str]:
    """Text in lines that a panel has room for."""
    rows: list[str] = []
    for word in text.split():
        if rows and len(rows[-1]) + len(word) < _LINE:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows


def _panel(one: Panel, spec: Json) -> Json:
    line = one.line
    title = _titled(f"{line.actor}: {line.channel}", one.question)
    said = [*_said(line.answers), *_poles(one.plus, one.minus)]
    return panel(spec, timeline_data(line), line.colour, title, said)


def _titled(title: str, question: str) -> str:
    return f"{title}. {question}" if question else title


def _poles(plus: str, minus: str) -> list[str]:
    return [f"+1: {plus}", f"\u22121: {minus}"]


def _said(answers: Sequence[Answer]) -> list[str]:
    return [
        answer.verdict + ("" if answer.probability is None else f", {worded(answer.probability)}")
        for answer in answers
    ] or ["no verdict"]


def _rows(columns: Json) -> list[Json]:
    names = list(columns)
    return [
        {
            name: value * _DAY if name in DATES else value
            for name, value in zip(names, row, strict=True)
        }
        for row in zip(*columns.values(), strict=True)
    ]


def _filled(node: Any, tables: Mapping[str, list[Json]], known: Mapping[str, str]) -> Any:  # noqa: ANN401 - any part of a specification
    """The specification with its named data in place and its colours as they are on paper."""
    if isinstance(node, dict):
        if set(node) == {"name"} and node["name"] in tables:
            return {"values": tables[node["name"]]}
        return {key: _filled(value, tables, known) for key, value in node.items()}
    if isinstance(node, list):
        return [_filled(value, tables, known) for value in node]
    if isinstance(node, str):
        return _VARIABLE.sub(lambda found: known[found[1]], node)
    return node
