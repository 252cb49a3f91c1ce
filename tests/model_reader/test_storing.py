from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from volteface.case import Case
from volteface.ledger import Ledger, open_ledger
from volteface.ledger.intake import take_in
from volteface.ledger.machine import coder_for
from volteface.model_reader import Endpoint, Rereading, endpoint_of
from volteface.model_reader.cost import Budget
from volteface.model_reader.kept import KeptAnswers
from volteface.model_reader.storing import Compared, compared, store
from volteface.records import Report, Statement

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def read_offline(tmp_path_factory: pytest.TempPathFactory, case: Case, case_folder: Path) -> Path:
    """A ledger with the case's reports, read offline."""
    place = tmp_path_factory.mktemp("ledger") / "mine.sqlite"
    with open_ledger(place) as ledger:
        take_in(ledger, [case_folder / "reports"], case)
    return place


@pytest.fixture
def ledger(read_offline: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of it."""
    copy = tmp_path / "mine.sqlite"
    copy.write_bytes(read_offline.read_bytes())
    with open_ledger(copy) as opened:
        yield opened


@pytest.fixture
def named() -> Endpoint:
    """A model."""
    return endpoint_of("http://localhost:1/v1", "m", {})


@pytest.fixture
def read(
    ask: Ask, peer: ModuleType, case: Case, tmp_path: Path, ledger: Ledger
) -> dict[str, tuple[Statement, ...]]:
    """The ledger's reports as the honest service reads them."""
    _, service, named = ask(peer.honest)
    with KeptAnswers(tmp_path / "x.answers") as kept:
        model = Rereading(case, named, kept)
        return model.run(model.plan(list(ledger.reports())), service, Budget()).read


def reports(ledger: Ledger) -> list[Report]:
    """All of them."""
    return list(ledger.reports())


def test_readings_are_kept_beside_the_offline_readers(
    ledger: Ledger, case: Case, named: Endpoint, read: dict[str, tuple[Statement, ...]]
) -> None:
    """What holds stays as it was; a second coder is there to be compared."""
    before = set(ledger.statements())
    ready = compared(ledger, case, named, read, None)
    assert ready.agreement.both > 5
    assert store(ledger, case, named, reports(ledger), ready, counts=False) == 6
    assert set(ledger.statements()) == before
    assert ledger.coders() == ("model/m", coder_for(case))
    kept = list(ledger.read_by("model/m"))
    assert len(kept) == sum(map(len, read.values()))
    assert {one.reason for one in kept} == {"read by the model m"}


def test_the_same_words_are_linked_to_the_offline_readers(
    ledger: Ledger, case: Case, named: Endpoint, read: dict[str, tuple[Statement, ...]]
) -> None:
    """So that they are one observation."""
    ready = compared(ledger, case, named, read, 0.9)
    offline = {one.id for one in ledger.read_by(coder_for(case))}
    linked = [s for found in ready.statements.values() for s in found if s.repeats is not None]
    assert len(linked) == ready.agreement.both
    assert {s.repeats for s in linked} <= offline
    assert {s.confidence for s in linked} == {0.9}


def test_storing_again_changes_nothing(
    ledger: Ledger, case: Case, named: Endpoint, read: dict[str, tuple[Statement, ...]]
) -> None:
    """The same readings under the same key."""
    ready = compared(ledger, case, named, read, None)
    store(ledger, case, named, reports(ledger), ready, counts=False)
    assert store(ledger, case, named, reports(ledger), ready, counts=False) == 0


def ids(ready: Compared) -> set[str]:
    """Of all statements."""
    return {one.id for found in ready.statements.values() for one in found}


def test_readings_that_count_hold_and_can_be_set_aside_again(
    ledger: Ledger, case: Case, named: Endpoint, read: dict[str, tuple[Statement, ...]]
) -> None:
    """Nothing is lost by either."""
    before = {one.id for one in ledger.statements()}
    ready = compared(ledger, case, named, read, 0.9)
    store(ledger, case, named, reports(ledger), ready, counts=True)
    assert {one.id for one in ledger.statements()} == before | ids(ready)
    store(ledger, case, named, reports(ledger), ready, counts=False)
    assert {one.id for one in ledger.statements()} == before
    assert {one.id for one in ledger.read_by("model/m")} == ids(ready)
    store(ledger, case, named, reports(ledger), ready, counts=True)
    assert {one.id for one in ledger.statements()} == before | ids(ready)


def test_two_models_are_two_coders(
    ledger: Ledger, case: Case, named: Endpoint, read: dict[str, tuple[Statement, ...]]
) -> None:
    """Neither replaces the other."""
    other = replace(named, model="n")
    for model in (named, other):
        ready = compared(ledger, case, model, read, 0.9)
        store(ledger, case, model, reports(ledger), ready, counts=False)
    assert ledger.coders() == ("model/m", "model/n", coder_for(case))
    assert len(list(ledger.read_by("model/m"))) == len(list(ledger.read_by("model/n")))
