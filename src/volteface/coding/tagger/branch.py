"""A further network that goes on from the hidden states of the tagger's middle layer."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from volteface.coding.inference import session
from volteface.coding.vectors import Matrix


class Branch:
    """Runs the branch over one window at a time, so that nothing depends on what else is read."""

    def __init__(self, model: Path, threads: int = 1) -> None:
        """Open the file.

        Args:
            model: ONNX file, the trunk's states of a window (1, n, 384) to one array (1, n, ...).
            threads: Threads within one run, at least 1.
        """
        self._session: Any = session(model, threads)

    def run(self, trunk: Matrix) -> Matrix:
        """What the branch makes of a window's ``Marks.trunk``: (n, ...)."""
        made: Matrix = self._session.run(None, {"trunk": trunk[None]})[0][0]
        return made


def _file(name: str) -> Path:
    return Path(__file__).with_name(f"{name}.onnx")


@cache
def branch(name: str) -> Branch | None:
    """The shipped branch of that name, None where its file is missing."""
    return Branch(_file(name)) if _file(name).is_file() else None


@cache
def branch_digest(name: str) -> str:
    """The SHA-256 of the branch's file, or that there is none."""
    path = _file(name)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "none"
