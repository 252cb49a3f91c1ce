"""The store of reports and statements: what was read, by whom, and what became of it.

>>> from volteface.ledger import open_ledger
>>> with open_ledger("syria.sqlite") as ledger:  # doctest: +SKIP
...     said = list(ledger.statements(actor="RUS", issue="assad_stay"))
"""

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from volteface.ledger.anchors import Ambiguous, Anchor, Found, Orphaned, anchor, reanchor
    from volteface.ledger.entries import Decision, HistoryEntry, Reading, Stored
    from volteface.ledger.ledger import Ledger, open_ledger
    from volteface.ledger.view import LedgerView

# The database's parts take long to import and are loaded on first use.
_HOMES = {
    **dict.fromkeys(("Ambiguous", "Anchor", "Found", "Orphaned", "anchor", "reanchor"), "anchors"),
    **dict.fromkeys(("Decision", "HistoryEntry", "Reading", "Stored"), "entries"),
    **dict.fromkeys(("Ledger", "open_ledger"), "ledger"),
    "LedgerView": "view",
}

__all__ = [
    "Ambiguous",
    "Anchor",
    "Decision",
    "Found",
    "HistoryEntry",
    "Ledger",
    "LedgerView",
    "Orphaned",
    "Reading",
    "Stored",
    "anchor",
    "default_ledger",
    "open_ledger",
    "reanchor",
]


def default_ledger(case_id: str) -> str:
    """Where a case's ledger is when nothing else is said.

    Args:
        case_id: The case's id.

    Returns:
        The value of ``VOLTEFACE_LEDGER``, or ``CASE.sqlite`` in the working folder.
    """
    return os.environ.get("VOLTEFACE_LEDGER") or f"{case_id}.sqlite"


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
