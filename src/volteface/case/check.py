"""All mistakes in a case folder at once."""

from pathlib import Path

from pydantic import BaseModel

from volteface.case.claim_problems import claim_problems
from volteface.case.cues import cue_problems
from volteface.case.folder import Folder, read_folder
from volteface.case.grades import grade_problems
from volteface.case.names import name_problems
from volteface.case.problem import Problem
from volteface.case.references import ids, reference_problems
from volteface.case.schema import ActorsFile, CaseFile, FactsFile, IssuesFile, TiesFile
from volteface.case.shape import shape_problems
from volteface.case.tables import table_problems

MODELS: dict[str, type[BaseModel]] = {
    "case.toml": CaseFile,
    "actors.toml": ActorsFile,
    "issues.toml": IssuesFile,
    "ties.toml": TiesFile,
    "facts.toml": FactsFile,
}


def check_case(folder: Path) -> list[Problem]:
    """Every error and warning in a case folder, in order of file and line.

    One mistake does not hide another: a file with broken syntax leaves the others checked, and an
    entry with a wrong key is still checked against the rest of the case.

    Raises:
        UsageError: ``folder`` is no folder that can be read.
    """
    return folder_problems(read_folder(folder))


def folder_problems(folder: Folder) -> list[Problem]:
    """What :func:`check_case` finds, for a folder already read."""
    problems = list(folder.problems)
    for name, model in MODELS.items():
        if document := folder.documents[name]:
            problems += shape_problems(model, document)
    problems += table_problems(
        folder.path,
        sorted(ids(folder.documents, "actors.toml", "actor") or ()),
        sorted(ids(folder.documents, "issues.toml", "issue") or ()),
    )
    checks = (reference_problems, name_problems, cue_problems, claim_problems, grade_problems)
    for check in checks:
        problems += check(folder.documents)
    return sorted(problems, key=lambda problem: (problem.file, problem.line or 0))
