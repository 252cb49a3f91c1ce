"""The model against what is known exactly: every limit by the production kernel.

Each figure is a distance from the exact value: of closed forms in absolute terms, of simulated ones
in Monte Carlo standard errors.
"""

import math
from fractions import Fraction

import numpy as np

from volteface.bargaining import power_indices
from volteface.conflict.arrays import Reals, State
from volteface.conflict.battlefield import ruin
from volteface.conflict.belief import survival_known
from volteface.conflict.compiled_patrons import passes, waits
from volteface.conflict.dixit import geometric_triggers, triggers
from volteface.conflict.ensemble import as_events, draw_rows, run_months
from volteface.conflict.layout import split
from volteface.conflict.load import load_conflict
from volteface.conflict.sampling import CHUNK
from volteface.conflict.state import init

CHUNKS = 16
BATTLES = 50
EXACT = {"entry": 10.0, "leave": 2.0, "rho": 0.015, "sigma": 0.015}


def two(months: int, forts: int, held: int, strength: float, battles: float) -> str:
    """A war of two without overstretch."""
    lines = [
        "begins = 2000-01-01", f"months = {months}", f"forts = {forts}", "[battlefield]",
        'source = "limit"', "overstretch = 0", "decisiveness = 1",
    ]  # fmt: skip
    for name, own, much in (("GOV", held, strength), ("OPP", forts - held, 1.0)):
        lines += ["[[party]]", f'id = "{name}"', f"forts = {own}", 'source = "limit"', "start = 1"]
        lines += [f"strength = {much}", "regime = true" if name == "GOV" else ""]
    lines += ["[[hostility]]", 'between = ["GOV", "OPP"]', f"battles = {battles}"]
    return "\n".join([*lines, 'source = "limit"']) + "\n"


def run(text: str) -> tuple[State, Reals]:
    """The last state and the record of many worlds of the production kernel."""
    conflict = load_conflict(text)
    states, records = [], []
    for chunk in range(CHUNKS):
        rows = draw_rows(conflict, (), 1, chunk)
        state = init(conflict.structure, split(rows, conflict.layout))
        events, first = as_events(()), chunk * CHUNK
        records.append(run_months(conflict, events, rows, state, seed=1, first_draw=first))
        states.append(state)
    whole = State(*(np.concatenate(parts) for parts in zip(*states, strict=True)))
    return whole, np.concatenate(records)


def errors(found: Reals, exact: float) -> float:
    """How many standard errors a mean is from the exact value."""
    return abs(float(found.mean()) - exact) / (float(found.std(ddof=1)) / math.sqrt(len(found)))


def walk(strength: float) -> dict[str, float]:
    """The gambler's ruin: who wins, and after how many battles."""
    forts, held = 20, 8
    state, _ = run(two(400, forts, held, strength, BATTLES))
    wins, battles = ruin(strength / (1 + strength), held, forts)
    return {
        f"ruin at {strength}: chance": errors((state.forts[:, 0] > 0).astype(np.float64), wins),
        f"ruin at {strength}: battles": errors(state.battles.astype(np.float64), battles),
    }


def known_odds() -> dict[str, float]:
    """Survival of a Poisson number of battles whose odds are known (Skellam)."""
    state, _ = run(two(1, 2000, 6, 1.1, 40))
    exact = survival_known(1.1 / 2.1, 6, 40)
    return {"survival at known odds": errors((state.forts[:, 0] > 0).astype(np.float64), exact)}


def dixit() -> dict[str, float]:
    """The kernel's trigger, found by halving, against the root; and the published geometric one."""
    low, high = 0.0, 2.0
    for _ in range(60):
        middle = (low + high) / 2
        gone = passes(middle, EXACT["entry"], EXACT["leave"], EXACT["rho"], EXACT["sigma"])
        low, high = (low, middle) if gone else (middle, high)
    exact, _ = triggers(EXACT["rho"], EXACT["sigma"], EXACT["entry"], EXACT["leave"])
    enter, leave = geometric_triggers(0.025, 0.1, 4, 0, running=1)
    return {
        "Dixit's trigger": abs(high - exact),
        "Dixit's published triggers": max(abs(enter - 1.4667), abs(leave - 0.7657)),
    }


def waiting() -> dict[str, float]:
    """Without a swing to speak of one acts from Marshall's trigger on."""
    low, high = 0.0, 2.0
    for _ in range(60):
        middle = (low + high) / 2
        stays = waits(middle, EXACT["entry"], EXACT["leave"], EXACT["rho"], 1e-12, 0.2)
        low, high = (middle, high) if stays else (low, middle)
    return {"waiting without swing": abs(high - EXACT["rho"] * EXACT["entry"])}


def council() -> dict[str, float]:
    """The Security Council's indices, counted."""
    shapley, banzhaf = power_indices([1] * 15, 9, [True] * 5 + [False] * 10)
    exact = [Fraction(421, 2145)] * 5 + [Fraction(4, 2145)] * 10
    other = [Fraction(106, 635)] * 5 + [Fraction(21, 1270)] * 10
    return {
        "Security Council, Shapley-Shubik": float(
            max(abs(a - b) for a, b in zip(shapley, exact, strict=True))
        ),
        "Security Council, Banzhaf": float(
            max(abs(a - b) for a, b in zip(banzhaf, other, strict=True))
        ),
    }


def figures() -> dict[str, float]:
    """All distances."""
    found: dict[str, float] = {}
    for part in (walk(1.0), walk(1.2), known_odds(), dixit(), waiting(), council()):
        found |= part
    return found
