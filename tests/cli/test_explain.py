"""``volteface explain``."""

import json
from collections.abc import Callable
from typing import Any

Call = Callable[..., Any]

ASKED = ("explain", "syria", "--measure", "SYR-GOV.forts", "--by", "2012-03", "--draws", "256")


def test_in_words_and_for_machines(call: Call) -> None:
    """Variance, shares and parts."""
    done = call(*ASKED)
    assert done.code == 0
    assert "Of its variance" in done.out
    assert "without overstretch:" in done.out
    data = json.loads(call(*ASKED, "--json").out)
    assert data["measure"] == "SYR-GOV.forts"
    assert 0 <= data["quantities"] <= 1
    assert data["draws"] == 256


def test_a_difference_and_what_never_changes(call: Call) -> None:
    """An intervention that does nothing has the same answer in every world."""
    done = call(*ASKED, "--do", "RUS.insurance=0 from 2011-06")
    assert done.code == 0
    assert "the difference in SYR-GOV.forts by 2012-03 is 0.000" in done.out
    assert "the same in every world" in done.out


def test_a_month_within_the_record(call: Call) -> None:
    """One line, exit code 2."""
    done = call(*ASKED, "--as-of", "2012-06-30", "-q")
    assert done.code == 2
    assert "by 2012-03 is not after the record" in done.err
