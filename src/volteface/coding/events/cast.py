"""Who was spoken of in a report, in order: what *he*, *they*, *the group* and *both sides* mean."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from volteface.coding.draft import Draft
from volteface.coding.naming import Named

_FAR = 60
"""How many mentions back somebody is still remembered."""
_SURE = 2
"""How much enmity makes two the sides of the war."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BELOW = frozenset({"acl", "ccomp", "pcomp", "relcl"})


@dataclass(frozen=True, slots=True, order=True)
class _Seen:
    at: int
    actor: str
    person: bool
    leads: bool
    adjective: bool = False


class Cast:
    """The actors of one report as they come up.

    Args:
        kinds: An actor's kind by id, as a case has it.
        called: Whose longer name ends in a noun, by the noun.
    """

    def __init__(
        self, kinds: Mapping[str, str], called: Mapping[str, frozenset[str]] | None = None
    ) -> None:
        self._kinds = kinds
        self._called = called or {}
        self._fought: Counter[tuple[str, str]] = Counter()
        self._parties = tuple(actor for actor, kind in kinds.items() if kind == "party")
        self._seen: list[_Seen] = []

    def enter(self, base: int, names: Iterable[Named], drafts: Sequence[Draft]) -> None:
        """Remember whom a paragraph at an offset of the report names, and who speaks in it."""
        for item in names:
            mention = item.mention
            if mention.actor is not None:
                head, adjective = item.head, mention.kind == "adjective"
                leads = head.dep_ in _SUBJECTS and head.head.dep_ not in _BELOW
                place, person = base + mention.start, mention.person is not None
                insort(self._seen, _Seen(place, mention.actor, person, leads, adjective))
        for draft in drafts:
            if draft.actor is not None and draft.speaker:
                person = draft.person is not None or draft.role is not None
                insort(self._seen, _Seen(draft.speaker[0][0], draft.actor, person, leads=True))

    def pronoun(self, at: int, *, person: bool) -> str | None:
        """Whom *he* (``person``) or *they* at an offset stands for: who led a sentence last."""
        fitting = [seen for seen in self._earlier(at) if seen.person or not person]
        likely = (seen.actor for seen in fitting if seen.leads)
        return next(likely, None) or next((seen.actor for seen in fitting), None)

    def last(self, at: int, kinds: frozenset[str]) -> str | None:
        """The actor of such a kind spoken of last before an offset."""
        known = (seen.actor for seen in self._earlier(at))
        return next((actor for actor in known if self._kinds.get(actor) in kinds), None)

    def recent(self, at: int) -> tuple[str, ...]:
        """Everybody spoken of before an offset, the last first."""
        return tuple(dict.fromkeys(seen.actor for seen in self._back(at)))

    def counted(self, at: int) -> Counter[str]:
        """How often everybody was spoken of before an offset."""
        return Counter(seen.actor for seen in self._back(at))

    def kind(self, actor: str) -> str | None:
        """The actor's kind, None for one that is not known."""
        return self._kinds.get(actor)

    def acts(self, actor: str) -> bool:
        """Whether the actor is one of the conflict, and no observer."""
        return self._kinds.get(actor) not in {None, "observers"}

    def fought(self, actors: Iterable[str], recipients: Iterable[str], weight: int = 1) -> None:
        """Remember that some dealt with others as enemies do."""
        mine = tuple(actors)
        for other in recipients:
            for one in mine:
                if one != other:
                    self._fought[min(one, other), max(one, other)] += weight

    def called(self, at: int, noun: str) -> str | None:
        """Who is meant by the last word of a longer name: *the coalition*, *the council*.

        Whoever of that name was spoken of last; one that is not named before only where nobody
        else is called so.
        """
        ids = self._called.get(noun, frozenset())
        named = next((seen.actor for seen in self._back(at) if seen.actor in ids), None)
        return named or (next(iter(ids)) if len(ids) == 1 else None)

    def last_two(self, at: int, kinds: frozenset[str]) -> tuple[str, ...]:
        """The two actors of such kinds spoken of last before an offset, or none."""
        known = dict.fromkeys(seen.actor for seen in self._earlier(at))
        fitting = [actor for actor in known if self._kinds.get(actor) in kinds]
        return (fitting[1], fitting[0]) if len(fitting) > 1 else ()

    def sides(self, at: int) -> tuple[str, ...]:
        """The two who fight each other: those who most often do, as far as the report has told.

        Where it has not told it, the parties spoken of last, or a party and the state spoken of
        most; none where no party has come up.
        """
        told = self._fought.most_common(1)
        if told and told[0][1] >= _SURE:
            return told[0][0]
        known = list(self._earlier(at))
        parties = dict.fromkeys(s.actor for s in known if self._kinds.get(s.actor) == "party")
        states = Counter(s.actor for s in known if self._kinds.get(s.actor) == "state")
        fighting = [*parties, *(state for state, _ in states.most_common(1))][:2]
        if parties and len(fighting) > 1:
            return tuple(fighting)
        return self._parties if len(self._parties) == len(("one", "other")) else ()

    def _earlier(self, at: int) -> Iterator[_Seen]:
        """Whom a pronoun can stand for: those named by more than an adjective."""
        return (seen for seen in self._back(at) if not seen.adjective)

    def _back(self, at: int) -> Iterator[_Seen]:
        end = bisect_left(self._seen, at, key=lambda seen: seen.at)
        return reversed(self._seen[max(0, end - _FAR) : end])
