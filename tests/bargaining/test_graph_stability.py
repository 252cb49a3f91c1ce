from hypothesis import given
from hypothesis import strategies as st

from volteface.bargaining.graph_model import Choice, GraphModel, Player, feasible_states
from volteface.bargaining.graph_stability import NOTIONS, equilibria, judge, stability

models = st.lists(st.lists(st.integers(0, 5), min_size=8, max_size=8), min_size=3, max_size=3).map(
    lambda values: GraphModel(
        (Choice("a"), Choice("b", "forward"), Choice("c")),
        feasible_states(3, []),
        tuple(Player(f"p{n}", (n,), tuple(row)) for n, row in enumerate(values)),
    )
)


def test_the_prisoners_are_stuck_unless_they_look_ahead(dilemma: GraphModel) -> None:
    """Only mutual betrayal is Nash; whoever fears an answer keeps silent as well."""
    assert equilibria(dilemma, "Nash") == (0,)
    for notion in ("GMR", "SMR", "SEQ"):
        assert equilibria(dilemma, notion) == (0, 3)


@given(models)
def test_the_notions_hold_each_other(model: GraphModel) -> None:
    """Nash is stable under all; what is SMR or SEQ is GMR (Fang, Hipel and Kilgour 1993, ch. 3)."""
    for state in range(8):
        for player in range(3):
            found = {one: judge(model, state, player, one).stable for one in NOTIONS}
            assert all(found.values()) or not found["Nash"]
            assert found["GMR"] or not (found["SMR"] or found["SEQ"])


@given(models)
def test_nash_is_what_no_single_move_betters(model: GraphModel) -> None:
    """Against going through every option of every player."""
    for state, taken in enumerate(model.states):
        stays = True
        for place, player in enumerate(model.players):
            moved = tuple(not one if n == place else one for n, one in enumerate(taken))
            to = model.states.index(moved)
            allowed = not (place == 1 and taken[1])
            stays = stays and not (allowed and player.values[to] > player.values[state])
        assert (state in equilibria(model, "Nash")) == stays


def test_two_others_answer_together_but_none_twice_in_a_row() -> None:
    """A sanction that needs one option of each of two others is found; a double move is not."""
    states = feasible_states(3, [])
    bad = states.index((True, True, True))
    values = [0] * 8
    values[states.index((True, False, False))] = 1
    values[bad] = -1
    values[states.index((True, True, False))] = values[states.index((True, False, True))] = 1
    first = Player("first", (0,), tuple(values))
    still = (0,) * 8
    options = (Choice("a"), Choice("b"), Choice("c"))
    model = GraphModel(options, states, (first, Player("x", (1,), still), Player("y", (2,), still)))
    assert not judge(model, 0, 0, "Nash").stable
    assert judge(model, 0, 0, "GMR").stable
    assert not judge(model, 0, 0, "SEQ").stable


def test_an_escape_undoes_a_sanction_that_is_not_symmetric() -> None:
    """GMR looks one answer ahead, SMR asks whether the player could get away again."""
    states = feasible_states(2, [])
    # from "neither", first would take a; second answers with b; first then drops a
    first = Player("first", (0,), (0, 1, 2, -1))
    model = GraphModel(
        (Choice("a"), Choice("b")), states, (first, Player("second", (1,), (0, 0, 0, 1)))
    )
    assert judge(model, 0, 0, "GMR").stable
    assert judge(model, 0, 0, "SEQ").stable
    assert not judge(model, 0, 0, "SMR").stable


def test_every_state_has_a_reason_in_words(dilemma: GraphModel) -> None:
    """Who would move where and why not, with states named by number and by what is taken."""
    reasons = {(one.state, one.player, one.notion): one.reason for one in stability(dilemma)}
    assert len(reasons) == 4 * 2 * len(NOTIONS)
    assert reasons[0, "first", "Nash"] == (
        "first can move from state 1 (nothing taken) but to nothing that it likes better"
    )
    both = "state 4 (first is silent, second is silent)"
    assert reasons[3, "first", "Nash"] == (
        f"first would move from {both} to state 3 (second is silent), which it likes better"
    )
    assert reasons[3, "first", "SEQ"] == (
        f"first stays in {both}: to state 3 (second is silent) the others would answer, gaining by "
        "it, with state 1 (nothing taken), no better for it than where it is"
    )
    assert "nothing that the others could do takes that back" in reasons[1, "first", "GMR"]


def test_who_cannot_move_is_said_to_have_no_move() -> None:
    """Irreversible options leave a player without one."""
    model = GraphModel(
        (Choice("a", "forward"),), feasible_states(1, []), (Player("one", (0,), (1, 0)),)
    )
    assert judge(model, 1, 0, "Nash").reason == "one has no move from state 2 (a)"
