"""Measure the conflict model and compare with the floors.

Usage, from the root of the project: ``python evaluation/conflict/run.py [--quick]``. Published
numbers need VOLTEFACE_DATA; without it they are left out, with a line that says so. Quick leaves
out memory and war lengths. Exit code 1 when a figure misses its floor.
"""

import argparse
import json
import os
import sys
import tomllib
from pathlib import Path
from typing import Any

import base_rates
from limits import figures
from published import graphs, power
from scale import memory

FLOORS = Path(__file__).parent / "floors.toml"


def missed(found: dict[str, Any], floors: dict[str, Any]) -> list[str]:
    """One line for each figure that is above its most, or other than it must be."""
    lines = []
    for part, limits in floors.items():
        for name, limit in limits.items():
            if part not in found:
                continue
            value = found[part][name]
            good = value == limit if isinstance(limit, dict) else value <= limit
            if not good:
                lines.append(f"{part}, {name}: {value}, must be {limit} or less")
    return lines


def lengths(folder: Path) -> dict[str, float]:
    """Distances of war lengths: slopes in standard errors, chances in absolute terms."""
    rows = base_rates.record(folder / "ucdp" / "external-support-conflict-year.csv")
    return base_rates.distances(rows, base_rates.FITTED, 2048)


def measure(*, quick: bool) -> dict[str, Any]:
    """All figures."""
    found: dict[str, Any] = {"limits": figures()}
    data = os.environ.get("VOLTEFACE_DATA")
    if data is None:
        print("VOLTEFACE_DATA is not set: published numbers are left out", file=sys.stderr)
    else:
        found |= {"power": power(Path(data)), "graphs": graphs(Path(data))}
    if not quick:
        found["scale"] = {"GB for 100,000 draws": memory()}
        if data is not None:
            found["lengths"] = lengths(Path(data))
    return found


def main() -> None:
    """Measure, print, compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="leave out what takes minutes")
    found = measure(quick=parser.parse_args().quick)
    print(json.dumps(found, indent=1))
    lines = missed(found, tomllib.loads(FLOORS.read_text(encoding="utf-8")))
    print("\n".join(lines) or "all floors hold")
    sys.exit(bool(lines))


if __name__ == "__main__":
    main()
