import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from volteface.report_page import chart_data, chart_specs
from volteface.report_page.content import Content

DAYS = (date(2019, 1, 1), date(2021, 6, 1))


@pytest.mark.parametrize(
    "spec",
    [
        chart_specs.timeline_spec(DAYS),
        chart_specs.contrast_spec(DAYS),
        chart_specs.fan_spec(DAYS, (0.0, 1.0)),
        chart_specs.share_spec(DAYS),
        chart_specs.shares_spec(DAYS),
    ],
)
def test_specifications_are_plain_and_ask_for_nothing(spec: dict[str, object]) -> None:
    """A specification is JSON, names no address, and leaves colours to the style sheet."""
    written = json.dumps(spec, allow_nan=False)
    assert "http" not in written
    assert "url" not in written
    assert "#" not in written
    assert "var(--" in written


def test_columns_of_a_chart_are_of_one_length(content: Content) -> None:
    """Level, marks and jumps are tables: every column has a number for each row."""
    line = content.issues[0].timelines[0]
    for columns in chart_data.timeline_data(line).values():
        assert len({len(column) for column in columns.values()}) == 1


def test_marks_stand_at_their_days_with_an_area_by_weight(content: Content) -> None:
    """Days count from 1970; the middle of an interval is the place; area grows with weight."""
    line = content.issues[0].timelines[0]
    marks = chart_data.timeline_data(line)["marks"]
    assert [date.fromordinal(day + date(1970, 1, 1).toordinal()) for day in marks["s"]] == [
        mark.earliest for mark in line.marks
    ]
    assert marks["v"] == [mark.value for mark in line.marks]
    assert marks["w"] == [round(130 * mark.weight) for mark in line.marks]
    assert marks["t"] == [(s + u) / 2 for s, u in zip(marks["s"], marks["u"], strict=True)]


def test_a_light_mark_can_still_be_hit(everywhere: Callable[[str], Content]) -> None:
    """However little an observation weighs, its mark has an area."""
    line = everywhere("x").issues[0].timelines[0]
    light = replace(line, marks=(replace(line.marks[0], weight=0.001),))
    assert chart_data.timeline_data(light)["marks"]["w"][0] > 15


def test_words_come_before_deeds(content: Content) -> None:
    """In a contrast the marks have the order of its table."""
    contrast = content.contrasts[0]
    marks = chart_data.contrast_data(contrast)["marks"]
    assert marks["g"] == ["words"] * len(contrast.words.marks) + ["deeds"] * len(
        contrast.deeds.marks
    )


def test_steps_of_a_ladder_have_their_own_colours(everywhere: Callable[[str], Content]) -> None:
    """Each step's rows carry its number; there are as many rows as months."""
    paths = everywhere("x").paths
    assert paths is not None
    _, ladder, share = paths.groups[0].charts
    steps = chart_data.shares_data(ladder)["shares"]["k"]  # type: ignore[arg-type]
    assert sorted(set(steps)) == [0, 1]
    assert steps.count(0) == steps.count(1) == 36
    assert set(chart_data.shares_data(share)["shares"]["k"]) == {0}  # type: ignore[arg-type]
