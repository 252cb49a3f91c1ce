from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.positions.level import estimate
from volteface.positions.segments import Motion
from volteface.records import DateInterval, Observation
from volteface.report_page.levels import level

MOTION = Motion(0.01, 0.1, 0.64)


def _observed(day: int, value: float, until: int | None = None) -> Observation:
    first = date(2019, 1, 1) + timedelta(days=day)
    last = date(2019, 1, 1) + timedelta(days=until or day)
    return Observation(
        (f"s-{day}",), DateInterval(first, last, "day", "x"), value, 0.05, "A", False
    )


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 900), st.floats(-1, 1)),
        min_size=2,
        max_size=5,
        unique_by=lambda x: x[0],
    )
)
def test_bands_are_the_estimate_to_the_eye(points: list[tuple[int, float]]) -> None:
    """On every day drawn, bands and mean are the exact ones, within the poles."""
    observations = [_observed(day, value) for day, value in points]
    band, _ = level(observations, MOTION)
    exact = estimate(observations, MOTION, band.days)
    for drawn, true in (
        (band.middle, exact.mean),
        (band.low50, exact.low50),
        (band.high50, exact.high50),
        (band.low90, exact.low90),
        (band.high90, exact.high90),
    ):
        assert np.allclose(drawn, np.clip(true, -1, 1), atol=0.02)


def test_every_day_with_evidence_is_drawn() -> None:
    """Both ends of each interval are days of the band, from the first to the last."""
    observations = [_observed(0, 0.5, until=6), _observed(400, -0.5, until=430)]
    band, _ = level(observations, MOTION)
    ends = {day for o in observations for day in (o.when.earliest, o.when.latest)}
    assert ends <= set(band.days)
    assert (band.days[0], band.days[-1]) == (min(ends), max(ends))
    assert list(band.days) == sorted(set(band.days))


def test_a_reversal_is_a_jump_in_its_gap() -> None:
    """The chance of a jump is highest in the gap where the side changes."""
    observations = [_observed(day, 0.8 if day < 300 else -0.8) for day in (0, 100, 200, 400, 500)]
    _, jumps = level(observations, MOTION)
    likeliest = max(jumps, key=lambda jump: jump.probability)
    assert likeliest.probability > 0.9
    assert likeliest.earliest == date(2019, 1, 1) + timedelta(days=200)
