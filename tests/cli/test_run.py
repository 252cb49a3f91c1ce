import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from volteface.ledger import open_ledger

Call = Callable[..., Any]
SCHEMA = Path(__file__).parents[2] / "docs" / "verdicts.schema.json"


def contents(ledger: Path) -> dict[str, list[Any]]:
    """What a ledger holds, without when it was written."""
    with open_ledger(str(ledger), create=False) as opened:
        return {
            "reports": sorted(opened.reports(), key=lambda r: r.id),
            "statements": sorted(opened.statements(), key=lambda s: s.id),
        }


def stored(ledger: Path) -> int:
    """How many reports are in a ledger that another process may be writing."""
    if not ledger.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as connection:
            return int(connection.execute("select count(*) from report").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_some_verdicts(ran: Any) -> None:  # noqa: ANN401
    """The example case gives verdicts, with the records that carry them."""
    assert ran.first.code == 0
    assert "has shifted in words" in ran.first.out
    assert "[s-" in ran.first.out
    assert "6 reports, 6 of them new" in ran.first.err


def test_json_is_as_documented(ran: Any) -> None:  # noqa: ANN401
    """The JSON written is valid by its schema, and each verdict's sentence is printed."""
    verdicts = json.loads(next((ran.folder / "out").glob("*.json")).read_text())
    jsonschema.validate(verdicts, json.loads(SCHEMA.read_text()))
    assert verdicts
    assert all(verdict["sentence"] in ran.first.out for verdict in verdicts)


def test_markdown_quotes_the_words(ran: Any) -> None:  # noqa: ANN401
    """The Markdown holds each verdict's sentence and ids of the records that carry it."""
    written = next((ran.folder / "out").glob("*.json"))
    verdicts = json.loads(written.read_text())
    page = written.with_suffix(".md").read_text()
    assert all(verdict["statements"][0] in page for verdict in verdicts)


def test_again_the_same_bits(call: Call, ran: Any, mine: Path) -> None:  # noqa: ANN401
    """A second run adds nothing and prints the same bits."""
    before = contents(next(mine.parent.glob("*.sqlite")))
    again = call("run", "mine", "--out", "again")
    assert again.out == ran.first.out
    assert "0 of them new, 0 new statements" in again.err
    assert contents(next(mine.parent.glob("*.sqlite"))) == before
    for written in (ran.folder / "out").iterdir():
        assert (mine.parent / "again" / written.name).read_bytes() == written.read_bytes()


def test_workers_change_nothing(call: Call, ran: Any, mine: Path) -> None:  # noqa: ANN401
    """Two processes read into the same ledger and print the same bits as one."""
    done = call("run", "mine", "--workers", "2", "--ledger", "two.sqlite")
    assert done.out == ran.first.out
    assert contents(Path("two.sqlite")) == contents(next(mine.parent.glob("mine*.sqlite")))


def test_json_and_quiet(call: Call, mine: Path) -> None:
    """``--json`` prints the list alone; with ``--quiet`` nothing else is said."""
    del mine
    done = call("run", "mine", "--json", "--quiet")
    jsonschema.validate(json.loads(done.out), json.loads(SCHEMA.read_text()))
    assert done.err == ""


def test_more_reports_into_the_same_ledger(call: Call, mine: Path) -> None:
    """``run CASE PATH`` adds those reports; what has no date or no English is said."""
    more = mine.parent / "more"
    more.mkdir()
    (more / "undated.txt").write_text("Kestria's envoy said that the guns should fall silent.\n")
    (more / "french.txt").write_text(
        "Le ministre a déclaré que les troupes étrangères devaient quitter le pays bientôt.\n" * 3
    )
    (more / "blank.txt").write_text("")
    done = call("run", "mine", "more")
    assert done.code == 0
    assert "2 reports, 2 of them new" in done.err
    assert "no date more/undated.txt" in done.err
    assert "not coded more/french.txt: in French" in done.err
    assert "skipped more/blank.txt: empty file" in done.err
    assert stored(next(mine.parent.glob("*.sqlite"))) == 8


def test_where_the_ledger_is(call: Call, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``VOLTEFACE_LEDGER`` says where, and ``--ledger`` goes before it."""
    held = next(mine.parent.glob("*.sqlite"))
    shutil.copy(held, "elsewhere.sqlite")
    shutil.copy(held, "third.sqlite")
    held.unlink()
    monkeypatch.setenv("VOLTEFACE_LEDGER", "elsewhere.sqlite")
    assert "ledger: elsewhere.sqlite" in call("run", "mine").err
    assert "ledger: third.sqlite" in call("run", "mine", "--ledger", "third.sqlite").err
    assert not held.exists()


@pytest.mark.parametrize("content", [b"not a database, only text\n" * 100, b"\x00" * 5000])
def test_what_is_no_ledger(call: Call, mine: Path, content: bytes) -> None:
    """A file that is no ledger is left alone; the code is 3."""
    del mine
    Path("notes.sqlite").write_bytes(content)
    done = call("run", "mine", "--ledger", "notes.sqlite")
    assert done.code == 3
    assert done.err.startswith("volteface: ")
    assert Path("notes.sqlite").read_bytes() == content


def test_a_ledger_in_use(call: Call, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another run writes, this one says so after its wait, and ends with 3."""
    monkeypatch.setitem(open_ledger.__kwdefaults__, "wait", 0.1)
    held = next(mine.parent.glob("*.sqlite"))
    (mine / "reports" / "new.txt").write_text("Kestria's envoy said the guns should fall silent.\n")
    with closing(sqlite3.connect(held)) as other:
        other.execute("begin immediate")
        done = call("run", "mine")
    assert done.code == 3
    assert "is writing to this ledger" in done.err
    assert stored(held) == 6


def test_nothing_to_read(call: Call, mine: Path) -> None:
    """Where no report can be read each path's reason is given, and the code is 2."""
    (mine.parent / "empty").mkdir()
    (mine.parent / "blank.txt").write_bytes(b"")
    (mine.parent / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    done = call("run", "mine", "empty", "blank.txt", "picture.txt")
    assert done.code == 2
    assert "empty: a folder with no reports in it" in done.err
    assert "blank.txt: empty file" in done.err
    assert "picture.txt: a PNG image" in done.err
    shutil.rmtree(mine / "reports")
    assert call("run", "mine").code == 2


def stopped(stop: signal.Signals, *options: str) -> tuple[int, str]:
    """Exit code and standard error of a run that is sent a signal once two reports are stored."""
    # A process that a shell put in the background ignores Ctrl-C, and so would its children.
    listens = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    starts = f"{listens}; from volteface.cli import main; main()"
    program = [sys.executable, "-c", starts, "run", "mine"]
    with subprocess.Popen(  # noqa: S603 - our own program
        [*program, "--ledger", "stopped.sqlite", *options],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    ) as running:
        while stored(Path("stopped.sqlite")) < 2 and running.poll() is None:
            time.sleep(0.01)
        running.send_signal(stop)
        _, told = running.communicate(timeout=120)
    return running.returncode, told


@pytest.fixture
def many(mine: Path) -> int:
    """The case's reports and those of two more years; how many they are."""
    texts = sorted((mine / "reports").iterdir())
    for year in ("2019", "2020"):
        for text in texts:
            moved = text.read_text().replace("2018", year)
            (mine / "reports" / f"{2021 - int(year)}-{text.name}").write_text(moved)
    return len(texts) * 3


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_killed_runs_lose_nothing(call: Call, many: int) -> None:
    """After ``kill -9`` the next run goes on, and gives what an undisturbed run gives."""
    assert stopped(signal.SIGKILL) == (-signal.SIGKILL, "")
    kept = stored(Path("stopped.sqlite"))
    assert 2 <= kept < many
    resumed = call("run", "mine", "--ledger", "stopped.sqlite")
    assert f"{many - kept} of them new" in resumed.err
    undisturbed = call("run", "mine", "--ledger", "whole.sqlite")
    assert resumed.out == undisturbed.out
    assert contents(Path("stopped.sqlite")) == contents(Path("whole.sqlite"))


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_interrupted_runs_keep_what_they_read(many: int) -> None:
    """Ctrl-C ends reading processes too, with one line and code 130; what was read is kept."""
    code, told = stopped(signal.SIGINT, "--workers", "2")
    assert (code, told.strip()) == (130, "stopped; what was stored before is kept")
    assert 2 <= stored(Path("stopped.sqlite")) < many
