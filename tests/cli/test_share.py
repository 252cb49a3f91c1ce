"""``volteface share`` and ``volteface join``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from volteface.ledger import open_ledger

Call = Callable[..., Any]


def test_shared_and_joined(call: Call, mine: Path) -> None:
    """Without texts every command still answers; with them the ledger is whole again."""
    (own,) = mine.parent.glob("*.sqlite")
    done = call("share", "mine", "-o", "shared.sqlite", "--quote", "30")
    assert done.code == 0, done.err
    assert "never more than 30 in a row" in done.out
    plain = call("verdicts", "mine")
    shared = call("verdicts", "mine", "--ledger", "shared.sqlite")
    assert (shared.code, shared.out) == (0, plain.out)
    done = call("join", "mine", "shared.sqlite", "mine/reports", "-o", "joined.sqlite")
    assert done.code == 0, done.err
    assert "0 without a text; 0 records lost" in done.out
    with open_ledger(own) as before, open_ledger("joined.sqlite") as after:
        assert list(after.reports()) == list(before.reports())
        assert set(after.statements()) == set(before.statements())


def test_texts_that_are_missing_are_listed(call: Call, mine: Path) -> None:
    """A report whose text nobody has stays as it is."""
    reports = sorted((mine / "reports").glob("*.txt"))
    call("share", "mine", "-o", "shared.sqlite")
    names = [str(path) for path in reports[1:]]
    done = call("join", "mine", "shared.sqlite", *names, "-o", "joined.sqlite")
    assert done.code == 0
    assert f"no text for {reports[0].name}" in done.err.replace("reports/", "").replace("mine/", "")
    assert "1 without a text" in done.out
