"""Who holds the office that a phrase names: *the Malian foreign minister* on that day."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from volteface.case.lookup import office_holders, offices_at
from volteface.case.schema import Case, Office, Person
from volteface.coding.words import Words
from volteface.records import DateInterval

_OF_TITLES = {"ADJ", "NOUN", "PROPN", "VERB"}
_JOINING = re.compile(r" (?:of|to|for|in|at|and)\b.*")
_SMALL = {"a", "and", "at", "for", "in", "of", "the", "to"}
_ONE_OF_A_KIND = {
    "ambassador", "chairman", "chancellor", "emir", "envoy", "king", "leader", "mediator",
    "president", "prime minister", "secretary general", "speaker", "spokesman", "sultan",
}  # fmt: skip
_SAME = (
    (re.compile(r"\bdefense\b"), "defence"),
    (re.compile(r"\bspokes(?:wo(?:man|men)|men|person)\b"), "spokesman"),
    (re.compile(r"\bchair(?:woman|person)?\b"), "chairman"),
    (re.compile(r"\bpremier\b"), "prime minister"),
    (re.compile(r"\badvisor\b"), "adviser"),
    (re.compile(r"-"), " "),
)

_Held = tuple[Person, Office]


def main_title(office: Office) -> str:
    """The first of the titles by which reports call the office."""
    return office.title.split(" / ")[0]


def title_of(head: Token) -> list[str]:
    """The noun with the words that make it a title, in lower case: *deputy foreign minister*."""
    doc, first, last = head.doc, head.i, head.i
    while first > head.left_edge.i and doc[first - 1].pos_ in _OF_TITLES:
        first -= 1
    while last + 2 < len(doc) and doc[last + 1].text == "-" and doc[last + 2].pos_ in _OF_TITLES:
        last += 2
    return [t.lower_ for t in doc[first : last + 1] if t.text != "-"]


def office_holder(
    case: Case, head: Token, actor: str, on: DateInterval | None, words: Words
) -> _Held | None:
    """The one person who held that title for the actor on some day of ``on``.

    Words before the title may be dropped (*Malian foreign minister*), not those that make it
    another office (*deputy*). A title that there is one of may be shorter than the case's (*the
    ambassador*). None where nobody or more than one held it, or without a date.
    """
    if on is None:
        return None
    title = title_of(head)
    for start in range(len(title)):
        if start and title[start - 1] in words.below | words.former:
            return None
        holders = office_holders(case, " ".join(title[start:]), actor, on)
        if len(holders) == 1:
            return holders[0]
    held = (
        (person, office)
        for person in case.people
        for office in offices_at(person, on)
        if office.actor == actor
    )
    return _only_one(held, head, title, words)


def held_by(
    people: Iterable[Person],
    head: Token,
    words: Words,
    on: DateInterval | None = None,
    actor: str | None = None,
) -> Person | None:
    """The first of the people who goes by the office that the phrase names.

    Args:
        people: Those who may be meant, the likeliest first.
        head: The noun of the title.
        words: The lexicon.
        on: Only offices held on some day of it; all of a life's where it is None.
        actor: Only offices for this actor.
    """
    title = [word for word in title_of(head) if word not in words.former]
    for person in people:
        for office in offices_at(person, on) if on is not None else person.offices:
            ours = actor is None or office.actor == actor
            if ours and any(_fits(name, head, title, words) for name in _names(office)):
                return person
    return None


def _only_one(held: Iterable[_Held], head: Token, title: list[str], words: Words) -> _Held | None:
    if words.former & set(title):
        return None
    found = [
        (person, office)
        for person, office in held
        if any(_fits(name, head, title, words) for name in _names(office))
    ]
    return found[0] if len({person.name for person, _ in found}) == 1 else None


def _fits(name: str, head: Token, title: list[str], words: Words) -> bool:
    """Whether an office goes by the phrase.

    Either all that its name says is in the phrase, or the phrase says no more than what the
    office is, of which there is one.
    """
    said = _normal(" ".join(title))
    after = {t.lower_ for t in head.subtree if t.i > head.i}
    kind = _JOINING.sub("", name)
    noun = kind.rsplit(" ", maxsplit=1)[-1]
    if not said.endswith(noun):
        return False
    own, given = set(name.split()) - _SMALL, set(said.split())
    if (own & words.below) != (given & words.below):
        return False
    if own <= given | after:
        return True
    more = given - {noun} - set(kind.split())
    of_whom = any(t.dep_ == "prep" and t.lower_ in {"of", "to", "for"} for t in head.children)
    return said.endswith(tuple(_ONE_OF_A_KIND)) and not of_whom and not _is_title(more, head)


def _is_title(more: set[str], head: Token) -> bool:
    """Whether words before the noun make it another office: *interior*, not *new* or *Malian*."""
    return any(t.lower_ in more and t.pos_ == "NOUN" for t in head.lefts)


def _names(office: Office) -> Iterator[str]:
    for name in office.title.split(" / "):
        yield _normal(name.lower())


def _normal(title: str) -> str:
    """One spelling of each title."""
    for pattern, usual in _SAME:
        title = pattern.sub(usual, title)
    return title
