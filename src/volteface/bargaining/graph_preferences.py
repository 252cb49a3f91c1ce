"""Preferences over states: by a ranking, or by statements in order of importance.

Option prioritising (Hipel, Kilgour, Fang and Peng 1997): of two states the one is better that
fulfils the first statement in which they differ.
"""

from collections.abc import Sequence
from typing import TypeAlias

from volteface.bargaining.graph_model import Condition, State, check_condition, holds
from volteface.errors import UsageError

Statement: TypeAlias = tuple[Condition, ...]
"""Conditions of which one must hold."""
Ranking: TypeAlias = tuple[tuple[int, ...], ...]
"""States counted from 0, best first; those in one group are equally good."""


def by_statements(
    who: str, statements: Sequence[Statement], states: Sequence[State]
) -> tuple[int, ...]:
    """The value of each state: the higher the better.

    Args:
        who: Whose they are, for messages.
        statements: Most important first.
        states: The feasible ones.

    Raises:
        UsageError: a statement contradicts itself or names an option that there is not.
    """
    for number, statement in enumerate(statements, 1):
        for condition in statement:
            check_condition(f"statement {number} of {who}", condition, len(states[0]))
    return tuple(
        sum(
            2 ** (len(statements) - 1 - place)
            for place, statement in enumerate(statements)
            if any(holds(condition, state) for condition in statement)
        )
        for state in states
    )


def by_ranking(who: str, ranking: Ranking, states: int) -> tuple[int, ...]:
    """The value of each state from a ranking of all.

    Args:
        who: Whose it is, for messages.
        ranking: Best first.
        states: How many there are.

    Raises:
        UsageError: a state is ranked twice or not at all, or there is none of that number; they
            are counted from 1 in the message, as in files.
    """
    values: dict[int, int] = {}
    for place, group in enumerate(ranking):
        for state in group:
            if not 0 <= state < states:
                raise UsageError(
                    f"{who} ranks state {state + 1}, which is not feasible: "
                    f"the feasible states are 1 to {states}"
                )
            if state in values:
                raise UsageError(f"{who} ranks state {state + 1} twice: once is enough")
            values[state] = len(ranking) - place
    missing = [str(state + 1) for state in range(states) if state not in values]
    if missing:
        raise UsageError(f"{who} does not rank state {', '.join(missing)}: rank every state")
    return tuple(values[state] for state in range(states))


def ranking_of(values: Sequence[int]) -> Ranking:
    """The ranking that values stand for, best first."""
    return tuple(
        tuple(state for state, value in enumerate(values) if value == level)
        for level in sorted(set(values), reverse=True)
    )
