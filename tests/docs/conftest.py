"""Where the documentation is and what its generator makes."""

import runpy
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def docs() -> Path:
    """The folder of the documentation."""
    return _ROOT / "docs"


@pytest.fixture(scope="session")
def generated(docs: Path) -> dict[str, str]:
    """The pages that the generator makes of the program as it stands, by file name."""
    pages: dict[str, str] = runpy.run_path(str(docs / "generate.py"))["pages"]()
    return pages
