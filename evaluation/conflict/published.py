"""Published numbers, from the folder of VOLTEFACE_DATA: power in the EU, four graph models."""

import csv
from pathlib import Path

from volteface.bargaining import NOTIONS, power_indices, read_gmcr
from volteface.bargaining.graph_stability import equilibria

ELMIRA = {1: 1, 2: 2, 3: 3, 4: 4, 5: 9, 6: 9, 7: 5, 8: 6, 9: 7, 10: 8, 11: 9, 12: 9}
"""The file's states and the published ones: once the plant is abandoned all else is the same."""


def power(folder: Path) -> dict[str, float]:
    """The farthest that a member's index is from the published one, by weights and quota alone."""
    found = {}
    for name in ("EU15", "EU27"):
        with (folder / "bargaining" / "deu2" / f"{name}.csv").open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        indices = power_indices([int(row["weights"]) for row in rows], int(rows[0]["quota"]))
        for column, own in zip(("shapleyshubik", "banzhaf"), indices, strict=True):
            pairs = zip(rows, own, strict=True)
            found[f"{name} {column}"] = max(abs(float(row[column]) - float(x)) for row, x in pairs)
        found[f"{name} largest member, Shapley-Shubik"] = float(max(indices[0]))
    return found


def graphs(folder: Path) -> dict[str, dict[str, list[int]]]:
    """The equilibria of the four conflicts, states as the files number them."""
    found = {}
    for path in sorted((folder / "bargaining" / "gmcr").glob("*.gmcr")):
        model = read_gmcr(path)
        found[path.stem] = {
            notion: [state + 1 for state in equilibria(model, notion)] for notion in NOTIONS
        }
    found["Elmira, as published"] = {
        notion: sorted({ELMIRA[state] for state in states})
        for notion, states in found["Elmira"].items()
    }
    return found
