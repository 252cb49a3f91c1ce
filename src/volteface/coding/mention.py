"""A place in a text where an actor or a person is named."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

NameKind: TypeAlias = Literal["person", "outlet", "name", "adjective", "metonym"]
"""Which of a case's lists a name stands in; ``name`` is an actor's name or alias."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One resolved name.

    ``start`` and ``end`` are ``str`` offsets, half open, into the parsed text. ``actor`` is the
    id of the actor meant, or of the actor whom the person serves; ``person`` is the person's name
    as the case gives it. Either is None where it is not known. ``outlet`` is the name of the news
    outlet meant.
    """

    start: int
    end: int
    actor: str | None
    person: str | None
    outlet: str | None = None
    kind: NameKind = "name"
