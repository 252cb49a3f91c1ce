"""``volteface whatif`` and ``volteface model``."""

import json
from collections.abc import Callable
from typing import Any

Call = Callable[..., Any]

ASKED = ("whatif", "syria", "--measure", "RUS.support", "--by", "2012-12", "--draws", "128")
DO = ("--do", "RUS.support=none from 2012-06")


def test_an_intervention_and_what_it_does(call: Call) -> None:
    """The answer says from where to where, how surely, and is the same twice."""
    done = call(*ASKED, *DO)
    assert done.code == 0
    assert "RUS.support=none from 2012-06: RUS.support by 2012-12 falls from" in done.out
    assert "Of 128 pairs of worlds" in done.out
    assert call(*ASKED, *DO).out == done.out


def test_as_json(call: Call) -> None:
    """With and without, the difference and its interval; ``given`` holds in both."""
    done = call(*ASKED, *DO, "--given", "IRN.support=none from 2012-01", "--json")
    answer = json.loads(done.out)
    assert answer["with"]["mean"] == 0
    assert answer["without"]["mean"] > 1
    assert answer["difference"]["mean"] == -answer["without"]["mean"]
    assert answer["sign_share"] == 1
    assert answer["given"] == ["IRN.support=none from 2012-01"]


def test_nothing_changes(call: Call) -> None:
    """What has no effect is said to stay as it is."""
    idle = ("--do", "RUS.insurance=0 from 2012-06")
    done = call(*ASKED[:2], *idle, "--measure", "RUS.support", "--by", "2012-12", "--draws", "64")
    assert done.code == 0
    assert "stays as it is" in done.out


def test_nothing_is_measured_before_the_deed(call: Call) -> None:
    """One line with the remedy, and exit code 2."""
    done = call(*ASKED[:2], *DO, "--measure", "RUS.support", "--by", "2012-05", "--draws", "64")
    assert done.code == 2
    assert "by 2012-05 is before anything is done" in done.err


def test_what_the_model_does_not_know(call: Call) -> None:
    """An unknown quantity, measure or month is one line with the nearest name, and exit code 2."""
    for wrong, said in (
        (("--do", "RUS.suport=none from 2012-06"), "RUS.support"),
        (("--do", "RUS.support=nun from 2012-06"), "none"),
        (("--do", "RUS.support=none from 1999-06"), "1999-06"),
    ):
        done = call(*ASKED, *wrong)
        assert done.code == 2
        assert said in done.err
        assert len(done.err.splitlines()) == 1


def test_the_model_lists_what_can_be_set_and_measured(call: Call) -> None:
    """Every quantity has meaning, unit and present value, for people and for machines."""
    done = call("model", "syria")
    assert done.code == 0
    to_set, to_measure = done.out.split("To measure\n")
    assert "  RUS.support: step of the ladder that it is held at [step; as it chooses" in to_set
    assert "  war_over: the war is over, by arms or by settlement [0 or 1; measured]" in to_measure
    entries = json.loads(call("model", "syria", "--json").out)
    assert {"name", "use", "meaning", "unit", "value", "source"} == set(entries[0])
    assert len(entries) == len(done.out.splitlines()) - 2


def test_in_worlds_that_fit_the_record(call: Call) -> None:
    """What is done after it, with the notes that belong beside the answer; never before."""
    do = ("--do", "RUS.support=none from 2012-06", "--do", "IRN.support=none from 2012-09")
    done = call(*ASKED, *do, "--as-of", "2012-05-31")
    assert done.code == 0
    assert "falls from" in done.out
    assert "founding draws of 128" in done.err
    answer = json.loads(call(*ASKED, *do, "--as-of", "2012-05-31", "--json", "-q").out)
    assert answer["as_of"] == "2012-05-31"
    assert answer["with"]["mean"] == 0
    assert answer["do"] == [do[1], do[3]]
    done = call(*ASKED, *DO, "--as-of", "2012-06-30", "-q")
    assert done.code == 2
    assert "is not after the record" in done.err
    done = call(*ASKED, *DO, "--ledger", "x.sqlite")
    assert done.code == 2
    assert "--ledger needs --as-of" in done.err
