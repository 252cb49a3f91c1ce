"""The page: one HTML file that needs nothing else, opens from disk and prints."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from volteface.identity import text_sha256
from volteface.positions.estimative import worded
from volteface.report_page import chart_data, chart_specs, wording
from volteface.report_page.chart_specs import Json
from volteface.report_page.content import Content, Evidence, Fan, Shares
from volteface.report_page.inert import inert, script_data
from volteface.report_page.names import stretch
from volteface.report_page.scripts import licences, policy, scripts

_PLAIN = re.compile(r"[A-Za-z0-9:/._-]+")


def page(content: Content) -> str:
    """The page's HTML; the same content gives the same characters.

    Raises:
        ValueError: a number in the content is not finite.
    """
    by_report: dict[str, list[Evidence]] = {}
    for item in content.evidence.values():
        if item.report is not None:
            by_report.setdefault(item.report, []).append(item)
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            content=content,
            by_report=by_report,
            facts=[item for item in content.evidence.values() if item.fact],
            anchors=_anchors(content),
            waits={*content.uncertain.waiting_records, *content.uncertain.undated},
            charts=script_data(_charts(content)),
            policy=policy(),
            scripts=scripts(),
            licences=licences(),
            style=Markup(_style()),  # noqa: S704 - our own file
        )
    )


def fragment(record: str, kind: str = "record") -> str:
    """The name of a record's place on the page, whatever its id is made of."""
    plain = _PLAIN.fullmatch(record)
    return f"{kind}-{record if plain else text_sha256(record)[:16]}"


def _style() -> str:
    return (files("volteface.report_page") / "page.css").read_text("utf-8")


@cache
def _environment() -> Environment:
    """Templates in which whatever is put in shows as characters."""
    environment = Environment(
        loader=PackageLoader("volteface.report_page"),
        autoescape=True,
        finalize=inert,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        fragment=fragment,
        stretch=stretch,
        worded=worded,
        alt=wording.timeline_alt,
        **{
            name: getattr(wording, name)
            for name in (
                "counted",
                "dated",
                "signed",
                "snippet",
                "mark_label",
                "level_on",
                "jumps",
                "contrast_alt",
                "path_alt",
                "band_rows",
                "share_rows",
                "claim_says",
            )
        },
    )
    return environment


def _anchors(content: Content) -> frozenset[str]:
    """Every place on the page that an answer can lead to."""
    lines = {
        line.anchor
        for issue in content.issues
        for line in (*issue.timelines, *issue.lone, *issue.background)
    }
    return frozenset(lines | {contrast.anchor for contrast in content.contrasts})


def _charts(content: Content) -> dict[str, Any]:
    """All specifications by name, and the charts by their place with their numbers."""
    specs = {
        "timeline": chart_specs.timeline_spec(content.days),
        "contrast": chart_specs.contrast_spec(content.days),
    }
    drawn = {
        line.anchor: {"spec": "timeline", "data": chart_data.timeline_data(line)}
        for issue in content.issues
        for line in (*issue.timelines, *issue.background)
        if line.level is not None
    }
    for contrast in content.contrasts:
        data = chart_data.contrast_data(contrast)
        drawn[contrast.anchor] = {"spec": "contrast", "data": data}
    for outer, group in enumerate(content.paths.groups if content.paths else (), start=1):
        for inner, chart in enumerate(group.charts, start=1):
            spec, data = _path(chart)
            # Charts of one kind and axis share their specification: each is compiled once.
            name = next((name for name, known in specs.items() if known == spec), None)
            name = name or f"path-{outer}-{inner}"
            specs[name] = spec
            drawn[f"path-{outer}-{inner}"] = {"spec": name, "data": data}
    return {"specs": specs, "charts": drawn}


def _path(chart: Fan | Shares) -> tuple[Json, Json]:
    """Specification and numbers of one of the model's charts."""
    if isinstance(chart, Fan):
        ends = (chart.band.days[0], chart.band.days[-1])
        return chart_specs.fan_spec(ends, chart.bounds), chart_data.fan_data(chart)
    spec = chart_specs.share_spec if len(chart.steps) == 1 else chart_specs.shares_spec
    return spec((chart.days[0], chart.days[-1])), chart_data.shares_data(chart)
