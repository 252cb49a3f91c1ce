"""The first state of every draw."""

import numpy as np

from volteface.conflict.arrays import FIGHTING, WAITING, Parameters, Reals, State, Structure
from volteface.conflict.fields import Observer, Party, Relation


def init(structure: Structure, parameters: Parameters) -> State:
    """The state before the first month.

    Args:
        structure: Who there is.
        parameters: Blocks with the draws first, no event applied.
    """
    draws = len(parameters.battlefield)
    there = structure.enters < 0
    prior = parameters.observer[:, :, Observer.PRIOR]
    size = parameters.observer[:, :, Observer.PRIOR_SIZE]
    full = parameters.party[:, :, Party.STRENGTH]

    def whole(values: object, *shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
        return np.broadcast_to(np.asarray(values, np.int64), (draws, *shape)).copy()

    def none() -> Reals:
        return np.zeros(draws)

    patrons = len(structure.client)
    return State(
        forts=whole(np.where(there, structure.initial, 0), len(there)),
        status=whole(np.where(there, FIGHTING, WAITING), len(there)),
        own=np.where(there, full * parameters.party[:, :, Party.START], 0.0),
        brought=np.zeros((draws, len(there))),
        wins=prior * size,
        losses=(1 - prior) * size,
        level=whole(structure.starts, patrons),
        delivered=whole(structure.starts, patrons),
        lag=whole(0, patrons),
        sunk=np.zeros((draws, patrons)),
        relation=parameters.relation[:, :, Relation.START].copy(),
        origin=parameters.relation[:, :, Relation.START].copy(),
        trust=parameters.relation[:, :, Relation.TRUST].copy(),
        bargain=whole(0, len(structure.target)),
        scandal=none(),
        bitterness=none(),
        resolved=whole(0, 1 + parameters.rival.shape[1]),
        adopted=whole(-1),
        over=whole(0),
        ended=none() - 1,
        battles=whole(0),
        toll=none(),
    )
