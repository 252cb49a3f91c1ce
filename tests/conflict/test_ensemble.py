import numpy as np
import pytest

from volteface.conflict import ensemble
from volteface.conflict.channels import PartySeen, World
from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import Ensemble, run_ensemble
from volteface.conflict.sampling import CHUNK
from volteface.errors import UsageError


def war_over(record: np.ndarray) -> np.ndarray:
    """Whether the war is over at the end."""
    return np.asarray(record[:, -1, World.WAR_OVER])


def toll(record: np.ndarray) -> np.ndarray:
    """Casualties at the end."""
    return np.asarray(record[:, -1, World.TOLL])


def same(one: Ensemble, other: Ensemble) -> bool:
    """Whether two ensembles have the same bits."""
    pairs = ((one.mean, other.mean), (one.kept, other.kept), (one.outcomes, other.outcomes))
    return all(np.array_equal(first, second) for first, second in pairs)


def test_any_number_of_workers_gives_the_same_bits(syria: Conflict) -> None:
    """One, two and three workers agree in every mean, path and outcome."""
    runs = [
        run_ensemble(syria, 3 * CHUNK + 7, 4, outcomes=[war_over, toll], workers=workers)
        for workers in (1, 2, 3)
    ]
    assert same(runs[0], runs[1])
    assert same(runs[0], runs[2])


def test_a_world_does_not_depend_on_how_many_there_are(syria: Conflict) -> None:
    """The first draws of a long run are the draws of a short one; another seed gives others."""
    short = run_ensemble(syria, 40, 4, outcomes=[toll])
    long = run_ensemble(syria, CHUNK + 40, 4, outcomes=[toll])
    other = run_ensemble(syria, 40, 5, outcomes=[toll])
    assert np.array_equal(short.outcomes, long.outcomes[:, :40])
    assert np.array_equal(short.varied, long.varied[:40])
    assert not np.array_equal(short.outcomes, other.outcomes)


def test_the_mean_is_over_all_and_quantiles_over_the_first(
    syria: Conflict, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Means stream over every draw; whole paths are kept of the first few only."""
    monkeypatch.setattr(ensemble, "KEPT", CHUNK + 10)
    found = run_ensemble(syria, 2 * CHUNK, 4, outcomes=[toll])
    assert found.kept.shape[0] == CHUNK + 10
    assert found.mean[-1, World.TOLL] == pytest.approx(found.outcomes[0].mean())
    column = syria.record.party + PartySeen.FORTS
    low, middle, high = found.quantiles(column, [0.05, 0.5, 0.95])
    assert (low <= middle).all()
    assert (middle <= high).all()
    assert middle[10] == pytest.approx(np.median(found.kept[:, 10, column]))


@pytest.mark.parametrize("workers", [1, 2])
def test_an_interrupt_keeps_what_is_done(syria: Conflict, workers: int) -> None:
    """Ctrl-C after the first chunk leaves the first chunk's draws, the same as ever."""

    def stop(done: int, asked: int) -> None:
        assert asked == 4 * CHUNK
        if done >= CHUNK:
            raise KeyboardInterrupt

    cut = run_ensemble(syria, 4 * CHUNK, 4, outcomes=[toll], workers=workers, progress=stop)
    assert (cut.draws, cut.asked) == (CHUNK, 4 * CHUNK)
    assert np.array_equal(cut.outcomes, run_ensemble(syria, CHUNK, 4, outcomes=[toll]).outcomes)


def test_an_interrupt_before_anything_is_done_says_so(
    syria: Conflict, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no draw finished there is nothing to keep, and the error says it."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ensemble, "_run", stop)
    with pytest.raises(UsageError, match="nothing kept"):
        run_ensemble(syria, 10, 4)


@pytest.mark.parametrize(
    ("draws", "seed", "workers"), [(0, 1, 1), (1, -1, 1), (1, 2**63, 1), (1, 1, 0)]
)
def test_a_run_that_makes_no_sense_is_refused(
    syria: Conflict, draws: int, seed: int, workers: int
) -> None:
    """No draws, a seed out of range or no workers: one clear line."""
    with pytest.raises(UsageError):
        run_ensemble(syria, draws, seed, workers=workers)


def test_the_syria_case_is_a_long_stalemate_by_itself(syria: Conflict) -> None:
    """From its priors: the regime in office, arms throughout and no settlement in most worlds."""
    found = run_ensemble(syria, 4 * CHUNK, 7, workers=2)
    at = syria.record
    parties = {party.id: place for place, party in enumerate(syria.file.parties)}
    patrons = {patron.id: place for place, patron in enumerate(syria.file.patrons)}
    end = 69  # December 2016
    power = at.party + parties["SYR-GOV"] * len(PartySeen) + PartySeen.IN_POWER
    support = found.kept[:, : end + 1, at.patron + patrons["RUS"] * 12]
    assert found.mean[end, power] > 0.9
    assert found.mean[end, World.WAR_OVER] < 0.1
    assert (support >= 2).all(axis=1).mean() > 0.9
    assert found.mean[end, World.SETTLED] < 0.1
