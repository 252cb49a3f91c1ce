import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.bargaining.graph_model import Choice, GraphModel, Player, feasible_states
from volteface.errors import UsageError


def test_states_are_numbered_with_the_first_option_changing_fastest() -> None:
    """As in published files, so that numbers mean the same."""
    assert feasible_states(2, []) == (
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    )
    assert feasible_states(2, [((0, True), (1, True))]) == (
        (False, False),
        (True, False),
        (False, True),
    )


def test_an_irreversible_option_is_left_or_taken_one_way_only() -> None:
    """Forward: never undone; back: never taken up again; both: either way."""
    states = feasible_states(3, [])
    options = (Choice("build", "forward"), Choice("stay", "back"), Choice("talk"))
    model = GraphModel(options, states, (Player("one", (0, 1, 2), (0,) * 8),))
    built = states.index((True, False, False))
    assert {states[to] for to in model.moves[0][built]} == {(True, False, True)}
    stays = states.index((False, True, False))
    assert {states[to] for to in model.moves[0][stays]} == {
        (one, two, three) for one in (False, True) for two in (False, True)
        for three in (False, True) if (one, two, three) != (False, True, False)
    }  # fmt: skip


@given(st.lists(st.sampled_from(["both", "forward", "back"]), min_size=1, max_size=4))
def test_a_move_goes_back_unless_an_option_forbids_it(directions: list) -> None:
    """Moves are symmetric exactly where the options that they change go both ways."""
    count = len(directions)
    options = tuple(Choice(f"o{n}", way) for n, way in enumerate(directions))
    states = feasible_states(count, [])
    model = GraphModel(options, states, (Player("one", tuple(range(count)), (0,) * len(states)),))
    for at, reached in enumerate(model.moves[0]):
        for to in reached:
            turned = [n for n in range(count) if states[at][n] != states[to][n]]
            assert all(
                directions[n] == "both" or (directions[n] == "forward") == states[to][n]
                for n in turned
            )
            assert (at in model.moves[0][to]) == all(directions[n] == "both" for n in turned)


def test_what_cannot_be_is_refused() -> None:
    """Conditions that contradict themselves, rule everything out or name nothing, in one line."""
    with pytest.raises(UsageError, match="condition 1 contradicts itself: option 0 both taken"):
        feasible_states(2, [((0, True), (0, False))])
    with pytest.raises(UsageError, match="no state is feasible"):
        feasible_states(1, [((0, True),), ((0, False),)])
    with pytest.raises(UsageError, match="names option 5; they are 0 to 1"):
        feasible_states(2, [((5, True),)])
    with pytest.raises(UsageError, match="is empty"):
        feasible_states(2, [()])
    with pytest.raises(UsageError, match="0 options: a graph model has from 1 to 20"):
        feasible_states(0, [])


def test_every_option_has_one_player_and_every_state_a_value() -> None:
    """An option of nobody or of two, a short ranking, no player and no state are refused."""
    states = feasible_states(1, [])
    option = (Choice("go"),)
    one = Player("one", (0,), (0, 1))
    with pytest.raises(UsageError, match=r"option 0 \(go\) belongs to nobody"):
        GraphModel(option, states, (Player("one", (), (0, 1)),))
    with pytest.raises(UsageError, match="belongs to one and two"):
        GraphModel(option, states, (one, Player("two", (0,), (0, 1))))
    with pytest.raises(UsageError, match="one ranks 1 states; there are 2"):
        GraphModel(option, states, (Player("one", (0,), (0,)),))
    with pytest.raises(UsageError, match="nobody decides"):
        GraphModel(option, states, ())
    with pytest.raises(UsageError, match="no state is feasible"):
        GraphModel(option, (), (one,))


def test_a_state_is_described_by_what_is_taken() -> None:
    """By the names of the options, or by saying that there is none."""
    model = GraphModel((Choice("go"),), feasible_states(1, []), (Player("one", (0,), (0, 1)),))
    assert [model.describe(0), model.describe(1)] == ["nothing taken", "go"]
