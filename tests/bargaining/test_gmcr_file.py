import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from volteface.bargaining.gmcr_file import read_gmcr, write_gmcr
from volteface.bargaining.graph_model import GraphModel
from volteface.errors import UsageError

from .test_graph_stability import models

PLAIN: dict[str, Any] = {
    "options": [
        {"name": "go", "permittedDirection": "fwd"},
        {"name": "stay", "permittedDirection": "both"},
    ],
    "decisionMakers": [
        {"name": "one", "options": [0], "preferences": [[[0, "Y"]], [[1, "N"]]]},
        {
            "name": "two",
            "options": [1],
            "preferences": [
                {"compound": True, "members": [[[0, "Y"], [1, "Y"]], [[0, "N"], [1, "N"]]]}
            ],
        },
    ],
    "infeasibles": [],
    "program": "gmcr-py",
}


def written(folder: Path, **changes: object) -> Path:
    """A file with some of its keys changed."""
    path = folder / "one.gmcr"
    path.write_text(json.dumps(PLAIN | changes), encoding="utf-8")
    return path


def test_statements_directions_and_names_are_read(tmp_path: Path) -> None:
    """The second player wants what matches; the first option cannot be undone."""
    model = read_gmcr(written(tmp_path))
    assert [player.name for player in model.players] == ["one", "two"]
    assert model.players[0].values == (1, 3, 0, 2)
    assert model.players[1].values == (1, 0, 0, 1)
    assert model.options[0].direction == "forward"


def test_a_ranking_counts_where_the_file_says_so(tmp_path: Path) -> None:
    """States are numbered from 1, ties in a list of their own."""
    makers = [
        {"name": "one", "options": [0], "preferences": [], "preferenceRanking": [3, [1, 2], 4]},
        {"name": "two", "options": [1], "preferences": [], "preferenceVector": [[1, 2, 3, 4]]},
    ]
    path = written(tmp_path, decisionMakers=makers, useManualPreferenceRanking=True)
    assert read_gmcr(path).players[0].values == (2, 2, 3, 1)
    makers[0].pop("preferenceRanking")
    path = written(tmp_path, decisionMakers=makers, useManualPreferenceRanking=True)
    with pytest.raises(UsageError, match="one has no ranking"):
        read_gmcr(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(models)
def test_what_is_written_is_read_again(tmp_path: Path, model: GraphModel) -> None:
    """The same options, states and order of states for every player."""
    path = tmp_path / "again.gmcr"
    write_gmcr(model, path)
    again = read_gmcr(path)
    assert (again.options, again.states) == (model.options, model.states)
    for before, after in zip(model.players, again.players, strict=True):
        assert before.controls == after.controls
        for one in range(8):
            for other in range(8):
                same = (before.values[one] > before.values[other]) == (
                    after.values[one] > after.values[other]
                )
                assert same


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"infeasibles": [[[0, "Y"], [0, "N"]]]}, "condition 1 contradicts itself"),
        ({"infeasibles": [[[0, "Y"]], [[0, "N"]]]}, "no state is feasible"),
        ({"infeasibles": [[[7, "Y"]]]}, "names option 7"),
        ({"infeasibles": [[[0, "maybe"]]]}, "taken Y or N, not maybe"),
        ({"options": [{"name": "go", "permittedDirection": "up"}]}, "may go both, fwd, back"),
        ({"options": [{}]}, "has no 'name'"),
        ({"decisionMakers": []}, "nobody decides"),
        ({"decisionMakers": 3}, "has another form"),
        (
            {"decisionMakers": [{"name": "one", "options": [0], "preferences": []}]},
            "option 1 .stay. belongs to nobody",
        ),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(
    tmp_path: Path, changes: dict[str, Any], message: str
) -> None:
    """One line: which file, what is wrong."""
    path = written(tmp_path, **changes)
    with pytest.raises(UsageError, match=message) as refused:
        read_gmcr(path)
    assert str(refused.value).startswith(str(path))
    assert "\n" not in str(refused.value)


def test_what_is_no_file_or_no_json_is_said(tmp_path: Path) -> None:
    """With its name."""
    with pytest.raises(UsageError, match=r"none\.gmcr: No such file"):
        read_gmcr(tmp_path / "none.gmcr")
    path = tmp_path / "bad.gmcr"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="is not JSON"):
        read_gmcr(path)
