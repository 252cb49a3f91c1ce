import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest


class Outcome(Protocol):
    """What a call printed and its exit code."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.mark.usefixtures("mine")
def test_a_note(call: Call) -> None:
    """The note has the counts, the verdicts that changed with their quotes, and the reports."""
    done = call("changes", "mine", "--since", "2018-08", "--published")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0].endswith(": what is new since 2018-08-01")
    assert lines[2].startswith("3 reports, ")
    assert "## Verdicts that changed" in lines
    assert any(line.startswith("**Now: ") for line in lines)
    assert any(line.startswith("- \u201c") and line.endswith("`") for line in lines)


@pytest.mark.usefixtures("mine")
def test_json(call: Call) -> None:
    """The same as JSON, by what was stored."""
    data = json.loads(call("changes", "mine", "--since", "2018", "--json").out)
    assert data["by"] == "stored"
    assert len(data["reports"]) == 6
    assert all(one["before"] is None and one["after"] for one in data["verdicts"])


@pytest.mark.usefixtures("mine")
def test_nothing_new(call: Call) -> None:
    """Where nothing is new the note says so."""
    tomorrow = datetime.now(tz=UTC).date() + timedelta(days=1)
    done = call("changes", "mine", "--since", str(tomorrow))
    assert "0 reports, 0 statements new or read otherwise" in done.out
    assert done.out.count("None.") == 2


def test_mistakes(call: Call) -> None:
    """A day that is none, and a ledger that is not there, are one clear line."""
    call("new", "mine")
    assert "is no date" in call("changes", "mine", "--since", "Monday").err
    assert "there is no ledger here" in call("changes", "mine", "--since", "2018").err
