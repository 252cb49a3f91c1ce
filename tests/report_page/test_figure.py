"""Figures: the page's charts with all that a reader needs besides the page."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.ledger import Ledger
from volteface.positions.channels import Key
from volteface.positions.compare import Comparison, compare
from volteface.positions.observations import Measured
from volteface.records import DateInterval, Observation
from volteface.report_page import figures
from volteface.report_page.compared import compared
from volteface.report_page.compared_figure import comparison_figure
from volteface.report_page.figure import Figure, colours, wrapped
from volteface.report_page.figures import position_figure

PNG = b"\x89PNG\r\n"


@pytest.fixture(name="figure")
def _figure(case: Case, ledger: Ledger) -> Figure:
    return position_figure(ledger, case)


@pytest.fixture(name="comparison")
def _comparison(case: Case) -> Comparison:
    """Every actor of the case on its first issue, the first turning to the others."""
    series = {}
    for place, actor in enumerate(case.actors[:3]):
        series[Key(actor.id, case.issues[0].id, "stated")] = tuple(
            Observation(
                (f"s-{actor.id}-{k}",),
                DateInterval(day := date(2018, 1 + k, 1), day, "day", "test"),
                -0.8 if place == 0 and k < 6 else 0.7,
                0.04,
                f"source {k}",
                conduct=False,
            )
            for k in range(12)
        )
    return compare(Measured(series, {}, {}, {}), case, case.issues[0].id)


def _texts(node: Any) -> list[str]:  # noqa: ANN401 - any part of a specification
    if isinstance(node, dict):
        return [text for value in node.values() for text in _texts(value)]
    if isinstance(node, list):
        return [text for value in node for text in _texts(value)]
    return [node] if isinstance(node, str) else []


def test_a_figure_needs_no_style_sheet(figure: Figure) -> None:
    """Colours are numbers, data are in place, and each panel has its name and verdict."""
    texts = _texts(figure.spec)
    assert not any("var(" in text for text in texts)
    assert colours()["c0"] in texts
    assert all("name" not in layer.get("data", {}) for p in figure.spec["concat"]
               for layer in p["layer"])  # fmt: skip
    for panel in figure.spec["concat"]:
        assert panel["title"]["text"]
        poles = " ".join(panel["title"]["subtitle"])
        assert "+1: " in poles
        assert "\u22121: " in poles


def test_it_is_drawn_as_svg_and_png(figure: Figure) -> None:
    """Both by the same specification."""
    assert figure.svg().startswith("<svg")
    assert figure.png(1).startswith(PNG)


def test_it_is_saved_by_its_ending(figure: Figure, tmp_path: Path) -> None:
    """Another ending is refused with those that there are."""
    figure.save(tmp_path / "a.svg")
    figure.save(tmp_path / "a.png")
    figure.save(tmp_path / "a.json")
    assert (tmp_path / "a.svg").read_text("utf-8").startswith("<svg")
    assert (tmp_path / "a.png").read_bytes().startswith(PNG)
    assert json.loads((tmp_path / "a.json").read_text("utf-8")) == figure.spec
    with pytest.raises(UsageError, match=r"a figure ends in \.svg, \.png or \.json"):
        figure.save(tmp_path / "a.pdf")


def test_a_notebook_shows_it(figure: Figure) -> None:
    """As a drawing, with its description for who cannot see it."""
    shown = figure._repr_mimebundle_()
    assert shown["image/svg+xml"].startswith("<svg")
    assert shown["text/plain"] == figure.alt
    assert "mark" in figure.alt


def test_a_figure_can_be_narrowed(case: Case, ledger: Ledger, figure: Figure) -> None:
    """By issue its title is the question; what nobody is known on is said."""
    issue = next(i for i in case.issues if i.kind == "position")
    narrowed = position_figure(ledger, case, issue=issue.id)
    assert " ".join(narrowed.spec["title"]["text"]) == issue.question
    assert len(narrowed.spec["concat"]) <= len(figure.spec["concat"])
    for panel in narrowed.spec["concat"]:
        assert issue.question not in " ".join(panel["title"]["text"])
    every = [" ".join(panel["title"]["text"]) for panel in figure.spec["concat"]]
    assert all("?" in title for title in every)
    with pytest.raises(UsageError, match="nothing to draw: fewer than two observations"):
        position_figure(ledger, case, as_of=date(1900, 1, 1))


def test_too_many_panels_are_refused(
    case: Case, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the way out."""
    monkeypatch.setattr(figures, "MOST", 0)
    with pytest.raises(UsageError, match="narrow it down with an actor or an issue"):
        position_figure(ledger, case)


def test_a_comparison_is_drawn(comparison: Comparison, case: Case) -> None:
    """All levels, polarisation, and the pairs that changed most; what it says in its words."""
    drawn = comparison_figure(comparison, case)
    titles = [" ".join(panel["title"]["text"]) for panel in drawn.spec["concat"]]
    assert titles[:2] == ["Levels, with their likelier half", "Polarisation: mean distance"]
    assert case.actors[0].name in titles[2]
    assert drawn.svg().startswith("<svg")
    assert drawn.alt == "\n".join(compared(comparison, case))


def test_a_comparison_reads_in_lines(comparison: Comparison, case: Case) -> None:
    """Question, levels in words, neighbours, distances, polarisation, phases."""
    lines = list(compared(comparison, case))
    names = [actor.name for actor in case.actors[:2]]
    assert lines[0] == f"{case.issues[0].question} (what it says)"
    assert lines[1].startswith("On 2018-12-01")
    assert {line.split(":")[0].strip() for line in lines[2:4]} == set(names)
    assert "Nearest to each:" in lines
    assert any(line.startswith("Phases of the debate (modularity") for line in lines)


def test_what_is_not_known_is_not_placed(case: Case) -> None:
    """A band that leans to both poles is no place; a likeliest neighbour is not called nearest."""
    series = {
        Key(actor.id, case.issues[0].id, "stated"): tuple(
            Observation((f"s-{place}-{k}",), DateInterval(day, day, "day", "test"), value, sd**2,
                        f"source {k}", conduct=False)
            for k, day in enumerate((date(2018, 1, 1), date(2018, 6, 1)))
        )
        for place, (actor, value, sd) in enumerate(
            zip(case.actors, (0.0, 0.0, 0.8), (2.0, 2.0, 0.05), strict=False)
        )
    }  # fmt: skip
    lines = list(compared(compare(Measured(series, {}, {}, {}), case, case.issues[0].id), case))
    assert sum("too uncertain to place" in line for line in lines) == 2
    unsure = [line for line in lines if "apart (P = " in line and float(line[-5:-1]) <= 0.5]
    assert all(": likeliest " in line for line in unsure)


def test_long_titles_are_broken(case: Case) -> None:
    """Between words."""
    del case
    rows = wrapped("word " * 30)
    assert len(rows) > 1
    assert " ".join(rows) == ("word " * 30).strip()
