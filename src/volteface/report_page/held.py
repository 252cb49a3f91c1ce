"""What the record says of the model, for the page: worlds left, quantities learnt, facts unmet."""

from collections.abc import Sequence
from datetime import date

from volteface.case.schema import Case
from volteface.conflict.conflict import Conflict
from volteface.questions.conditioning.condition import Conditioned, condition
from volteface.questions.conditioning.on_record import case_record
from volteface.questions.conditioning.posterior import learnt
from volteface.report_page.content import Held, HeldQuantity

_MOST = 1024
"""Worlds are held to the record for the page in at most this number."""


def held_section(case: Case, conflict: Conflict, *, draws: int, seed: int) -> Held | None:
    """Worlds held to all that a case has on record; None where it has nothing on record.

    Args:
        case: The case.
        conflict: Its model.
        draws: Worlds, of which no more than a thousand or so are used.
        seed: Of the worlds.

    Raises:
        CaseError: the record contradicts itself.
    """
    shown = case_record(case.folder, conflict)
    if not shown:
        return None
    end = date.fromordinal(conflict.first_day(conflict.months).toordinal() - 1)
    as_of = min(end, max(one.first for one in shown), case.settings.ends or end)
    held = condition(conflict, shown, as_of, draws=min(draws, _MOST), seed=seed, later_events=True)
    return _section(held, as_of)


def _section(held: Conditioned, as_of: date) -> Held:
    worlds = held.worlds
    quantities = learnt(worlds.conflict, held.prior, worlds.rows, held.founding)
    return Held(
        as_of,
        len(worlds),
        held.founding,
        held.passes,
        tuple((worlds.conflict.first_day(month), share) for month, share in held.effective),
        tuple(
            HeldQuantity(one.name, one.prior, one.posterior, one.moved, one.clear)
            for one in quantities
        ),
        _short(held.warnings),
        tuple(
            f"{fit.shown.text} ({fit.shown.source}), read in "
            f"{worlds.conflict.first_day(fit.month):%B %Y}: {fit.chance:.1%} of the worlds had it"
            for fit in held.surprises
        ),
    )


def _short(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{line[0].upper()}{line[1:]}." for line in lines)
