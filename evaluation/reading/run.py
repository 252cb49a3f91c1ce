"""Print how well speakers, actors, dates and chains are read; compare with the floors.

Usage, from the root of the project: ``.venv/bin/python evaluation/reading/run.py [SET ...]
[--errors]``. Sets: ``tuned``, which the rules were tuned by, and ``blind``, which was written
before them and never looked at; both by default. ``--errors`` prints each statement of ``tuned``
that was not read rightly. Exit code 1 when a figure misses its floor.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from gold import conflicts
from measure import Outcome, outcomes

from volteface import Reader

FLOORS = Path(__file__).parent / "floors.toml"
MEASURES = ("actor", "person", "said_on", "chain", "endorsed")
SETS = ("tuned", "blind")


def read(folder: str) -> Iterator[Outcome]:
    """Every passage of a set, read with the case of its conflict."""
    for conflict in conflicts(folder):
        reader = Reader(conflict.case)
        for passage in conflict.passages:
            yield from outcomes(passage, reader.read(passage.report))


def figures(found: Sequence[Outcome]) -> dict[str, float]:
    """The share found, and of each measure the share right of all that the gold has."""
    shares = {"found": sum(o.found is not None for o in found) / len(found)}
    for measure in MEASURES:
        shares[measure] = sum(getattr(o, measure) for o in found) / len(found)
    return shares


def error(outcome: Outcome) -> str | None:
    """One statement that was not read rightly, and what was read instead."""
    said, found = outcome.said, outcome.found
    if found is None:
        return f"{outcome.passage} {said.words} not found: {said.person or '-'} ({said.actor})"
    wrong = [measure for measure in MEASURES if not getattr(outcome, measure)]
    if not wrong:
        return None
    days = None if found.said_on is None else (found.said_on.earliest, found.said_on.latest)
    pairs = {
        "actor": (said.actor, found.actor),
        "person": (said.person, found.person),
        "said_on": (" ".join(map(str, said.said_on)), " ".join(map(str, days or ()))),
        "chain": (said.via, found.via),
        "endorsed": (said.endorsed, found.endorsed),
    }
    listed = "".join(f"\n    {m}: {pairs[m][0]} read as {pairs[m][1]}" for m in wrong)
    return f"{outcome.passage} {found.text[:90]!r}{listed}"


def main() -> int:
    """Read, print, compare."""
    asked = [name for name in SETS if name in sys.argv[1:]] or SETS
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    missed = []
    print(" " * 8 + "said".rjust(6) + "".join(m.rjust(9) for m in ("found", *MEASURES)))
    for name in asked:
        found = list(read(name))
        if "--errors" in sys.argv and name == "tuned":
            print("\n".join(line for o in found if (line := error(o)) is not None))
        shares = figures(found)
        line = "".join(f"{100 * share:9.1f}" for share in shares.values())
        print(f"{name:8}{len(found):6}{line}")
        seen = [o for o in found if o.found is not None]
        line = "".join(f"{100 * share:9.1f}" for share in figures(seen).values())
        print(f"{'of found':8}{len(seen):6}{line}")
        missed += [
            f"MISSED {name} {measure}: {shares[measure]:.3f} under {least:.3f}"
            for measure, least in floors[name].items()
            if shares[measure] < least
        ]
    print("\n".join(missed) or "all floors hold")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
