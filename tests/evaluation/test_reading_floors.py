import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_speakers_dates_and_chains_hold_their_floors() -> None:
    """Who said what, for whom, when and through whom is read as well as the floors say."""
    measured = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, ROOT / "evaluation" / "reading" / "run.py", "tuned"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert measured.returncode == 0, measured.stdout + measured.stderr
    assert "all floors hold" in measured.stdout
