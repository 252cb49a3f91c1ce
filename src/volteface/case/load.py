"""From a folder or the name of a bundled case to a checked case."""

from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from volteface.case.check import folder_problems
from volteface.case.claim_problems import CLAIMS, claim_problems
from volteface.case.claims_schema import Claim, ClaimsFile
from volteface.case.folder import Folder, read_folder
from volteface.case.problem import nearest
from volteface.case.schema import ActorsFile, Case, CaseFile, FactsFile, IssuesFile, TiesFile
from volteface.case.shape import build
from volteface.case.tables import read_tables
from volteface.errors import CaseError, UsageError

_Model = TypeVar("_Model", bound=BaseModel)


def load_case(case: str | Path) -> Case:
    """Read and check a case.

    Args:
        case: A folder, or the name of a bundled case; a path that exists wins over a name.

    Raises:
        UsageError: it is neither.
        CaseError: the folder has mistakes; all of them, each with file and line.
    """
    path = case_folder(case)
    folder = read_folder(path)
    errors = [str(found) for found in folder_problems(folder) if found.severity == "error"]
    if errors:
        raise CaseError(errors)
    actors = _built(folder, "actors.toml", ActorsFile)
    issues = _built(folder, "issues.toml", IssuesFile).issues
    tables = read_tables(path, [actor.id for actor in actors.actors], [i.id for i in issues])
    return Case(
        folder=str(path),
        digest=folder.digest,
        settings=_built(folder, "case.toml", CaseFile),
        actors=actors.actors,
        people=actors.people,
        issues=issues,
        ties=_built(folder, "ties.toml", TiesFile).ties,
        facts=(*_built(folder, "facts.toml", FactsFile).facts, *tables.facts),
    )


def load_claims(case: str | Path) -> tuple[Claim, ...]:
    """The claims of a case, in the order of claims.toml; none where it has no such file.

    Args:
        case: As for :func:`load_case`.

    Raises:
        UsageError: there is no such case.
        CaseError: claims.toml has mistakes; all of them, each with its line.
    """
    folder = read_folder(case_folder(case))
    if CLAIMS not in folder.documents:
        return ()
    unread = [found for found in folder.problems if found.file == CLAIMS]
    problems = [*unread, *claim_problems(folder.documents)]
    if problems:
        ordered = sorted(problems, key=lambda problem: problem.line or 0)
        raise CaseError([str(problem) for problem in ordered])
    return _built(folder, CLAIMS, ClaimsFile).claims


def case_folder(case: str | Path) -> Path:
    """The folder of a case given by path or by name.

    Raises:
        UsageError: there is no such folder and no bundled case of that name.
    """
    path = Path(case)
    if path.is_dir():
        return path
    if path.exists():
        raise UsageError(f"{case} is a file: give the folder of a case")
    names = bundled_cases()
    if str(case) in names:
        return _bundle() / str(case)
    close = nearest(str(case), names)
    meant = f"; did you mean {close}?" if close else ""
    listed = ", ".join(names) or "none"
    raise UsageError(f"there is no folder and no bundled case {case} (bundled: {listed}){meant}")


def bundled_cases() -> tuple[str, ...]:
    """The names of the cases that come with the package, sorted."""
    return tuple(sorted(found.parent.name for found in _bundle().glob("*/case.toml")))


def case_reports(case: Case) -> Path | None:
    """The case's own ``reports`` folder, if it has one."""
    reports = Path(case.folder) / "reports"
    return reports if reports.is_dir() else None


def _bundle() -> Path:
    """A folder of data beside the code; the package is always installed as files."""
    return Path(str(files("volteface"))) / "bundled"


def _built(folder: Folder, name: str, model: type[_Model]) -> _Model:
    document = folder.documents[name]
    assert document is not None, "a file that cannot be read is an error"
    return build(model, document)
