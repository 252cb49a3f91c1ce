"""Passages with every attributed statement as a careful reader codes it.

A folder a conflict: ``case.toml`` and ``actors.toml`` as in any case, and ``gold.toml``.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from volteface import Report, read_reports
from volteface.case.schema import ActorsFile, Case, CaseFile

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of the gold.

    ``words`` is where its content stands in the passage. ``person`` and ``actor`` are empty where
    they are unknown. ``via`` is the chain from the holder outwards, the publishing outlet last.
    """

    words: tuple[int, int]
    person: str
    actor: str
    via: tuple[str, ...]
    said_on: tuple[date, date]
    endorsed: bool
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One to four paragraphs as a report that was read, and what is said in them."""

    id: str
    report: Report
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """The case of one folder and its passages."""

    case: Case
    passages: tuple[Passage, ...]


def conflicts(folder: str) -> Iterator[Conflict]:
    """The conflicts of one folder, ``tuned`` or ``blind``, in order of their names."""
    for path in sorted((FOLDER / folder).glob("*/gold.toml")):
        yield _conflict(path.parent)


def _conflict(folder: Path) -> Conflict:
    actors = ActorsFile.model_validate(_table(folder / "actors.toml"))
    case = Case(
        folder=str(folder),
        digest="",
        settings=CaseFile.model_validate(_table(folder / "case.toml")),
        actors=actors.actors,
        people=actors.people,
        issues=(),
        ties=(),
        facts=(),
    )
    entries = _table(folder / "gold.toml")["passage"]
    assert isinstance(entries, list)
    with TemporaryDirectory() as drafts:
        files = [_as_file(Path(drafts), number, entry) for number, entry in enumerate(entries)]
        reports = [item for item in read_reports(files, case) if isinstance(item, Report)]
    return Conflict(case, tuple(_passage(e, r) for e, r in zip(entries, reports, strict=True)))


def _as_file(folder: Path, number: int, entry: dict[str, str]) -> Path:
    """The passage as a text file that names its date and outlet above the text."""
    head = f"Published: {entry['published']}\nSource: {entry['outlet']}\n"
    path = folder / f"{number:03}.txt"
    parts = [head, entry.get("title", ""), entry["text"].strip()]
    path.write_text("\n\n".join(part for part in parts if part), encoding="utf-8")
    return path


def _passage(entry: dict[str, object], report: Report) -> Passage:
    said = entry["said"]
    assert isinstance(said, list)
    return Passage(str(entry["id"]), report, tuple(_said(item, report.text) for item in said))


def _said(entry: dict[str, object], text: str) -> Said:
    words, ends = str(entry["words"]), entry.get("ends")
    start = text.index(words)
    end = start + len(words)
    if ends is not None:
        end = text.index(str(ends), start) + len(str(ends))
    via, kinds, days = entry["via"], entry["kinds"], entry["said_on"]
    assert isinstance(via, list)
    assert isinstance(kinds, list)
    assert isinstance(days, list)
    return Said(
        words=(start, end),
        person=str(entry["person"]),
        actor=str(entry["actor"]),
        via=tuple(via),
        said_on=(days[0], days[1]),
        endorsed=bool(entry["endorsed"]),
        kinds=tuple(kinds),
    )


def _table(path: Path) -> dict[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
