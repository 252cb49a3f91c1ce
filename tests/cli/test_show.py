import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


@pytest.fixture
def carrier(ran: Any) -> str:  # noqa: ANN401
    """The id of a statement that carries a verdict."""
    found = re.search(r"\[(s-[0-9a-f]{16})", ran.first.out)
    assert found
    return found[1]


def test_a_statement(call: Call, mine: Path, carrier: str) -> None:
    """A statement is shown in its sentence, with what was read from it and its history."""
    done = call("show", carrier)
    assert done.code == 0
    assert done.out.startswith(f"{carrier} in mine/reports/")
    marked = re.search(r"\[\[(.+?)\]\]", done.out)
    assert marked
    reports = (path.read_text() for path in (mine / "reports").iterdir())
    assert any(marked[1] in text for text in reports)
    assert re.search(r"history:\n  20\d\d-.* added by volteface", done.out)


def test_a_statement_as_json(call: Call, mine: Path, carrier: str) -> None:
    """The same for machines; the report's id leads to the report."""
    del mine
    shown = json.loads(call("show", carrier, "--json").out)
    assert shown["id"] == carrier
    assert shown["record"] == "statement"
    assert f"[[{shown['text']}]]" in shown["context"]
    assert shown["history"][0]["action"] == "added"
    report = json.loads(call("show", shown["report"], "--json").out)
    assert (report["record"], report["id"]) == ("report", shown["report"])
    assert report["context"]


def test_a_fact(call: Call, mine: Path) -> None:
    """A dated fact is shown with its source, by its case."""
    del mine
    done = call("show", "fact:odrun-leaves", "--case", "mine")
    assert done.code == 0
    assert "source: " in done.out
    shown = json.loads(call("show", "fact:odrun-leaves", "--case", "mine", "--json").out)
    assert shown["record"] == "fact"
    assert shown["text"] in done.out


def test_unknown_records(call: Call, mine: Path) -> None:
    """An id that is nowhere is refused, with where was looked."""
    done = call("show", "s-0000000000000000")
    assert done.code == 2
    assert "mine" in done.err or ".sqlite" in done.err
    assert call("show", "s-0000000000000000", "--ledger", "none.sqlite").code == 3
    assert not (mine.parent / "none.sqlite").exists()


def test_unseen_characters_are_written_out(call: Call, mine: Path) -> None:
    """Overrides of writing direction in a report do nothing on the terminal."""
    hostile = mine.parent / "hostile.txt"
    hostile.write_text(
        "Published 3 May 2018\n\nKestria's foreign ministry said the guns must fall \u202esilent.\n"
    )
    call("run", "mine", "hostile.txt")
    found = call("read", "hostile.txt", "--case", "mine", "--jsonl").out.splitlines()
    said = next(line for line in map(json.loads, found) if line["record"] == "statement")
    done = call("show", said["id"])
    assert "\u202e" not in done.out
    assert "[U+202E]silent" in done.out
