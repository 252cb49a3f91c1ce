"""JSON read entry by entry: an array of a million tasks never stands in memory as a whole."""

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

_PIECE = 1 << 16
_SPACE = re.compile(r"[ \t\r\n]*")


class JsonStream:
    """A JSON text from which one value after another is taken.

    ``entries`` walks through an array, ``members`` through an object; after each step the caller
    takes what stands there: ``value``, or again ``entries`` or ``members``.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._text = ""
        self._at = 0
        self._ended = False
        self._decoder = json.JSONDecoder()

    def peek(self) -> str:
        """The next character that is no white space; empty at the end.

        Raises:
            OSError: The file cannot be read.
        """
        while True:
            self._at = self._after_space()
            if self._at < len(self._text) or self._ended:
                return self._text[self._at : self._at + 1]
            self._more()

    def members(self) -> Iterator[str]:
        """The names of an object's members.

        Raises:
            ValueError: This is no JSON.
        """
        self._take("{")
        while self.peek() != "}":
            name = self.value()
            self._take(":")
            yield str(name)
            self._separate("}")
        self._take("}")

    def entries(self) -> Iterator[int]:
        """The places of an array's entries, from 1.

        Raises:
            ValueError: This is no JSON.
        """
        self._take("[")
        place = 0
        while self.peek() != "]":
            place += 1
            yield place
            self._separate("]")
        self._take("]")

    def value(self) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """The whole value that stands here.

        Raises:
            ValueError: This is no JSON.
        """
        self.peek()
        wanted = _PIECE
        while True:
            try:
                found, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError:
                if self._ended:
                    raise
            else:
                # A number may go on in what is not read yet.
                if end < len(self._text) or self._ended:
                    self._at = end
                    return found
            self._more(wanted)
            wanted *= 2

    def _take(self, character: str) -> None:
        found = self.peek()
        if found != character:
            raise ValueError(f"here should stand {character}, not {found or 'the end'}")
        self._at += 1

    def _separate(self, closing: str) -> None:
        if self.peek() != closing:
            self._take(",")

    def _after_space(self) -> int:
        found = _SPACE.match(self._text, self._at)
        return self._at if found is None else found.end()

    def _more(self, size: int = _PIECE) -> None:
        piece = self._file.read(size)
        self._ended = not piece
        self._text = self._text[self._at :] + piece
        self._at = 0


def compact(data: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """The JSON text of a value on one line, in readable letters wherever UTF-8 has them.

    Raises:
        ValueError: A number is not finite.
    """
    written = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        written.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return json.dumps(data, allow_nan=False, separators=(",", ":"))
    return written


def lines_of(file: TextIO) -> Iterator[tuple[int, str]]:
    """The lines that are not empty, with their numbers from 1."""
    for number, line in enumerate(file, start=1):
        if line.strip():
            yield number, line
