"""The conflict model: battlefield, beliefs, patrons, leverage, settlement, Council, shocks.

Each part has a file of its own with a pure ``step`` in numpy; :mod:`volteface.conflict.world`
couples them, and the files named ``compiled_*`` are the same, compiled.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from volteface.conflict.conflict import Conflict
    from volteface.conflict.ensemble import Ensemble, run_ensemble
    from volteface.conflict.load import load_conflict

_MODULES = {
    "Conflict": "conflict",
    "Ensemble": "ensemble",
    "load_conflict": "load",
    "run_ensemble": "ensemble",
}

__all__ = ["Conflict", "Ensemble", "load_conflict", "run_ensemble"]


def __getattr__(name: str) -> object:
    """A public name, from the module it is defined in."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
