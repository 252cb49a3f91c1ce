"""Where actors stood, for the page's charts: a section an issue, and words beside deeds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from volteface.case.schema import Case
from volteface.positions.channels import Key
from volteface.positions.observations import Measured
from volteface.positions.segments import Motion
from volteface.records import Observation, Verdict
from volteface.report_page.answers import anchor, answer
from volteface.report_page.content import Contrast, IssueSection, Mark, Shape, Timeline
from volteface.report_page.levels import level
from volteface.report_page.names import CHANNELS, FACT, Names


class Timelines:
    """The timelines of all series that were measured, each read once."""

    def __init__(
        self, measured: Measured, verdicts: Sequence[Verdict], case: Case, names: Names
    ) -> None:
        self._names = names
        self._answers = defaultdict(list)
        for verdict in verdicts:
            found = answer(verdict, self._names)
            self._answers[verdict.actor, verdict.issue, verdict.channel].append(found)
        self._unit = case.settings.weights.direct**2
        self._motion = Motion.of(case.settings.dynamics)
        self._modelled: Mapping[Key, Timeline] = {
            key: self._timeline(key, held, modelled=len(held) > 1)
            for key, held in measured.series.items()
        }
        self._opinions: Mapping[Key, Timeline] = {
            key: self._timeline(key, held, modelled=False)
            for key, held in measured.opinions.items()
        }
        self._issues = [issue.id for issue in case.issues]
        self._actors = [actor.id for actor in case.actors]

    def issues(self) -> tuple[IssueSection, ...]:
        """Each issue with evidence, in the case's order."""
        return tuple(self._sections())

    def contrasts(self) -> tuple[Contrast, ...]:
        """Each actor and issue with both words and deeds; those with a gap first."""
        found = list(self._contrasts())
        return tuple(sorted(found, key=lambda contrast: not contrast.answers))

    def _sections(self) -> Iterator[IssueSection]:
        for name in self._issues:
            here = list(self._of(name))
            if not here:
                continue
            judged = [line for line in here if line.answers or not _of_facts(line)]
            issue = self._names.issue(name)
            yield IssueSection(
                anchor=f"issue-{name}",
                question=issue.question,
                plus=issue.plus.pole,
                minus=issue.minus.pole,
                timelines=tuple(line for line in judged if line.level is not None),
                lone=tuple(line for line in judged if line.level is None),
                background=tuple(line for line in here if line not in judged),
            )

    def _of(self, issue: str) -> Iterator[Timeline]:
        for actor in self._actors:
            for channel in CHANNELS:
                key = Key(actor, issue, channel)
                for lines in (self._modelled, self._opinions):
                    if key in lines:
                        yield lines[key]

    def _contrasts(self) -> Iterator[Contrast]:
        for name in self._issues:
            for actor in self._actors:
                words = self._modelled.get(Key(actor, name, "stated"))
                deeds = self._modelled.get(Key(actor, name, "revealed"))
                if words is None or deeds is None:
                    continue
                issue = self._names.issue(name)
                yield Contrast(
                    anchor=anchor(actor, name, "stated-revealed"),
                    actor=self._names.actor(actor),
                    colour=self._names.colour(actor),
                    question=self._names.question(name, actor),
                    plus=self._names.said_of(issue.plus.pole, actor),
                    minus=self._names.said_of(issue.minus.pole, actor),
                    answers=tuple(self._answers[actor, name, "stated-revealed"]),
                    words=words,
                    deeds=deeds,
                )

    def _timeline(self, key: Key, held: Sequence[Observation], *, modelled: bool) -> Timeline:
        band, jumps = level(held, self._motion) if modelled else (None, ())
        return Timeline(
            anchor=anchor(*key),
            actor=self._names.actor(key.actor),
            colour=self._names.colour(key.actor),
            channel=CHANNELS[key.channel],
            answers=tuple(self._answers[key]),
            marks=tuple(self._mark(o, key) for o in held),
            level=band,
            jumps=jumps,
        )

    def _mark(self, observation: Observation, key: Key) -> Mark:
        return Mark(
            records=observation.records,
            earliest=observation.when.earliest,
            latest=observation.when.latest,
            value=observation.value,
            weight=round(self._unit / observation.variance, 3),
            source=observation.source,
            shape=_shape(observation, key),
        )


def records(measured: Measured) -> Iterable[str]:
    """The ids of all records that entered a series."""
    for series in (measured.series, measured.opinions):
        for held in series.values():
            for observation in held:
                yield from observation.records


def _of_facts(line: Timeline) -> bool:
    return all(mark.shape == "fact" for mark in line.marks)


def _shape(observation: Observation, key: Key) -> Shape:
    if all(record.startswith(FACT) for record in observation.records):
        return "fact"
    if observation.conduct:
        return "deed"
    if key.channel == "belief":
        return "belief"
    return "imputed" if key.channel == "observers" else "words"


def mentions(measured: Measured) -> Iterable[str]:
    """The id of an actor for each observation of it."""
    for series in (measured.series, measured.opinions):
        for key, held in series.items():
            yield from [key.actor] * len(held)
