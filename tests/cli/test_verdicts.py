import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


def test_from_the_ledger(call: Call, ran: Any, mine: Path) -> None:  # noqa: ANN401
    """What the ledger holds is judged again, without reading: the same bits as the run."""
    (mine / "reports").rename(mine / "gone")
    done = call("verdicts", "mine")
    assert (done.code, done.err) == (0, "")
    assert done.out == ran.first.out


def test_built_where_there_is_none(call: Call, ran: Any, mine: Path) -> None:  # noqa: ANN401
    """Without a ledger the case's own reports are read first."""
    next(mine.parent.glob("*.sqlite")).unlink()
    assert call("verdicts", "mine").out == ran.first.out
    assert list(mine.parent.glob("*.sqlite"))


@pytest.mark.parametrize(
    ("options", "holds"),
    [
        (["--actor", "ODRUN"], lambda v: v["actor"] == "ODRUN"),
        (["--issue", "odrun_troops"], lambda v: v["issue"] == "odrun_troops"),
        (["--to", "2018-06"], lambda v: v["period"][0] <= "2018-06-30"),
        (["--from", "2018-07"], lambda v: v["period"][1] >= "2018-07-01"),
    ],
)
def test_narrowed(
    call: Call, mine: Path, options: list[str], holds: Callable[[dict[str, Any]], bool]
) -> None:
    """Only the actor, the issue or the period asked for."""
    del mine
    found = json.loads(call("verdicts", "mine", "--json", *options).out)
    assert found
    assert all(holds(verdict) for verdict in found)


def test_as_of_a_day(call: Call, mine: Path) -> None:
    """As known before the shift, there is none."""
    del mine
    troops = ["verdicts", "mine", "--json", "--actor", "ODRUN", "--issue", "odrun_troops"]
    later = json.loads(call(*troops).out)
    before = json.loads(call(*troops, "--as-of", "2018-06-30").out)
    assert "shift" in {verdict["verdict"] for verdict in later}
    assert "shift" not in {verdict["verdict"] for verdict in before}


def test_an_issue_dropped_after_coding_is_said(call: Call, mine: Path) -> None:
    """What was read on it enters no verdict; one clear line says how much."""
    issues = mine / "issues.toml"
    parts = issues.read_text("utf-8").split("[[issue]]")
    kept = "[[issue]]".join(part for part in parts if 'id = "talks"' not in part)
    lines = (line for line in kept.splitlines() if not line.startswith("over"))
    issues.write_text("\n".join(lines), "utf-8")
    done = call("verdicts", "mine", "--json")
    assert done.code == 0
    assert "talks" not in {verdict["issue"] for verdict in json.loads(done.out)}
    line = next(line for line in done.err.splitlines() if "talks" in line)
    assert line.endswith(" records enter no verdict: issue talks is not in the case")
    assert "talks" not in call("verdicts", "mine", "--quiet").err


def test_nothing_to_judge(call: Call, mine: Path) -> None:
    """Before all evidence there is nothing, as text and as JSON."""
    del mine
    early = ["verdicts", "mine", "--to", "2001"]
    assert "Nothing can be said" in call(*early).out
    assert json.loads(call(*early, "--json").out) == []


def test_no_reports_and_no_ledger(call: Call, folder: Path) -> None:
    """A case without reports or ledger says what to do."""
    call("new", "mine")
    for report in (folder / "mine" / "reports").iterdir():
        report.unlink()
    (folder / "mine" / "reports").rmdir()
    done = call("verdicts", "mine")
    assert done.code == 2
    assert "volteface run" in done.err


def test_exchanged_days(call: Call, mine: Path) -> None:
    """A period that ends before it begins is refused."""
    del mine
    done = call("verdicts", "mine", "--from", "2019", "--to", "2018")
    assert done.code == 2
    assert "exchange the dates" in done.err


def test_explained(call: Call, mine: Path) -> None:
    """Beneath each verdict what it rests and hangs on; in JSON as an object of its own."""
    del mine
    troops = ["verdicts", "mine", "--actor", "ODRUN", "--issue", "odrun_troops", "--explain"]
    told = call(*troops).out
    assert "      set beforehand: a change counts from 0.4, with probability 0.9" in told
    assert "smallest change that counts: " in told
    found = json.loads(call(*troops, "--json").out)
    assert {"weights", "without", "strip", "learned", "events"} == set(found[0]["explanation"])
