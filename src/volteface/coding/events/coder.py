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
from volteface.coding.scene import Scene
from volteface.coding.words import words
from volteface.records import Event, Report


class EventCoder:
    """What is known before any report is read.

    Args:
        case: Whose actors and rules of conduct count.
        world: The built-in actors, whose kind is needed to tell a state from a body.
    """

    def __init__(self, case: Case, world: Sequence[Actor]) -> None:
        self._kinds: Mapping[str, str] = {a.id: a.kind for a in (*world, *case.actors)}
        self._rules = ConductRules(case)

    def begin(self, report: Report) -> "ReportEvents":
        """Start to read one report."""
        return ReportEvents(report, self._kinds, self._rules)


class ReportEvents:
    """Reads the paragraphs of one report in order and remembers who was spoken of."""

    def __init__(self, report: Report, kinds: Mapping[str, str], rules: ConductRules) -> None:
        self._report = report
        self._rules = rules
        self._cast = Cast(kinds)
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
        telling = Telling(self._report, scene, speech, Takers(who), found, self._told)
        self._told += telling.events()

    def events(self) -> tuple[Event, ...]:
        """The events in order of their words; what is told twice is one event."""
        return tuple(self._rules.placed(event) for event in joined(self._report, self._told))
