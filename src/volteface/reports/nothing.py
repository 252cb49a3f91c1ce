"""What to say where nothing could be read."""

from collections.abc import Sequence
from pathlib import Path

from volteface.reports.raw import Skipped

_GIVE = "give text, web pages, PDF, Word, rich text, mail, web archives, CSV or zip files"


def nothing_to_read(paths: Sequence[Path], skipped: Sequence[Skipped]) -> str:
    """One line for each path that held nothing, with the reason."""
    reasons = [f"{item.path}: {item.reason}" for item in skipped]
    named = ", ".join(str(path) for path in paths) or "no path"
    return "\n".join([*reasons, f"no report could be read from {named}; {_GIVE}"])
