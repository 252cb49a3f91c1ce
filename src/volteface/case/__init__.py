"""Read and check a case folder.

The names are looked up on first use: pydantic takes longer to import than ``--help`` may take.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from volteface.case.check import check_case
    from volteface.case.load import bundled_cases, case_folder, case_reports, load_case, load_claims
    from volteface.case.lookup import actor, issue, office_holders, offices_at
    from volteface.case.new import new_case
    from volteface.case.problem import Problem
    from volteface.case.schema import Case

_MODULES = {
    "Case": "schema",
    "Problem": "problem",
    "actor": "lookup",
    "bundled_cases": "load",
    "case_folder": "load",
    "case_reports": "load",
    "check_case": "check",
    "issue": "lookup",
    "load_case": "load",
    "load_claims": "load",
    "new_case": "new",
    "office_holders": "lookup",
    "offices_at": "lookup",
}

__all__ = [
    "Case",
    "Problem",
    "actor",
    "bundled_cases",
    "case_folder",
    "case_reports",
    "check_case",
    "issue",
    "load_case",
    "load_claims",
    "new_case",
    "office_holders",
    "offices_at",
]


def __getattr__(name: str) -> object:
    """A public name, from the module it is defined in."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
