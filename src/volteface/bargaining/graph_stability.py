"""Stability in the Graph Model: why nobody would move away from a state, or who would.

Four notions (Fang, Hipel and Kilgour 1993), with R_i(s) the states that player i reaches from s by
itself and R_N-i(s) those that the others reach together, none of them moving twice in a row:

- Nash: i has no improvement.
- general metarational (GMR): each improvement can be answered by the others with a state that is
  no better for i than s.
- symmetric metarational (SMR): and from there i cannot get to anything better than s.
- sequential (SEQ): the others can answer so by moves that are improvements of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from volteface.bargaining.graph_model import GraphModel
from volteface.bargaining.graph_words import no_answer, no_improvement, sanctioned

Notion: TypeAlias = Literal["Nash", "GMR", "SMR", "SEQ"]
NOTIONS: tuple[Notion, ...] = ("Nash", "GMR", "SMR", "SEQ")


@dataclass(frozen=True, slots=True)
class Stability:
    """Whether a state is stable for one player under one notion, and why, in words."""

    state: int
    player: str
    notion: Notion
    stable: bool
    reason: str


def stability(model: GraphModel) -> tuple[Stability, ...]:
    """Every state for every player under every notion, states first."""
    return tuple(
        judge(model, state, player, notion)
        for state in range(len(model.states))
        for player in range(len(model.players))
        for notion in NOTIONS
    )


def equilibria(model: GraphModel, notion: Notion) -> tuple[int, ...]:
    """The states, counted from 0, that are stable for every player."""
    return tuple(
        state
        for state in range(len(model.states))
        if all(judge(model, state, player, notion).stable for player in range(len(model.players)))
    )


def judge(model: GraphModel, state: int, player: int, notion: Notion) -> Stability:
    """One state for one player under one notion.

    Args:
        model: The conflict.
        state: Its place.
        player: Its place.
        notion: Of stability.
    """
    name = model.players[player].name
    better = model.improvements[player][state]
    if not better:
        return Stability(state, name, notion, True, no_improvement(model, state, player))
    if notion == "Nash":
        return Stability(state, name, notion, False, no_answer(model, state, player, better[0], ""))
    answers = []
    for to in better:
        found = sanction(model, state, player, to, notion)
        if found is None:
            reason = no_answer(model, state, player, to, notion)
            return Stability(state, name, notion, False, reason)
        answers.append((to, found))
    return Stability(state, name, notion, True, sanctioned(model, state, player, answers, notion))


def sanction(model: GraphModel, state: int, player: int, to: int, notion: Notion) -> int | None:
    """The others' answer to an improvement from ``state`` ``to`` another, None if there is none.

    Args:
        model: The conflict.
        state: Where the player stands.
        player: Who moves.
        to: Where it moves.
        notion: GMR, SMR or SEQ.
    """
    values = model.players[player].values
    table = model.improvements if notion == "SEQ" else model.moves
    for answer in reached_by_others(model, player, to, table):
        if values[answer] > values[state]:
            continue
        escapes = [back for back in model.moves[player][answer] if values[back] > values[state]]
        if notion != "SMR" or not escapes:
            return answer
    return None


def reached_by_others(
    model: GraphModel, player: int, start: int, table: Sequence[Sequence[Sequence[int]]]
) -> tuple[int, ...]:
    """The states that the others can bring about from ``start``, in order.

    Args:
        model: The conflict.
        player: Who does not take part.
        start: Where they begin.
        table: Moves of each player from each state that may be used.

    Returns:
        States reached by one or more moves, none of the players moving twice in a row.
    """
    seen: set[tuple[int, int]] = set()
    waiting = [(start, player)]
    while waiting:
        at, mover = waiting.pop()
        for other in range(len(model.players)):
            if other in {player, mover}:
                continue
            for to in table[other][at]:
                if (to, other) not in seen:
                    seen.add((to, other))
                    waiting.append((to, other))
    return tuple(sorted({state for state, _ in seen}))
