"""What an answer rests on."""

import numpy as np
import pytest

from volteface.conflict.conflict import Conflict
from volteface.conflict.measures import parse_measure
from volteface.questions.conditioning.worlds import from_priors
from volteface.questions.explaining import explain, first_order
from volteface.questions.interventions import do


def test_first_order_indices_of_a_sum() -> None:
    """Of independent summands they are their shares of the variance."""
    drawn = np.random.default_rng(1).uniform(size=(4000, 3))
    found = first_order(drawn, 3 * drawn[:, 0] + drawn[:, 1])
    assert found == pytest.approx([0.9, 0.1, 0.0], abs=0.03)


def test_quantities_and_luck_make_up_the_variance(war: Conflict) -> None:
    """Territory rests on strength; the rest is luck."""
    worlds = from_priors(war, 1024, 2)
    found = explain(worlds, parse_measure(war, "GOV.forts"), 12)
    assert found.quantities + found.luck == pytest.approx(1)
    assert found.shares[0].name == "GOV.strength"
    assert found.shares[0].index > found.chance
    assert all(share.index <= found.quantities + 0.1 for share in found.shares)


def test_parts_switched_off(war: Conflict) -> None:
    """Each that the case has; without its patron the government has no more than with it."""
    worlds = from_priors(war, 256, 2)
    found = explain(worlds, parse_measure(war, "GOV.forts"), 12)
    parts = {part.title: part for part in found.parts}
    assert {"overstretch", "the patrons of the regime", "dated events"} <= set(parts)
    assert "the patrons of its enemies" not in parts
    assert parts["the patrons of the regime"].change <= 0
    for part in found.parts:
        assert part.without == pytest.approx(found.mean + part.change)
    assert abs(found.parts[0].change) >= abs(found.parts[-1].change)


def test_an_answer_that_never_changes(war: Conflict) -> None:
    """Nothing is split up."""
    worlds = from_priors(war, 256, 2)
    found = explain(worlds, parse_measure(war, "PAT.support=force"), 3)
    assert (found.spread, found.luck, found.shares) == (0, 0, ())


def test_the_difference_that_an_intervention_makes(war: Conflict) -> None:
    """With interventions the answer is what they change."""
    worlds = from_priors(war, 256, 2)
    gone = do(war, "PAT.support", "none", "2011-06").event
    measure = parse_measure(war, "GOV.forts")
    found = explain(worlds, measure, 12, [gone])
    plain, with_ = (worlds.read([(measure, 12)], events)[0] for events in ((), (gone,)))
    assert found.mean == pytest.approx((with_ - plain).mean())


def test_copies_of_few_founders_teach_nothing(war: Conflict) -> None:
    """Worlds of one founder are alike by descent: no quantity is told to explain that."""
    few = from_priors(war, 12, 3).chosen(np.repeat(np.arange(12), 50))
    assert explain(few, parse_measure(war, "GOV.forts"), 12).shares == ()
