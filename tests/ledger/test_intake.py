"""Reading paths into a ledger."""

import multiprocessing
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from volteface.case import load_case, new_case
from volteface.case.schema import Case
from volteface.errors import NothingToReadError, VoltefaceError
from volteface.ledger import Ledger, open_ledger
from volteface.ledger.intake import take_in


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The example case."""
    folder = tmp_path_factory.mktemp("intake") / "mine"
    new_case(folder)
    return load_case(str(folder))


@pytest.fixture
def own(case: Case) -> Path:
    """Its reports."""
    return Path(case.folder) / "reports"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(str(tmp_path / "intake.sqlite")) as opened:
        yield opened


def test_reads_once(ledger: Ledger, case: Case, own: Path) -> None:
    """Every report is stored as it is read and told; reading again adds nothing."""
    told: list[tuple[int, int]] = []
    first = take_in(ledger, [own], case, progress=lambda done, of: told.append((done, of)))
    count = len(list(own.iterdir()))
    assert (len(first.reports), first.fresh, first.skipped) == (count, count, ())
    assert told == [(number + 1, count) for number in range(count)]
    held = list(ledger.statements())
    assert len(held) == first.statements > 0
    again = take_in(ledger, [own], case)
    assert (again.fresh, again.statements) == (0, 0)
    assert again.reports == first.reports
    assert list(ledger.statements()) == held


def test_oldest_first(ledger: Ledger, case: Case, tmp_path: Path) -> None:
    """A reprint that sorts before its original by name still points to it, also when stopped."""
    words = "Kestria's foreign ministry said that the guns must fall silent and talks begin. " * 5
    (tmp_path / "a-late.txt").write_text(f"Published 9 May 2018\n\n{words}")
    (tmp_path / "b-early.txt").write_text(f"Published 3 May 2018\n\n{words}")

    def stop(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in(ledger, [tmp_path], case, progress=stop)
    (kept,) = ledger.reports()
    assert kept.path.endswith("b-early.txt")
    take_in(ledger, [tmp_path], case)
    found = {Path(report.path).name: report for report in ledger.reports()}
    assert found["b-early.txt"].duplicate_of is None
    assert found["a-late.txt"].duplicate_of == kept.id


def test_standing_line(ledger: Ledger, case: Case, tmp_path: Path) -> None:
    """A line said again points to its first place, whether read in one run or in several."""
    words = "The foreign ministry of Kestria said that the guns must fall silent and talks begin."
    more = "Rain fell on the hills all week, and the markets of the town stayed shut until Friday."
    for month in ("March", "May", "July"):
        text = f"Published 9 {month} 2018\n\nNews of {month}\n\n{words}\n\n{more} {month * 40}\n"
        (tmp_path / f"{month}.txt").write_text(text)
    take_in(ledger, [tmp_path / "March.txt"], case)
    take_in(ledger, [tmp_path], case)
    first, *again = sorted(
        (one for one in ledger.statements() if "guns" in one.text),
        key=lambda one: str(one.said_on and one.said_on.earliest),
    )
    assert first.repeats is None
    assert [one.repeats for one in again] == [first.id] * 2
    with open_ledger(str(tmp_path / "once.sqlite")) as other:
        take_in(other, [tmp_path], case)
        assert set(other.statements()) == set(ledger.statements())


def test_a_reading_process_that_dies(ledger: Ledger, case: Case, own: Path, tmp_path: Path) -> None:
    """One that is killed ends the run with a line on what to do; what was read is kept."""
    many = tmp_path / "many"
    shutil.copytree(own, many)
    for report in own.iterdir():
        (many / f"later-{report.name}").write_text(report.read_text().replace("2018", "2019"))

    def kill(done: int, _of: int) -> None:
        if done == 1:
            for process in multiprocessing.active_children():
                process.kill()

    with pytest.raises(VoltefaceError, match="run again, with fewer --workers"):
        take_in(ledger, [many], case, workers=2, progress=kill)
    assert multiprocessing.active_children() == []
    kept = len(list(ledger.reports()))
    assert 1 <= kept < len(list(many.iterdir()))
    assert take_in(ledger, [many], case).fresh == len(list(many.iterdir())) - kept


def test_nothing_to_read(ledger: Ledger, case: Case, tmp_path: Path) -> None:
    """Where nothing can be read each path's reason is given and nothing is stored."""
    (tmp_path / "blank.txt").write_text("")
    with pytest.raises(NothingToReadError, match=r"blank\.txt: empty file"):
        take_in(ledger, [tmp_path / "blank.txt"], case)
    with pytest.raises(NothingToReadError, match="no report could be read from no path"):
        take_in(ledger, [], case)
    assert list(ledger.reports()) == []


def test_what_is_skipped(ledger: Ledger, case: Case, own: Path, tmp_path: Path) -> None:
    """A file that cannot be read stops nothing and is named."""
    blank = tmp_path / "blank.txt"
    blank.write_text("")
    report = min(own.iterdir())
    found = take_in(ledger, [report, blank], case)
    assert found.fresh == 1
    assert [(item.path, item.reason) for item in found.skipped] == [(str(blank), "empty file")]
