"""A comparison of actors as lines of plain text."""

from collections.abc import Iterator
from itertools import groupby

from volteface.case.schema import Case, Issue
from volteface.positions.compare import Comparison
from volteface.positions.comparison import Apart, Spread
from volteface.positions.sentences import LEANING, level_in_words
from volteface.report_page.names import CHANNELS, Names
from volteface.report_page.wording import signed

_PAIRS = 6
_TIMES = 6
_LIKELIER = 0.5
_DIVIDED = 0.05
"""Modularity below which slices of time are not divided into phases."""


def compared(found: Comparison, case: Case) -> Iterator[str]:
    """Where each stands, who is nearest to whom, distances and polarisation over time, phases."""
    names = Names(case)
    issue = names.issue(found.issue)
    yield f"{issue.question} ({CHANNELS[found.channel]})"
    yield f"On {found.on} (level, 90 % band, observations so far):"
    for one in found.standings:
        members = f", mean of {', '.join(map(names.actor, one.members))}" if one.members else ""
        silent = "; nothing known yet" if one.silent else ""
        yield (
            f"  {names.actor(one.actor)}: {_level(one.level)}, "
            f"{_where(one.level, issue)} ({one.observations}{silent}{members})"
        )
    yield "Nearest to each:"
    for near in found.nearest:
        likeliest = "" if near.probability > _LIKELIER else "likeliest "
        yield (
            f"  {names.actor(near.actor)}: {likeliest}{names.actor(near.other)}, "
            f"{_range(near.distance)} apart (P = {near.probability:.2f})"
        )
    yield from _distances(found, names)
    yield from _polarisation(found)
    yield from _phases(found)


def most_changed(found: Comparison) -> list[Apart]:
    """Pairs by how surely their distance changed: by how far its 90 % bands lie apart."""

    def sure(pair: Apart) -> float:
        return min(d.high90 for d in pair.distance) - max(d.low90 for d in pair.distance)

    return sorted(found.apart, key=lambda pair: (round(sure(pair), 6), pair.one, pair.other))


def _distances(found: Comparison, names: Names) -> Iterator[str]:
    pairs = most_changed(found)
    yield "Distance between two over time, those first that changed most surely:"
    for pair in pairs[:_PAIRS]:
        times = ", ".join(
            f"{pair.days[at]:%Y-%m} {_range(pair.distance[at])}" for at in _some(len(pair.days))
        )
        yield f"  {names.actor(pair.one)} and {names.actor(pair.other)}: {times}"
    if len(pairs) > _PAIRS:
        yield f"  and {len(pairs) - _PAIRS} pairs more (--json)"


def _polarisation(found: Comparison) -> Iterator[str]:
    field = found.polarisation
    yield "Polarisation (mean distance, 0 to 1; Discourse Network Analyzer's, and its E-I index):"
    for at in _some(len(field.days)):
        camps = field.division[at]
        yield (
            f"  {field.days[at]:%Y-%m}: {_range(field.distance[at])}; {camps.quality:.2f}, "
            f"{signed(camps.external)}"
        )


def _phases(found: Comparison) -> Iterator[str]:
    phases = found.polarisation.phases
    if phases.modularity < _DIVIDED:
        yield f"Phases of the debate: none to tell apart (modularity {phases.modularity:.2f})"
        return
    told = []
    for phase, run in groupby(zip(phases.days, phases.phase, strict=True), key=lambda one: one[1]):
        days = [day for day, _ in run]
        told.append(f"{chr(ord('A') + phase)} {days[0]:%Y-%m} to {days[-1]:%Y-%m}")
    yield (
        f"Phases of the debate (modularity {phases.modularity:.2f}, {phases.linkage} linkage): "
        + ", ".join(told)
    )


def _where(level: Spread, issue: Issue) -> str:
    """The level in words, where its band does not lean to both poles."""
    if level.low90 < -LEANING and level.high90 > LEANING:
        return "too uncertain to place"
    return level_in_words(issue, level.mean)


def _level(level: Spread) -> str:
    return f"{signed(level.mean)} ({signed(level.low90)} to {signed(level.high90)})"


def _range(distance: Spread) -> str:
    return f"{distance.mean:.2f} ({distance.low90:.2f} to {distance.high90:.2f})"


def _some(count: int) -> list[int]:
    """Places evenly spread, both ends included."""
    steps = min(_TIMES, count)
    return sorted({round(k * (count - 1) / max(1, steps - 1)) for k in range(steps)})
