import json
from collections.abc import Callable
from typing import Any

import pytest

Call = Callable[..., Any]


def test_a_claim_is_shown_with_its_question_and_its_answer(call: Call) -> None:
    """Who says it, what the model says, and what was asked."""
    done = call("show", "claim:contacts-change-nothing")
    assert done.code == 0
    first, second, *asked = done.out.splitlines()
    assert first.startswith("supported     claim:contacts-change-nothing: Meeting the opposition")
    assert "built in" in second
    assert asked == [
        "  do: RUS.insurance=0 from 2012-12",
        "  measure: RUS.support",
        "  by: 2013-12",
        "  expect: 0",
    ]


def test_as_json_it_has_the_form_of_all_claims(call: Call) -> None:
    """One object of what ``volteface claims --json`` prints."""
    shown = json.loads(call("show", "claim:equal-blame", "--case", "syria", "--json").out)
    assert (shown["id"], shown["answer"]) == ("equal-blame", "undecided")
    assert shown["unmodelled"]


@pytest.mark.parametrize("case", [(), ("--case", "syria")])
def test_an_unknown_claim_is_said(call: Call, case: tuple[str, ...]) -> None:
    """With the remedy."""
    done = call("show", "claim:nothing", *case)
    assert done.code == 2
    assert "no case has claim:nothing; name the case with --case" in done.err
