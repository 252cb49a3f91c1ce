from collections.abc import Callable
from typing import Protocol

import pytest

from volteface.ledger import open_ledger

REPORT = "2018-02-06-odrun-keeps-garrison.txt"
QUOTE = "as long as Tarvia asks for"


class Outcome(Protocol):
    """What a call printed and its exit code."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.mark.usefixtures("mine")
def test_add_a_statement(call: Call) -> None:
    """A statement entered by hand is in the ledger at once, and approved."""
    fields = ("speaker=Dressen", "issue=odrun_troops", "stance=0.4")
    done = call("add", "mine", REPORT, QUOTE, *fields, "--coder", "anna")
    assert done.code == 0
    record = done.out.split()[0]
    assert done.out == f"{record} entered by anna\n"
    with open_ledger("mine.sqlite") as ledger:
        (one,) = [s for s in ledger.statements() if s.id == record]
        assert (one.text, one.actor, one.stance) == (QUOTE, "ODRUN", 0.4)
        assert record in ledger.approved()


@pytest.mark.usefixtures("mine")
def test_add_an_event(call: Call) -> None:
    """An event entered by hand is in the ledger at once."""
    done = call("add", "mine", REPORT, QUOTE, "type=CONSULT", "actors=ODRUN,TARVIA", "--event")
    record = done.out.split()[0]
    with open_ledger("mine.sqlite") as ledger:
        (one,) = [e for e in ledger.events() if e.id == record]
        assert (one.type, one.actors) == ("CONSULT", ("ODRUN", "TARVIA"))


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.txt", QUOTE, "actor=ODRUN"], "there is no report nowhere.txt"),
        ([REPORT, "not in it", "actor=ODRUN"], "does not have these words"),
        ([REPORT, "the", "actor=ODRUN"], "or say which with --nth"),
        ([REPORT, QUOTE], "say whose statement it is"),
        ([REPORT, QUOTE, "--event"], "say what kind of event it is"),
        ([REPORT, QUOTE, "actor=ODRUN", "issue=talks"], "without a stance"),
    ],
)
def test_mistakes(call: Call, arguments: list[str], message: str) -> None:
    """Each mistake is one clear line."""
    done = call("add", "mine", *arguments)
    assert done.code == 2
    assert message in done.err
    assert done.err.count("\n") == 1


@pytest.mark.usefixtures("mine")
def test_twice_is_refused(call: Call) -> None:
    """The same statement cannot be entered twice; the words may be chosen among several."""
    arguments = ("add", "mine", REPORT, "the", "actor=ODRUN", "--nth", "2")
    assert call(*arguments).code == 0
    assert "already" in call(*arguments).err


def test_without_a_ledger(call: Call) -> None:
    """Nothing can be entered where nothing was read."""
    call("new", "mine")
    done = call("add", "mine", REPORT, QUOTE, "actor=ODRUN")
    assert done.code == 3
    assert "there is no ledger here" in done.err
