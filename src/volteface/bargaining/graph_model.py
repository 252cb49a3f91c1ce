"""The Graph Model of a conflict: options, feasible states, moves and preferences.

Each player controls some options and may take or leave each; a state says of every option whether
it is taken. Players move from state to state by changing options of their own (Fang, Hipel and
Kilgour 1993). An option may be irreversible: once taken never left, or once left never taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from volteface.errors import UsageError

State: TypeAlias = tuple[bool, ...]
"""Whether each option is taken."""
Direction: TypeAlias = Literal["both", "forward", "back"]
Condition: TypeAlias = tuple[tuple[int, bool], ...]
"""Options and whether each is taken; it holds where all are so."""

MOST_OPTIONS = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """An option. ``forward``: once taken it is never left; ``back``: once left, never taken."""

    name: str
    direction: Direction = "both"


@dataclass(frozen=True, slots=True)
class Player:
    """Who decides.

    ``controls`` are places of options; ``values`` rank the states, one number for each, the
    higher the better and equal where it does not care.
    """

    name: str
    controls: tuple[int, ...]
    values: tuple[int, ...]


@dataclass(frozen=True)
class GraphModel:
    """A conflict; states are named by their place in ``states``, counted from 0.

    Raises:
        UsageError: an option has no player or two, a ranking does not fit the states, or there
            are no states.
    """

    options: tuple[Choice, ...]
    states: tuple[State, ...]
    players: tuple[Player, ...]

    def __post_init__(self) -> None:
        if not self.states:
            raise UsageError("no state is feasible: the conditions rule all of them out")
        if not self.players:
            raise UsageError("nobody decides: name at least one player")
        for place, option in enumerate(self.options):
            owners = [player.name for player in self.players if place in player.controls]
            if len(owners) != 1:
                whose = " and ".join(owners) or "nobody"
                raise UsageError(
                    f"option {place} ({option.name}) belongs to {whose}: give it to one player"
                )
        for player in self.players:
            if len(player.values) != len(self.states):
                raise UsageError(
                    f"{player.name} ranks {len(player.values)} states; there are {len(self.states)}"
                )

    @cached_property
    def _places(self) -> dict[State, int]:
        return {state: place for place, state in enumerate(self.states)}

    @cached_property
    def moves(self) -> tuple[tuple[tuple[int, ...], ...], ...]:
        """For each player and state, the states it can move to by itself in one step."""
        return tuple(
            tuple(self._moves(player, state) for state in self.states) for player in self.players
        )

    @cached_property
    def improvements(self) -> tuple[tuple[tuple[int, ...], ...], ...]:
        """Those of the moves that the player prefers to staying."""
        return tuple(
            tuple(
                tuple(to for to in reached if player.values[to] > player.values[at])
                for at, reached in enumerate(by_state)
            )
            for player, by_state in zip(self.players, self.moves, strict=True)
        )

    def place_of(self, state: State) -> int | None:
        """Where a state stands among the feasible ones; None if it is none of them."""
        return self._places.get(state)

    def describe(self, state: int) -> str:
        """The options taken in a state, in words."""
        taken = [
            option.name
            for option, holds in zip(self.options, self.states[state], strict=True)
            if holds
        ]
        return ", ".join(taken) or "nothing taken"

    def _moves(self, player: Player, state: State) -> tuple[int, ...]:
        reached = {state}
        for place in player.controls:
            turned = (not state[place],)
            if self._may_turn(place, taken=state[place]):
                reached |= {one[:place] + turned + one[place + 1 :] for one in reached}
        found = (self._places.get(one) for one in reached if one != state)
        return tuple(sorted(place for place in found if place is not None))

    def _may_turn(self, place: int, *, taken: bool) -> bool:
        direction = self.options[place].direction
        return direction == "both" or (direction == "back") == taken


def feasible_states(options: int, infeasible: Sequence[Condition]) -> tuple[State, ...]:
    """The states that no condition rules out, the first option changing fastest.

    Args:
        options: How many there are, at most 20.
        infeasible: Where one of these holds, a state cannot be.

    Raises:
        UsageError: too many options, a condition that names no option or contradicts itself, or
            no state is left.
    """
    if not 1 <= options <= MOST_OPTIONS:
        raise UsageError(f"{options} options: a graph model has from 1 to {MOST_OPTIONS}")
    for number, condition in enumerate(infeasible, 1):
        check_condition(f"infeasible condition {number}", condition, options)
    states = (
        tuple(bool(number >> place & 1) for place in range(options)) for number in range(2**options)
    )
    found = tuple(state for state in states if not any(holds(one, state) for one in infeasible))
    if not found:
        raise UsageError("no state is feasible: the conditions rule all of them out")
    return found


def holds(condition: Condition, state: State) -> bool:
    """Whether every option of the condition is as it says."""
    return all(state[place] == taken for place, taken in condition)


def check_condition(where: str, condition: Condition, options: int) -> None:
    """Refuse a condition that can never hold or speaks of what is not there.

    Raises:
        UsageError: it is empty, names an option that there is not, or wants one both ways.
    """
    if not condition:
        raise UsageError(f"{where} is empty: it would hold everywhere")
    for place, taken in condition:
        if not 0 <= place < options:
            raise UsageError(f"{where} names option {place}; they are 0 to {options - 1}")
        if (place, not taken) in condition:
            raise UsageError(f"{where} contradicts itself: option {place} both taken and not taken")
