"""Write the page and the brief beside it."""

from collections.abc import Sequence
from pathlib import Path

from volteface.case.schema import Case
from volteface.ledger import Ledger
from volteface.records import Verdict
from volteface.report_page.content import Claim, Paths
from volteface.report_page.from_ledger import ledger_content
from volteface.report_page.page import page
from volteface.reports import Skipped


def write_page(
    path: Path,
    case: Case,
    ledger: Ledger,
    verdicts: Sequence[Verdict],
    skipped: Sequence[Skipped] = (),
    *,
    paths: Paths | None = None,
    claims: Sequence[Claim] | None = None,
) -> None:
    """Write the page of a case to a file.

    Args:
        path: Where; an existing file is replaced.
        case: The case that the verdicts were reached by.
        ledger: The open ledger that they rest on; only read.
        verdicts: All of them.
        skipped: Files that could not be read (``Intake.skipped``).
        paths: What the model's draws did; None leaves the section out.
        claims: The reports' claims with the model's answers; None leaves the section out.
    """
    content = ledger_content(case, ledger, verdicts, skipped=skipped, paths=paths, claims=claims)
    path.write_text(page(content), encoding="utf-8")
