"""Read short texts in which statements are marked with their registers.

A file is about one war: ``published``, the war's actors as in ``actors.toml``, and texts. A mark is
``{r WHO*>WHOM|words}``: the register by its first letter; who said or did it, nothing where that is
unknown; a star where the text names a source; for imputed words, whose position they describe.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from gold import report_of

from volteface.case.schema import ActorsFile, Case, CaseFile
from volteface.coding.reader import without_case
from volteface.coding.spans import Given
from volteface.records import DateInterval, Register, Report

FOLDER = Path(__file__).parent / "registers"
LETTERS: dict[str, Register] = {
    "s": "stated",
    "c": "conduct",
    "i": "imputed",
    "a": "absence",
    "r": "reported",
}
_MARK = re.compile(r"\{([scira]) ([\w-]*)(\*?)(?:>([\w-]+))?\|([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """One statement as marked."""

    given: Given
    register: Register
    about: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its statements."""

    report: Report
    statements: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class War:
    """One file."""

    name: str
    case: Case
    texts: tuple[Text, ...]


def wars(folder: str) -> list[War]:
    """The wars of ``fitted`` or ``held_out``, in order of their names."""
    return [_war(path) for path in sorted((FOLDER / folder).glob("*.toml"))]


def _war(path: Path) -> War:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    day = data["published"]
    known = ActorsFile(actor=data["actor"])
    settings = CaseFile(id=path.stem, title=path.stem, begins=day)
    case = without_case().model_copy(update={"settings": settings, "actors": known.actors})
    when = DateInterval(day, day, "day", "gold")
    return War(path.stem, case, tuple(_text(one["text"], when) for one in data["text"]))


def _text(marked: str, when: DateInterval) -> Text:
    marked = marked.strip()
    text, statements, done = "", [], 0
    for mark in _MARK.finditer(marked):
        letter, who, star, whom, words = mark.groups()
        text += marked[done : mark.start()]
        given = Given(((len(text), len(text) + len(words)),), who or None, attributed=bool(star))
        statements.append(Marked(given, LETTERS[letter], whom))
        text, done = text + words, mark.end()
    text += marked[done:]
    assert "{" not in text, f"a mark that cannot be read in: {text}"
    return Text(report_of(text, when), tuple(statements))
