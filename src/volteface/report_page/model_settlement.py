"""Charts of the war model about its end: territory, survival as it is, options, Council drafts."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import numpy as np

from volteface.conflict.conflict import Conflict
from volteface.conflict.drafts import passing_drafts
from volteface.conflict.ensemble import Ensemble
from volteface.conflict.measures import Channel
from volteface.conflict.moment import look
from volteface.conflict.terms import Terms, terms_at
from volteface.errors import UsageError
from volteface.report_page.content import PathGroup, Shares

_SPOKEN = 0.1
"""Share of the draws from which on somebody who blocks is named."""
Name = Callable[[str], str]


def territory(
    ensemble: Ensemble, channels: Mapping[str, Channel], days: tuple[date, ...], name: Name
) -> Shares:
    """Who holds what, one share above the other: the mean draw."""
    parties = [party.id for party in ensemble.conflict.file.parties]
    rows = tuple(
        tuple(float(x) for x in ensemble.mean[:, channels[f"{party}.forts"].column])
        for party in parties
    )
    meaning = "mean share of the forts; the shares of all parties make up the whole"
    return Shares("Who holds what", meaning, tuple(name(p) for p in parties), days, rows)


def survival(
    ensemble: Ensemble, channels: Mapping[str, Channel], days: tuple[date, ...]
) -> Shares | None:
    """How often the regime outlasts the horizon, of the draws in which it is in the war.

    None where the run is no longer than the horizon.
    """
    conflict = ensemble.conflict
    ahead = round(conflict.quantities.named("belief.horizon").parameter.centre)
    if ahead >= conflict.months:
        return None
    regime = next(party.id for party in conflict.file.parties if party.regime)
    there = ensemble.kept[:, :, channels[f"in_power.{regime}"].column] > 0
    lasts = (there[:, :-ahead] & there[:, ahead:]).sum(axis=0)
    shares = lasts / np.maximum(1, there[:, :-ahead].sum(axis=0))
    return Shares(
        "As the model has it",
        f"share of the draws in which it is in the war {ahead} months later, of those in which it "
        "is in the war",
        ("survives",),
        days[: len(shares)],
        (tuple(float(x) for x in shares),),
    )


def settlement(
    ensemble: Ensemble, channels: Mapping[str, Channel], days: tuple[date, ...], name: Name
) -> Iterator[PathGroup]:
    """Which options nobody blocks over time, and who blocks them at the end."""
    file = ensemble.conflict.file
    if file.options:
        yield PathGroup(
            "Ways to settle",
            "Share of the draws in which no veto player is against an option, whether it is on "
            f"the table or not. {_who_blocks(ensemble.conflict, ensemble.seed, name)}",
            tuple(
                Shares(
                    option.title,
                    "no veto player is against it",
                    ("nobody is against it",),
                    days,
                    (_mean(ensemble, channels, f"{option.id}.feasible"),),
                )
                for option in file.options
            ),
        )


def council(
    ensemble: Ensemble, channels: Mapping[str, Channel], days: tuple[date, ...]
) -> Iterator[PathGroup]:
    """Each draft's chance and how often it is tabled, over time."""
    body = ensemble.conflict.file.council
    if body.members:
        titles = [("council", "The draft"), *((rival.id, rival.title) for rival in body.rivals)]
        yield PathGroup(
            "Drafts before the Council",
            "The mean chance that a draft would pass if it were put to the vote, and the share of "
            f"the draws in which it is. {_strongest(ensemble.conflict, ensemble.seed)}",
            tuple(
                Shares(
                    f"{title}: {what}",
                    meaning,
                    (what,),
                    days,
                    (_mean(ensemble, channels, f"{draft}.{channel}"),),
                )
                for draft, title in titles
                for channel, what, meaning in (
                    ("adoption", "would pass", "chance that it would pass"),
                    ("tabled", "is tabled", "share of the draws"),
                )
            ),
        )


def _mean(ensemble: Ensemble, channels: Mapping[str, Channel], channel: str) -> tuple[float, ...]:
    return tuple(float(x) for x in ensemble.mean[:, channels[channel].column])


def _who_blocks(conflict: Conflict, seed: int, name: Name) -> str:
    """A sentence for each option about the last month."""
    try:
        moment = look(conflict, conflict.months - 1, seed=seed)
    except UsageError:  # the war is over in all draws
        return "At the end the war is over in every draw looked at."
    said = [f"{_blockers(terms, name)}" for terms in terms_at(moment)]
    last = conflict.first_day(conflict.months - 1)
    return f"In {last:%B %Y}, where the war goes on: {'; '.join(said)}."


def _blockers(terms: Terms, name: Name) -> str:
    shown = [
        f"{name(block.actor)} in {block.share:.0%} of the draws"
        + (" (it does not trust that it is kept)" if block.if_kept >= 1 / 2 else "")
        for block in terms.blocks
        if block.share >= _SPOKEN
    ]
    if not shown:
        return f"hardly anybody blocks “{terms.title}”"
    return f"“{terms.title}” is blocked by {', '.join(shown)}"


def _strongest(conflict: Conflict, seed: int) -> str:
    """A sentence about the strongest draft that would pass in the last month."""
    try:
        moment = look(conflict, conflict.months - 1, seed=seed)
    except UsageError:
        return "At the end the war is over in every draw looked at."
    passing = passing_drafts(moment)
    last = conflict.first_day(conflict.months - 1)
    if passing.asks is None:
        return (
            f"In {last:%B %Y} no draft that asks for any pressure would pass more often than not."
        )
    return (
        f"In {last:%B %Y} some draft would pass more often than not in {passing.share:.0%} of the "
        f"draws; the strongest asks for {passing.asks:.2g} of the pressure scale."
    )
