"""What asking costs: tokens guessed beforehand, counted afterwards, and a ceiling that holds."""

from dataclasses import dataclass
from math import ceil
from threading import Condition

_CHARACTERS = 4.0
"""Of English, a token of the usual vocabularies."""
_LEAST = 0.7
"""Of the guess: a server that says it counted fewer tokens is not believed."""
_A_WORD = 5.0
"""Tokens of an answer for each word of a report, where nothing has been measured yet."""
_MILLION = 1e6


class CeilingError(Exception):
    """What may be spent does not allow another request."""


@dataclass(frozen=True, slots=True)
class Price:
    """Money for a million tokens sent and received; the user knows which money."""

    sent: float
    received: float

    def of(self, sent: float, received: float) -> float:
        """What so many tokens cost."""
        return (self.sent * sent + self.received * received) / _MILLION


def tokens(text: str) -> int:
    """A guess at the tokens of a text, by its length."""
    return ceil(len(text) / _CHARACTERS)


def answer_tokens(words: int, a_word: float | None = None) -> int:
    """A guess at the tokens of the answer to so many words of a report.

    Args:
        words: Of the report.
        a_word: Tokens a word as earlier answers had them.
    """
    return ceil(words * (a_word or _A_WORD)) + 20


LONGEST = 16_000
"""Tokens that any answer may have, where nothing else is asked for."""


def most_tokens(words: int, longest: int = LONGEST) -> int:
    """What an answer to so many words may have: enough for talkative models, not for endless."""
    return min(longest, 1_000 + 20 * words)


class Budget:
    """What has been spent, and what requests under way may still cost; for several threads.

    A request is let through only if the worst it can cost stays below the ceiling, together with
    all that are under way.

    Args:
        price: None where it is not known; then only tokens are counted.
        most: The ceiling, None for none.
    """

    def __init__(self, price: Price | None = None, most: float | None = None) -> None:
        self._price = price or Price(0.0, 0.0)
        self._most = most
        self._held: list[float] = []
        self._changed = Condition()
        self.sent = 0
        self.received = 0
        self.spent = 0.0

    def hold(self, sent: int, received: int) -> float:
        """Set aside what a request can cost; waits for those under way where that may help.

        Args:
            sent: Tokens, guessed.
            received: Tokens at most.

        Raises:
            CeilingError: It could cost more than is left.
        """
        cost = self._price.of(sent, received)
        with self._changed:
            while self._most is not None and self.spent + sum(self._held) + cost > self._most:
                if not self._held:
                    raise CeilingError
                self._changed.wait()
            self._held.append(cost)
        return cost

    def settle(self, held: float, sent: int, received: int) -> None:
        """Count what a request did cost.

        Args:
            held: As :meth:`hold` gave it.
            sent: Tokens; 0 for a request that failed.
            received: Tokens.
        """
        with self._changed:
            self._held.remove(held)
            self.sent += sent
            self.received += received
            self.spent += self._price.of(sent, received)
            self._changed.notify_all()


def counted(said: int | None, guess: int) -> int:
    """Tokens of a request: the server's count, unless it is missing or too low to be true."""
    return max(said or 0, ceil(_LEAST * guess)) if said else guess
