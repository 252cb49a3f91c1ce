"""What a reader remembers of a report: whom *he*, *it*, *the latter* and *Keita* can mean."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from volteface.coding.words import Words
from volteface.records import Span

_HE = {"he", "him", "his"}
_SHE = {"she", "her"}
_THEY = {"they", "them", "their"}
_FEW = 12
_FAR = 80
"""How many mentions back something is still remembered: keeps the work linear in the text."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source phrase means; all None where it cannot be told."""

    person: str | None = None
    actor: str | None = None
    role: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """Somebody at an offset of the report; ``leads`` where a sentence is about them."""

    at: int
    speaker: Speaker
    leads: bool
    plural: bool


class Discourse:
    """Everybody spoken of so far, where, and which pronoun goes with whom."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._described = words.anonymous | words.officials | words.observers
        self._seen: list[_Seen] = []
        self._gender: dict[str, str] = {}
        self._called: defaultdict[str, list[tuple[int, Speaker]]] = defaultdict(list)

    def remember(self, at: int, speaker: Speaker, *, leads: bool, plural: bool = False) -> None:
        """Somebody, or with ``plural`` several, are spoken of at an offset of the report."""
        insort(self._seen, _Seen(at, speaker, leads, plural), key=lambda seen: seen.at)

    def introduce(self, paragraph: int, name: str, speaker: Speaker) -> None:
        """Somebody is named in a paragraph; the last word of the name will do from now on."""
        for form in {name, name.rsplit(maxsplit=1)[-1]}:
            self._called[form].append((paragraph, speaker))

    def called(self, name: str, honorific: str | None) -> list[Speaker]:
        """Whom a name can mean here: those last introduced by it who fit the honorific."""
        known = self._called.get(name, [])
        fitting = [(at, s) for at, s in known if self._fits(s, self._sex(honorific))]
        last = max((at for at, _ in fitting), default=0)
        return list(dict.fromkeys(s for at, s in fitting if at == last))

    def goes_by(self, speaker: Speaker, word: str | None) -> None:
        """Remember the pronoun that an honorific or a pronoun shows to be somebody's."""
        sex = self._sex(word)
        if sex is not None and speaker.person is not None:
            self._gender.setdefault(speaker.person, sex)

    def before(
        self, at: int, pronoun: str, *, person: bool, without: Collection[Span] = ()
    ) -> Speaker:
        """Whom a pronoun at an offset stands for.

        The last person (or, with ``person`` false, actor or outlet) that a sentence was about, or
        who is known to go by the pronoun; where there is none, the last one spoken of at all.

        Args:
            at: Offset of the pronoun.
            pronoun: In lower case.
            person: Whether it stands for somebody (*he*) and not for an actor (*it*).
            without: What the one sought says: nobody calls himself by his name there.
        """
        sex = self._sex(pronoun)
        several = pronoun in _THEY
        fitting = [
            seen
            for seen in self._earlier(at, without)
            if (self.is_person(seen.speaker) == person or (several and seen.plural))
            and self._fits(seen.speaker, sex)
            and not (several and seen.speaker.outlet)
        ]
        likely = [
            s
            for s in fitting
            if s.leads or (several and s.plural) or (sex and self._sex_of(s.speaker) == sex)
        ]
        for choice in (likely, fitting if person else []):
            if choice:
                self.goes_by(choice[0].speaker, pronoun)
                return choice[0].speaker
        if person:
            return Speaker()
        leading = (seen.speaker for seen in self._earlier(at, without) if seen.leads)
        return Speaker(actor=next(leading, Speaker()).actor)

    def of_two(self, at: int, which: str) -> Speaker:
        """*The former* or *the latter* of the last two spoken of; nobody where there are not."""
        pair: list[Speaker] = []
        for seen in self._earlier(at):
            if seen.speaker not in pair:
                pair.append(seen.speaker)
        if len(pair) < len(("former", "latter")):
            return Speaker()
        return pair[0] if which == "latter" else pair[1]

    def by_title(self, at: int, title: str) -> Speaker | None:
        """The last one whose role has that title."""
        for seen in self._earlier(at):
            role = seen.speaker.role
            if seen.leads and role is not None and title in role.lower():
                return seen.speaker
        return None

    def last_person(self, at: int, without: Collection[Span] = ()) -> Speaker | None:
        """The last person that a sentence was about."""
        known = self._earlier(at, without)
        return next((s.speaker for s in known if s.leads and self.is_person(s.speaker)), None)

    def last_two(self, at: int) -> tuple[Speaker, ...]:
        """The last two persons named, in the order of the text; none where there are not two."""
        named = (seen.speaker for seen in self._earlier(at) if seen.speaker.person is not None)
        pair = {speaker.person: speaker for speaker in reversed(list(islice(named, _FEW)))}
        last = list(pair.values())[-2:]
        return tuple(last) if len(last) > 1 else ()

    def last_leading(self, at: int) -> Speaker:
        """Whoever or whatever a sentence was about last."""
        return next((seen.speaker for seen in self._earlier(at) if seen.leads), Speaker())

    def last_actor(
        self, at: int, actors: Collection[str], *, leads: bool = False, since: int = 0
    ) -> str | None:
        """The last of these actors spoken of, none before the offset ``since``.

        Args:
            at: Where they are looked for from, backwards.
            actors: Ids.
            leads: Only those that a sentence was about.
            since: Offset of the report.
        """
        for seen in self._earlier(at):
            if seen.at < since:
                return None
            if seen.speaker.actor in actors and (seen.leads or not leads):
                return seen.speaker.actor
        return None

    def last_outlet(self, at: int) -> str | None:
        """The last news outlet spoken of."""
        return next((s.speaker.outlet for s in self._earlier(at) if s.speaker.outlet), None)

    def people(self, at: int) -> list[str]:
        """Names of those spoken of before, the last first."""
        names = (seen.speaker.person for seen in self._earlier(at))
        return list(dict.fromkeys(name for name in names if name is not None))

    def is_person(self, speaker: Speaker) -> bool:
        """Named, or unnamed but described as somebody (*a Western diplomat*)."""
        if speaker.person is not None or speaker.role is None:
            return speaker.person is not None
        return bool(set(speaker.role.lower().split()) & self._described)

    def _earlier(self, at: int, without: Collection[Span] = ()) -> Iterator[_Seen]:
        """The mentions before an offset, the last first."""
        end = bisect_left(self._seen, at, key=lambda seen: seen.at)
        for seen in reversed(self._seen[max(0, end - _FAR) : end]):
            if not any(start <= seen.at < stop for start, stop in without):
                yield seen

    def _fits(self, speaker: Speaker, sex: str | None) -> bool:
        return sex is None or self._sex_of(speaker) in {None, sex}

    def _sex_of(self, speaker: Speaker) -> str | None:
        known = self._gender.get(speaker.person or "")
        words = (speaker.role or "").split()
        shown = known or next((sex for w in words if (sex := self._sex(w)) is not None), None)
        given = (speaker.person or "").split(maxsplit=1)
        return shown or ("she" if given and given[0].lower() in self._words.women else None)

    def _sex(self, word: str | None) -> str | None:
        """What a pronoun, an honorific or a title says: *she*, *Mrs*, *spokeswoman*."""
        lowered = (word or "").lower().rstrip(".")
        title = lowered if lowered in self._described else ""
        if lowered in _SHE | self._words.feminine or title.endswith("woman"):
            return "she"
        if lowered in _HE | self._words.masculine or title.endswith("man"):
            return "he"
        return None
