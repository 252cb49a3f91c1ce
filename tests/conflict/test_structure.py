"""Take a part out, and exactly what depends on it changes."""

import re

import numpy as np
import pytest

from volteface.conflict.arrays import Reals
from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import as_events, draw_rows, run_months
from volteface.conflict.layout import split
from volteface.conflict.measures import list_channels
from volteface.conflict.state import init
from volteface.questions.interventions import parse_interventions

_DRAWS = 64
_PATRONS = ("RUS", "IRN", "HEZ", "USA", "TUR", "GULF", "EU")


def record(conflict: Conflict, *texts: str) -> Reals:
    """The record of some worlds with changes from the first month."""
    changes = [change.event for change in parse_interventions(conflict, texts)]
    extra = (*conflict.shocks, *changes)
    rows = draw_rows(conflict, extra, 1, 0)[:_DRAWS]
    state = init(conflict.structure, split(rows, conflict.layout))
    return run_months(conflict, as_events(extra), rows, state, seed=1, first_draw=0)


@pytest.fixture(scope="module")
def whole(syria: Conflict) -> Reals:
    """The worlds as they are, the cover of patrons apart: nobody is pressed by resolutions."""
    return record(syria, *SILENT)


SILENT = ("council.resolution=0", "counter-draft.resolution=0")
"""Resolutions press patrons: with this they are words, and the Council is a part by itself."""

CARRIERS = ("scandal.outrage=0", "chemical-arms.harm=0")
"""The dead act on others by outrage, strikes by the army that they weaken."""


@pytest.mark.parametrize(
    ("part", "depends"),
    [
        (
            ("council.cost=1000", "counter-draft.cost=1000"),
            r"(council|counter-draft)\.(tabled|passed)",
        ),
        (("council.audience=0",), r"(council|counter-draft)\.(tabled|passed)"),
        (("counter-draft.reply=0",), r"counter-draft\.tabled"),
        (("council.cover_shift=0",), r"(council|counter-draft)\.\w+"),
        (("RUS.words=0",), r"RUS\.stated"),
        (("RUS.insurance=0",), r"RUS\.contacts"),
        (("RUS.coalition=0",), r"RUS\.joins"),
        (("relation.RUS.TUR.quarrel=0",), r"relation\.RUS\.TUR"),
        (("SYR-GOV.deaths=0", "scandal.outrage=0"), "casualties|toll"),
        (("chemical-arms.threat=0", "chemical-arms.harm=0"), r"chemical-arms\.(deal|strike)"),
        (("settlement.adoption_rate=0",), "after the first settlement"),
    ],
)
def test_only_what_depends_on_a_part_changes(
    syria: Conflict, whole: Reals, part: tuple[str, ...], depends: str
) -> None:
    """The channels that differ in any month of any world are those named, and some do differ.

    What else would carry an effect onwards, ``part``'s second quantity, is nought in both.
    """
    names = np.array([channel.name for channel in list_channels(syria)])
    carriers = [text for text in part if text in CARRIERS]
    base = record(syria, *SILENT, *carriers) if carriers else whole
    without = record(syria, *SILENT, *part)
    differs = base != without
    changed = set(names[differs.any(axis=(0, 1))])
    assert changed
    if depends.startswith("after"):
        settled = base[:, :, list(names).index("settled")]
        first = np.where(settled.any(axis=1), settled.argmax(axis=1), syria.months)
        assert not any(differs[d, :month].any() for d, month in enumerate(first))
        assert not differs[first == syria.months].any()
        return
    assert all(re.fullmatch(depends, name) for name in changed), sorted(changed)


def test_without_patrons_outside_powers_are_as_if_they_were_not_there(syria: Conflict) -> None:
    """Held at nothing, no patron gives, leads or answers; the parties fight on alone."""
    alone = record(syria, *(f"{name}.support=none" for name in _PATRONS))
    names = [channel.name for channel in list_channels(syria)]
    for name in _PATRONS:
        for channel in ("support", "delivered", "leverage", "demands", "gives_in"):
            assert not alone[:, 1:, names.index(f"{name}.{channel}")].any()
    assert (alone[:, -1, names.index("battles")] > 100).all()


def test_what_the_priors_allow_is_a_war(syria: Conflict, whole: Reals) -> None:
    """No share is above one, no number is not a number, and the war lasts as sponsored ones do.

    Of civil wars in which both sides are supported most are not over by their sixth year.
    """
    channels = {channel.name: channel for channel in list_channels(syria)}
    assert np.isfinite(whole).all()
    for channel in channels.values():
        if channel.unit in {"share", "share of forts", "prob", "0 or 1"}:
            seen = whole[:, :, channel.column]
            assert seen.min() >= 0, channel.name
            assert seen.max() <= 1, channel.name
    assert whole[:, -1, channels["war_over"].column].mean() < 0.5
