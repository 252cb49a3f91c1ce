"""``volteface levers``."""

import json
from collections.abc import Callable
from typing import Any

Call = Callable[..., Any]

ASKED = ("levers", "syria", "--as-of", "2012-10-31", "--by", "2012-12", "--draws", "128")


def test_what_would_bring_it_past(call: Call) -> None:
    """Singles, pairs, what is not enough and what does nothing, with the worlds behind it."""
    done = call(*ASKED, "--target", "RUS.support<arms", "--threshold", "0.9")
    assert done.code == 0
    assert "wanted: up to 0.9, by what is done from 2012-11" in done.out
    assert "quantities change it in none of" in done.out
    assert "founding draws of 128" in done.err


def test_as_json(call: Call) -> None:
    """The same numbers for machines."""
    done = call(*ASKED, "--target", "RUS.support<arms", "--threshold", "0.9", "--json", "--quiet")
    data = json.loads(done.out)
    assert data["by"] == "2012-12"
    assert data["from"] == "2012-11"
    assert data["as_of"] == "2012-10-31"
    assert data["before"] < 0.9
    assert done.err == ""


def test_mistakes(call: Call) -> None:
    """A target that is no yes or no, a date before the war, levers within the record."""
    for wrong, said in (
        (("--target", "toll", "--threshold", "0.5"), "toll is no yes or no"),
        (("--target", "war_over", "--threshold", "0.5", "--as-of", "2010-01-01"), "before the war"),
        (("--target", "war_over", "--threshold", "0.5", "--from", "2012-10"), "not after the rec"),
    ):
        done = call(*ASKED, *wrong)
        assert done.code == 2
        assert said in done.err.splitlines()[-1]
