"""The table of options as a Graph Model: would anybody move away from an agreement, or from war?

Every actor that can block accepts one of the options or none; an option that all accept is adopted,
else the war goes on. What each state is worth to each is the mean over the worlds of a month.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np

from volteface.bargaining.graph_model import Choice, GraphModel, Player, State
from volteface.bargaining.graph_stability import NOTIONS, Notion, judge
from volteface.conflict.moment import Moment
from volteface.errors import UsageError

_MOST_STATES = 4096
_CAN_BLOCK = 0.5
"""Share of the worlds in which an actor must be able to block for it to count as a player."""


@dataclass(frozen=True)
class SettlementGraph:
    """``model`` with the places of two kinds of states: the war, and each option adopted."""

    model: GraphModel
    war: int
    agreed: dict[str, int]


@dataclass(frozen=True, slots=True)
class Holding:
    """Whether an outcome holds under a notion, and why.

    ``reasons`` are those of all where it holds, else of the players who would move away.
    """

    outcome: str
    notion: Notion
    holds: bool
    reasons: tuple[str, ...]


def settlement_graph(moment: Moment) -> SettlementGraph:
    """The options that are on the table in most worlds of a month, as a Graph Model.

    Raises:
        UsageError: nothing is on the table, nobody can block, or there are too many states.
    """
    file = moment.conflict.file
    options = [
        place
        for place, option in enumerate(file.options)
        if np.median(moment.p.option[:, place, 0]) >= _CAN_BLOCK
    ]
    actors = [party.id for party in file.parties] + [patron.id for patron in file.patrons]
    stands = moment.seen.stands
    players = [
        place for place in range(len(actors)) if stands.vetoes[:, place].mean() >= _CAN_BLOCK
    ]
    when = f"{moment.conflict.first_day(moment.month):%Y-%m}"
    if not options:
        raise UsageError(f"no option is on the table in {when}")
    if not players:
        raise UsageError(f"nobody can block anything in {when}")
    if (len(options) + 1) ** len(players) > _MOST_STATES:
        raise UsageError(
            f"{len(players)} players and {len(options)} options: more than {_MOST_STATES} states"
        )
    names = [file.options[place].id for place in options]
    choices = tuple(Choice(f"{actors[i]} accepts {name}") for i in players for name in names)
    accepted = list(product(range(-1, len(options)), repeat=len(players)))
    states = tuple(_state(row, len(options)) for row in accepted)
    worth = stands.worth.mean(axis=0)
    war = stands.war.mean(axis=0)

    def value(row: tuple[int, ...], actor: int) -> float:
        agreed = row[0] if row[0] >= 0 and len(set(row)) == 1 else None
        return float(war[actor] if agreed is None else worth[options[agreed], actor])

    count = len(options)
    model = GraphModel(
        choices,
        states,
        tuple(
            Player(
                actors[actor],
                tuple(range(place * count, (place + 1) * count)),
                _ranks([value(row, actor) for row in accepted]),
            )
            for place, actor in enumerate(players)
        ),
    )
    agreed = {name: accepted.index((o,) * len(players)) for o, name in enumerate(names)}
    return SettlementGraph(model, accepted.index((-1,) * len(players)), agreed)


def holdings(graph: SettlementGraph) -> tuple[Holding, ...]:
    """The war and every agreement under every notion, with each player's reason."""
    outcomes = {"war": graph.war, **graph.agreed}
    return tuple(
        _holding(graph.model, outcome, state, notion)
        for outcome, state in outcomes.items()
        for notion in NOTIONS
    )


def _holding(model: GraphModel, outcome: str, state: int, notion: Notion) -> Holding:
    judged = [judge(model, state, player, notion) for player in range(len(model.players))]
    holds = all(one.stable for one in judged)
    reasons = tuple(one.reason for one in judged if holds or not one.stable)
    return Holding(outcome, notion, holds, reasons)


def _state(row: tuple[int, ...], options: int) -> State:
    return tuple(choice == option for choice in row for option in range(options))


def _ranks(values: list[float]) -> tuple[int, ...]:
    order = sorted(set(values))
    return tuple(order.index(value) for value in values)
