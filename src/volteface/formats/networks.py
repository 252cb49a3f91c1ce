"""Networks of a ledger as GraphML and GEXF: derived views, from which no ledger can be read.

Two networks are made, as in discourse network analysis (Leifeld 2017):

- *actor-issue*: an edge says that an actor has taken a stand on an issue; ``weight`` is the number
  of statements and deeds, ``stance`` their mean in [-1, 1], ``plus`` and ``minus`` how many are on
  either side.
- *actor-actor*: an edge says that two actors have taken a stand on the same issues; ``agree`` is on
  how many issues their mean stances have the same sign, ``differ`` on how many they have not, and
  ``weight`` the first less the second.

Statements that others make about an actor are not the actor's and do not count, nor do views that
a report brings up only to reject them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from xml.etree.ElementTree import ParseError

from volteface.errors import UsageError
from volteface.formats.bundle import Bundle
from volteface.formats.names import Names
from volteface.ledger.words import unescape

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped]

Network: TypeAlias = Literal["actor-issue", "actor-actor"]
NETWORKS: tuple[Network, ...] = ("actor-issue", "actor-actor")
SUFFIXES = {"graphml": ".graphml", "gexf": ".gexf"}

_OWN = frozenset({"stated", "conduct"})
# XML cannot hold these, or reads some of them as another space.
_NOT_IN_XML = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0\ufffe\uffff]")
_OURS = ("weight", "stance", "plus", "minus", "agree", "differ", "kind", "name")

Stances: TypeAlias = dict[tuple[str, str], list[float]]


def network(bundles: Iterable[Bundle], names: Names, kind: Network) -> "nx.Graph":
    """A network of what a ledger holds.

    Args:
        bundles: What it holds.
        names: The case's names.
        kind: Which network.
    """
    import networkx as nx  # noqa: PLC0415 - slow to load

    stances: Stances = defaultdict(list)
    for bundle in bundles:
        for said in bundle.statements:
            own = said.register in _OWN and said.endorsed
            if own and said.actor is not None and said.issue is not None:
                stances[said.actor, said.issue].append(said.stance or 0.0)
    graph = nx.Graph()
    for actor in sorted({actor for actor, _ in stances}):
        graph.add_node(_node("actor", actor), kind="actor", name=names.actor_name(actor))
    if kind == "actor-actor":
        _tie_actors(graph, stances)
    else:
        _tie_issues(graph, stances, names)
    return graph


def write_network(graph: "nx.Graph", path: Path) -> None:
    """Write a network as GEXF 1.2 if the file's name ends so, else as GraphML."""
    import networkx as nx  # noqa: PLC0415 - slow to load

    safe = nx.Graph()
    for node, data in graph.nodes(data=True):
        safe.add_node(_xml(node), **{name: _xml(value) for name, value in data.items()})
    safe.add_edges_from((_xml(one), _xml(two), data) for one, two, data in graph.edges(data=True))
    if path.suffix == SUFFIXES["gexf"]:
        nx.write_gexf(safe, path, version="1.2draft")
    else:
        nx.write_graphml(safe, path)


def read_network(path: Path) -> "nx.Graph":
    """The network of a file, as :func:`network` made it.

    Raises:
        UsageError: The file holds no network.
    """
    import networkx as nx  # noqa: PLC0415 - slow to load

    try:
        read = nx.read_gexf if path.suffix == SUFFIXES["gexf"] else nx.read_graphml
        found = read(path)
    except (ParseError, nx.NetworkXError, KeyError, ValueError) as error:
        raise UsageError(f"{path}: holds no network that can be read ({error})") from error
    graph = nx.Graph()
    for node, data in found.nodes(data=True):
        graph.add_node(unescape(node), **_ours(data))
    for one, two, data in found.edges(data=True):
        graph.add_edge(unescape(one), unescape(two), **_ours(data))
    return graph


def _tie_issues(graph: "nx.Graph", stances: Stances, names: Names) -> None:
    for issue in sorted({issue for _, issue in stances}):
        graph.add_node(_node("issue", issue), kind="issue", name=names.concept(issue))
    for (actor, issue), taken in sorted(stances.items()):
        plus = sum(stance > 0 for stance in taken)
        graph.add_edge(
            _node("actor", actor),
            _node("issue", issue),
            weight=len(taken),
            stance=_mean(taken),
            plus=plus,
            minus=sum(stance < 0 for stance in taken),
        )


def _tie_actors(graph: "nx.Graph", stances: Stances) -> None:
    by_issue: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (actor, issue), taken in stances.items():
        by_issue[issue][actor] = _mean(taken)
    shared: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
    for means in by_issue.values():
        for one, two in combinations(sorted(means), 2):
            shared[one, two].append(means[one] * means[two] > 0)
    for (one, two), same in sorted(shared.items()):
        agree, differ = sum(same), len(same) - sum(same)
        ends = _node("actor", one), _node("actor", two)
        graph.add_edge(*ends, weight=agree - differ, agree=agree, differ=differ)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def _node(kind: str, name: str) -> str:
    return f"{kind}:{name}"


def _xml(text: str) -> str:
    return _NOT_IN_XML.sub(lambda found: f"\ufdd0{ord(found[0]):04x}", text)


def _ours(data: dict[str, Any]) -> dict[str, Any]:
    """The attributes that volteface writes; formats add labels and numbers of their own."""
    kept = {name: data[name] for name in _OURS if name in data}
    return {n: unescape(v) if isinstance(v, str) else v for n, v in kept.items()}
