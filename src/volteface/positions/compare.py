"""Everything that a comparison of actors on one issue says."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from volteface.case.lookup import actor as known_actor
from volteface.case.lookup import issue as known_issue
from volteface.case.schema import Case
from volteface.positions.comparison import Apart, Field, Nearest, Spread, Standing
from volteface.positions.observations import Measured
from volteface.positions.polarisation import Polarisation, polarisation
from volteface.records import Channel


@dataclass(frozen=True, slots=True)
class Comparison:
    """Actors on one issue in one channel.

    Attributes:
        issue: By id.
        channel: In which they are compared.
        on: The day of ``standings`` and ``nearest``.
        standings: Where each stands, from the plus pole to the minus pole.
        nearest: Who stands nearest to each.
        levels: The levels over time, by actor, on the days of ``polarisation``.
        apart: The distance between every two over time.
        polarisation: How far apart all are over time, and the phases of the debate.
    """

    issue: str
    channel: Channel
    on: date
    standings: tuple[Standing, ...]
    nearest: tuple[Nearest, ...]
    levels: dict[str, tuple[Spread, ...]]
    apart: tuple[Apart, ...]
    polarisation: Polarisation


def compare(
    measured: Measured,
    case: Case,
    issue: str,
    *,
    actors: Sequence[str] | None = None,
    channel: Channel | None = None,
    on: date | None = None,
) -> Comparison:
    """Compare actors and blocs on one issue.

    Args:
        measured: The observations.
        case: Dynamics, thresholds and blocs.
        issue: By id.
        actors: By id; all that can be placed if left out.
        channel: The one in which most of them can be placed if left out.
        on: The last day with evidence if left out.

    Raises:
        UsageError: the case has no such issue or actor, or fewer than two actors can be placed.
    """
    known_issue(case, issue)
    for name in actors or ():
        known_actor(case, name)
    field = Field(measured, case, issue, channel, actors)
    day = on or field.span[1]
    days = field.days()
    return Comparison(
        issue=issue,
        channel=field.channel,
        on=day,
        standings=field.standings(day),
        nearest=field.nearest(day),
        levels=field.levels(days),
        apart=field.apart(days),
        polarisation=polarisation(field, days),
    )


def comparison_json(found: Comparison) -> dict[str, Any]:
    """The comparison as values that :mod:`json` writes; dates as ISO 8601 days."""
    data: dict[str, Any] = _plain(asdict(found))
    return data


def _plain(value: Any) -> Any:  # noqa: ANN401 - any field of a comparison
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return round(value, 4) if isinstance(value, float) else value
