import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Call = Callable[..., Any]


def test_a_figure_is_written(call: Call, mine: Path) -> None:
    """Beside the ledger if nothing is said, and what was written is named."""
    done = call("plot", "mine", "--actor", "ODRUN")
    assert done.code == 0
    written = mine.parent / done.err.strip().removeprefix("figure: ")
    assert written.read_text("utf-8").startswith("<svg")


def test_narrowed_to_one_series(call: Call, mine: Path) -> None:
    """One actor, one issue, one channel: one panel."""
    place = mine.parent / "one.json"
    options = ["--actor", "ODRUN", "--issue", "odrun_troops", "--channel", "stated"]
    assert call("plot", "mine", *options, "--out", str(place), "-q").err == ""
    spec = json.loads(place.read_text("utf-8"))
    assert len(spec["concat"]) == 1


def test_another_ending_is_refused(call: Call, mine: Path) -> None:
    """In one line."""
    done = call("plot", "mine", "--actor", "ODRUN", "--out", str(mine.parent / "a.gif"))
    assert done.code == 2
    assert "a figure ends in .svg, .png or .json" in done.err
