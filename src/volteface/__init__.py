"""Read reporting on a conflict and say who has moved, on whose word, and how sure that is.

>>> import volteface as vf
>>> case = vf.load_case("syria")
>>> with vf.open_ledger("syria.sqlite") as ledger:  # doctest: +SKIP
...     vf.take_in(ledger, [vf.case_reports(case)], case)
...     found = vf.ledger_verdicts(ledger, case, actor="RUS")

Names are imported on first use: what is slow to load waits until it is needed.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from volteface.case import bundled_cases, case_reports, check_case, load_case, new_case
    from volteface.coding.reader import Reader
    from volteface.ledger import open_ledger
    from volteface.ledger.intake import take_in
    from volteface.positions.as_json import as_json
    from volteface.positions.compare import compare
    from volteface.positions.of_ledger import ledger_explanations, ledger_verdicts, measure
    from volteface.records import Report, Statement, Verdict
    from volteface.report_page.compared_figure import comparison_figure
    from volteface.report_page.figures import position_figure
    from volteface.reports import read_reports

_HOMES = {
    "Reader": "coding.reader",
    "Report": "records",
    "Statement": "records",
    "Verdict": "records",
    "as_json": "positions.as_json",
    "bundled_cases": "case",
    "case_reports": "case",
    "check_case": "case",
    "compare": "positions.compare",
    "comparison_figure": "report_page.compared_figure",
    "ledger_explanations": "positions.of_ledger",
    "ledger_verdicts": "positions.of_ledger",
    "load_case": "case",
    "measure": "positions.of_ledger",
    "new_case": "case",
    "open_ledger": "ledger",
    "position_figure": "report_page.figures",
    "read_reports": "reports",
    "take_in": "ledger.intake",
}

__all__ = [
    "Reader",
    "Report",
    "Statement",
    "Verdict",
    "as_json",
    "bundled_cases",
    "case_reports",
    "check_case",
    "compare",
    "comparison_figure",
    "ledger_explanations",
    "ledger_verdicts",
    "load_case",
    "measure",
    "new_case",
    "open_ledger",
    "position_figure",
    "read_reports",
    "take_in",
]


def __getattr__(name: str) -> object:
    """A public name, from the module it is defined in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
