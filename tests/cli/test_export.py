"""``volteface export`` and ``volteface import``."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from volteface.formats.kinds import KINDS
from volteface.ledger import open_ledger

Call = Callable[..., Any]


def held(path: Path) -> set[str]:
    """The ids of all that a ledger holds."""
    with open_ledger(path, create=False) as ledger:
        told = (ledger.statements(), ledger.events(), ledger.claims(), ledger.reports())
        return {record.id for records in told for record in records}


@pytest.mark.parametrize("kind", KINDS)
def test_out_and_in(kind: str, call: Call, mine: Path) -> None:
    """Each format is told by its file, and the ledger that comes of it holds the same."""
    place = mine.parent / f"out{KINDS[kind].suffix}"
    done = call("export", "mine", "--format", kind, "-o", str(place))
    assert (done.code, done.out) == (0, "")
    done = call("import", "mine", str(place), "--ledger", "again.sqlite")
    assert (done.code, done.err) == (0, "")
    assert "not taken in" not in done.out
    (own,) = mine.parent.glob("[!a]*.sqlite")
    assert held(mine.parent / "again.sqlite") == held(own)


@pytest.mark.parametrize("kind", ["graphml", "gexf"])
def test_network(kind: str, call: Call, mine: Path) -> None:
    """A network is written, and that no ledger can be made of it is said."""
    place = mine.parent / f"net.{kind}"
    done = call("export", "mine", "--format", kind, "--network", "actor-actor", "-o", str(place))
    assert done.code == 0, done.err
    graph = nx.read_gexf(place) if kind == "gexf" else nx.read_graphml(place)
    assert all(data["kind"] == "actor" for _, data in graph.nodes(data=True))
    done = call("import", "mine", str(place))
    assert done.code == 2
    assert "a network is a view of a ledger" in done.err


def test_bad_lines(call: Call, mine: Path) -> None:
    """Each bad line is said with its number, and the rest comes in."""
    with open_ledger(next(mine.parent.glob("*.sqlite"))) as ledger:
        said = next(s for s in ledger.statements() if len(s.content) == 1 and s.actor and s.issue)
        report = ledger.report(said.report)
    assert report is not None
    table = mine.parent / "coded.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        start, end = said.content[0]
        writer = csv.writer(file)
        writer.writerow(["path", "text", "start", "end", "actor", "issue", "stance"])
        row = [report.path, report.text[start:end], start, end, said.actor, said.issue, 0.5]
        writer.writerow(row)
        writer.writerow([*row[:4], "Atlantis", *row[5:]])
        writer.writerow([*row[:2], 10**6, 10**6 + 5, *row[4:6], 7])
    done = call("import", "mine", str(table))
    assert done.code == 2
    assert "say by whom with --coder" in done.err
    done = call("import", "mine", str(table), "--coder", "anna")
    assert done.code == 0
    assert 'coded.csv:3: no actor "Atlantis" in the case' in done.err
    assert "coded.csv:4: the stance 7.0 is not between -1 and 1" in done.err
    assert "1 as coded" in done.out
    assert "2 not taken in" in done.out
    shown = call("import", "mine", str(table), "--coder", "anna", "--ledger", "none.sqlite")
    assert shown.code == 2
    assert "nothing could be taken in" in shown.err


def test_what_cannot_be_told(call: Call, mine: Path) -> None:
    """A file of no known format, another case's, and a folder that is not there."""
    odd = mine.parent / "odd.txt"
    odd.write_text("no table\n", encoding="utf-8")
    done = call("import", "mine", str(odd))
    assert done.code == 2
    assert "its format cannot be told; name it: --format csv|parquet|" in done.err
    done = call("export", "mine", "--format", "csv", "-o", "nowhere/out.csv")
    assert done.code == 2
    assert "nowhere/out.csv: its folder does not exist" in done.err
    place = mine.parent / "out.json"
    call("export", "mine", "--format", "label-studio", "-o", str(place))
    text = place.read_text(encoding="utf-8")
    (coder,) = {each["model_version"] for task in json.loads(text) for each in task["predictions"]}
    place.write_text(text.replace(f'"{coder}"', '"volteface/other"'), encoding="utf-8")
    done = call("import", "mine", str(place), "--ledger", "again.sqlite")
    assert done.code == 2
    assert "is of the case other" in done.err
    assert held(mine.parent / "again.sqlite") == set()


def test_formats_are_listed(call: Call) -> None:
    """With what each is for."""
    done = call("export", "--help")
    assert all(name in done.out for name in (*KINDS, "graphml", "gexf"))
