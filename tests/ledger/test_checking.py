from collections.abc import Callable
from dataclasses import replace
from math import nan

import pytest

from volteface.errors import LedgerError
from volteface.ledger import Ledger, Reading
from volteface.records import Candidate


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("report", "r-002", "it belongs to report r-002"),
        ("content", ((5, 5),), "its content 5-5 is empty or outside the text of 98"),
        ("speaker", ((0, 2), (90, 99)), "its speaker 90-99 is empty or outside"),
        ("cue", ((-1, 3),), "its cue -1-3 is empty or outside"),
        ("confidence", 1.2, "its confidence 1.2 is not between 0 and 1"),
        ("confidence", nan, "its confidence nan is not between 0 and 1"),
        ("stance", -1.5, "its stance -1.5 is not between -1 and 1"),
        ("stance", nan, "its stance nan is not between -1 and 1"),
        ("candidates", (Candidate("a", 0.0, 2.0),), "a candidate's probability 2.0 is not"),
        ("candidates", (Candidate("a", 3.0, 0.5),), "a candidate's stance 3.0 is not"),
    ],
)
def test_refused(
    ledger: Ledger, make_reading: Callable[..., Reading], field: str, value: object, wrong: str
) -> None:
    """One wrong field of one statement refuses the whole report, and says which."""
    reading = make_reading(letters="ab")
    good, bad = reading.statements
    bad = replace(bad, **{field: value})  # type: ignore[arg-type]
    with pytest.raises(LedgerError) as caught:
        ledger.store(replace(reading, statements=(good, bad)))
    assert str(caught.value).startswith("report r-001, statement s-r-001-b: " + wrong)
    assert str(caught.value).endswith("nothing of this report was stored")
    assert not list(ledger.reports())


def test_one_id_twice(ledger: Ledger, make_reading: Callable[..., Reading]) -> None:
    """Two different statements cannot share an id; the same one twice is one."""
    reading = make_reading(letters="a")
    (statement,) = reading.statements
    with pytest.raises(LedgerError, match="two different statements have the id s-r-001-a"):
        ledger.store(replace(reading, statements=(statement, replace(statement, stance=0.0))))
    assert ledger.store(replace(reading, statements=(statement, statement))).added == 1
