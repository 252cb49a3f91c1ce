"""Answers kept in a file, so that nothing is asked, or paid for, twice."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from volteface.errors import UsageError
from volteface.model_reader.answer_form import Json

_FORM = "1"
"""Counted up when answers are asked for or taken apart in another way."""
_TABLE = """
CREATE TABLE IF NOT EXISTS answer (
    key TEXT PRIMARY KEY, model TEXT NOT NULL, words INTEGER NOT NULL, sent INTEGER NOT NULL,
    received INTEGER NOT NULL, seconds REAL NOT NULL, statements TEXT NOT NULL
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a model gave for one window: its statements unchecked, and what they took.

    ``sent`` and ``received`` are tokens, ``seconds`` the time waited for the answers.
    """

    statements: tuple[dict[str, Any], ...]
    words: int
    sent: int
    received: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Pace:
    """How a model has answered so far: tokens a second, tokens for each word of a report."""

    a_second: float
    a_word: float


def answer_key(model: str, system: str, form: Json, data: str) -> str:
    """What an answer depends on: the model, the whole prompt with the report, the form."""
    content = json.dumps([_FORM, model, system, form, data], sort_keys=True)
    return sha256(content.encode()).hexdigest()


class KeptAnswers:
    """The file of answers; for one thread.

    No key and no address is written to it. It may be deleted; then everything is asked anew.

    Args:
        path: Where it is, or shall be made.

    Raises:
        UsageError: It cannot be opened, or is another file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file = sqlite3.connect(path, isolation_level=None)
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute(_TABLE)
        except sqlite3.Error as error:
            raise UsageError(f"{path} cannot keep answers ({error}): move it away") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def get(self, key: str) -> Kept | None:
        """The answer under a key; None where there is none, or none that can be read."""
        query = "SELECT statements, words, sent, received, seconds FROM answer WHERE key = ?"
        with closing(self._file.execute(query, (key,))) as found:
            row = found.fetchone()
        if row is None:
            return None
        try:
            return Kept(tuple(json.loads(row[0])), *row[1:])
        except ValueError:
            return None

    def put(self, key: str, model: str, kept: Kept) -> None:
        """Keep an answer, safe against a kill of the process at once."""
        values = (key, model, kept.words, kept.sent, kept.received, kept.seconds)
        # Escaped, as half a surrogate pair cannot be stored.
        told = json.dumps(kept.statements)
        try:
            self._file.execute(
                "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?, ?, ?)", (*values, told)
            )
        except sqlite3.Error as error:
            raise UsageError(f"{self._path} cannot keep an answer: {error}") from error

    def pace(self, model: str) -> Pace | None:
        """How the model has answered, None where it has not."""
        query = "SELECT sum(words), sum(received), sum(seconds) FROM answer WHERE model = ?"
        words, received, seconds = self._file.execute(query, (model,)).fetchone()
        if not words or not received or not seconds:
            return None
        return Pace(received / seconds, received / words)
