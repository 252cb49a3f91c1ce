"""Series, statements, a case, and an oracle that sums over jump places by brute force."""

import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from volteface.case.schema import (
    Actor,
    Case,
    CaseFile,
    Dynamics,
    Fact,
    Issue,
    Office,
    Person,
    Pole,
    Thresholds,
)
from volteface.positions.conditions import Rules
from volteface.positions.mixture import Array
from volteface.positions.segments import Motion
from volteface.records import DateInterval, Observation, Report, Statement

Observe = Callable[..., Observation]
Monthly = Callable[..., list[Observation]]
Say = Callable[..., Statement]


def _on(day: date, until: date | None = None) -> DateInterval:
    last = until or day
    return DateInterval(day, last, "day" if last == day else "interval", "test")


def _observed(
    day: date,
    value: float,
    source: str = "A",
    *,
    sd: float = 0.2,
    conduct: bool = False,
    until: date | None = None,
    record: str | None = None,
) -> Observation:
    name = record or f"s-{day}-{until}-{value}-{source}"
    return Observation((name,), _on(day, until), value, sd**2, source, conduct)


def _monthly(*values: float, start: date = date(2012, 1, 1), **more: Any) -> list[Observation]:  # noqa: ANN401
    return [
        _observed(start + timedelta(days=30 * k), value, f"source {k}", **more)
        for k, value in enumerate(values)
    ]


def _statement(name: str, day: date | None = date(2012, 1, 1), **fields: Any) -> Statement:  # noqa: ANN401
    known: dict[str, Any] = {
        "id": name,
        "utterance": f"u-{name}",
        "report": "r-1",
        "voice": "attributed",
        "content": ((0, 1),),
        "speaker": (),
        "cue": (),
        "text": "words",
        "kind": "direct",
        "register": "stated",
        "person": "Sergei Lavrov",
        "actor": "RUS",
        "role": None,
        "about": None,
        "addressee": None,
        "via": (),
        "endorsed": True,
        "said_on": None if day is None else _on(day),
        "issue": "stay",
        "stance": 0.8,
        "confidence": 1.0,
        "candidates": (),
    }
    return Statement(**known | fields)


@pytest.fixture(name="observed", scope="session")
def _observed_fixture() -> Observe:
    """Build one observation."""
    return _observed


@pytest.fixture(name="monthly", scope="session")
def _monthly_fixture() -> Monthly:
    """Build one observation every 30 days, each from a source of its own."""
    return _monthly


@pytest.fixture(name="say")
def _say_fixture() -> Say:
    """Build a statement of Russia's foreign minister, with whatever else is asked for."""
    return _statement


@pytest.fixture(name="rules", scope="session")
def _rules() -> Rules:
    """The default settings of a case."""
    return Rules(Motion.of(Dynamics()), Thresholds())


@pytest.fixture(name="case")
def _case() -> Case:
    """A small case: three actors, one issue of each kind beside two positions, no facts."""
    poles = {
        "stay": ("position", "Should Assad stay?", "Assad should stay", "Assad should go"),
        "trade": ("position", "Should trade grow?", "Trade should grow", "Trade should shrink"),
        "survive": ("belief", "Will Assad survive?", "Assad will survive", "Assad will fall"),
        "moved": ("shift", "Has it kept its position?", "It has kept it", "It is changing"),
    }
    return Case(
        folder="test",
        digest="0",
        settings=CaseFile(id="test", title="Test", begins=date(2011, 3, 15)),
        actors=(
            Actor(id="RUS", name="Russia", kind="state"),
            Actor(id="SYR", name="the Syrian government", kind="party"),
            Actor(id="analyst", name="analysts", kind="observers"),
        ),
        people=(Person(name="Bashar Assad", offices=(Office(title="president", actor="SYR"),)),),
        issues=tuple(
            Issue(id=name, kind=kind, question=ask, plus=Pole(pole=yes), minus=Pole(pole=no))
            for name, (kind, ask, yes, no) in poles.items()
        ),
        ties=(),
        facts=(),
    )


@pytest.fixture(name="with_fact")
def _with_fact(case: Case) -> Callable[..., Case]:
    """The case with one more dated fact that bears on Assad's stay."""

    def add(name: str, day: date, stance: float, to: date | None = None, **more: Any) -> Case:  # noqa: ANN401
        known = {"text": "A deed.", "source": f"record {name}", "actors": ("RUS",), "issue": "stay"}
        fact = Fact(id=name, from_=day, to=to, stance=stance, **known | more)
        return case.model_copy(update={"facts": (*case.facts, fact)})

    return add


@pytest.fixture(name="reports")
def _reports() -> dict[str, Report]:
    """Two reports of one day from two outlets."""
    return {
        name: Report(name, f"{name}.txt", "", "", None, outlet, _on(date(2012, 1, 5)), "en")
        for name, outlet in (("r-1", "The Paper"), ("r-2", "The Wire"))
    }


@dataclass(frozen=True)
class Jumps:
    """One set of jump places: log of prior times likelihood, and the levels' joint distribution."""

    mask: tuple[bool, ...]
    log: float
    mean: Array
    covariance: Array


def _enumerate_jumps(
    times: Array, values: Array, variances: Array, motion: Motion
) -> Iterator[Jumps]:
    """Every set of jump places that is possible."""
    for mask in itertools.product((False, True), repeat=len(times) - 1):
        stay = np.exp(-motion.jumps * np.diff(times))
        prior_of_mask = math.prod(np.where(mask, 1 - stay, stay).tolist())
        if not prior_of_mask:
            continue
        label = np.concatenate([[0], np.cumsum(mask)])
        start = np.array([times[label == own].min() for own in label])
        drifted = np.minimum.outer(times, times) - start[:, None]
        together = label[:, None] == label[None, :]
        prior = np.where(together, motion.spread + motion.drift * drifted, 0.0)
        total = prior + np.diag(variances)
        gain = prior @ np.linalg.inv(total)
        _, determinant = np.linalg.slogdet(2 * np.pi * total)
        misfit = float(values @ np.linalg.solve(total, values))
        log = math.log(prior_of_mask) - 0.5 * (float(determinant) + misfit)
        yield Jumps(mask, log, gain @ values, prior - gain @ prior)


@pytest.fixture(name="enumerate_jumps", scope="session")
def _enumerate_fixture() -> Callable[..., Iterator[Jumps]]:
    """The oracle."""
    return _enumerate_jumps
