"""One window asked for, whatever the answer is like: too long, cut off, no JSON."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from volteface.model_reader.answer_form import Json
from volteface.model_reader.answers import found_in
from volteface.model_reader.cost import LONGEST, Budget, answer_tokens, counted, most_tokens, tokens
from volteface.model_reader.kept import Kept
from volteface.model_reader.service import Answer, NoAnswerError, Service, TooLongError
from volteface.model_reader.windows import Window

_DEPTH = 3
"""How often a window is halved: so a model that never answers in form does not cost without end."""


@dataclass(slots=True)
class _Sum:
    """What the parts of a window come to."""

    statements: list[dict[str, Any]] = field(default_factory=list)
    sent: int = 0
    received: int = 0
    seconds: float = 0.0
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks for windows with one prompt.

    ``data`` makes the text for a window; ``longest`` are the tokens that an answer may have.
    """

    service: Service
    budget: Budget
    system: str
    form: Json
    data: Callable[[Window], str]
    longest: int = LONGEST

    def window(self, window: Window) -> Kept:
        """What the model gives for a window.

        Raises:
            NoAnswerError: Nothing that could be read came back.
            CeilingError: The next request may cost too much.
            EndpointError: The service refuses for good.
            StoppedError: The user has stopped the run.
        """
        total = _Sum()
        self._into(total, window, _DEPTH)
        if not total.answered:
            raise NoAnswerError("the model's answers are no JSON of the form asked for")
        return Kept(
            tuple(total.statements), window.words(), total.sent, total.received, total.seconds
        )

    def _into(self, total: _Sum, window: Window, depth: int) -> None:
        """Ask for a window, and for its halves where the answer is not whole."""
        parts = window.halves() if depth else (window,)
        try:
            answer = self._ask(total, window)
        except TooLongError as error:
            if len(parts) == 1:
                raise NoAnswerError(
                    f"the case's prompt does not fit the model's context: {error}"
                ) from error
            for part in parts:
                self._into(total, part, depth - 1)
            return
        found = found_in(answer.text)
        whole = found is not None and found.whole and not answer.cut
        if not whole and len(parts) > 1:
            for part in parts:
                self._into(total, part, depth - 1)
        elif found is not None:
            total.answered = True
            total.statements += found.statements

    def _ask(self, total: _Sum, window: Window) -> Answer:
        data = self.data(window)
        words = window.words()
        guess = tokens(self.system) + tokens(data)
        most = most_tokens(words, self.longest)
        held = self.budget.hold(guess, most)
        sent = received = 0
        try:
            answer = self.service.ask(self.system, data, self.form, most)
            sent = counted(answer.sent, guess)
            received = counted(answer.received, tokens(answer.text))
        except NoAnswerError:
            # What came too late or broken may have been paid for.
            sent, received = guess, answer_tokens(words)
            raise
        finally:
            self.budget.settle(held, sent, received)
        total.sent += sent
        total.received += received
        total.seconds += answer.seconds
        return answer
