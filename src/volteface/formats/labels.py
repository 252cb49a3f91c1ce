"""What labels of annotation programs mean: roles, issues with a side, actors, registers.

A label may have several parts: ``garrison:+``, ``Upland | garrison -``, ``speaker``. Which part
is an issue and which an actor only the case can say, so that a part that is neither a side nor a
register is taken for both and settled by :class:`volteface.formats.names.Names`.
"""

from collections.abc import Iterable
from typing import TypedDict, get_args

from volteface.formats.names import AGAINST, FOR, label_parts
from volteface.records import Register

_REGISTERS = frozenset(get_args(Register))


class Labelled(TypedDict, total=False):
    """The fields of a coding that labels give."""

    names: tuple[str, ...]
    agrees: bool | None
    register: str | None


def meant(labels: Iterable[str]) -> Labelled:
    """What labels say together."""
    names: list[str] = []
    found: Labelled = {}
    for label in labels:
        for part in label_parts(label):
            plain = part.strip().casefold()
            if plain in FOR | AGAINST:
                found["agrees"] = plain in FOR
            elif plain in _REGISTERS:
                found["register"] = plain
            elif plain != "none":
                names.append(part.strip())
    if names:
        found["names"] = tuple(names)
    return found
