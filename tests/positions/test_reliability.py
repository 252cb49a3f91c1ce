"""Noise learned from agreement."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from volteface.positions.channels import Key
from volteface.positions.conditions import Rules
from volteface.positions.dates import LONGEST
from volteface.positions.reliability import (
    FEWEST,
    LEAST,
    MOST,
    Factor,
    Group,
    Reliability,
    learn,
    reweighted,
)
from volteface.records import Observation, Statement

START = date(2012, 1, 1)
Held = dict[Key, tuple[Observation, ...]]
Said = dict[str, Statement]


@pytest.fixture(name="world")
def _world(
    observed: Callable[..., Observation], say: Callable[..., Statement]
) -> Callable[..., tuple[Held, Said]]:
    """Series about steady levels; each source with its own true noise, all coded with 0.2."""

    def build(
        noise: dict[str, float], series: int = 12, points: int = 10, seed: int = 0
    ) -> tuple[Held, Said]:
        rng = np.random.default_rng(seed)
        names = list(noise)
        held: Held = {}
        said: Said = {}
        for s in range(series):
            level = rng.uniform(-0.7, 0.7)
            obs = []
            for k in range(points):
                source = names[int(rng.integers(len(names)))]
                value = float(np.clip(level + rng.normal(0, noise[source]), -1, 1))
                name = f"s-{s}-{k}"
                day = START + timedelta(days=30 * k)
                obs.append(observed(day, value, source, record=name))
                said[name] = say(name, day)
            held[Key("RUS", f"issue{s}", "stated")] = tuple(obs)
        return held, said

    return build


def _factor(found: Reliability, group: Group, name: str) -> Factor:
    return next(one for one in found.factors if (one.group, one.name) == (group, name))


def test_a_source_that_disagrees_is_found(
    world: Callable[..., tuple[Held, Said]], rules: Rules
) -> None:
    """One outlet three times as noisy as the others gets the larger factor, with its interval."""
    held, said = world({"A": 0.2, "B": 0.2, "C": 0.6})
    found = learn(held, said, rules.motion, 20)
    good, bad = _factor(found, "source", "A"), _factor(found, "source", "C")
    assert bad.low90 > good.high90
    assert bad.factor / good.factor > 1.8
    assert good.low90 < good.factor < good.high90
    assert good.observations + bad.observations < found.statements == 120


def test_a_kind_that_is_noisier_than_the_case_says_is_found(
    world: Callable[..., tuple[Held, Said]], rules: Rules
) -> None:
    """All statements at twice the noise: the factors together double the deviation."""
    held, said = world(dict.fromkeys("ABCD", 0.4), series=20)
    found = learn(held, said, rules.motion, 20)
    again = reweighted(held, found, said)
    ratios = [o.variance / 0.04 for obs in again.values() for o in obs]
    assert np.sqrt(np.mean(ratios)) == pytest.approx(2, rel=0.15)


def test_right_weights_are_left_alone(
    world: Callable[..., tuple[Held, Said]], rules: Rules
) -> None:
    """Where the case is right nothing is learned but that."""
    held, said = world(dict.fromkeys("ABC", 0.2), series=20)
    found = learn(held, said, rules.motion, 20)
    for obs in reweighted(held, found, said).values():
        for one in obs:
            assert one.variance / 0.04 == pytest.approx(1, abs=0.35)


def test_learning_takes_away_false_moves(
    world: Callable[..., tuple[Held, Said]], rules: Rules
) -> None:
    """Of series that never moved, fewer seem to have once the noise is known."""
    held, said = world(dict.fromkeys("ABCDEFGH", 0.45), series=40, points=8, seed=1)
    found = learn(held, said, rules.motion, 20)
    weighed = reweighted(held, found, said)
    before, after = ([rules.moved(obs) for obs in one.values()] for one in (held, weighed))
    assert sum(chance > 0.9 for chance in after) == 0 < sum(chance > 0.9 for chance in before)
    assert np.mean(after) < 0.7 * np.mean(before)


def test_too_few_teach_nothing(world: Callable[..., tuple[Held, Said]], rules: Rules) -> None:
    """And then nothing is changed."""
    held, said = world({"A": 0.5}, series=1, points=FEWEST - 1)
    found = learn(held, said, rules.motion, 20)
    assert found == Reliability(FEWEST - 1, ())
    assert reweighted(held, found, said) == held


def test_facts_are_neither_learned_from_nor_changed(
    world: Callable[..., tuple[Held, Said]], rules: Rules
) -> None:
    """Records that are no statements keep the case's weight."""
    held, said = world({"A": 0.5})
    assert learn(held, {}, rules.motion, 20) == Reliability(0, ())
    found = learn(held, said, rules.motion, 20)
    facts = {
        key: tuple(replace(o, records=(f"fact:{o.records[0]}",)) for o in obs)
        for key, obs in held.items()
    }
    assert reweighted(facts, found, said) == facts


def test_no_observation_is_trusted_or_distrusted_without_bound(
    world: Callable[..., tuple[Held, Said]], rules: Rules
) -> None:
    """The factors together stay within their bounds."""
    held, said = world({"A": 0.01, "B": 1.5}, series=20)
    found = learn(held, said, rules.motion, 20)
    ratios = [
        np.sqrt(o.variance / 0.04) for obs in reweighted(held, found, said).values() for o in obs
    ]
    assert min(ratios) == pytest.approx(LEAST)
    assert max(ratios) <= MOST + 1e-9


def test_the_reader_is_learned_by_how_sure_it_was(
    world: Callable[..., tuple[Held, Said]], rules: Rules
) -> None:
    """Doubtful readings that scatter more get a factor of their own."""
    held, said = world({"sure": 0.2, "unsure": 0.6}, series=20)
    doubtful = {
        key: tuple(
            replace(o, doubt=0.3 if o.source == "unsure" else 0.0, source="all") for o in obs
        )
        for key, obs in held.items()
    }
    found = learn(doubtful, said, rules.motion, 20)
    low = _factor(found, "reader", "read with less than .75")
    high = _factor(found, "reader", "read with .9 or more")
    assert low.factor > 1.5 * high.factor


def test_very_long_series_are_not_learned_from(
    world: Callable[..., tuple[Held, Said]], rules: Rules
) -> None:
    """One series of hundreds says enough for itself."""
    held, said = world({"A": 0.5}, series=1, points=LONGEST + 1)
    assert learn(held, said, rules.motion, 20).statements == 0
