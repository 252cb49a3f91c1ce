"""The conflict as it was known on a day: without what began later.

A dated event that had not begun is left out, one under way is held on (its end was not known), and
a party that had not entered stays out. What cannot be taken back is that the case's author knew the
war when the distributions were written.
"""

from dataclasses import replace
from datetime import date

import numpy as np

from volteface.conflict.conflict import Conflict
from volteface.errors import UsageError


def as_known(conflict: Conflict, day: date) -> Conflict:
    """The conflict with what had begun by a day.

    Args:
        conflict: The case's, with the shocks of its file and no others.
        day: Not before the war.

    Raises:
        UsageError: the day is before the war.
    """
    refuse_before_the_war(conflict, day)
    kept = []
    for change, shock in zip(conflict.file.shocks, conflict.shocks, strict=True):
        if change.from_ > day:
            continue
        under_way = change.to is not None and change.to > day
        kept.append(replace(shock, last=conflict.months - 1) if under_way else shock)
    late = [party.enters is not None and party.enters > day for party in conflict.file.parties]
    enters = np.where(late, conflict.months, conflict.structure.enters)
    structure = conflict.structure._replace(enters=enters)
    return replace(conflict, structure=structure, shocks=tuple(kept))


def refuse_before_the_war(conflict: Conflict, day: date) -> None:
    """Refuse a day that the model does not reach back to.

    Raises:
        UsageError: it is before the war's first day.
    """
    begins = conflict.file.begins
    if day < begins:
        raise UsageError(f"{day} is before the war, which begins on {begins} (conflict.toml)")


def last_whole_month(conflict: Conflict, day: date) -> int:
    """The last month of the run that is over when a day ends; -1 if none is."""
    following = date.fromordinal(day.toordinal() + 1)
    return min(conflict.month_of(following), conflict.months) - 1
