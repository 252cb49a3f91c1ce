from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from volteface.ledger import open_ledger
from volteface.records import Statement


class Outcome(Protocol):
    """What a call printed and its exit code."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


def first(issue: str) -> Statement:
    """The first statement on an issue in the ledger here."""
    with open_ledger("mine.sqlite") as ledger:
        return next(ledger.statements(issue=issue))


def held(record: str) -> Statement:
    """The statement with this id as it stands."""
    with open_ledger("mine.sqlite") as ledger:
        return next(one for one in ledger.statements() if one.id == record)


@pytest.mark.usefixtures("mine")
def test_correct_a_field(call: Call) -> None:
    """A correction holds under the same id, by the coder named, with its reason."""
    one = first("talks")
    done = call("correct", one.id, "stance=-0.5", "endorsed=no", "--why", "x", "--coder", "anna")
    assert (done.code, done.out, done.err) == (0, f"{one.id} corrected by anna\n", "")
    assert (held(one.id).stance, held(one.id).endorsed) == (-0.5, False)
    shown = call("show", one.id)
    assert "added by anna: corrected: x" in shown.out


@pytest.mark.usefixtures("mine")
def test_approve_reject_undo(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other choices, by the coder whom the environment names."""
    monkeypatch.setenv("VOLTEFACE_CODER", "boris")
    one = first("talks")
    assert call("correct", one.id, "--approve").out == f"{one.id} approved by boris\n"
    assert held(one.id).confidence == 1
    assert call("correct", one.id, "--reject").code == 0
    with pytest.raises(StopIteration):
        held(one.id)
    assert call("correct", one.id, "--undo").code == 0
    assert held(one.id).confidence == 1


@pytest.mark.usefixtures("mine")
def test_two_coders_and_a_settlement(call: Call) -> None:
    """The second coder is told of the conflict, and whoever settles ends it."""
    one = first("talks")
    call("correct", one.id, "stance=-0.5", "--coder", "anna")
    second = call("correct", one.id, "stance=0.5", "--coder", "boris")
    assert second.code == 0
    assert second.err.startswith(f"conflict on {one.id}: anna corrected it on ")
    assert "boris decided otherwise" in second.err
    assert held(one.id).stance == -0.5
    settled = call("correct", one.id, "stance=0.25", "--coder", "boris", "--settle")
    assert settled.err == ""
    assert held(one.id).stance == 0.25


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["s-none", "stance=1"], "there is no record s-none in mine.sqlite"),
        (["ID"], "say what to do"),
        (["ID", "stance=1", "--reject"], "say what to do"),
        (["ID", "stance=2"], "a stance is a number from -1 to 1"),
        (["ID", "tone=angry"], "a statement has no field tone"),
        (["ID", "actor=NOBODY"], "the case has no actor NOBODY"),
        (["REPORT", "--approve"], "is a report, which cannot be corrected"),
        (["ID", "--undo", "--coder", "carla"], "carla has decided nothing"),
        (["ID", "--approve", "--coder", "volteface"], "the program's own name"),
    ],
)
def test_mistakes(call: Call, arguments: list[str], message: str) -> None:
    """Each mistake is one clear line, and nothing is stored."""
    one = first("talks")
    named = {"ID": one.id, "REPORT": one.report}
    done = call("correct", *(named.get(each, each) for each in arguments))
    assert done.code == 2
    assert message in done.err
    assert done.err.count("\n") == 1
    with open_ledger("mine.sqlite") as ledger:
        assert ledger.decisions() == ()


def test_which_case(call: Call, mine: Path) -> None:
    """Where no folder has the ledger's name, the case must be said."""
    one = first("talks")
    mine.rename(mine.with_name("other"))
    asked = call("correct", one.id, "stance=0.5")
    assert "say which case mine.sqlite belongs to: --case CASE" in asked.err
    assert call("correct", one.id, "stance=0.5", "--case", "other").code == 0


def test_nameless(call: Call, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody knows the coder's name, it is asked for."""
    del mine
    one = first("talks")
    done = call("correct", one.id, "--approve", "--coder", " ")
    assert "say it with --coder NAME" in done.err
    monkeypatch.setenv("LOGNAME", "dora")
    assert call("correct", one.id, "--approve").out.endswith("approved by dora\n")
