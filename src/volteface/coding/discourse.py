"""What a reader remembers of a report: whom *he*, *it*, *the latter* and *Keita* can mean."""

from collections import defaultdict
from dataclasses import dataclass

from volteface.coding.words import Words

_HE = {"he", "him", "his"}
_SHE = {"she", "her"}


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


class Discourse:
    """Everybody spoken of so far, where, and which pronoun goes with whom."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._described = words.anonymous | words.officials | words.observers
        self._seen: list[_Seen] = []
        self._gender: dict[str, str] = {}
        self._called: defaultdict[str, list[tuple[int, Speaker]]] = defaultdict(list)

    def remember(self, at: int, speaker: Speaker, *, leads: bool) -> None:
        """Somebody is spoken of at an offset of the report."""
        self._seen.append(_Seen(at, speaker, leads))
        self._seen.sort(key=lambda seen: seen.at)

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

    def before(self, at: int, pronoun: str, *, person: bool) -> Speaker:
        """Whom a pronoun at an offset stands for.

        The last person (or, with ``person`` false, actor) that a sentence was about, or who is
        known to go by the pronoun; where there is none, the last one spoken of at all.
        """
        sex = self._sex(pronoun)
        earlier = [seen for seen in self._seen if seen.at < at]
        fitting = [
            seen
            for seen in earlier
            if self.is_person(seen.speaker) == person and self._fits(seen.speaker, sex)
        ]
        likely = [s for s in fitting if s.leads or (sex and self._sex_of(s.speaker) == sex)]
        for choice in (likely, fitting if person else []):
            if choice:
                self.goes_by(choice[-1].speaker, pronoun)
                return choice[-1].speaker
        leading = [seen for seen in earlier if seen.leads]
        return Speaker(actor=leading[-1].speaker.actor) if leading and not person else Speaker()

    def of_two(self, at: int, which: str) -> Speaker:
        """*The former* or *the latter* of the last two spoken of; nobody where there are not."""
        pair: list[Speaker] = []
        for seen in reversed(self._seen):
            if seen.at < at and seen.speaker not in pair:
                pair.append(seen.speaker)
        if len(pair) < len(("former", "latter")):
            return Speaker()
        return pair[0] if which == "latter" else pair[1]

    def by_title(self, at: int, title: str, *, bare: bool) -> Speaker | None:
        """The last one whose role has that title; for a bare noun, else the last person."""
        earlier = [s.speaker for s in self._seen if s.at < at and s.leads]
        for speaker in reversed(earlier):
            if speaker.role is not None and title in speaker.role.lower():
                return speaker
        people = [s for s in earlier if self.is_person(s)]
        return people[-1] if people and bare else None

    def is_person(self, speaker: Speaker) -> bool:
        """Named, or unnamed but described as somebody (*a Western diplomat*)."""
        if speaker.person is not None or speaker.role is None:
            return speaker.person is not None
        return bool(set(speaker.role.lower().split()) & self._described)

    def _fits(self, speaker: Speaker, sex: str | None) -> bool:
        return sex is None or self._sex_of(speaker) in {None, sex}

    def _sex_of(self, speaker: Speaker) -> str | None:
        known = self._gender.get(speaker.person or "")
        words = (speaker.role or "").split()
        return known or next((sex for w in words if (sex := self._sex(w)) is not None), None)

    def _sex(self, word: str | None) -> str | None:
        """What a pronoun, an honorific or a title says: *she*, *Mrs*, *spokeswoman*."""
        lowered = (word or "").lower().rstrip(".")
        title = lowered if lowered in self._described else ""
        if lowered in _SHE | self._words.feminine or title.endswith("woman"):
            return "she"
        if lowered in _HE | self._words.masculine or title.endswith("man"):
            return "he"
        return None
