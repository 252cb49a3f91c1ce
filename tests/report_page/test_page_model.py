"""What the page shows of the war model: shares, options, drafts."""

from pathlib import Path

import numpy as np
import pytest

from volteface.case import load_case
from volteface.case.schema import Case
from volteface.conflict import load_conflict, run_ensemble
from volteface.report_page.content import Fan, Paths, Shares
from volteface.report_page.from_model import model_paths

WAR = Path(__file__).parents[1] / "conflict" / "everything.toml"


@pytest.fixture(scope="module")
def case() -> Case:
    """A case that names other actors: ids stand for names."""
    return load_case("syria")


@pytest.fixture(scope="module")
def paths(case: Case) -> Paths:
    """Of a small war with every mechanism."""
    text = WAR.read_text(encoding="utf-8").replace(
        '[belief]\nsource = "judgement"', '[belief]\nsource = "judgement"\nhorizon = 12'
    )
    return model_paths(run_ensemble(load_conflict(text), 256, 3), case)


def group(paths: Paths, start: str) -> tuple[str, dict[str, Fan | Shares]]:
    """The explanation and the charts of a group by its title's beginning."""
    (found,) = (one for one in paths.groups if one.title.startswith(start))
    return found.explanation, {chart.title: chart for chart in found.charts}


def test_territory_is_shown_as_shares_of_one_whole(paths: Paths) -> None:
    """One row for each party; in every month they add up to 1."""
    chart = group(paths, "Territory")[1]["Who holds what"]
    assert isinstance(chart, Shares)
    assert chart.steps == ("GOV", "OPP", "HILLS", "BAND")
    assert np.allclose(np.sum(chart.rows, axis=0), 1)


def test_survival_as_it_is_stands_beside_what_is_believed(paths: Paths) -> None:
    """For the months whose horizon lies in the run; a power with two clients believes once."""
    charts = group(paths, "Will the regime survive")[1]
    real = charts["As the model has it"]
    assert isinstance(real, Shares)
    assert len(real.days) == len(real.rows[0]) == 30 - 12
    assert all(0 <= share <= 1 for share in real.rows[0])
    assert {"NORTH", "SOUTH", "WEST"} <= set(charts)
    assert "NORTH-HILLS" not in charts


def test_ladders_have_the_cases_own_steps(paths: Paths) -> None:
    """One row for each instrument and one for none."""
    chart = group(paths, "Support ladders")[1]["NORTH-HILLS"]
    assert isinstance(chart, Shares)
    assert chart.steps == ("none", "money", "diplomatic cover", "arms", "own force")
    assert np.allclose(np.sum(chart.rows, axis=0), 1)


def test_options_say_who_blocks_them(paths: Paths) -> None:
    """Open or not by month, and in a sentence who is against each at the end."""
    explanation, charts = group(paths, "Ways to settle")
    assert set(charts) == {"power is shared", "the government steps down"}
    assert "“the government steps down” is blocked by GOV in" in explanation


def test_drafts_have_their_chances(paths: Paths) -> None:
    """The Council's own and its rivals, as they would pass and as they are tabled."""
    explanation, charts = group(paths, "Drafts before the Council")
    assert len(charts) == 6
    assert "a mild draft: would pass" in charts
    assert "more often than not" in explanation


def test_what_a_case_has_not_is_not_shown(case: Case) -> None:
    """No options, no Council, and a run shorter than the horizon."""
    text = WAR.read_text(encoding="utf-8")
    start, end = text.index("[council]"), text.index("[[party]]")
    text = text[:start] + text[end:]
    start, end = text.index("[[option]]"), text.index("[[relation]]")
    shown = model_paths(run_ensemble(load_conflict(text[:start] + text[end:]), 8, 3), case)
    titles = [one.title for one in shown.groups]
    assert "Ways to settle" not in titles
    assert "Drafts before the Council" not in titles
    assert "As the model has it" not in group(shown, "Will the regime survive")[1]


def test_a_war_that_is_over_has_nobody_to_block(case: Case) -> None:
    """The sentences say so."""
    text = WAR.read_text(encoding="utf-8").replace("[[relation]]", OVER, 1)
    shown = model_paths(run_ensemble(load_conflict(text), 8, 3), case)
    assert "the war is over in every draw" in group(shown, "Ways to settle")[0]
    assert "the war is over in every draw" in group(shown, "Drafts")[0]


OVER = """
[[shock]]
id = "end"
text = "everybody else is forced out"
quantity = "OPP.removed"
from = 2011-05-01
set = 1
source = "judgement"
[[shock]]
id = "end-too"
text = "and these too"
quantity = "HILLS.removed"
from = 2011-05-01
set = 1
source = "judgement"
[[shock]]
id = "end-three"
text = "and these too"
quantity = "BAND.removed"
from = 2011-05-01
set = 1
source = "judgement"
[[relation]]"""
