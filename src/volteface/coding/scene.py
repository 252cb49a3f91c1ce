"""One parsed paragraph with what is known of it before it is read."""

from dataclasses import dataclass

from spacy.tokens import Doc

from volteface.coding.chain import Tail
from volteface.coding.naming import Named


@dataclass(frozen=True, slots=True)
class Scene:
    """Its number and offset in the report, its names, and the outlets that close its sentences."""

    number: int
    base: int
    doc: Doc
    names: list[Named]
    ends: list[Tail]
