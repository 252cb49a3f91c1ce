"""The bundled conflict, for questions."""

from importlib.resources import files
from pathlib import Path

import pytest

from volteface.conflict.conflict import Conflict
from volteface.conflict.load import load_conflict


@pytest.fixture(scope="session")
def syria() -> Conflict:
    """The bundled case's conflict."""
    return load_conflict(Path(str(files("volteface"))) / "bundled" / "syria")
