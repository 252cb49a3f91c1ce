"""Write the page and the brief: one call for all files of a case."""

from collections.abc import Sequence
from pathlib import Path

from volteface.case.schema import Case
from volteface.ledger import Ledger
from volteface.records import Verdict
from volteface.report_page.brief import brief_markdown
from volteface.report_page.brief_docx import brief_docx
from volteface.report_page.content import Claim, Paths
from volteface.report_page.from_ledger import ledger_content
from volteface.report_page.page import page
from volteface.reports import Skipped

BRIEF = "-brief"
"""What the brief's file names add to the page's."""


def write_page(
    path: Path,
    case: Case,
    ledger: Ledger,
    verdicts: Sequence[Verdict],
    skipped: Sequence[Skipped] = (),
    *,
    paths: Paths | None = None,
    claims: Sequence[Claim] | None = None,
    brief: bool = False,
) -> None:
    """Write the page of a case to a file.

    Args:
        path: Where, such as ``out/syria.html``; an existing file is replaced.
        case: The case that the verdicts were reached by.
        ledger: The open ledger that they rest on; only read.
        verdicts: All of them.
        skipped: Files that could not be read (``Intake.skipped``).
        paths: What the model's draws did; None leaves the section out.
        claims: The reports' claims with the model's answers; None leaves the section out.
        brief: Also write ``syria-brief.md`` and ``syria-brief.docx`` beside it.
    """
    content = ledger_content(case, ledger, verdicts, skipped=skipped, paths=paths, claims=claims)
    path.write_text(page(content), encoding="utf-8")
    if brief:
        stem = path.with_name(path.stem + BRIEF)
        stem.with_suffix(".md").write_text(brief_markdown(content), encoding="utf-8")
        stem.with_suffix(".docx").write_bytes(brief_docx(content))
