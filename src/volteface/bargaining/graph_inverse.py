"""The inverse question: which preferences would make a state an equilibrium (Kinsara et al. 2015).

Whether a state is stable for a player depends on its preferences only through which states it likes
better than that state. So the answer is exact: the smallest sets of states that the player must
cease to like better, everything else as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from volteface.bargaining.graph_model import GraphModel, Player
from volteface.bargaining.graph_stability import Notion, judge, reached_by_others

_MOST = 200_000
"""Sets of states that are looked at for one player."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a player would have to prefer for a state to be stable.

    ``demote`` are the smallest sets of states, counted from 0, of which one set must become no
    better for it than the state; empty if the state is stable already. ``reason`` says it in words.
    """

    player: str
    stable: bool
    demote: tuple[tuple[int, ...], ...]
    reason: str


def wanted_preferences(model: GraphModel, state: int, notion: Notion) -> tuple[Change, ...]:
    """What each player would have to prefer, those of the others as they are.

    Under SEQ an answer of the others counts only if they gain by it, so a change of one player may
    undo what holds for another: put the changes in with :func:`demoted` and judge again.

    Args:
        model: The conflict.
        state: Which should be an equilibrium, counted from 0.
        notion: Of stability.
    """
    return tuple(_change(model, state, player, notion) for player in range(len(model.players)))


def demoted(model: GraphModel, state: int, player: int, states: tuple[int, ...]) -> GraphModel:
    """The conflict with some states no better for a player than ``state``, all else in order."""
    values = list(model.players[player].values)
    for one in states:
        values[one] = min(values[one], values[state])
    changed = replace(model.players[player], values=tuple(values))
    players: list[Player] = list(model.players)
    players[player] = changed
    return replace(model, players=tuple(players))


def _change(model: GraphModel, state: int, player: int, notion: Notion) -> Change:
    name = model.players[player].name
    if judge(model, state, player, notion).stable:
        return Change(name, True, (), f"{name}: stable as it is")
    sets = tuple(_smallest(model, state, player, notion))
    spoken = " or ".join("{" + ", ".join(str(one + 1) for one in found) + "}" for found in sets)
    return Change(
        name,
        False,
        sets,
        f"{name}: must like no better than state {state + 1} all of the states {spoken}",
    )


def _smallest(
    model: GraphModel, state: int, player: int, notion: Notion
) -> Iterator[tuple[int, ...]]:
    """All sets of the least size; the states that matter are few, so every set is tried."""
    matter = _that_matter(model, state, player, notion)
    tried = 0
    for size in range(1, len(matter) + 1):
        found = False
        for states in combinations(matter, size):
            tried += 1
            if judge(demoted(model, state, player, states), state, player, notion).stable:
                found = True
                yield states
            if tried >= _MOST:
                break
        if found:
            return
        if tried >= _MOST:
            break
    # demoting all that it would move to always does
    yield model.improvements[player][state]


def _that_matter(model: GraphModel, state: int, player: int, notion: Notion) -> tuple[int, ...]:
    """The states liked better whose demotion could help: own moves, answers to them, escapes."""
    values = model.players[player].values
    seen = set(model.improvements[player][state])
    if notion != "Nash":
        table = model.improvements if notion == "SEQ" else model.moves
        for to in model.improvements[player][state]:
            answers = reached_by_others(model, player, to, table)
            seen.update(answers)
            if notion == "SMR":
                seen.update(back for one in answers for back in model.moves[player][one])
    return tuple(sorted(one for one in seen if values[one] > values[state]))
