"""Who blocks what and why, and what would unblock it."""

from collections.abc import Callable

import numpy as np
import pytest

from volteface.conflict.channels import OptionSeen
from volteface.conflict.conflict import Conflict
from volteface.conflict.load import load_conflict
from volteface.conflict.moment import look
from volteface.conflict.terms import smallest_form, smallest_guarantee, terms_at
from volteface.errors import UsageError
from volteface.questions.interventions import parse_intervention

from .conftest import two_text

OPTION = """
[[option]]
id = "share"
title = "power is shared"
tabled = 1
risk = {risk}
source = "judgement"
payoff = {{ GOV = {gov}, OPP = {opp} }}
"""
EVEN = {
    "months": 1,
    "forts": 40,
    "held": 20,
    "battles": 1e-9,
    "belief": "horizon = 2e11",
    "gov": "prior = 0.5\nprior_size = 1e9\nsees = 0\nwar_cost = 0.1",
    "opp": "prior = 0.5\nprior_size = 1e9\nsees = 0\nwar_cost = 0.1",
}
"""Both know the same chance of the government's; 200 battles to come, none this month."""


def war_values(more: str) -> tuple[float, float]:
    """What going on is worth to both."""
    moment = look(load_conflict(two_text(**EVEN, more=more)), 0, draws=1)
    gov, opp = moment.seen.stands.war[0]
    return float(gov), float(opp)


def test_a_blocker_that_does_not_trust_the_option_needs_a_guarantee() -> None:
    """The smallest is what brings the chance of being kept up to what the blocker needs."""
    gov, opp = war_values(OPTION.format(risk=0, gov=0.9, opp=0.9))
    more = OPTION.format(risk=0.6, gov=0.9, opp=0.9)
    (terms,) = terms_at(look(load_conflict(two_text(**EVEN, more=more)), 0, draws=4))
    needed = max(gov, opp) / 0.9
    assert terms.guarantee == pytest.approx(1 - (1 - needed) / 0.6)
    assert terms.guaranteed == 1
    for block in terms.blocks:
        assert block.if_kept == 1
        assert block.payment == pytest.approx(block.war - 0.4 * 0.9)
        assert block.reason.startswith(f"{block.actor} does not trust that it is kept (worth 0.36")
    guaranteed = more.replace("risk = 0.6", f"risk = {0.6 * (1 - terms.guarantee) - 1e-9}")
    (after,) = terms_at(look(load_conflict(two_text(**EVEN, more=guaranteed)), 0, draws=4))
    assert (after.feasible, after.blocks, after.guarantee) == (1, (), None)


def test_one_that_wants_more_is_moved_by_no_guarantee() -> None:
    """It is said to have more from fighting on, and what it lacks is the payment."""
    gov, opp = war_values(OPTION.format(risk=0, gov=0.9, opp=0.9))
    more = OPTION.format(risk=0, gov=gov - 0.05, opp=opp + 0.01)
    moment = look(load_conflict(two_text(**EVEN, more=more)), 0, draws=4)
    (terms,) = terms_at(moment)
    (block,) = terms.blocks
    assert (block.actor, block.share, block.if_kept) == ("GOV", 1, 0)
    assert block.payment == pytest.approx(0.05)
    assert "GOV has more from fighting on, even were it kept" in block.reason
    assert (terms.guarantee, terms.guaranteed) == (None, 0)
    risk = moment.p.option[:, 0, 1]
    assert np.isinf(smallest_guarantee(moment.seen.stands, risk, 0)).all()


PATRON = """
[[patron]]
id = "P"
client = "GOV"
starts = "arms"
source = "judgement"
stake = 1
face = 200
prior_size = 1e9
prior = 0.5
sees = 0
volatility = 0.5
arms = { cost = 0.85, effect = 1, entry = 2 }
[[option]]
id = "cede"
title = "it cedes power"
source = "judgement"
tabled = 1
payoff = { GOV = 0.05, OPP = 0.9, P = 0.8 }
"""


def test_a_face_saving_form_lets_a_patron_demand_what_its_client_blocks() -> None:
    """Without it leaving costs the patron too much face for a threat; with it the client yields."""
    yields = "exit_value = 2\nprior = 0.75\nprior_size = 1e9\nsees = 0\nwar_cost = 0"
    moment = look(load_conflict(two_text(**{**EVEN, "gov": yields}, more=PATRON)), 0, draws=4)
    (terms,) = terms_at(moment)
    assert (terms.feasible, terms.blocks[0].actor) == (0, "GOV")
    assert terms.form == 1
    assert terms.formed == 1
    assert (smallest_form(moment, 0) == 1).all()


def test_the_blockers_are_those_of_the_record(everything: Conflict, run: Callable) -> None:
    """A look at a month counts against each option whom the production kernel counted."""
    _, record = run(everything, 64, seed=4)
    for month in (0, 9, 21):
        moment = look(everything, month, draws=64, seed=4)
        for option in range(2):
            column = everything.record.option + option * len(OptionSeen) + OptionSeen.BLOCKERS
            seen = record[moment.draws, month, column]
            assert np.array_equal(moment.seen.against[:, option], seen)


def test_a_look_needs_worlds_and_a_war() -> None:
    """Too many worlds, none, or a war that is over everywhere are refused."""
    conflict = load_conflict(two_text(**{**EVEN, "months": 3}))
    for draws in (0, 257):
        with pytest.raises(UsageError, match="look at 1 to 256 worlds"):
            look(conflict, 0, draws=draws)
    gone = parse_intervention(conflict, "OPP.removed=1").event
    with pytest.raises(UsageError, match=r"the war is over in all 4 worlds by 2011-05"):
        look(conflict, 2, draws=4, interventions=[gone])
