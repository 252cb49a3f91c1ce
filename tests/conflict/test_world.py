from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from volteface.conflict import world
from volteface.conflict.arrays import Reals
from volteface.conflict.channels import PartySeen, PatronSeen
from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import as_events, draw_rows, run_months
from volteface.conflict.layout import split
from volteface.conflict.load import load_conflict
from volteface.conflict.sampling import CHUNK
from volteface.conflict.state import init
from volteface.questions.interventions import parse_interventions


def both(conflict: Conflict, *texts: str, seed: int = 1, draws: int = CHUNK) -> tuple[Reals, Reals]:
    """The records of numpy and of the production kernel on the same worlds, states compared."""
    changes = [change.event for change in parse_interventions(conflict, texts)]
    extra = (*conflict.shocks, *changes)
    rows = draw_rows(conflict, extra, seed, 0)[:draws]
    events = as_events(extra)
    state = init(conflict.structure, split(rows, conflict.layout))
    record = run_months(conflict, events, rows, state, seed=seed, first_draw=0)
    slow, reference = world.run(conflict, events, rows, seed=seed)
    for name, fast, exact in zip(state._fields, state, slow, strict=True):
        if fast.dtype == np.int64:
            assert np.array_equal(fast, exact), name
        else:
            assert np.allclose(fast, exact, rtol=1e-12, atol=1e-12), name
    return reference, record


def test_numpy_and_the_kernel_are_one_model(syria: Conflict) -> None:
    """On the Syria case: integers identical, reals to 1e-12, in every month of every draw.

    These are some 10^6 comparisons of uniforms with chances; a flip would show in the integers.
    """
    reference, record = both(syria)
    assert np.isfinite(record).all()
    assert np.abs(record - reference).max() < 1e-12


@pytest.mark.parametrize(
    "texts",
    [
        ("SYR-GOV.removed=1 from 2012-06", "transition.risk=0"),
        ("RUS.support=none from 2012-06 to 2013-06", "SYR-OPP.strength*=2 from 2013-01"),
        ("elections.imposed=1 from 2014-01",),
        ("settlement.party_share=0.4", "settlement.spoiler_leverage=1", "settlement.talks_on=1"),
        ("chemical-arms.threat=0.6", "chemical-arms.reluctance=0", "SYR-OPP.fade=0.2"),
        ("SYR-GOV.exit_value=5", "RUS.face=0", "RUS.arms.cost=0.9", "RUS.volatility=0"),
        ("council.cost=0", "RUS.support=none", "council.CHN.ideal=0.9"),
    ],
)
def test_they_stay_one_under_interventions(syria: Conflict, texts: tuple[str, ...]) -> None:
    """The two agree where parties fall, patrons leave, options pass and strikes come."""
    short = load_like(syria, months=36)
    reference, record = both(short, *texts, seed=3, draws=32)
    assert np.abs(record - reference).max() < 1e-12


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("GOV.removed=1 from 2012-01", "OPP.merged=0"),
        ("NORTH.support=none", "NORTH-HILLS.arms.cost=0", "settlement.talks_on=0"),
        ("battlefield.escalation=4", "hostility.GOV.OPP.battles=9"),
        ("council.cost=0", "counter.cost=0", "mild.cost=0", "council.SOUTH.ideal=0.9"),
    ],
)
def test_they_are_one_where_every_mechanism_is_at_work(
    everything: Conflict, texts: tuple[str, ...]
) -> None:
    """Own ladder, several clients, mergers, cease-fires, rival drafts, weighted votes, waiting."""
    reference, record = both(everything, *texts, seed=2, draws=128)
    assert np.abs(record - reference).max() < 1e-12


def load_like(conflict: Conflict, **changes: object) -> Conflict:
    """A conflict with other settings at the top of its file."""
    shocks = tuple(
        replace(shock, last=min(shock.last, 35)) for shock in conflict.shocks if shock.first < 36
    )
    return replace(conflict, file=conflict.file.model_copy(update=changes), shocks=shocks)


def test_what_must_hold_holds_in_every_month(syria: Conflict, run: Callable) -> None:
    """Forts add up, and every share and probability lies in [0, 1]."""
    _, record = run(syria, CHUNK)
    at, layout = syria.record, syria.layout
    parties = record[:, :, at.party : at.party + layout.parties * len(PartySeen)]
    forts = parties[:, :, PartySeen.FORTS :: len(PartySeen)]
    assert np.abs(forts.sum(axis=2) - 1).max() < 1e-12
    patrons = record[:, :, at.patron : at.patron + layout.patrons * len(PatronSeen)]
    for block in (
        forts,
        parties[:, :, PartySeen.BELIEF :: len(PartySeen)],
        patrons[:, :, PatronSeen.BELIEF :: len(PatronSeen)],
        patrons[:, :, PatronSeen.LEVERAGE :: len(PatronSeen)],
        patrons[:, :, PatronSeen.COUNTERPART :: len(PatronSeen)],
        record[:, :, at.council],
    ):
        assert block.min() >= 0
        assert block.max() <= 1


FORTY = """
begins = 2011-03-01
months = 12
forts = 200
[battlefield]
source = "judgement"
"""


def test_forty_parties_fight_it_out(run: Callable) -> None:
    """Any number of parties: forty of them, all against all, and every fort is somebody's."""
    text = FORTY
    for place in range(40):
        regime = "regime = true" if place == 0 else ""
        text += f'[[party]]\nid = "P{place}"\n{regime}\nforts = 5\nsource = "judgement"\n'
    for place in range(40):
        for other in range(place):
            text += f'[[hostility]]\nbetween = ["P{other}", "P{place}"]\nbattles = 0.2\n'
            text += 'source = "judgement"\n'
    state, record = run(load_conflict(text), 20)
    assert np.isfinite(record).all()
    assert (state.forts.sum(axis=1) == 200).all()
    assert (state.battles > 500).all()
