"""Memory of 100,000 draws of the Syria case, in a process of its own."""

import json
import resource
import subprocess
import sys

from volteface.conflict.ensemble import run_ensemble
from volteface.conflict.load import load_conflict

DRAWS = 100_000
_KIB_IN_GB = 1024**2


def memory() -> float:
    """GB at the peak."""
    done = subprocess.run(  # noqa: S603 - this very script
        [sys.executable, __file__], capture_output=True, text=True, check=True
    )
    return float(json.loads(done.stdout))


def main() -> None:
    """Run and print the peak."""
    run_ensemble(load_conflict("syria"), DRAWS, 1, workers=2)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_IN_GB
    print(json.dumps(round(peak, 3)))


if __name__ == "__main__":
    main()
