"""Read reports with a model: plan, ask, check, keep."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Event

from volteface.case.schema import Case
from volteface.coding.reader import gazetteer_of
from volteface.errors import EndpointError
from volteface.model_reader.answer_form import answer_form
from volteface.model_reader.asking import Asker
from volteface.model_reader.cost import (
    LONGEST,
    Budget,
    CeilingError,
    answer_tokens,
    tokens,
)
from volteface.model_reader.endpoint import Endpoint
from volteface.model_reader.guarded import StoppedError
from volteface.model_reader.kept import Kept, KeptAnswers, answer_key
from volteface.model_reader.merging import merged
from volteface.model_reader.prompt import data_prompt, system_prompt
from volteface.model_reader.service import NoAnswerError, Service
from volteface.model_reader.sources import Sources
from volteface.model_reader.statements import Checker
from volteface.model_reader.tally import KEPT, Tally
from volteface.model_reader.threads import work
from volteface.model_reader.windows import WORDS, Window, windows
from volteface.records import Report, Statement

Progress = Callable[[int, int], None]
"""Called with how many words have been read, and of how many."""

_IN_VAIN = 3
"""Windows in a row that get no answer before the run stops: the service is down."""
_A_SECOND = 40.0
"""Tokens a second that are expected of a model that has not answered yet."""


@dataclass(frozen=True, slots=True)
class Job:
    """A window to be asked for, under the key of its answer."""

    window: Window
    key: str
    data: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done.

    ``jobs`` are the windows of each report, ``known`` the answers that are kept already. ``sent``
    and ``received`` are tokens, ``seconds`` the time of one request after the other, all three
    guesses; ``guessed`` is true where this model's pace is not known.
    """

    reports: tuple[Report, ...]
    jobs: dict[str, tuple[Job, ...]]
    known: dict[str, Kept]
    sent: int
    received: int
    seconds: float
    guessed: bool

    @property
    def words(self) -> int:
        """Words of the reports that must be asked for, what windows share counted twice."""
        return sum(job.window.words() for job in self.open)

    @property
    def open(self) -> tuple[Job, ...]:
        """The windows that must be asked for, in order."""
        every = (job for report in self.reports for job in self.jobs[report.id])
        return tuple(job for job in every if job.key not in self.known)


@dataclass(slots=True)
class Outcome:
    """What a run came to.

    ``read`` holds the statements of each report that was read to its end, with confidence 0 and
    no id; ``failed`` the reports that were not, with the reason; ``stopped`` says why the run
    ended early.
    """

    read: dict[str, tuple[Statement, ...]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    tally: Tally = field(default_factory=Counter)
    stopped: str | None = None
    refused: EndpointError | None = None


class Rereading:
    """A model as a reader of one case.

    Args:
        case: Whose actors and issues count.
        endpoint: The service and its model.
        kept: Where answers are kept.
        words: Words of a report in one request.
        longest: Tokens that an answer may have.
    """

    def __init__(
        self,
        case: Case,
        endpoint: Endpoint,
        kept: KeptAnswers,
        *,
        words: int = WORDS,
        longest: int = LONGEST,
    ) -> None:
        self.system = system_prompt(case)
        self.form = answer_form(case)
        self._case, self._endpoint, self._kept, self._words = case, endpoint, kept, words
        self._longest = longest
        self._gazetteer = gazetteer_of(case)
        self._sources = Sources(case)

    def plan(self, reports: Sequence[Report], *, anew: bool = False) -> Plan:
        """What reading takes, at a guess; reports that are kept and not coded are left out.

        Args:
            reports: What to read.
            anew: Ask also for what has been answered before.
        """
        ready = tuple(report for report in reports if report.note is None)
        jobs = {report.id: self._jobs(report) for report in ready}
        known: dict[str, Kept] = {}
        for job in (job for of_report in jobs.values() for job in of_report):
            if not anew and (kept := self._kept.get(job.key)) is not None:
                known[job.key] = kept
        asked = [j for of_report in jobs.values() for j in of_report if j.key not in known]
        pace = self._kept.pace(self._endpoint.model)
        a_word = pace.a_word if pace is not None else None
        received = sum(answer_tokens(job.window.words(), a_word) for job in asked)
        return Plan(
            reports=ready,
            jobs=jobs,
            known=known,
            sent=sum(tokens(self.system) + tokens(job.data) for job in asked),
            received=received,
            seconds=received / (pace.a_second if pace is not None else _A_SECOND),
            guessed=pace is None,
        )

    def run(
        self,
        plan: Plan,
        service: Service,
        budget: Budget,
        *,
        at_once: int = 1,
        stop: Event | None = None,
        progress: Progress | None = None,
    ) -> Outcome:
        """Ask for what is not known, and make statements of all of it.

        Each answer is kept as soon as it is there: a run that is stopped loses what is under way
        and nothing else.

        Args:
            plan: What to do.
            service: Whom to ask.
            budget: What it may cost, and what it did.
            at_once: Requests at the same time.
            stop: Set to end the run.
            progress: Told after each window.
        """
        stop = stop or Event()
        outcome = Outcome()
        asker = Asker(service, budget, self.system, self.form, self._data, self._longest)
        answers = dict(plan.known)
        whole = plan.words
        done = in_vain = 0
        for job, result in work(plan.open, lambda j: asker.window(j.window), at_once, stop):
            if isinstance(result, Kept):
                answers[job.key] = result
                self._kept.put(job.key, self._endpoint.model, result)
                in_vain = 0
            elif isinstance(result, NoAnswerError):
                outcome.failed.setdefault(job.window.report.id, str(result))
                in_vain += 1
                if in_vain >= _IN_VAIN:
                    outcome.stopped = f"{self._endpoint.host} does not answer: {result}"
                    stop.set()
            elif isinstance(result, CeilingError):
                outcome.stopped = "the next request could cost more than is left"
                stop.set()
            elif isinstance(result, EndpointError):
                outcome.stopped, outcome.refused = str(result), result
                stop.set()
            elif not isinstance(result, StoppedError):
                raise result
            done += job.window.words()
            if progress is not None:
                progress(done, whole)
        for report in plan.reports:
            self._take(report, plan.jobs[report.id], answers, outcome)
        return outcome

    def _jobs(self, report: Report) -> tuple[Job, ...]:
        found = []
        told = f"{self.system}\n" if self._endpoint.one_message else self.system
        for window in windows(report, self._words):
            data = self._data(window)
            key = answer_key(self._endpoint.model, told, self.form, data)
            found.append(Job(window, key, data))
        return tuple(found)

    def _data(self, window: Window) -> str:
        return data_prompt(window, self._case, self._gazetteer)

    def _take(
        self, report: Report, jobs: Sequence[Job], answers: dict[str, Kept], outcome: Outcome
    ) -> None:
        """The report's statements, if each of its windows has been answered."""
        if any(job.key not in answers for job in jobs):
            return
        checker = Checker(self._case, self._sources, report, outcome.tally)
        read = [checker.read(answers[job.key].statements, job.window) for job in jobs]
        statements = merged(read, outcome.tally)
        outcome.tally[KEPT] += len(statements)
        outcome.read[report.id] = statements
