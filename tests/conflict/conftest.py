"""Small conflicts, written as an analyst would, and the production kernel run on them."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from volteface.conflict.arrays import Reals, State
from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import as_events, draw_rows, run_months
from volteface.conflict.layout import split
from volteface.conflict.load import load_conflict
from volteface.conflict.sampling import CHUNK
from volteface.conflict.state import init

TWO = (Path(__file__).parents[2] / "docs" / "conflict" / "small-war.txt").read_text(
    encoding="utf-8"
)


@pytest.fixture
def two() -> Callable[..., Conflict]:
    """A government and an opposition; every keyword replaces a part of the text."""

    def make(**parts: object) -> Conflict:
        return load_conflict(two_text(**parts))

    return make


def two_text(**parts: object) -> str:
    """The text of a conflict of two parties."""
    given = {
        "months": 12,
        "forts": 20,
        "held": 8,
        "overstretch": 0,
        "battles": 5,
        "belief": "",
        "gov": "",
        "opp": "",
        "more": "",
        **parts,
    }
    given["rest"] = int(str(given["forts"])) - int(str(given["held"]))
    return TWO.format(**given)


@pytest.fixture
def run() -> Callable[..., tuple[State, Reals]]:
    """Run the production kernel: the last state and the record of ``draws`` worlds."""

    def kernel(conflict: Conflict, draws: int = CHUNK, seed: int = 5) -> tuple[State, Reals]:
        states, records = [], []
        for chunk in range(-(-draws // CHUNK)):
            size = min(CHUNK, draws - chunk * CHUNK)
            rows = draw_rows(conflict, conflict.shocks, seed, chunk)[:size]
            state = init(conflict.structure, split(rows, conflict.layout))
            events = as_events(conflict.shocks)
            record = run_months(conflict, events, rows, state, seed=seed, first_draw=chunk * CHUNK)
            states.append(state)
            records.append(record)
        whole = State(*(np.concatenate(parts) for parts in zip(*states, strict=True)))
        return whole, np.concatenate(records)

    return kernel


@pytest.fixture(scope="session")
def syria() -> Conflict:
    """The bundled case's conflict."""
    return load_conflict(Path(str(files("volteface"))) / "bundled" / "syria")


@pytest.fixture(scope="session")
def everything() -> Conflict:
    """A small war in which every mechanism of the model is at work."""
    return load_conflict((Path(__file__).parent / "everything.toml").read_text(encoding="utf-8"))
