"""One TOML file of a case: what it says, and on which line."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from volteface.case.locate import Path, line_of, locate
from volteface.case.problem import Problem, Severity

_PARSER_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_PARSER_END = " (at end of document)"


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file; ``lines`` is what :func:`~volteface.case.locate.locate` found in it."""

    name: str
    data: Mapping[str, object]
    lines: Mapping[Path, int]

    @property
    def root(self) -> "Table":
        """The document's top table."""
        return Table(self, (), self.data)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a document, read leniently: a value of the wrong type counts as not there.

    Checks across files use it, so that one mistake does not hide the others.
    """

    document: Document
    path: Path
    data: Mapping[str, object]

    def tables(self, key: str) -> "list[Table]":
        """The tables under ``key``: of an array of tables, or the one table."""
        value = self.data.get(key)
        if isinstance(value, dict):
            return [Table(self.document, (*self.path, key), value)]
        return [
            Table(self.document, (*self.path, key, position), item)
            for position, item in enumerate(value if isinstance(value, list) else ())
            if isinstance(item, dict)
        ]

    def texts(self, key: str) -> list[tuple[Path, str]]:
        """The strings under ``key``, each with its path relative to this table."""
        value = self.data.get(key)
        if isinstance(value, str):
            return [((key,), value)]
        return [
            ((key, position), item)
            for position, item in enumerate(value if isinstance(value, list) else ())
            if isinstance(item, str)
        ]

    def text(self, key: str) -> str | None:
        """The string under ``key``."""
        value = self.data.get(key)
        return value if isinstance(value, str) else None

    def day(self, key: str) -> date | None:
        """The date under ``key``; a date with a time of day is none."""
        value = self.data.get(key)
        return value if isinstance(value, date) and not isinstance(value, datetime) else None

    def line(self, *path: str | int) -> int:
        """The line of something in this table."""
        return line_of(self.document.lines, (*self.path, *path))

    def problem(self, message: str, *path: str | int, severity: Severity = "error") -> Problem:
        """A problem at something in this table."""
        return Problem(severity, self.document.name, self.line(*path), message)


def parse_document(name: str, content: bytes) -> Document | Problem:
    """Read the bytes of a TOML file: UTF-8 with or without a byte-order mark, LF or CRLF.

    The problem, if there is one, is the first that the parser meets.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        wrong = f"is not UTF-8 (byte {content[error.start]:#04x}): save the file as UTF-8"
        return Problem("error", name, line, wrong)
    try:
        return Document(name, tomllib.loads(text), locate(text))
    except RecursionError:
        return Problem("error", name, None, "arrays or tables are nested too deeply")
    except ValueError as error:  # a syntax error, or a number with thousands of digits
        return Problem("error", name, *_place(str(error), text))


def _place(message: str, text: str) -> tuple[int | None, str]:
    """The parser's line, and its message without it."""
    if found := _PARSER_LINE.search(message):
        return int(found[1]), f"is not valid TOML: {message[: found.start()]}"
    if message.endswith(_PARSER_END):
        last = text.rstrip().count("\n") + 1
        return last, f"is not valid TOML: {message.removesuffix(_PARSER_END)} before the file ends"
    return None, f"is not valid TOML: {message}"
