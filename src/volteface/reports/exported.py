"""What an export of a news database gives for one article, and its words for the parts."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

COPYRIGHT = re.compile(r"\s*(?:copyright\b|©|\(c\) ?(?=\d|[A-Z]))", re.IGNORECASE)
"""The beginning of a line that says to whom the article belongs."""


@dataclass(frozen=True, slots=True)
class Exported:
    """One article of an export; ``day`` is the date as written. None where nothing was found."""

    title: str | None
    outlet: str | None
    day: str | None
    body: str
    standfirst: str | None = None


@cache
def words_of(database: str) -> dict[str, frozenset[str]]:
    """The database's words for the parts of an article, by what they mark."""
    data = tomllib.loads(files("volteface.reports").joinpath("exports.toml").read_text("utf-8"))
    return {mark: frozenset(words) for mark, words in data[database].items()}


def parted(lines: Sequence[str], at: Sequence[int]) -> Iterator[Sequence[str]]:
    """The lines from each of the places on, up to the next; the marks at the places left out."""
    for start, end in zip(at, (*at[1:], len(lines)), strict=True):
        yield lines[start + 1 : end]


def one_line(lines: Sequence[str]) -> str | None:
    """The lines as one, white space evened out; None if nothing stands in them."""
    return " ".join(" ".join(lines).split()) or None


def body_of(lines: Sequence[str]) -> str:
    """The lines as a text, blank lines at both ends and spaces at line ends left out."""
    return "\n".join(line.rstrip() for line in lines).strip("\n")
