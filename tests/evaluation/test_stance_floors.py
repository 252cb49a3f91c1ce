import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_issue_and_stance_hold_their_floors() -> None:
    """Traps and unseen sentences are read at least as well as the floors say."""
    measured = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, ROOT / "evaluation" / "stance" / "run.py", "--quick"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert measured.returncode == 0, measured.stdout + measured.stderr
    assert "all floors hold" in measured.stdout
