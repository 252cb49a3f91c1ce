"""The line of every key and array element in a TOML text.

``tomllib`` says where a syntax error stands but not where a value does, so this walks the text a
second time. It trusts the text to be valid TOML and only finds places.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Keys and positions from the top of a document: ``("person", 2, "office", 0, "from")``."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}#\r\n]*")


def locate(text: str) -> dict[Path, int]:
    """The line (from 1) of each table, key and array element of a valid TOML text.

    A key's line is where its name stands, an element's where it begins. A table that is only
    implied (``a`` in ``[a.b]``) has the line of what first implies it.
    """
    return _Walk(text).document()


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """The line of a path, or of the nearest thing around it that is there."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Walk:
    """One pass through one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.lengths: dict[Path, int] = {}  # of the arrays of tables seen so far
        self.breaks = [match.start() for match in re.finditer("\n", text)]

    def document(self) -> dict[Path, int]:
        table: Path = ()
        self.blank()
        while self.at < len(self.text):
            if self.take("[["):
                table = self.header(table_array=True)
            elif self.take("["):
                table = self.header(table_array=False)
            else:
                self.pair(table)
            self.blank()
        return self.lines

    def header(self, *, table_array: bool) -> Path:
        line = self.line()
        *parents, last = self.key()
        path: Path = ()
        for part in parents:
            path = (*path, part)
            self.lines.setdefault(path, line)
            if path in self.lengths:
                path = (*path, self.lengths[path] - 1)
        path = (*path, last)
        if table_array:
            self.lines.setdefault(path, line)
            self.lengths[path] = self.lengths.get(path, 0) + 1
            path = (*path, self.lengths[path] - 1)
        self.lines[path] = line
        self.take("]]" if table_array else "]")
        return path

    def pair(self, table: Path) -> None:
        line = self.line()
        path = table
        for part in self.key():
            path = (*path, part)
            self.lines.setdefault(path, line)
        self.take("=")
        self.value(path)

    def key(self) -> list[str]:
        parts = [self.key_part()]
        while self.take("."):
            parts.append(self.key_part())
        return parts

    def key_part(self) -> str:
        self.blank()
        if self.text[self.at] not in "\"'":
            return self.match(_BARE_KEY)
        return str(tomllib.loads(f"key = {self.match(_STRING)}")["key"])

    def value(self, path: Path) -> None:
        self.blank()
        if self.text[self.at] in "\"'":
            self.match(_STRING)
        elif self.take("["):
            element = 0
            while not self.take("]"):
                self.lines[*path, element] = self.line()
                self.value((*path, element))
                self.take(",")
                element += 1
        elif self.take("{"):
            while not self.take("}"):
                self.pair(path)
                self.take(",")
        else:
            self.match(_SCALAR)

    def take(self, mark: str) -> bool:
        """Step over ``mark`` if it comes next, after blanks."""
        self.blank()
        found = self.text.startswith(mark, self.at)
        if found:
            self.at += len(mark)
        return found

    def blank(self) -> None:
        self.match(_BLANK)

    def match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        assert found is not None, "the text was parsed before and is valid TOML"
        self.at = found.end()
        return found.group()

    def line(self) -> int:
        return bisect_right(self.breaks, self.at) + 1
