"""Positions that reports measured, as readings of the model."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from volteface.case import load_case
from volteface.case.schema import Case
from volteface.conflict.conflict import Conflict
from volteface.errors import UsageError
from volteface.ledger import Ledger, open_ledger
from volteface.ledger.intake import take_in
from volteface.questions.conditioning.positions import measured_positions


@pytest.fixture(scope="module")
def case() -> Case:
    """The bundled case, with nothing waiting for review."""
    loaded = load_case("syria")
    sure = loaded.settings.thresholds.model_copy(update={"confidence": 0.05})
    settings = loaded.settings.model_copy(update={"thresholds": sure})
    return loaded.model_copy(update={"settings": settings})


@pytest.fixture(scope="module")
def ledger(case: Case, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of two of its reports."""
    folder = tmp_path_factory.mktemp("read")
    own = Path(case.folder) / "reports"
    names = ("2012-12-15-bogdanov-remarks", "2013-01-28-medvedev-on-assads-chances")
    places = [own / f"{name}.txt" for name in names]
    with open_ledger(str(folder / "x.sqlite")) as opened:
        take_in(opened, places, case)
        yield opened


def test_a_belief_in_words_is_read_where_something_was_said(
    ledger: Ledger, case: Case, syria: Conflict
) -> None:
    """In the half year of the words, with at least the tolerance of a probability; not before."""
    shown = measured_positions(ledger, case, syria, date(2013, 6, 30))
    assert shown
    for one in shown:
        assert one.kind == "number"
        assert 0 <= one.value <= 1
        assert one.tolerance >= 0.1
        assert ".belief=" in one.text
        assert date(2012, 12, 1) <= one.first <= date(2013, 6, 30)
    assert measured_positions(ledger, case, syria, date(2012, 11, 30)) == ()


def test_a_measure_that_nobody_has(ledger: Ledger, case: Case, syria: Conflict) -> None:
    """An error with the issue; without any measure nothing is read."""
    wrong = tuple(
        issue.model_copy(update={"measure": "*.beleef"}) if issue.measure else issue
        for issue in case.issues
    )
    with pytest.raises(UsageError, match=r"regime_survival: the model has no measure \*\.beleef"):
        measured_positions(
            ledger, case.model_copy(update={"issues": wrong}), syria, date(2013, 6, 30)
        )
    bare = tuple(issue.model_copy(update={"measure": None}) for issue in case.issues)
    none = case.model_copy(update={"issues": bare})
    assert measured_positions(ledger, none, syria, date(2013, 6, 30)) == ()
