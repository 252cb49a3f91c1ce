from itertools import combinations

from hypothesis import given, settings

from volteface.bargaining.graph_inverse import demoted, wanted_preferences
from volteface.bargaining.graph_model import GraphModel
from volteface.bargaining.graph_stability import NOTIONS, judge

from .test_graph_stability import models


def test_silence_asks_each_to_dislike_betraying(dilemma: GraphModel) -> None:
    """For mutual silence to be Nash each must like its own betrayal no better."""
    first, second = wanted_preferences(dilemma, 3, "Nash")
    assert (first.stable, first.demote) == (False, ((2,),))
    assert first.reason == "first: must like no better than state 4 all of the states {3}"
    assert second.demote == ((1,),)
    assert all(change.stable for change in wanted_preferences(dilemma, 3, "SEQ"))


@settings(max_examples=40, deadline=None)
@given(models)
def test_the_sets_are_the_smallest_that_do(model: GraphModel) -> None:
    """Each set makes the state stable, and no smaller set of states at all does."""
    for notion in NOTIONS:
        for state in (0, 5):
            for player, change in enumerate(wanted_preferences(model, state, notion)):
                if change.stable:
                    assert judge(model, state, player, notion).stable
                    continue
                size = len(change.demote[0])
                for states in change.demote:
                    assert judge(
                        demoted(model, state, player, states), state, player, notion
                    ).stable
                others = [one for one in range(8) if one != state]
                for fewer in range(size):
                    for states in combinations(others, fewer):
                        changed = demoted(model, state, player, states)
                        assert not judge(changed, state, player, notion).stable
