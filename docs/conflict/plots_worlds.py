# ruff: noqa: INP001 - beside the pages whose pictures it is for
"""Small wars for the pictures, run by the compiled kernel, and what is read off them."""

from pathlib import Path
from typing import Any

import numpy as np

from volteface.conflict import Conflict, Ensemble, load_conflict, run_ensemble
from volteface.conflict.arrays import Reals
from volteface.conflict.measures import list_channels

DRAWS = 2000
SEED = 1
TWO = (Path(__file__).parent / "small-war.txt").read_text(encoding="utf-8")
"""A government against an opposition; the tests use it too."""
QUIET: dict[str, Any] = {"months": 1, "battles": 1e-9, "horizon": 2e11}
"""No battle this month, and 200 that everybody expects."""
LOYAL = """
[[patron]]
id = "{name}"
client = "{client}"
starts = "{starts}"
source = "judgement"
face = 1000
arms = {{ entry = 1000 }}
force = {{ entry = 1000 }}
"""
"""A patron that stays at its step, whatever comes."""


def two(draws: int = 1, **parts: object) -> Ensemble:
    """A run of a government against an opposition; each keyword replaces a part of the text."""
    usual = {"months": 12, "forts": 40, "held": 20, "battles": 5, "overstretch": 0, "horizon": 36}
    given = {**usual, "gov": "", "opp": "", "more": "", **parts}
    given["belief"] = f"horizon = {given.pop('horizon')}"
    given["rest"] = int(str(given["forts"])) - int(str(given["held"]))
    return run_ensemble(load_conflict(TWO.format(**given)), draws, SEED)


def mean(ensemble: Ensemble, name: str) -> Reals:
    """The mean of a measure over the worlds, month by month."""
    return ensemble.mean[:, _column(ensemble.conflict, name)]


def first(ensemble: Ensemble, name: str) -> Reals:
    """A measure in the first month of every world."""
    return ensemble.kept[:, 0, _column(ensemble.conflict, name)].astype(np.float64)


def drawn(ensemble: Ensemble, name: str) -> Reals:
    """What a quantity was in every world."""
    return ensemble.varied[:, ensemble.varied_names.index(name)]


def _column(conflict: Conflict, name: str) -> int:
    return {channel.name: channel.column for channel in list_channels(conflict)}[name]
