"""Who speaks in turn, as in an interview printed whole: *Traore: "We stay." Marchal: "Leave."*."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from volteface.coding.attribution import Attribution
from volteface.coding.grammar import text_of, words_in
from volteface.coding.levels import in_order
from volteface.coding.naming import Named, at_token
from volteface.records import Span

_WORD = r"[^\W\d_a-zß-ÿ][\w.'’-]*"
_TURN = re.compile(rf"(?:^|(?<=[.!?…\"'”’)] ))(?P<who>{_WORD}(?: {_WORD}){{0,4}}): ?(?=\S)")
_MARKS = "\"'“”‘’ "
_HALF = 0.5


def with_turns(doc: Doc, found: Sequence[Attribution], names: list[Named]) -> list[Attribution]:
    """The attributions with each turn given to the one whose name opens it.

    A turn is what follows a name and a colon up to the next: in quotation marks, or where the name
    is a person's or stands in capitals.
    """
    turns = _turns(doc, names)
    if not turns:
        return list(found)
    spoken = [words_in(doc, turn.content) for turn in turns]
    kept = [item for item in found if not _is_turn(doc, item, spoken)]
    return in_order(doc, [*turns, *kept])


def _turns(doc: Doc, names: list[Named]) -> list[Attribution]:
    matches = list(_TURN.finditer(text_of(doc)))
    turns = []
    for number, match in enumerate(matches, start=1):
        end = matches[number].start() if number < len(matches) else len(text_of(doc))
        who = doc.char_span(*match.span("who"), alignment_mode="expand")
        span = _bare(text_of(doc), (match.end(), end))
        if who is None or span[0] >= span[1]:
            continue
        known = at_token(names, who.root)
        person = known is not None and known.mention.person is not None
        capitals = match["who"].isupper() and " " in match["who"]
        quoted = who.root.pos_ == "PROPN" and text_of(doc)[match.end()] in _MARKS
        if person or capitals or quoted:
            turns.append(Attribution((span,), who.root, doc[who.end], "direct"))
    return turns


def _bare(text: str, span: Span) -> Span:
    """The words without the quotation marks and spaces around them."""
    said = text[slice(*span)]
    start = span[0] + len(said) - len(said.lstrip(_MARKS))
    return start, span[0] + len(said.rstrip(_MARKS))


def _is_turn(doc: Doc, item: Attribution, spoken: Sequence[set[int]]) -> bool:
    """Whether an attribution is a turn again, or several in one."""
    inside = words_in(doc, item.content)
    if item.cue is not None and item.cue.text != ":":
        return False
    return any(len(inside & turn) > _HALF * len(turn) for turn in spoken)
