import pytest

from volteface.bargaining.graph_model import feasible_states
from volteface.bargaining.graph_preferences import by_ranking, by_statements, ranking_of
from volteface.errors import UsageError


def test_the_first_statement_that_differs_decides() -> None:
    """However many of the lesser statements speak for the other state."""
    states = feasible_states(3, [])
    values = by_statements("one", [(((2, True),),), (((0, True),),), (((1, True),),)], states)
    best = ranking_of(values)[0]
    assert [states[place] for place in best] == [(True, True, True)]
    third_only, others = states.index((False, False, True)), states.index((True, True, False))
    assert values[third_only] > values[others]


def test_one_condition_of_a_statement_is_enough() -> None:
    """A compound statement holds where any of its members does."""
    states = feasible_states(2, [])
    values = by_statements("one", [(((0, True), (1, True)), ((0, False), (1, False)))], states)
    assert values == (1, 0, 0, 1)


def test_a_ranking_comes_back_from_its_values() -> None:
    """Best first, with ties together."""
    ranking = ((2,), (0, 3), (1,))
    assert ranking_of(by_ranking("one", ranking, 4)) == ranking


def test_a_ranking_that_does_not_fit_is_refused() -> None:
    """A state that is not there, ranked twice, or left out; numbers as in the file."""
    with pytest.raises(UsageError, match="one ranks state 4, which is not feasible"):
        by_ranking("one", ((3,), (0,)), 3)
    with pytest.raises(UsageError, match="one ranks state 1 twice"):
        by_ranking("one", ((0,), (0,)), 2)
    with pytest.raises(UsageError, match="one does not rank state 2, 3"):
        by_ranking("one", ((0,),), 3)
    with pytest.raises(UsageError, match="statement 2 of one contradicts itself"):
        by_statements("one", [(((0, True),),), (((0, True), (0, False)),)], feasible_states(1, []))
