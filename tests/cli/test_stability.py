"""``volteface stability``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from volteface.bargaining.gmcr_file import write_gmcr
from volteface.bargaining.graph_model import Choice, GraphModel, Player, feasible_states

Call = Callable[..., Any]


@pytest.fixture
def dilemma(folder: Path) -> Path:
    """Two prisoners."""
    model = GraphModel(
        (Choice("first is silent"), Choice("second is silent")),
        feasible_states(2, []),
        (Player("first", (0,), (1, 0, 3, 2)), Player("second", (1,), (1, 3, 0, 2))),
    )
    write_gmcr(model, folder / "dilemma.gmcr")
    return folder / "dilemma.gmcr"


def test_every_state_is_judged_in_words(call: Call, dilemma: Path) -> None:
    """Equilibria first, then who stays and who leaves."""
    done = call("stability", dilemma)
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0] == "Nash: 1 (nothing taken)"
    assert lines[3].startswith("SEQ: 1 (nothing taken), 4 (first is silent, second is silent)")
    assert len(lines) == 4 + 4 * 4 * 2
    assert any(line.startswith("state 4, Nash, first leaves: first would move") for line in lines)


def test_the_inverse_question(call: Call, dilemma: Path) -> None:
    """What each would have to prefer for a state to hold; a state that is not there is refused."""
    done = call("stability", dilemma, "--want", "4")
    assert "Nash: first: must like no better than state 4 all of the states {3}" in done.out
    assert call("stability", dilemma, "--want", "5").code == 2


def test_as_json(call: Call, dilemma: Path) -> None:
    """States counted from 1, as in the file."""
    data = json.loads(call("stability", dilemma, "--want", "4", "--json").out)
    assert data["equilibria"]["GMR"] == [1, 4]
    assert data["wanted"]["Nash"][0]["demote"] == [[3]]
    assert {one["state"] for one in data["stability"]} == {1, 2, 3, 4}
    assert "wanted" not in json.loads(call("stability", dilemma, "--json").out)


def test_a_file_that_cannot_be_is_one_line(call: Call, folder: Path) -> None:
    """Which file, what is wrong."""
    (folder / "bad.gmcr").write_text("{}", "utf-8")
    done = call("stability", "bad.gmcr")
    assert done.code == 2
    assert done.err == "volteface: bad.gmcr: has no 'options'; save it with gmcr-py again\n"
