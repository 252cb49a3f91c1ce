"""The table of options as a Graph Model."""

import pytest

from volteface.conflict.load import load_conflict
from volteface.conflict.moment import look
from volteface.errors import UsageError
from volteface.questions.settlement_graph import holdings, settlement_graph

WAR = """
begins = 2011-03-01
months = 1
forts = 40
[belief]
horizon = 2e11
source = "judgement"
[battlefield]
overstretch = 0
source = "judgement"
[[party]]
id = "GOV"
regime = true
forts = 20
prior_size = 1e9
sees = 0
source = "judgement"
{more}
[[party]]
id = "OPP"
forts = 20
prior_size = 1e9
sees = 0
source = "judgement"
{more}
[[hostility]]
between = ["GOV", "OPP"]
battles = 1e-9
source = "judgement"
[[option]]
id = "halves"
title = "power is shared"
tabled = {tabled}
source = "judgement"
payoff = {{ GOV = {gov}, OPP = 0.5 }}
[[option]]
id = "untabled"
title = "something else"
source = "judgement"
payoff = {{ GOV = 1 }}
"""


def graph_of(**parts: object) -> object:
    """The Graph Model of a war of two with one option on the table."""
    given = {"tabled": 1, "gov": 0.85, "more": "", **parts}
    return settlement_graph(look(load_conflict(WAR.format(**given)), 0, draws=2))


def test_what_all_prefer_to_war_holds_once_agreed() -> None:
    """And the war holds as well for whoever expects the other not to agree."""
    graph = graph_of()
    assert len(graph.model.states) == 4
    assert list(graph.agreed) == ["halves"]
    found = {(one.outcome, one.notion): one for one in holdings(graph)}
    assert found["halves", "Nash"].holds
    assert found["war", "Nash"].holds
    assert len(found["halves", "Nash"].reasons) == 2


def test_what_one_would_rather_fight_for_does_not_hold() -> None:
    """Its reason is given, and nobody else's."""
    graph = graph_of(gov=0.1)
    nash = next(one for one in holdings(graph) if one.outcome == "halves")
    assert not nash.holds
    (reason,) = nash.reasons
    assert reason.startswith("GOV would move from state")


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"tabled": 0}, "no option is on the table in 2011-03"),
        ({"more": "talks = 0"}, "nobody can block anything in 2011-03"),
    ],
)
def test_without_a_table_or_players_there_is_no_graph(
    parts: dict[str, object], message: str
) -> None:
    """Said with the month."""
    with pytest.raises(UsageError, match=message):
        graph_of(**parts)
