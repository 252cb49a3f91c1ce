"""Keys from a terminal, one at a time, and lines where words are asked for."""

from collections import deque
from collections.abc import Callable

import click

_ESCAPE = "\x1b"
_ENDS = ("\r", "\n")
_STOPS = ("\x03", "\x04")


class Keys:
    """Reads keys; what is typed ahead is kept for the next question.

    Args:
        read: Gives what was typed, one character or several.
        ask: Gives a line, without its end.
    """

    def __init__(
        self, read: Callable[[], str] = click.getchar, ask: Callable[[], str] = input
    ) -> None:
        self._read = read
        self._ask = ask
        self._ahead: deque[str] = deque()

    def key(self) -> str:
        """The next key in lower case; an arrow or another special key as a whole.

        Raises:
            click.Abort: Ctrl-C or Ctrl-D was typed.
        """
        while not self._ahead:
            try:
                typed = self._read()
            except (KeyboardInterrupt, EOFError) as error:
                raise click.Abort from error
            self._ahead.extend([typed] if typed.startswith(_ESCAPE) else typed)
        key = self._ahead.popleft()
        if key in _STOPS:
            raise click.Abort
        return key.lower()

    def line(self) -> str:
        """The next line, without spaces around it; empty where nothing was typed.

        Raises:
            click.Abort: Ctrl-C or Ctrl-D was typed.
        """
        begun = ""
        while self._ahead:
            character = self._ahead.popleft()
            if character in _ENDS:
                return begun.strip()
            begun += character
        try:
            return (begun + self._ask()).strip()
        except (KeyboardInterrupt, EOFError) as error:
            raise click.Abort from error
