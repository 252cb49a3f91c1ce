"""Small conflicts for the Graph Model."""

import pytest

from volteface.bargaining.graph_model import Choice, GraphModel, Player, feasible_states


@pytest.fixture
def dilemma() -> GraphModel:
    """Two prisoners who may each keep silent: silence of both is second best for both."""
    states = feasible_states(2, [])  # neither, first, second, both
    return GraphModel(
        (Choice("first is silent"), Choice("second is silent")),
        states,
        (Player("first", (0,), (1, 0, 3, 2)), Player("second", (1,), (1, 3, 0, 2))),
    )
