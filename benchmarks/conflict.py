"""How fast the conflict model runs, and how its time grows.

Prints ``seconds_10000x72`` (10,000 draws of the Syria case for 72 months on two workers, after
warm-up), ``ratio_mesa`` (time of a draw-month as Mesa agents, which use one core, over time of one
as it runs in production, on two workers; ``ratio_mesa_one_worker`` over one on one worker), and
``growth``: fitted exponents of time in draws, months and actors, on one worker.

    python benchmarks/conflict.py --json
"""

import argparse
import importlib.util
import json
import math
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from volteface.conflict.channels import PartySeen
from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import draw_rows, run_ensemble
from volteface.conflict.load import load_conflict

MONTHS = 72
DRAWS = 10_000
MESA_DRAWS = 12


def timed(work: Callable[[], object], repeats: int = 3) -> float:
    """The shortest of some runs, in seconds."""
    best = math.inf
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The slope of log time on log size."""
    return float(np.polyfit(np.log(sizes), np.log(seconds), 1)[0])


def shortened(conflict: Conflict, months: int) -> Conflict:
    """The conflict over fewer months."""
    shocks = tuple(
        replace(shock, last=min(shock.last, months - 1))
        for shock in conflict.shocks
        if shock.first < months
    )
    file = conflict.file.model_copy(update={"months": months})
    return replace(conflict, file=file, shocks=shocks)


def crowd(parties: int) -> Conflict:
    """A war of all against all, each party with a patron: twice as many actors."""
    share = 600 // parties
    lines = ["begins = 2011-03-01", "months = 36", f"forts = {share * parties}", "[battlefield]"]
    lines.append('source = "benchmark"')
    for place in range(parties):
        lines += ["[[party]]", f'id = "P{place}"', f"forts = {share}", 'source = "benchmark"']
        lines += ["regime = true"] if place == 0 else []
        lines += ["[[patron]]", f'id = "S{place}"', f'client = "P{place}"', 'source = "benchmark"']
        lines += ["arms = { cost = 0.1, effect = 0.2, interest = 0.2 }", 'starts = "arms"']
        for other in range(place):
            lines += [
                "[[hostility]]",
                f'between = ["P{other}", "P{place}"]',
                'source = "benchmark"',
            ]
    return load_conflict("\n".join(lines) + "\n")


def growth(conflict: Conflict) -> dict[str, float]:
    """Exponents of time in draws, months and actors."""
    draws, months, parties = (2048, 4096, 8192), (18, 36, 72), (4, 8, 16)
    by_draws = [timed(lambda n=n: run_ensemble(conflict, n, 1)) for n in draws]
    shorter = [shortened(conflict, n) for n in months]
    by_months = [timed(lambda c=c: run_ensemble(c, 2048, 1)) for c in shorter]
    crowds = [crowd(n) for n in parties]
    by_actors = [timed(lambda c=c: run_ensemble(c, 512, 1)) for c in crowds]
    return {
        "draws": round(exponent(draws, by_draws), 2),
        "months": round(exponent(months, by_months), 2),
        "actors": round(exponent([2 * n for n in parties], by_actors), 2),
    }


def mesa(conflict: Conflict) -> dict[str, float]:
    """Seconds a draw-month as Mesa agents, and the regime's mean forts at the end."""
    sys.path.insert(0, str(Path(__file__).parent))
    from mesa_world import world  # noqa: PLC0415 - needs mesa

    names = (*conflict.quantities.names, *(shock.name for shock in conflict.shocks))
    rows = draw_rows(conflict, conflict.shocks, 1, 0)
    forts = []
    start = time.perf_counter()
    for draw in range(MESA_DRAWS):
        drawn = dict(zip(names, rows[draw].tolist(), strict=True))
        one = world(conflict, drawn, draw)
        for _ in range(MONTHS):
            one.step()
        forts.append(one.regime.forts / one.forts)
    seconds = (time.perf_counter() - start) / MESA_DRAWS / MONTHS
    return {"seconds": seconds, "forts": float(np.mean(forts))}


def measure() -> dict[str, object]:
    """All figures."""
    conflict = load_conflict("syria")
    run_ensemble(conflict, 256, 1)
    found: dict[str, object] = {
        f"seconds_{DRAWS}x{MONTHS}": round(
            timed(lambda: run_ensemble(conflict, DRAWS, 1, workers=2)), 3
        ),
        "growth": growth(conflict),
    }
    if importlib.util.find_spec("mesa") is None:
        found["ratio_mesa"] = None
        found["note"] = "mesa is not installed: pip install mesa"
        return found
    agents = mesa(conflict)
    kernel = run_ensemble(conflict, 4096, 1)
    worlds = 4096 * MONTHS
    one = timed(lambda: run_ensemble(conflict, 4096, 1)) / worlds
    two = timed(lambda: run_ensemble(conflict, 4096, 1, workers=2)) / worlds
    place = [party.regime for party in conflict.file.parties].index(True)
    column = conflict.record.party + place * len(PartySeen) + PartySeen.FORTS
    found["ratio_mesa"] = round(agents["seconds"] / two, 1)
    found["ratio_mesa_one_worker"] = round(agents["seconds"] / one, 1)
    found["regime_forts"] = {
        "mesa": round(agents["forts"], 3),
        "kernel": round(float(kernel.mean[-1, column]), 3),
        "kernel_sd": round(float(kernel.kept[:, -1, column].std()), 3),
    }
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    found = measure()
    if parser.parse_args().json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
