"""An ensemble of the war model as the page shows it: territory, beliefs, ladders, the end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt

from volteface.case.claim_problems import CLAIMS
from volteface.case.schema import Case
from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import Ensemble, Progress, run_ensemble
from volteface.conflict.load import NAME as CONFLICT
from volteface.conflict.load import load_conflict
from volteface.conflict.measures import Channel, list_channels
from volteface.ledger import Ledger
from volteface.questions.asking import model_claims
from volteface.questions.claim_json import as_json
from volteface.questions.claims import answer_claims
from volteface.report_page.claims import claims_of
from volteface.report_page.content import Band, Claim, Fan, PathGroup, Paths, Shares
from volteface.report_page.held import held_section
from volteface.report_page.model_settlement import council, settlement, survival, territory

_LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
_SELDOM = 0.05


@dataclass(frozen=True, slots=True)
class ModelSections:
    """What the page shows of a case's model; ``claims`` is None where the case has none."""

    paths: Paths
    claims: tuple[Claim, ...] | None


@dataclass(frozen=True, slots=True)
class _Reading:
    """The ensemble with its channels by name and the names of its actors."""

    ensemble: Ensemble
    channels: dict[str, Channel]
    days: tuple[date, ...]
    names: dict[str, str]

    def column(self, name: str) -> int:
        return self.channels[name].column

    def share(self, name: str) -> tuple[float, ...]:
        """Share of the draws, or mean, in every month."""
        return tuple(float(x) for x in self.ensemble.mean[:, self.column(name)])


def model_sections(
    case: Case,
    ledger: Ledger,
    *,
    draws: int,
    seed: int,
    workers: int = 1,
    progress: Progress | None = None,
) -> ModelSections | None:
    """Run the case's war model and put the reports' claims to it; None without conflict.toml.

    Args:
        case: The case.
        ledger: Where the reports of the claims may have been read.
        draws: Worlds.
        seed: The same seed gives the same sections, with any number of workers.
        workers: Threads.
        progress: Told of the worlds done.

    Raises:
        CaseError: conflict.toml or claims.toml has mistakes.
        UsageError: interrupted before the first worlds were done.
    """
    folder = Path(case.folder)
    if not (folder / CONFLICT).is_file():
        return None
    conflict = load_conflict(folder)
    ensemble = run_ensemble(conflict, draws, seed, workers=workers, progress=progress)
    claims = None
    if (folder / CLAIMS).is_file():
        asked = model_claims(folder, conflict)
        answers = answer_claims(
            conflict, asked, ledger, draws=draws, seed=seed, workers=workers, progress=progress
        )
        claims = claims_of([as_json(answer) for answer in answers])
    held = held_section(case, conflict, draws=draws, seed=seed)
    return ModelSections(replace(model_paths(ensemble, case), held=held), claims)


def model_paths(ensemble: Ensemble, case: Case) -> Paths:
    """What the worlds did, month by month, with the sentences that sum it up.

    Args:
        ensemble: A run of the case's conflict without interventions.
        case: Where actors are named.
    """
    conflict = ensemble.conflict
    reading = _Reading(
        ensemble,
        {channel.name: channel for channel in list_channels(conflict)},
        tuple(conflict.first_day(month) for month in range(conflict.months)),
        {actor.id: actor.name for actor in case.actors},
    )
    return Paths(
        draws=ensemble.draws,
        seed=ensemble.seed,
        headlines=tuple(_headlines(reading)),
        notes=_notes(conflict),
        groups=tuple(_groups(reading)),
    )


def _groups(reading: _Reading) -> Iterator[PathGroup]:
    file = reading.ensemble.conflict.file
    parties = [party.id for party in file.parties]
    patrons = [patron.id for patron in file.patrons]
    powers = [patron.id for patron in file.patrons if patron.power is None]

    def name(actor: str) -> str:
        return _name(reading, actor)

    ends = [("war_over", "War over"), ("settled", "A settlement adopted")]
    ends += [(f"in_power.{p}", f"{_name(reading, p)} in the war") for p in parties]
    yield PathGroup(
        "Who is left, and whether it is over",
        "Share of the draws in which it is so in each month.",
        tuple(_share(reading, name, title) for name, title in ends),
    )
    yield PathGroup(
        "Territory",
        "Share of the forts that each party holds: the median draw, with 50 % and 90 % of draws.",
        (
            territory(reading.ensemble, reading.channels, reading.days, name),
            *(_fan(reading, f"{p}.forts", _name(reading, p), (0.0, 1.0)) for p in parties),
        ),
    )
    real = survival(reading.ensemble, reading.channels, reading.days)
    yield PathGroup(
        "Will the regime survive? As each believes, and as the model has it",
        "The chance of survival over the model's horizon: how often it happens in the draws, and "
        "what each party and patron believes.",
        (
            *([] if real is None else [real]),
            *(
                _fan(reading, f"{a}.belief", _name(reading, a), (0.0, 1.0))
                for a in parties + powers
            ),
        ),
    )
    yield PathGroup(
        "Support ladders",
        "Share of the draws in which a patron stands on each step.",
        tuple(_ladder(reading, patron) for patron in patrons),
    )
    yield from settlement(reading.ensemble, reading.channels, reading.days, name)
    yield from council(reading.ensemble, reading.channels, reading.days)


def _headlines(reading: _Reading) -> Iterator[str]:
    file = reading.ensemble.conflict.file
    last = reading.days[-1]
    draws = reading.ensemble.draws
    regime = file.parties[0].id
    over, settled = (reading.share(name)[-1] for name in ("war_over", "settled"))
    stays = reading.share(f"in_power.{regime}")[-1]
    yield (
        f"In {stays:.0%} of {draws} draws {_name(reading, regime)} is in office at the end, in "
        f"{last:%B %Y}; in {over:.0%} the war is over by then, in {settled:.0%} by a settlement."
    )
    own_force = reading.ensemble.conflict.structure.force
    for patron in file.patrons:
        steps = _steps(reading, patron.id)
        entered = (steps >= own_force).any(axis=1)
        if entered.mean() > _SELDOM:
            first = (steps[entered] >= own_force).argmax(axis=1)
            usual = reading.days[int(np.median(first))]
            yield (
                f"{_name(reading, patron.id)} enters with its own force in {entered.mean():.0%} of "
                f"the draws, in the middle one of them in {usual:%B %Y}."
            )


def _notes(conflict: Conflict) -> tuple[str, ...]:
    dated = len({(event.first, event.place) for event in conflict.shocks})
    return (
        (
            "A model, not a record: it is drawn from the priors of conflict.toml and is not "
            "fitted to what happened."
        ),
        (
            f"{dated} dated changes of the case (shocks) are in every draw: what happens soon "
            "after one of them owes its timing to that date and not to the model."
        ),
        "Fans are from the first draws kept whole, shares and means from all.",
    )


def _name(reading: _Reading, actor: str) -> str:
    return reading.names.get(actor, actor)


def _share(reading: _Reading, name: str, title: str) -> Shares:
    channel = reading.channels[name]
    return Shares(title, channel.meaning, (title,), reading.days, (reading.share(name),))


def _fan(reading: _Reading, name: str, title: str, bounds: tuple[float, float]) -> Fan:
    channel = reading.channels[name]
    rows = reading.ensemble.quantiles(channel.column, _LEVELS)
    low90, low50, middle, high50, high90 = (tuple(float(x) for x in row) for row in rows)
    band = Band(reading.days, middle, low50, high50, low90, high90)
    return Fan(title, channel.meaning, channel.unit, band, bounds)


def _steps(reading: _Reading, patron: str) -> npt.NDArray[np.int64]:
    kept = reading.ensemble.kept[:, :, reading.column(f"{patron}.support")]
    return np.rint(kept).astype(np.int64)


def _ladder(reading: _Reading, patron: str) -> Shares:
    steps = _steps(reading, patron)
    titles = ("none", *(found.title for found in reading.ensemble.conflict.file.instruments))
    rows = tuple(
        tuple(float(x) for x in (steps == step).mean(axis=0)) for step in range(len(titles))
    )
    meaning = reading.channels[f"{patron}.support"].meaning
    return Shares(_name(reading, patron), meaning, titles, reading.days, rows)
