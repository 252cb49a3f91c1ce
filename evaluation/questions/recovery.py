"""Recovery: worlds with known quantities, held to their own records.

Each world is drawn from the priors and run; its ladders, office and territory are written down with
the errors of the observation model; other worlds are held to that record. The 90 % intervals of its
quantities, and of territory, steps and beliefs a year later, should hold the truth nine times of
ten. Words have few values, so the place of the truth among the worlds is drawn within its ties.
"""

from collections.abc import Iterator
from datetime import date

import numpy as np

from volteface.conflict.conflict import Conflict
from volteface.conflict.measures import list_channels
from volteface.questions.conditioning.condition import condition
from volteface.questions.conditioning.on_record import EVERY
from volteface.questions.conditioning.posterior import varied_columns
from volteface.questions.conditioning.shown import CODING_ERROR, LEAST, Shown
from volteface.questions.conditioning.streams import ASTRAY
from volteface.questions.conditioning.worlds import Worlds, from_priors

MONTHS = 24
YEAR = 12
NINETY = (0.05, 0.95)


def coverage(conflict: Conflict, count: int, draws: int, seed: int) -> dict[str, float]:
    """How often 90 % intervals hold the truth: of quantities, and of measures a year later."""
    generator = np.random.default_rng(seed)
    truth = from_priors(conflict, count, 2**40 + seed)
    record = truth.run(MONTHS + YEAR - 1)
    last = conflict.first_day(MONTHS)
    as_of = date.fromordinal(last.toordinal() - 1)
    _, columns = varied_columns(conflict)
    inside: dict[str, list[bool]] = {"quantities": [], "next year": []}
    founding = []
    for world in range(count):
        shown = tuple(written(conflict, record[world], generator))
        held = condition(conflict, shown, as_of, draws=draws, seed=seed, later_events=True)
        founding.append(held.founding)
        ranks = [
            _rank(held.worlds.rows[:, column], truth.rows[world, column], generator)
            for column in columns
        ]
        inside["quantities"] += [NINETY[0] <= rank <= NINETY[1] for rank in ranks]
        inside["next year"] += list(_next_year(held.worlds, record[world, -1], generator))
    found = {f"coverage of {name}": float(np.mean(seen)) for name, seen in inside.items()}
    return found | {"median founding draws": float(np.median(founding))}


def written(
    conflict: Conflict, record: np.ndarray, generator: np.random.Generator
) -> Iterator[Shown]:
    """The record of one world, with the errors that the observation model allows for."""
    channels = {channel.name: channel for channel in list_channels(conflict)}
    regime = conflict.file.parties[conflict.structure.regime].id
    months = range(MONTHS - 1, -1, -EVERY)
    for patron in conflict.file.patrons:
        channel = channels[f"{patron.id}.support"]
        choices = len(channel.levels)
        astray = generator.random() < ASTRAY
        own = int(generator.integers(choices))
        for month in sorted(months):
            true = own if astray else int(record[month, channel.column])
            coded = _coded(true, choices, generator)
            own = coded if astray else own
            yield _word(conflict, channel.column, coded, (month, choices), channel.name)
    office = channels[f"in_power.{regime}"].column
    for month in sorted(months):
        coded = _coded(int(record[month, office]), 2, generator)
        yield _word(conflict, office, coded, (month, 2), "")
    forts = channels[f"{regime}.forts"].column
    spread = LEAST["share of forts"]
    for month in sorted(months):
        day = conflict.first_day(month)
        value = float(record[month, forts] + spread * generator.standard_normal())
        yield Shown("forts", "number", forts, value, spread, day, day, "record", "record")


def _word(conflict: Conflict, column: int, value: int, when: tuple[int, int], stream: str) -> Shown:
    month, choices = when
    day = conflict.first_day(month)
    return Shown(
        stream or "office", "word", column, float(value), CODING_ERROR, day, day, "record",
        "record", choices, stream=stream,
    )  # fmt: skip


def _coded(true: int, choices: int, generator: np.random.Generator) -> int:
    if generator.random() >= CODING_ERROR:
        return true
    others = [value for value in range(choices) if value != true]
    return int(generator.choice(others))


def _next_year(worlds: Worlds, truth: np.ndarray, generator: np.random.Generator) -> Iterator[bool]:
    conflict = worlds.conflict
    until = MONTHS + YEAR - 1
    asked = [
        channel.column
        for channel in list_channels(conflict)
        if channel.name.endswith((".forts", ".support", ".belief"))
    ]
    seen = worlds.run(until)[:, -1, :]
    for column in asked:
        rank = _rank(seen[:, column], truth[column], generator)
        yield NINETY[0] <= rank <= NINETY[1]


def _rank(values: np.ndarray, truth: float, generator: np.random.Generator) -> float:
    """The place of the truth among the worlds, from 0 to 1, drawn within ties."""
    below, same = np.mean(values < truth), np.mean(values == truth)
    return float(below + generator.random() * same)
