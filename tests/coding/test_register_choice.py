"""The choice of a register by its signs, and how approvals move it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.coding.learnt import Approved
from volteface.coding.register_choice import (
    REGISTERS,
    TOLD,
    Weights,
    chosen,
    fitted,
    general,
    taught,
    why,
)
from volteface.records import Register

WEIGHTS: Weights = {
    "plan": (0.0, 0.0, 0.0, 0.0, 2.0),
    "quoted": (1.0, 0.0, 0.0, 0.0, 0.0),
    "mood": (0.0, 0.0, 1.5, 0.0, 0.5),
}
SIGNS = st.sets(st.sampled_from(sorted(general())), max_size=12)
KNOWN = st.lists(st.tuples(SIGNS, st.sampled_from(REGISTERS)), min_size=1, max_size=8)


def test_the_greatest_sum_is_chosen() -> None:
    """Weights of all signs add up; a sign that is not known adds nothing."""
    assert chosen({"quoted", "plan", "never seen"}, WEIGHTS) == "reported"
    assert chosen({"quoted"}, WEIGHTS) == "stated"
    assert chosen({"mood", "quoted"}, WEIGHTS) == "imputed"
    assert chosen(set(), WEIGHTS) == "stated"


def test_reasons_are_what_gave_the_lead() -> None:
    """Signs that speak as much for the next best are no reasons; the strongest comes first."""
    assert why({"plan", "mood", "quoted"}, WEIGHTS) == ("plan",)
    assert why({"mood", "quoted"}, WEIGHTS) == ("mood",)


@given(SIGNS)
def test_reasons_are_among_the_signs(signs: set[str]) -> None:
    """At most a few reasons are named, each a sign of the words, in whatever order they came."""
    reasons = why(signs, general())
    assert len(reasons) <= TOLD
    assert set(reasons) <= signs
    assert chosen(signs, general()) == chosen(sorted(signs), general())


@settings(deadline=None, max_examples=40)
@given(KNOWN)
def test_fitting_makes_what_is_known_more_probable(known: list[tuple[set[str], Register]]) -> None:
    """Fitted weights never make the known registers less probable than they were."""
    assert _likelihood(known, fitted(known, general())) >= _likelihood(known, general()) - 1e-6


def _likelihood(known: list[tuple[set[str], Register]], weights: Weights) -> float:
    total = 0.0
    for signs, register in known:
        sums = np.zeros(len(REGISTERS))
        for sign in signs:
            sums += weights.get(sign, 0.0)
        total += float(sums[REGISTERS.index(register)] - np.log(np.exp(sums).sum()))
    return total


def test_statements_count_as_they_are_weighed() -> None:
    """Of two registers for the same signs the one that counts more is chosen."""
    known: list[tuple[set[str], Register]] = [({"plan"}, "stated"), ({"plan"}, "conduct")]
    assert chosen({"plan"}, fitted(known, {}, [1.0, 3.0])) == "conduct"
    assert chosen({"plan"}, fitted(known, {}, [3.0, 1.0])) == "stated"


def test_approvals_move_the_weights() -> None:
    """What a person gave such statements is given to later ones; the rest stays as it was."""
    approved = Approved("Go.", None, 0, "absence", ("mood",))
    own = taught([approved] * 12, WEIGHTS)
    assert chosen({"mood"}, own) == "absence"
    assert own["plan"] == pytest.approx(WEIGHTS["plan"])
    assert taught([Approved("Go.", None, 0, "absence")], WEIGHTS) == WEIGHTS
