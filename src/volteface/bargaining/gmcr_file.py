"""``.gmcr`` files: conflicts as the program gmcr-py keeps them, read and written.

JSON with ``options`` (``permittedDirection`` is both, fwd or back), ``decisionMakers`` with the
options of each and its preferences, and ``infeasibles``. Preferences are statements in order of
importance; or, where the file says so, a ranking of the feasible states, numbered from 1 with the
first option changing fastest. Coalitions are not read: every player moves for itself.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from volteface.bargaining.graph_model import (
    Choice,
    Condition,
    Direction,
    GraphModel,
    Player,
    State,
    feasible_states,
)
from volteface.bargaining.graph_preferences import (
    Ranking,
    Statement,
    by_ranking,
    by_statements,
    ranking_of,
)
from volteface.errors import UsageError

_DIRECTIONS: dict[str, Direction] = {"both": "both", "fwd": "forward", "back": "back"}
_WORDS = {direction: word for word, direction in _DIRECTIONS.items()}
_MANUAL = ("useManualPreferenceRanking", "useManualPreferenceVectors")
_RANKINGS = ("preferenceRanking", "preferenceVector")


def read_gmcr(path: Path | str) -> GraphModel:
    """The conflict in a file.

    Args:
        path: Of the file.

    Raises:
        UsageError: it cannot be read, is no such file, or contradicts itself: conditions that rule
            out everything, a preference about states that cannot be, an option of nobody.
    """
    place = Path(path)
    try:
        data = json.loads(place.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{place}: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{place}: is not JSON ({error})") from None
    try:
        return _model(data)
    except UsageError as error:
        raise UsageError(f"{place}: {error}") from None
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        said = f"has no {error}" if isinstance(error, KeyError) else f"has another form: {error}"
        raise UsageError(f"{place}: {said}; save it with gmcr-py again") from None


def write_gmcr(model: GraphModel, path: Path | str) -> None:
    """Write a conflict so that gmcr-py and :func:`read_gmcr` find the same states and rankings.

    Preferences are written as rankings; infeasible states one by one.
    """
    every = [
        [[place, "Y" if number >> place & 1 else "N"] for place in range(len(model.options))]
        for number in range(2 ** len(model.options))
        if model.place_of(_state(number, len(model.options))) is None
    ]
    ordered = sorted(range(len(model.states)), key=lambda state: model.states[state][::-1])
    numbers = {state: place + 1 for place, state in enumerate(ordered)}
    data = {
        "program": "gmcr-py",
        "version": "0.3.6",
        "options": [
            {"name": option.name, "permittedDirection": _WORDS[option.direction]}
            for option in model.options
        ],
        "decisionMakers": [
            {
                "name": player.name,
                "options": list(player.controls),
                "preferences": [],
                "preferenceRanking": [
                    numbers[group[0]] if len(group) == 1 else [numbers[state] for state in group]
                    for group in ranking_of(player.values)
                ],
            }
            for player in model.players
        ],
        "infeasibles": every,
        "useManualPreferenceRanking": True,
    }
    Path(path).write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def _state(number: int, options: int) -> State:
    return tuple(bool(number >> place & 1) for place in range(options))


def _model(data: Mapping[str, Any]) -> GraphModel:
    options = tuple(_option(option) for option in data["options"])
    infeasible = [_condition(written) for written in data.get("infeasibles", [])]
    states = feasible_states(len(options), infeasible)
    manual = any(data.get(key) for key in _MANUAL)
    read: Callable[[Mapping[str, Any], Sequence[State]], Player] = _ranked if manual else _stated
    return GraphModel(options, states, tuple(read(one, states) for one in data["decisionMakers"]))


def _option(written: Mapping[str, Any]) -> Choice:
    direction = written.get("permittedDirection", "both")
    if direction not in _DIRECTIONS:
        allowed = ", ".join(_DIRECTIONS)
        raise UsageError(f"option {written['name']} goes {direction}: it may go {allowed}")
    return Choice(str(written["name"]), _DIRECTIONS[direction])


def _condition(written: Sequence[Sequence[Any]]) -> Condition:
    found = []
    for place, taken in written:
        if taken not in {"Y", "N"}:
            raise UsageError(f"an option is taken Y or N, not {taken}")
        found.append((int(place), taken == "Y"))
    return tuple(found)


def _stated(written: Mapping[str, Any], states: Sequence[State]) -> Player:
    name = str(written["name"])
    statements = [_statement(one) for one in written["preferences"]]
    values = by_statements(name, statements, states)
    return Player(name, tuple(int(place) for place in written["options"]), values)


def _statement(written: Any) -> Statement:  # noqa: ANN401 - a list, or a table of lists
    if isinstance(written, dict):
        return tuple(_condition(member) for member in written["members"])
    return (_condition(written),)


def _ranked(written: Mapping[str, Any], states: Sequence[State]) -> Player:
    name = str(written["name"])
    given = next((written[key] for key in _RANKINGS if key in written), None)
    if given is None:
        raise UsageError(f"{name} has no ranking, although the file says that rankings count")
    ranking: Ranking = tuple(
        tuple(int(state) - 1 for state in (group if isinstance(group, list) else [group]))
        for group in given
    )
    controls = tuple(int(place) for place in written["options"])
    return Player(name, controls, by_ranking(name, ranking, len(states)))
