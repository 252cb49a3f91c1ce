import subprocess
import sys

import pytest

from volteface import ledger


def test_default_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    """A case's ledger is in the working folder unless the environment says otherwise."""
    monkeypatch.delenv("VOLTEFACE_LEDGER", raising=False)
    assert ledger.default_ledger("syria") == "syria.sqlite"
    monkeypatch.setenv("VOLTEFACE_LEDGER", "postgresql+psycopg://host/war")
    assert ledger.default_ledger("syria") == "postgresql+psycopg://host/war"


def test_names() -> None:
    """Every public name is there, in order, and no other."""
    assert ledger.__all__ == sorted(ledger.__all__)
    assert all(getattr(ledger, name) for name in ledger.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = ledger.nothing


def test_light_import() -> None:
    """The database's parts are imported when a ledger is opened, migrations when one is old."""
    program = (
        "import sys, volteface.ledger as l; l.anchor, l.Reading, l.default_ledger('x');"
        "assert not {'sqlalchemy', 'alembic'} & set(sys.modules);"
        "l.open_ledger; assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603
