"""Read conflict.toml: from a case folder, a file, a bundled case, or a text."""

from pathlib import Path

from volteface.case.conflict_schema import ConflictFile
from volteface.case.document import Document, parse_document
from volteface.case.load import case_folder
from volteface.case.problem import Problem
from volteface.case.shape import build, shape_problems
from volteface.conflict.check import change_problems, name_problems, source_problems
from volteface.conflict.conflict import Conflict, build_conflict
from volteface.errors import CaseError

NAME = "conflict.toml"


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
        return _load(source.encode())
    path = case_folder(source) / NAME
    if not path.is_file():
        raise CaseError([f"{path}: is missing: the war model needs it"])
    return _load(path.read_bytes())


def conflict_problems(content: bytes) -> list[Problem]:
    """Every mistake in the bytes of a conflict.toml; empty if there is none."""
    document = parse_document(NAME, content)
    return [document] if isinstance(document, Problem) else _problems(document)


def _load(content: bytes) -> Conflict:
    problems = conflict_problems(content)
    if problems:
        raise CaseError([str(problem) for problem in problems])
    document = parse_document(NAME, content)
    assert isinstance(document, Document)
    return build_conflict(_file(document))


def _problems(document: Document) -> list[Problem]:
    """Stage by stage: what a stage checks holds for the next."""
    wrong = shape_problems(ConflictFile, document)
    if wrong:
        return wrong
    file = _file(document)
    wrong = name_problems(document, file)
    if wrong:
        return wrong
    still = build_conflict(file.model_copy(update={"shocks": ()}))
    return [*change_problems(document, file, still), *source_problems(document, still)]


def _file(document: Document) -> ConflictFile:
    file = build(ConflictFile, document)
    assert isinstance(file, ConflictFile)
    return file
