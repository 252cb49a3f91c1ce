from collections.abc import Callable
from dataclasses import replace

import pytest

from volteface.case import Case, load_case
from volteface.coding.reading_key import reading_key
from volteface.errors import UsageError
from volteface.ledger import Ledger, Reading
from volteface.ledger.machine import coder_for, outdated, refuse_other_case

Make = Callable[..., Reading]


@pytest.fixture(scope="module")
def case() -> Case:
    """The bundled case."""
    return load_case("syria")


def test_a_ledger_is_one_cases(ledger: Ledger, make_reading: Make, case: Case) -> None:
    """Once the machine has read by one case, another is refused, and told what to do."""
    refuse_other_case(ledger, case)
    ledger.store(make_reading(coder=coder_for(case)))
    refuse_other_case(ledger, case)
    other = case.model_copy(update={"settings": case.settings.model_copy(update={"id": "yemen"})})
    with pytest.raises(UsageError, match="the ledger of the case syria; name another for yemen"):
        refuse_other_case(ledger, other)


def test_what_must_be_read_again_is_counted(ledger: Ledger, make_reading: Make, case: Case) -> None:
    """A reading under another key than the case's present one is out of date; a person's is not."""
    ledger.store(make_reading("001", coder=coder_for(case), key="old"))
    ledger.store(make_reading("002", coder=coder_for(case), key=reading_key(case)))
    ledger.store(make_reading("003", coder="anna", key="old"))
    assert outdated(ledger, case) == 1
    again = make_reading("001", coder=coder_for(case))
    ledger.store(replace(again, key=reading_key(case)))
    assert outdated(ledger, case) == 0
