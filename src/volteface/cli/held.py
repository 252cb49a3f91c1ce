"""A case's worlds for a command that asks them something: of the priors, or held to the record."""

from datetime import date
from typing import TYPE_CHECKING

import click

from volteface.cli.progress import progress

if TYPE_CHECKING:
    from volteface.questions.conditioning.worlds import Worlds


def held_worlds(
    case: str, as_of: date | None, draws: int, seed: int, *, quiet: bool, ledger: str | None = None
) -> "Worlds":
    """Worlds that fit the case's record up to a day; those of the priors without one.

    What has to be said beside an answer from them goes to standard error.

    Args:
        case: A name or a folder.
        as_of: The day.
        draws: Worlds.
        seed: Of the worlds.
        quiet: No notes.
        ledger: Where reports were read whose measured positions count as well.

    Raises:
        CaseError: the record contradicts itself, or shows what the model does not know.
        UsageError: there is no such case, or the day is before the war.
    """
    from volteface.case import case_folder, load_case
    from volteface.cli.open_case import opened_case
    from volteface.conflict import load_conflict
    from volteface.questions.conditioning.condition import condition
    from volteface.questions.conditioning.on_record import case_record
    from volteface.questions.conditioning.positions import measured_positions
    from volteface.questions.conditioning.worlds import from_priors

    folder = case_folder(case)
    conflict = load_conflict(folder)
    if as_of is None:
        return from_priors(conflict, draws, seed)
    shown = case_record(folder, conflict)
    if ledger is not None:
        loaded = load_case(case)
        with opened_case(loaded, ledger, quiet=quiet) as opened:
            shown += measured_positions(opened, loaded, conflict, as_of)
    with progress("conditioning", quiet=quiet) as tell:
        held = condition(conflict, shown, as_of, draws=draws, seed=seed, progress=tell)
    if not quiet:
        for line in held.warnings:
            click.echo(f"note: {line}", err=True)
        if held.effective:
            least = min(share for _, share in held.effective)
            click.echo(
                f"note: {held.founding:.0f} founding draws of {len(held.worlds)}; "
                f"least effective share at a reading: {least:.2f}",
                err=True,
            )
    return held.worlds
