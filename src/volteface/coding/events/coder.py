"""From a report's parsed paragraphs to its events."""

from collections.abc import Mapping, Sequence

from volteface.case.schema import Actor, Case
from volteface.coding.draft import Draft
from volteface.coding.events.cast import Cast
from volteface.coding.events.codebook import codebook
from volteface.coding.events.conduct_rules import ConductRules
from volteface.coding.events.joining import Told, joined
from volteface.coding.events.participants import Participants
from volteface.coding.events.speech import Speech
from volteface.coding.events.takers import Takers
from volteface.coding.events.telling import Telling
from volteface.coding.events.triggers import triggers
from volteface.coding.events.unsaid import Unsaid, whom
from volteface.coding.scene import Scene
from volteface.coding.words import words
from volteface.records import Event, EventType, Report

_ENMITY: Mapping[EventType, int] = {"ACCUSE": 1, "ASSAULT": 2, "THREATEN": 1}
_COMMON = frozenset(
    {
        "administration", "alliance", "army", "assembly", "association", "authority", "coalition",
        "command", "commission", "committee", "confederation", "congress", "council", "federation",
        "force", "forces", "front", "government", "group", "guard", "junta", "league", "militia",
        "mission", "movement", "organisation", "organization", "party", "regime", "union",
    }
)  # fmt: skip
"""Nouns that end names and stand for them."""


class EventCoder:
    """What is known before any report is read.

    Args:
        case: Whose actors and rules of conduct count.
        world: The built-in actors, whose kind is needed to tell a state from a body.
        unsaid: Finds the recipients that no word names.
    """

    def __init__(self, case: Case, world: Sequence[Actor], unsaid: Unsaid = whom) -> None:
        self._unsaid = unsaid
        self._called = _last_words(case)
        self._kinds: Mapping[str, str] = {a.id: a.kind for a in (*world, *case.actors)}
        self._rules = ConductRules(case)

    def begin(self, report: Report) -> "ReportEvents":
        """Start to read one report."""
        return ReportEvents(report, Cast(self._kinds, self._called), self._rules, self._unsaid)


def _last_words(case: Case) -> Mapping[str, frozenset[str]]:
    """Whose names of several words end in a common noun, by the noun: *Saudi-led coalition*."""
    found: dict[str, set[str]] = {}
    for actor in case.actors:
        for name in (actor.name, *actor.aliases):
            _, _, last = name.rpartition(" ")
            if " " in name and last.lower() in _COMMON:
                found.setdefault(last.lower(), set()).add(actor.id)
    return {noun: frozenset(ids) for noun, ids in found.items()}


class ReportEvents:
    """Reads the paragraphs of one report in order and remembers who was spoken of."""

    def __init__(self, report: Report, cast: Cast, rules: ConductRules, unsaid: Unsaid) -> None:
        self._report = report
        self._unsaid = unsaid
        self._rules = rules
        self._cast = cast
        self._told: list[Told] = []

    def paragraph(self, scene: Scene, drafts: Sequence[Draft], capitals: Mapping[int, str]) -> None:
        """Read the next paragraph.

        Args:
            scene: The paragraph, parsed and with its names.
            drafts: What was found to be said in it, and by whom.
            capitals: The state of each capital in it, by its offset, whether it stands for the
                government there or is merely a place.
        """
        said = [draft for draft in drafts if draft.voice == "attributed"]
        self._cast.enter(scene.base, scene.names, said)
        found = list(triggers(scene.doc, codebook()))
        if not found and not said:
            return
        speech = Speech(said)
        who = Participants(scene, words(), self._cast, speaker=speech.actor, capitals=capitals)
        takers = Takers(who)
        telling = Telling(self._report, scene, speech, takers, found, self._told, self._unsaid)
        events = telling.events()
        for event in events:
            if event.type in _ENMITY:
                self._cast.fought(event.actors, event.recipients, _ENMITY[event.type])
        self._told += events

    def events(self) -> tuple[Event, ...]:
        """The events in order of their words; what is told twice is one event."""
        return tuple(self._rules.placed(event) for event in joined(self._report, self._told))
