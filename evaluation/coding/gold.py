"""Read coding gold: for each conflict its case, its texts, and every statement as coded.

A folder of ``tuned`` holds ``case.toml``, ``issues.toml`` and ``gold.toml``; its actors, and some
of its texts, are those of ``evaluation/reading/tuned``. A folder of ``blind`` holds a whole case.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from volteface import load_case
from volteface.case.schema import ActorsFile, Case, CaseFile, IssuesFile
from volteface.coding.spans import Given
from volteface.identity import content_id, text_sha256
from volteface.records import DateInterval, Register, Report

FOLDER = Path(__file__).parent
READING = FOLDER.parent / "reading" / "tuned"


@dataclass(frozen=True, slots=True)
class Gold:
    """A statement as a careful coder has it.

    ``given`` is what the program is told. ``issues`` are the acceptable ones, the best first,
    None for none; ``sign`` is +1 or -1 on the first, 0 for none.
    """

    given: Given
    issues: tuple[str | None, ...]
    sign: int
    register: Register
    about: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """A report and its statements."""

    report: Report
    genre: str
    statements: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One conflict."""

    name: str
    case: Case
    texts: tuple[Text, ...]


def conflicts(folder: str) -> list[Conflict]:
    """The conflicts of ``tuned`` or ``blind``, in order of their names."""
    return [_conflict(path.parent) for path in sorted((FOLDER / folder).glob("*/gold.toml"))]


def _conflict(folder: Path) -> Conflict:
    whole = folder / "case"
    case = load_case(str(whole)) if whole.is_dir() else _case(folder)
    passages = {} if whole.is_dir() else _passages(folder.name)
    entries = _toml(folder / "gold.toml")["text"]
    return Conflict(folder.name, case, tuple(_text(entry, passages) for entry in entries))


def _case(folder: Path) -> Case:
    actors = ActorsFile(**_toml(READING / folder.name / "actors.toml"))
    return Case(
        folder="",
        digest="",
        settings=CaseFile(**_toml(folder / "case.toml")),
        actors=actors.actors,
        people=actors.people,
        issues=IssuesFile(**_toml(folder / "issues.toml")).issues,
        ties=(),
        facts=(),
    )


def _passages(name: str) -> dict[str, dict]:
    entries = _toml(READING / name / "gold.toml")["passage"]
    return {entry["id"]: entry for entry in entries}


def _text(entry: dict, passages: dict[str, dict]) -> Text:
    source = passages[entry["passage"]] if "passage" in entry else entry
    text, day = source["text"].strip(), source["published"]
    when = DateInterval(day, day, "day", "gold")
    report = report_of(text, when, path=f"{source['id']}.txt", outlet=source["outlet"])
    return Text(
        report, entry.get("genre", "news"), tuple(_gold(s, text) for s in entry["statement"])
    )


def report_of(
    text: str, when: DateInterval, *, path: str = "", outlet: str | None = None
) -> Report:
    """A gold text as the report it stands for."""
    return Report(
        id=content_id("r", text),
        path=path,
        text=text,
        sha256=text_sha256(text),
        title=None,
        outlet=outlet,
        published=when,
        language="en",
    )


def _gold(entry: dict, text: str) -> Gold:
    start = text.index(entry["words"])
    return Gold(
        given=Given(
            content=((start, start + len(entry["words"])),),
            actor=entry["actor"] or None,
            attributed=bool(entry["speaker"]),
        ),
        issues=tuple(issue or None for issue in (entry["issue"], *entry["also"])),
        sign=(entry["stance"] > 0) - (entry["stance"] < 0),
        register=entry["register"],
        about=entry["about"] or None,
    )


def _toml(path: Path) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8"))
