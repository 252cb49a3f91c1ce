"""Terms of a settlement: who blocks which option and why, and the least that would unblock it.

Three remedies, each the smallest that makes every veto player accept, world by world:

- a **guarantee** takes a share off the commitment risk: with k the greatest chance of being kept
  that a blocker needs, ``1 - (1 - k) / risk``; none where a blocker wants more than the option is
  worth when kept for sure;
- a **side payment** makes up what each blocker lacks, in its own value;
- a **face-saving form** takes a share off the patrons' loss of face in stepping down, by which they
  may leave, or demand under threat, and their clients give in.
"""

from dataclasses import dataclass

import numpy as np

from volteface.conflict.arrays import Reals
from volteface.conflict.fields import ON, Option
from volteface.conflict.moment import Moment
from volteface.conflict.settlement import Stands

_FORMS = (0.25, 0.5, 0.75, 1.0)
"""Face-saving forms that are tried."""


@dataclass(frozen=True, slots=True)
class Block:
    """One actor against one option.

    ``share`` is of the worlds in which it blocks; the rest are means over these: ``worth`` of the
    option as it may be kept, of ``war``, the ``payment`` that would make up the difference, and
    ``if_kept`` the share in which it would accept were it sure that the option is kept.
    """

    actor: str
    share: float
    worth: float
    war: float
    payment: float
    if_kept: float

    @property
    def reason(self) -> str:
        """Why, in words."""
        numbers = f"worth {self.worth:.2g} to it, fighting on {self.war:.2g}"
        if self.if_kept >= ON:
            return f"{self.actor} does not trust that it is kept ({numbers})"
        return f"{self.actor} has more from fighting on, even were it kept ({numbers})"


@dataclass(frozen=True, slots=True)
class Terms:
    """One option in one month, over the worlds whose war goes on.

    ``tabled`` and ``feasible`` are shares of worlds. ``guarantee`` is the median of the smallest
    that unblocks, over the share ``guaranteed`` of the blocked worlds in which one does; None where
    it does in none. ``form`` and ``formed`` are the same for a face-saving form. ``blocks`` are in
    falling order of share; actors that block in no world are left out.
    """

    option: str
    title: str
    tabled: float
    feasible: float
    blocks: tuple[Block, ...]
    guarantee: float | None
    guaranteed: float
    form: float | None
    formed: float


def terms_at(moment: Moment) -> tuple[Terms, ...]:
    """Every option of the case, in its order."""
    return tuple(_terms(moment, o) for o in range(len(moment.conflict.file.options)))


def smallest_guarantee(stands: Stands, risk: Reals, option: int) -> Reals:
    """The share of an option's commitment risk to take off for all to accept, (draws,).

    Args:
        stands: Of the month.
        risk: (draws,) the option's.
        option: Its place.

    Returns:
        0 where nobody blocks, infinite where no guarantee is enough.
    """
    blocks = stands.blocks[:, option]
    payoff = stands.payoff[:, option]
    wants = np.where(payoff > 0, stands.war / np.where(payoff > 0, payoff, 1.0), np.inf)
    least = np.where(blocks, wants, -np.inf).max(axis=1, initial=-np.inf)
    share = 1 - (1 - least) / np.where(risk > 0, risk, 1.0)
    found = np.where(least <= 1, np.clip(share, 0.0, 1.0), np.inf)
    return np.where(blocks.any(axis=1), found, 0.0)


def smallest_form(moment: Moment, option: int) -> Reals:
    """The least face-saving form of those tried that unblocks an option, (draws,); else infinite.

    It is on the table in that form; 0 where nobody blocks it as it is.
    """
    found = np.where(moment.seen.stands.against[:, option] == 0, 0.0, np.inf)
    for form in reversed(_FORMS):
        changed = moment.p.option.copy()
        changed[:, option, Option.TABLED] = 1.0
        shown = changed[:, option, Option.FACE_SAVING]
        changed[:, option, Option.FACE_SAVING] = np.maximum(shown, form)
        seen = moment.again(moment.p._replace(option=changed))
        unblocked = (seen.stands.against[:, option] == 0) & (found > 0)
        found = np.where(unblocked, form, found)
    return found


def _terms(moment: Moment, o: int) -> Terms:
    option = moment.conflict.file.options[o]
    stands = moment.seen.stands
    blocked = stands.against[:, o] > 0
    guarantee = smallest_guarantee(stands, moment.p.option[:, o, Option.RISK], o)[blocked]
    form = smallest_form(moment, o)[blocked]
    return Terms(
        option.id,
        option.title,
        float((moment.p.option[:, o, Option.TABLED] >= ON).mean()),
        float(1 - blocked.mean()),
        _blocks(moment, o),
        *_usual(guarantee),
        *_usual(form),
    )


def _usual(found: Reals) -> tuple[float | None, float]:
    """The median of what is finite, and the share that is."""
    finite = found[np.isfinite(found)]
    if len(finite) == 0:
        return None, 0.0
    return float(np.median(finite)), len(finite) / len(found)


def _blocks(moment: Moment, o: int) -> tuple[Block, ...]:
    file, stands = moment.conflict.file, moment.seen.stands
    actors = [party.id for party in file.parties] + [patron.id for patron in file.patrons]
    found = []
    for place, actor in enumerate(actors):
        at = stands.blocks[:, o, place]
        if not at.any():
            continue
        worth, war = stands.worth[at, o, place], stands.war[at, place]
        if_kept = stands.payoff[at, o, place] >= war
        found.append(
            Block(
                actor,
                float(at.mean()),
                float(worth.mean()),
                float(war.mean()),
                float((war - worth).mean()),
                float(if_kept.mean()),
            )
        )
    return tuple(sorted(found, key=lambda block: -block.share))
