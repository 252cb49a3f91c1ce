"""Every name of the model that an intervention can set or a question can measure."""

from dataclasses import dataclass
from typing import Literal

from volteface.conflict.conflict import Conflict
from volteface.conflict.measures import list_channels


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of the model.

    ``use`` says where it can stand: in ``--do`` or in ``--measure``. ``value`` is the present
    number, distribution or "measured"; ``source`` who vouches for it, empty for a measure.
    """

    name: str
    use: Literal["do", "measure"]
    meaning: str
    unit: str
    value: str
    source: str


def describe_model(conflict: Conflict) -> tuple[Entry, ...]:
    """All names, those to set first, in the order of the model."""
    to_set = [
        Entry(found.name, "do", found.meaning, found.unit, found.value, found.source)
        for found in conflict.quantities
        if found.unit
    ]
    measured = [
        Entry(channel.name, "measure", channel.meaning, channel.unit, "measured", "")
        for channel in list_channels(conflict)
    ]
    return (*to_set, *measured)
