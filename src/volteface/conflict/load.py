"""Read conflict.toml: from a case folder, a bundled case, or a text."""

from collections.abc import Sequence
from pathlib import Path

from volteface.case.conflict_schema import ConflictFile, conflict_model
from volteface.case.document import Document, parse_document
from volteface.case.load import case_folder
from volteface.case.patron_schema import LADDER, Patron
from volteface.case.problem import Problem
from volteface.case.schema import Tie, TiesFile
from volteface.case.shape import build, shape_problems
from volteface.conflict.check import change_problems, name_problems, source_problems
from volteface.conflict.conflict import Conflict, build_conflict
from volteface.conflict.ties import with_first_steps
from volteface.errors import CaseError

NAME = "conflict.toml"
TIES = "ties.toml"


def load_conflict(source: Path | str) -> Conflict:
    """The conflict of a case.

    Args:
        source: A case folder, or the text of a conflict.toml (a string with a line break), or the
            name of a bundled case.

    Raises:
        UsageError: there is no such folder and no such bundled case.
        CaseError: every mistake in it, each with file, line and what is allowed.
    """
    if isinstance(source, str) and "\n" in source:
        return _load(source.encode(), ())
    folder = case_folder(source)
    path = folder / NAME
    if not path.is_file():
        raise CaseError([f"{path}: is missing: the war model needs it"])
    return _load(path.read_bytes(), load_ties(folder))


def conflict_problems(content: bytes) -> list[Problem]:
    """Every mistake in the bytes of a conflict.toml; empty if there is none."""
    document = parse_document(NAME, content)
    return [document] if isinstance(document, Problem) else _problems(document)


def load_ties(folder: Path) -> tuple[Tie, ...]:
    """Who supports whom by a case's ties.toml; nobody where it has none.

    Raises:
        CaseError: it has mistakes.
    """
    path = folder / TIES
    if not path.is_file():
        return ()
    document = parse_document(TIES, path.read_bytes())
    wrong = [document] if isinstance(document, Problem) else shape_problems(TiesFile, document)
    if wrong:
        raise CaseError([str(problem) for problem in wrong])
    assert isinstance(document, Document)
    return build(TiesFile, document).ties


def _load(content: bytes, ties: Sequence[Tie]) -> Conflict:
    problems = conflict_problems(content)
    if problems:
        raise CaseError([str(problem) for problem in problems])
    document = parse_document(NAME, content)
    assert isinstance(document, Document)
    return build_conflict(with_first_steps(_file(document), ties))


def _problems(document: Document) -> list[Problem]:
    """Stage by stage: what a stage checks holds for the next."""
    wrong = shape_problems(_model(document), document)
    if wrong:
        return wrong
    file = _file(document)
    wrong = name_problems(document, file)
    if wrong:
        return wrong
    still = build_conflict(file.model_copy(update={"shocks": ()}))
    return [*change_problems(document, file, still), *source_problems(document, still)]


def _file(document: Document) -> ConflictFile:
    return build(_model(document), document)


def _model(document: Document) -> type[ConflictFile]:
    """The form of this file: its patrons have a table for each of its own instruments."""
    named = [table.text("id") for table in document.root.tables("instrument")]
    usual = [instrument.id for instrument in LADDER]
    ladder = [name for name in named if name is not None and name not in Patron.model_fields]
    return conflict_model(tuple(dict.fromkeys(ladder)) if named else tuple(usual))
