"""What ties.toml says of who supports whom: where ladders begin, and where they stood on record."""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from volteface.case.conflict_schema import ConflictFile
from volteface.case.patron_schema import NONE, Patron
from volteface.case.schema import Tie
from volteface.conflict.arrays import Whole
from volteface.conflict.conflict import Conflict


def with_first_steps(file: ConflictFile, ties: Sequence[Tie]) -> ConflictFile:
    """The file with every patron's first step: its own word, else what the ties say.

    Args:
        file: As written.
        ties: Of the same case.
    """
    patrons = tuple(
        patron
        if patron.starts is not None
        else patron.model_copy(update={"starts": _step_on(file, patron, ties, file.begins)})
        for patron in file.patrons
    )
    return file.model_copy(update={"patrons": patrons})


def recorded_steps(conflict: Conflict, ties: Sequence[Tie]) -> Whole:
    """The step of each patron's ladder on record, as ties.toml has it on each month's last day.

    Args:
        conflict: The case's.
        ties: Of the same case. One counts for the step that names its instrument (``ties`` of
            ``[[instrument]]``), else for the step that its instrument is the title of.

    Returns:
        (patrons, months).
    """
    file = conflict.file
    found = np.zeros((len(file.patrons), conflict.months), np.int64)
    for month in range(conflict.months):
        last = date.fromordinal(conflict.first_day(month + 1).toordinal() - 1)
        for place, patron in enumerate(file.patrons):
            found[place, month] = file.ladder.index(_step_on(file, patron, ties, last))
    return found


def _step_on(file: ConflictFile, patron: Patron, ties: Sequence[Tie], day: date) -> str:
    """The highest step that a tie in force on a day stands for."""
    steps = list(_steps(file, patron, ties, day))
    return max(steps, key=file.ladder.index, default=NONE)


def _steps(file: ConflictFile, patron: Patron, ties: Sequence[Tie], day: date) -> Iterator[str]:
    for tie in ties:
        if tie.patron != (patron.power or patron.id) or tie.client != patron.client:
            continue
        if (tie.from_ or day) <= day <= (tie.to or day):
            yield from (
                instrument.id
                for instrument in file.instruments
                if tie.instrument in {*instrument.ties, instrument.title}
            )
