import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(
    "VOLTEFACE_DATA" not in os.environ,
    reason="VOLTEFACE_DATA names no folder of annotated articles",
)
def test_quotations_hold_their_floors() -> None:
    """Quotations and speakers of annotated articles are found as well as the floors say."""
    measured = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, ROOT / "evaluation" / "quotations" / "run.py"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert measured.returncode == 0, measured.stdout + measured.stderr
    assert "all floors hold" in measured.stdout
