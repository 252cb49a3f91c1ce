"""What was found in a file, set down by report, so that no file has to fit into memory."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self, TypeAlias

from volteface.formats.found import Coded, Fault, Happened, Kept, coded_json, coded_of, happened_of
from volteface.ledger.words import escape, unescape

Piece: TypeAlias = Kept | Coded | Happened

_BATCH = 5000
_TABLES = """
CREATE TABLE piece (report TEXT, line INTEGER, part TEXT, data TEXT);
CREATE TABLE fault (line INTEGER, words TEXT);
"""


class Spool:
    """A temporary file that is gone when the ``with`` statement ends."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="volteface-")
        self._file = sqlite3.connect(Path(self._folder.name) / "spool", isolation_level=None)
        self._file.execute("PRAGMA journal_mode = OFF")
        self._file.execute("PRAGMA synchronous = OFF")
        self._file.executescript(_TABLES)
        self._file.execute("BEGIN")
        self._waiting: list[tuple[str, int, str, str]] = []
        self.count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()
        self._folder.cleanup()

    def add(self, report: str, piece: Piece) -> None:
        """Set down what was found about a report, by the report's id."""
        if isinstance(piece, Kept):
            part, data = str(piece.part), piece.data
        else:
            part, data = type(piece).__name__, coded_json(piece)
        self._waiting.append((escape(report), piece.line, part, json.dumps(data)))
        self.count += 1
        if len(self._waiting) >= _BATCH:
            self._flush()

    def fault(self, fault: Fault) -> None:
        """Set down a mistake."""
        row = (fault.line, escape(fault.words))
        self._file.execute("INSERT INTO fault VALUES (?, ?)", row)

    def reports(self) -> Iterator[tuple[str, list[Piece]]]:
        """What was found, one report after another, each in the order of the file."""
        self._flush()
        self._file.execute("CREATE INDEX piece_by_report ON piece (report)")
        rows = self._file.execute(
            "SELECT report, line, part, data FROM piece ORDER BY report, rowid"
        )
        report: str | None = None
        pieces: list[Piece] = []
        for name, line, part, data in rows:
            if name != report and report is not None:
                yield unescape(report), pieces
                pieces = []
            report = name
            pieces.append(_piece(unescape(name), line, part, json.loads(data)))
        if report is not None:
            yield unescape(report), pieces

    def all_faults(self) -> Iterator[Fault]:
        """The mistakes, in the order of the file."""
        for line, words in self._file.execute("SELECT line, words FROM fault ORDER BY line, rowid"):
            yield Fault(line, unescape(words))

    def _flush(self) -> None:
        self._file.executemany("INSERT INTO piece VALUES (?, ?, ?, ?)", self._waiting)
        self._waiting.clear()


def _piece(report: str, line: int, part: str, data: dict[str, object]) -> Piece:
    match part:
        case "Coded":
            return coded_of(data)
        case "Happened":
            return happened_of(data)
        case _:
            return Kept(line, report, part, data)  # type: ignore[arg-type]
