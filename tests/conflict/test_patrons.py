from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.conflict.channels import PatronSeen
from volteface.conflict.dixit import geometric_triggers, triggers
from volteface.conflict.load import load_conflict
from volteface.conflict.patrons import passes
from volteface.errors import UsageError

from .conftest import two_text

PATRON = """
[[patron]]
id = "P"
client = "GOV"
starts = "{starts}"
source = "judgement"
stake = 0
standing = {standing}
face = {face}
discount = {rho}
volatility = {sigma}
cover = {{ entry = {entry} }}
arms = {{ cost = 1000 }}
force = {{ cost = 1000 }}
"""


def level(run: Callable, starts: str, advantage: float, **costs: float) -> int:
    """The step after one month, with a flow advantage of cover over nothing and no battles."""
    text = PATRON.format(starts=starts, standing=advantage, **costs)
    if advantage < 0:
        text = text.replace(f"standing = {advantage}", "standing = 0")
        text = text.replace("cover = { ", f"cover = {{ cost = {-advantage}, ")
    conflict = load_conflict(two_text(months=1, battles=0, more=text))
    state, _ = run(conflict, 1)
    return int(state.level[0, 0])


@pytest.mark.parametrize("sigma", [0.0, 0.001, 0.015, 0.2])
@pytest.mark.parametrize(("entry", "face"), [(10.0, 2.0), (1.0, 8.0)])
def test_the_kernel_enters_and_leaves_at_dixits_triggers(
    run: Callable, sigma: float, entry: float, face: float
) -> None:
    """A billionth below a trigger nothing moves; a billionth past it the patron does."""
    costs = {"rho": 0.015, "sigma": sigma, "entry": entry, "face": face}
    enter, leave = triggers(0.015, sigma, entry, face)
    assert level(run, "none", enter - 1e-9, **costs) == 0
    assert level(run, "none", enter + 1e-9, **costs) == 1
    assert level(run, "cover", leave + 1e-9, **costs) == 1
    assert level(run, "cover", leave - 1e-9, **costs) == 0


def test_triggers_go_to_marshalls_without_uncertainty() -> None:
    """They near w + rho k and w - rho l as sigma vanishes, and at 0 they are there."""
    assert triggers(0.02, 0.0, 5, 3, running=1) == pytest.approx((1.1, 0.94), abs=1e-12)
    assert triggers(0.02, 1e-9, 5, 3, running=1) == pytest.approx((1.1, 0.94), abs=1e-8)


def test_geometric_triggers_are_dixits_own() -> None:
    """The published example: w = 1, k = 4, l = 0, rho = .025, sigma = .1."""
    assert geometric_triggers(0.025, 0.1, 4, 0, running=1) == pytest.approx(
        (1.4667, 0.7657), abs=5e-5
    )


def test_geometric_triggers_refuse_what_has_none() -> None:
    """Costs that make no sense or out of reach are refused, not answered with a number."""
    for numbers in ((0.5, 0.01, 1000, 1000, 0.001), (1e-6, 0.1, 4, 1, 1), (0.001, 2, 5, 5, 1)):
        with pytest.raises(UsageError, match="no triggers"):
            geometric_triggers(*numbers[:4], running=numbers[4])
    with pytest.raises(UsageError, match="above 0"):
        geometric_triggers(0.025, 0.1, -50, 0, running=1)


@given(
    st.floats(-3, 3), st.floats(0, 15), st.floats(0, 15), st.floats(0.001, 0.1), st.floats(0, 0.5)
)
def test_the_test_of_a_trigger_is_the_trigger(
    advantage: float, entry: float, leave: float, rho: float, sigma: float
) -> None:
    """Asking whether an advantage passes needs no root, and agrees with the root."""
    trigger, _ = triggers(rho, sigma, entry, leave)
    arrays = [np.array([number]) for number in (advantage, entry, leave, rho, sigma)]
    if abs(advantage - trigger) > 1e-9:
        assert passes(*arrays)[0] == (advantage > trigger)


def test_support_is_bought_while_it_can_help_and_ends_when_it_cannot(run: Callable) -> None:
    """Flat while survival is sure, more when it is in doubt, nothing when it is hopeless."""
    patron = """
[[patron]]
id = "P"
client = "GOV"
starts = "cover"
source = "judgement"
prior = {prior}
prior_size = 1e6
sees = 0
face = 2
deployment_lag = 0
force = {{ cost = 0.3, effect = 0.6, entry = 5 }}
arms = {{ cost = 1000 }}
cover = {{ cost = 0.15, interest = 0.2 }}
"""
    steps = {}
    for name, prior in (("sure", 0.62), ("doubt", 0.48), ("hopeless", 0.2)):
        text = two_text(
            months=1, forts=40, held=20, battles=1e-9, belief="horizon = 2e11",
            gov="core = 5", more=patron.format(prior=prior),
        )  # fmt: skip
        state, _ = run(load_conflict(text), 1)
        steps[name] = int(state.level[0, 0])
    assert steps == {"sure": 1, "doubt": 3, "hopeless": 0}


def test_more_support_bites_after_the_lag(run: Callable) -> None:
    """Own force is decided at once and delivered when it is deployed."""
    patron = """
[[patron]]
id = "P"
client = "GOV"
source = "judgement"
deployment_lag = 3
force = { interest = 100, effect = 1 }
"""
    conflict = load_conflict(two_text(months=6, battles=0, more=patron))
    _, record = run(conflict, 1)
    support = record[0, :, conflict.record.patron]
    delivered = record[0, :, conflict.record.patron + 1]
    assert support.tolist() == [3] * 6
    assert delivered.tolist() == [0, 0, 0, 3, 3, 3]


def test_support_ends_with_its_client(run: Callable) -> None:
    """A patron whose client has fallen gives nothing."""
    patron = PATRON.format(starts="cover", standing=9, face=2, rho=0.015, sigma=0.015, entry=1)
    state, _ = run(load_conflict(two_text(months=1, gov="removed = 1", more=patron)), 4)
    assert (state.level[:, 0] == 0).all()
    assert (state.delivered[:, 0] == 0).all()


HEDGE = """
[[patron]]
id = "P"
client = "GOV"
starts = "cover"
source = "judgement"
prior = {prior}
prior_size = 1e6
sees = 0
standing = 9
words = 1.5
insurance = 2
"""


def test_words_and_contacts_move_before_deeds(run: Callable) -> None:
    """In doubt words fall behind deeds and contacts begin, at the same step of the ladder."""
    seen = {}
    for prior in (0.7, 0.45):
        text = two_text(
            months=1, forts=40, held=20, battles=1e-9, belief="horizon = 2e11",
            more=HEDGE.format(prior=prior),
        )  # fmt: skip
        conflict = load_conflict(text)
        _, record = run(conflict, 1)
        at = conflict.record.patron
        seen[prior] = record[0, 0, at : at + len(PatronSeen)]
    sure, doubting = seen[0.7], seen[0.45]
    doubt = 1 - doubting[PatronSeen.BELIEF]
    assert sure[PatronSeen.SUPPORT] == doubting[PatronSeen.SUPPORT] == 1
    assert doubting[PatronSeen.STATED] == pytest.approx(1 - 1.5 * doubt)
    assert doubting[PatronSeen.CONTACTS] == pytest.approx(2 * doubt - 1)
    assert sure[PatronSeen.STATED] == pytest.approx(1)
    assert sure[PatronSeen.CONTACTS] == 0
