"""Print how well events are read, and compare with the floors.

Usage, from the root of the project: ``.venv/bin/python evaluation/coding/events/run.py [--blind]``.
Only totals are printed. ``--blind`` reads the gold written blind too; look at its totals alone, and
seldom. Exit code 1 when a figure misses its floor.
"""

import sys
import tomllib
from pathlib import Path

from measure import HERE, compared, score, without_recipients

Pair = tuple[Path, Path | None]


def _war(folder: Path) -> Pair:
    return folder / "gold.toml", folder / "case"


WARS = ("bosnia", "congo", "georgia", "karabakh", "yemen")
SETS: dict[str, list[Pair]] = {
    "donbas": [_war(HERE / "donbas")],
    "mali": [_war(HERE / "mali")],
    "passages": [(HERE / "passages" / "gold.toml", None)],
    "varied": [_war(HERE / "varied" / war) for war in WARS],
    "reports": [_war(war) for war in sorted((HERE / "reports").iterdir())],
    "unusual": [_war(war) for war in sorted((HERE / "unusual").iterdir())],
}
BLIND = {
    "sudan": [_war(HERE.parent / "blind" / "sudan")],
    "angola, timor": [_war(HERE / "blind" / war) for war in ("angola", "timor")],
}


def main() -> int:
    """Read every text, print, compare."""
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    sets = SETS | (BLIND if "--blind" in sys.argv else {})
    missed = 0
    print(f"{'':14}{'precision':>10}{'recall':>8}{'F1':>6}{'actor-type F1':>15}")
    for name, pairs in sets.items():
        read = [one for path, case in pairs for one in compared(path, case)]
        whole, part = score(read), score(without_recipients(read))
        below = whole.f1 < floors.get(name, 0.0)
        missed += below
        figures = f"{whole.precision:10.2f}{whole.recall:8.2f}{whole.f1:6.2f}{part.f1:15.2f}"
        print(f"{name:14}{figures}{'  MISSED' if below else ''}")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
