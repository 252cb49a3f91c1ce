"""A small case of our own, its report, and what the machine reads in it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from volteface.case import load_case, new_case
from volteface.case.schema import Case
from volteface.ledger import Ledger, open_ledger
from volteface.ledger.intake import take_in
from volteface.records import Report, Statement


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example case and a ledger into which its reports were read, once."""
    folder = tmp_path_factory.mktemp("read")
    new_case(folder / "mine")
    case = load_case(folder / "mine")
    with open_ledger(folder / "mine.sqlite") as ledger:
        take_in(ledger, [folder / "mine" / "reports"], case)
    return folder


@pytest.fixture
def place(read_once: Path, tmp_path: Path) -> Path:
    """A copy of that folder."""
    shutil.copytree(read_once, tmp_path / "copy")
    return tmp_path / "copy"


@pytest.fixture(scope="session")
def case(read_once: Path) -> Case:
    """The example case."""
    return load_case(read_once / "mine")


@pytest.fixture
def opened(place: Path) -> Callable[[], Ledger]:
    """Opens the copied ledger."""
    return lambda: open_ledger(place / "mine.sqlite")


@pytest.fixture(scope="session")
def reports(read_once: Path) -> tuple[Report, ...]:
    """The example case's reports, in order of path."""
    with open_ledger(read_once / "mine.sqlite") as ledger:
        return tuple(ledger.reports())


@pytest.fixture(scope="session")
def statements(read_once: Path) -> tuple[Statement, ...]:
    """What the machine read in them."""
    with open_ledger(read_once / "mine.sqlite") as ledger:
        return tuple(ledger.statements())
