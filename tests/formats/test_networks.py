"""Networks: what they say, and that a file gives the same network back."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.formats.bundle import Bundle
from volteface.formats.names import Names
from volteface.formats.networks import NETWORKS, Network, network, read_network, write_network
from volteface.ledger import Reading
from volteface.records import Report, Statement


@pytest.fixture
def stands(report: Report, said: Statement) -> list[Bundle]:
    """Upland is for two issues; Lowland is against the one and for the other."""
    taken = [
        ("UPL", "garrison", 0.8), ("UPL", "garrison", 0.4), ("LOW", "garrison", -0.7),
        ("UPL", "talks", 0.5), ("LOW", "talks", 0.2),
    ]  # fmt: skip
    statements = tuple(
        replace(said, id=f"s-{at}", actor=actor, issue=issue, stance=stance)
        for at, (actor, issue, stance) in enumerate(taken)
    )
    of_others = replace(said, id="s-9", actor="LOW", register="imputed")
    rejected = replace(said, id="s-8", actor="LOW", endorsed=False)
    return [Bundle(report, (), (*statements, of_others, rejected))]


def test_stands_on_issues(stands: list[Bundle], case: Case) -> None:
    """An edge has the number of stands, their mean, and how many are on either side."""
    graph = network(stands, Names(case), "actor-issue")
    assert graph.edges["actor:UPL", "issue:garrison"] == {
        "weight": 2, "stance": pytest.approx(0.6), "plus": 2, "minus": 0,
    }  # fmt: skip
    assert graph.edges["actor:LOW", "issue:garrison"]["minus"] == 1
    assert graph.nodes["actor:UPL"] == {"kind": "actor", "name": "Upland"}
    assert graph.nodes["issue:garrison"]["name"] == "The garrison should stay."


def test_agreement(stands: list[Bundle], case: Case) -> None:
    """Two actors agree on an issue where their mean stances have one sign."""
    graph = network(stands, Names(case), "actor-actor")
    edge = graph.edges["actor:LOW", "actor:UPL"]
    assert edge == {"weight": 0, "agree": 1, "differ": 1}


@pytest.mark.parametrize("view", list(product([".graphml", ".gexf"], NETWORKS)), ids=str)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_same_network(
    data: st.DataObject,
    view: tuple[str, Network],
    any_history: st.SearchStrategy[tuple[list[Reading], list[str]]],
    case: Case,
    fresh: Callable[[], Path],
) -> None:
    """A file gives back the same network, whatever actors and issues are called."""
    (suffix, kind), (readings, _) = view, data.draw(any_history)
    own = [
        replace(each, register="stated", endorsed=True, actor=each.actor or "UPL")
        for reading in readings
        for each in reading.statements
    ]
    graph = network([Bundle(readings[0].report, (), tuple(own))], Names(case), kind)
    path = fresh().with_suffix(suffix)
    write_network(graph, path)
    assert nx.utils.graphs_equal(read_network(path), graph)


def test_no_network(tmp_path: Path) -> None:
    """A file that holds none is refused with its name."""
    path = tmp_path / "net.graphml"
    path.write_text("<html></html>", encoding="utf-8")
    with pytest.raises(UsageError, match=r"net\.graphml: holds no network"):
        read_network(path)
