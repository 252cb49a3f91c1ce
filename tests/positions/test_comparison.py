"""Actors compared: where they stand, who is near whom, how far apart they are."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from volteface.case.schema import Actor, Case
from volteface.errors import UsageError
from volteface.positions.channels import Key
from volteface.positions.compare import compare, comparison_json
from volteface.positions.comparison import POINTS, Field
from volteface.positions.observations import Measured
from volteface.records import Observation

Monthly = Callable[..., list[Observation]]
START = date(2012, 1, 1)
LAST = START + timedelta(days=300)


@pytest.fixture(name="world")
def _world(case: Case) -> Case:
    """Four actors, and a bloc of three of them."""
    more = tuple(Actor(id=name, name=name.title(), kind="state") for name in ("CHN", "USA", "FRA"))
    bloc = Actor(id="WEST", name="the West", kind="bloc", members=("USA", "FRA", "Nowhere"))
    return case.model_copy(update={"actors": (*case.actors, *more, bloc)})


@pytest.fixture(name="measured")
def _measured(monthly: Monthly) -> Measured:
    """Russia and China together, the United States and France opposite; Syria once."""
    levels = {"RUS": 0.8, "CHN": 0.75, "USA": -0.8, "FRA": -0.6}
    series = {
        Key(name, "stay", "stated"): tuple(monthly(*[level] * 11)) for name, level in levels.items()
    }
    series[Key("SYR", "stay", "stated")] = tuple(monthly(0.9))
    series[Key("RUS", "stay", "revealed")] = tuple(monthly(0.8, 0.8, conduct=True))
    return Measured(series, {}, {}, {})


def test_who_stands_where(measured: Measured, world: Case) -> None:
    """From the plus pole to the minus pole, with bands, and the bloc at its members' mean."""
    found = compare(measured, world, "stay", on=LAST)
    assert [one.actor for one in found.standings] == ["RUS", "CHN", "FRA", "WEST", "USA"]
    by_actor = {one.actor: one for one in found.standings}
    west = by_actor["WEST"]
    assert west.members == ("USA", "FRA")
    assert west.level.mean == pytest.approx(
        (by_actor["USA"].level.mean + by_actor["FRA"].level.mean) / 2, abs=0.01
    )
    assert west.observations == 22
    for one in found.standings:
        level = one.level
        assert -1 <= level.low90 <= level.low50 <= level.middle <= level.high50 <= level.high90 <= 1


def test_who_is_near_whom(measured: Measured, world: Case) -> None:
    """Russia and China are; no bloc is asked, and none is nearest to its own member."""
    found = {one.actor: one for one in compare(measured, world, "stay").nearest}
    assert found["RUS"].other == "CHN"
    assert found["CHN"].other == "RUS"
    assert found["USA"].other == "FRA"
    assert found["RUS"].probability > 0.9
    assert found["RUS"].distance.mean < 0.2
    assert "WEST" not in found


def test_distances_have_bands_over_time(measured: Measured, world: Case) -> None:
    """Every two but a bloc and its members, on each day."""
    found = compare(measured, world, "stay")
    pairs = {(pair.one, pair.other): pair for pair in found.apart}
    assert ("USA", "WEST") not in pairs
    assert len(pairs) == 8
    far, near = pairs["RUS", "USA"], pairs["RUS", "CHN"]
    assert len(far.days) == len(far.distance) == POINTS
    assert min(far.beyond) > 0.99
    assert max(near.beyond) < 0.2
    assert far.distance[-1].mean == pytest.approx(1.5, abs=0.1)


def test_a_turn_closes_the_distance(monthly: Monthly, world: Case) -> None:
    """Two who were far apart come together."""
    series = {
        Key("RUS", "stay", "stated"): tuple(monthly(*[0.8] * 12)),
        Key("USA", "stay", "stated"): tuple(monthly(*[-0.8] * 6, *[0.7] * 6)),
    }
    (pair,) = compare(Measured(series, {}, {}, {}), world, "stay").apart
    assert pair.beyond[0] > 0.99
    assert pair.beyond[-1] < 0.2


def test_the_channel_with_most_actors_is_taken(measured: Measured, world: Case) -> None:
    """Words here; deeds if asked for, but there is only one actor's."""
    assert Field(measured, world, "stay").channel == "stated"
    with pytest.raises(UsageError, match=r"fewer than two actors .* revealed \(RUS\)"):
        compare(measured, world, "stay", channel="revealed")


def test_actors_asked_for_need_a_series(measured: Measured, world: Case) -> None:
    """Who cannot be placed is named, with who can; one observation is enough if asked for."""
    with pytest.raises(UsageError, match=r"analyst cannot be placed on stay .*who can: RUS, SYR"):
        compare(measured, world, "stay", actors=["RUS", "analyst"])
    found = compare(measured, world, "stay", actors=["RUS", "SYR"], on=START - timedelta(days=9))
    assert [one.silent for one in found.standings] == [True, True]


def test_unknown_names_are_refused(measured: Measured, world: Case) -> None:
    """With the nearest name."""
    with pytest.raises(UsageError, match="RUSS"):
        compare(measured, world, "stay", actors=["RUSS"])
    with pytest.raises(UsageError, match="stya"):
        compare(measured, world, "stya")


def test_as_json_all_are_plain_values(measured: Measured, world: Case) -> None:
    """Dates as text, numbers rounded, and every part there."""
    data = comparison_json(compare(measured, world, "stay", on=LAST))
    assert data["on"] == LAST.isoformat()
    assert set(data) == {
        "issue",
        "channel",
        "on",
        "standings",
        "nearest",
        "levels",
        "apart",
        "polarisation",
    }
    assert data["polarisation"]["phases"]["days"][0] == START.isoformat()
    assert len(data["levels"]["RUS"]) == POINTS
