import io
import sys

import pytest

from volteface.cli import progress as bars


class Terminal(io.StringIO):
    """Takes what is drawn and says that it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


@pytest.mark.parametrize(
    ("quiet", "slow", "drawn"), [(False, -1.0, True), (True, -1.0, False), (False, 60.0, False)]
)
def test_drawn_where_it_helps(
    monkeypatch: pytest.MonkeyPatch, *, quiet: bool, slow: float, drawn: bool
) -> None:
    """A bar is drawn on a terminal once it has taken long, and never when asked to be quiet."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(bars, "_SLOW", slow)
    with bars.progress("reading", quiet=quiet) as tell:
        tell(1, 2)
        tell(2, 2)
    assert ("reading" in terminal.getvalue()) == drawn


def test_nothing_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard error is no terminal nothing is drawn."""
    file = io.StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    monkeypatch.setattr(bars, "_SLOW", -1.0)
    with bars.progress("reading", quiet=False) as tell:
        tell(1, 1)
    assert file.getvalue() == ""
