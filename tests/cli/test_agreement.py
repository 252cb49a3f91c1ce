import json
from collections.abc import Callable
from typing import Protocol

import pytest

from volteface.ledger import open_ledger


class Outcome(Protocol):
    """What a call printed and its exit code."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def differ(mine: object) -> str:
    """Two coders who agree on two statements and differ on the third; gives its id."""
    del mine
    with open_ledger("mine.sqlite") as ledger:
        first, second, third = list(ledger.statements(issue="talks"))[:3]
        for coder in ("anna", "boris"):
            ledger.decide("approved", first, coder)
            ledger.decide("approved", second, coder)
        ledger.decide("approved", third, "anna")
        ledger.decide("rejected", third, "boris")
        return third.id


def test_table(call: Call, differ: str) -> None:
    """Each field has a line with alpha and its interval; what differs is listed."""
    done = call("agreement", "mine")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0] == "agreement of anna, boris"
    assert lines[2].startswith("statement       3    67%    0.00  ")
    assert "issue           2   100%       -  all the same" in lines
    assert lines[-1] == f"{differ} statement: anna: yes, boris: no"
    assert differ not in call("agreement", "mine", "--no-differences").out


@pytest.mark.usefixtures("differ")
def test_json(call: Call) -> None:
    """As JSON, of the coders named; what only one coded is counted."""
    done = call("agreement", "mine", "--coders", "anna,volteface/mine", "--json")
    data = json.loads(done.out)
    assert data["coders"] == ["anna", "volteface/mine"]
    assert data["alphas"]["issue"]["units"] == 3
    assert data["alone"]["volteface/mine"] > 10
    assert (
        "coded by one of them alone: volteface/mine"
        in call("agreement", "mine", "--coders", "anna,volteface/mine").out
    )


@pytest.mark.usefixtures("mine")
def test_nobody_has_coded(call: Call) -> None:
    """Without coders, one line says how to begin."""
    done = call("agreement", "mine")
    assert done.code == 2
    assert "code with volteface review --coder NAME" in done.err
