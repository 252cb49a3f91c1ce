"""Floors of positions that are quick to measure; the rest is measured by hand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).parents[2] / "evaluation" / "positions" / "run.py"


def _measured(*parts: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, RUN, *parts], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "MISSED" not in done.stdout
    return done.stdout


def test_the_recursion_equals_enumeration() -> None:
    """Up to twelve points, in numpy and compiled."""
    assert _measured("exact").count("holds") == 2


@pytest.mark.skipif(
    "VOLTEFACE_DATA" not in os.environ, reason="VOLTEFACE_DATA names no folder of roll calls"
)
def test_roll_calls_on_syria_are_judged_as_they_were() -> None:
    """Who moved moved, who held held, and a single vote is a remark or not yet a shift."""
    assert _measured("votes").count("holds") == 11


def test_an_unknown_part_is_refused() -> None:
    """With the parts that there are."""
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, RUN, "vote"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "unknown part vote (known: speed, exact" in done.stderr
