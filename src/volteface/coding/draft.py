"""A statement before it is known which issue it bears on."""

from dataclasses import dataclass

from volteface.coding.naming import Named
from volteface.records import DateInterval, Kind, Register, Span, Voice


@dataclass(frozen=True, slots=True)
class Draft:
    """Who said or did what; spans are offsets into the paragraph numbered ``paragraph``.

    ``speaker`` is in offsets of the report, as the source phrase may stand paragraphs before.
    ``clause`` is the stretch of sentences around content and cue.
    """

    paragraph: int
    voice: Voice
    content: tuple[Span, ...]
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    clause: Span
    kind: Kind
    register: Register
    person: str | None
    actor: str | None
    role: str | None
    about: str | None
    addressee: str | None
    via: tuple[str, ...]
    endorsed: bool
    said_on: DateInterval | None
    names: tuple[Named, ...]
