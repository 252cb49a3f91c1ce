"""What stands in a case folder, read once."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from volteface.case.document import Document, parse_document
from volteface.case.problem import Problem, hint
from volteface.errors import UsageError

REQUIRED = ("case.toml", "actors.toml", "issues.toml")
OPTIONAL = ("ties.toml", "facts.toml")
LATER = ("conflict.toml", "claims.toml", "questions.toml")
"""Files for the war model; quantities in them are checked where the model is known."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The TOML files of a case folder.

    ``documents`` has every known file; one that may be missing and is has an empty document, one
    that cannot be read has None. ``problems`` say why. ``digest`` is the SHA-256 of the bytes of
    all TOML files in order of their names.
    """

    path: Path
    documents: Mapping[str, Document | None]
    problems: tuple[Problem, ...]
    digest: str


def read_folder(path: Path) -> Folder:
    """Read a folder's TOML files; whatever is wrong with one leaves the others readable.

    Raises:
        UsageError: ``path`` is no folder, or may not be looked into.
    """
    known = REQUIRED + OPTIONAL + LATER
    documents: dict[str, Document | None] = dict.fromkeys(REQUIRED)
    documents |= {name: Document(name, {}, {}) for name in OPTIONAL}
    problems: list[Problem] = []
    digest = hashlib.sha256()
    try:
        names = _toml_files(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be read as a case folder: {error.strerror}") from error
    for name in names:
        try:
            content = (path / name).read_bytes()
        except OSError as error:
            problems.append(Problem("error", name, None, f"cannot be read: {error.strerror}"))
            documents[name] = None
            continue
        digest.update(content)
        if name not in known:
            unknown = f"is no file of a case ({hint(name, known)})"
            problems.append(Problem("error", name, None, unknown))
            continue
        parsed = parse_document(name, content)
        documents[name] = parsed if isinstance(parsed, Document) else None
        if isinstance(parsed, Problem):
            problems.append(parsed)
    problems += [
        Problem("error", name, None, f"is missing from {path}")
        for name in REQUIRED
        if name not in names
    ]
    return Folder(path, documents, tuple(problems), digest.hexdigest())


def _toml_files(path: Path) -> list[str]:
    """Names that end in .toml in any letter case; hidden files (an editor's, a Mac's) are not."""
    names = (entry.name for entry in path.iterdir())
    return sorted(
        name for name in names if name.lower().endswith(".toml") and not name.startswith(".")
    )
