"""Names in one parsed paragraph, resolved at the report's date."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from volteface.case.lookup import offices_at
from volteface.case.schema import Office, Person
from volteface.coding.grammar import text_of
from volteface.coding.mention import Mention
from volteface.coding.metonym import is_government
from volteface.coding.names import Gazetteer, Name
from volteface.records import DateInterval, Span


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with the token that heads it.

    ``party`` is true for a party inside the war that rules no state.
    """

    mention: Mention
    head: Token
    party: bool = False


def named(
    doc: Doc, gazetteer: Gazetteer, on: DateInterval | None, parties: frozenset[str] = frozenset()
) -> list[Named]:
    """The paragraph's mentions in order; capitals that are merely places are left out.

    Args:
        doc: The parsed paragraph.
        gazetteer: The names known.
        on: The report's date, at which a person's office is looked up.
        parties: Ids of the parties that rule no state.
    """
    return placed(doc, gazetteer.find(text_of(doc)), on, parties)


def placed(
    doc: Doc, names: Iterable[Name], on: DateInterval | None, parties: frozenset[str]
) -> list[Named]:
    """As :func:`named`, where the names in the text have been looked up."""
    found = []
    for name in names:
        piece = doc.char_span(name.start, name.end, alignment_mode="expand")
        if piece is None or (name.kind == "metonym" and not is_government(piece.root)):
            continue
        mention = _mention(name, on)
        found.append(Named(mention, piece.root, mention.actor in parties))
    return found


def _mention(name: Name, on: DateInterval | None) -> Mention:
    if name.person is None:
        return Mention(name.start, name.end, name.actor, None, name.outlet, name.kind)
    office = office_of(name.person, on)
    actor = office.actor if office is not None else None
    return Mention(name.start, name.end, actor, name.person.name, None, "person")


def office_of(person: Person, on: DateInterval | None) -> Office | None:
    """The office in which the person speaks at the date.

    Without a date, or with offices for more than one actor in the interval, None unless all of
    the person's offices are for one actor.
    """
    held = offices_at(person, on) if on is not None else person.offices
    if len({office.actor for office in held}) == 1:
        return held[-1]
    return None


def in_span(names: list[Named], span: Span) -> list[Named]:
    """The names that lie in the span."""
    return [n for n in names if span[0] <= n.mention.start and n.mention.end <= span[1]]


def at_token(names: list[Named], token: Token) -> Named | None:
    """The name that the token is part of."""
    for item in names:
        if item.mention.start <= token.idx < item.mention.end:
            return item
    return None
