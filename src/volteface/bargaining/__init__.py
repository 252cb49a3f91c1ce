"""Bargaining and power as pure mathematics, without knowledge of any case.

The Graph Model of conflicts (who can move where, and what nobody would move away from), and power
indices of bodies that vote.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from volteface.bargaining.gmcr_file import read_gmcr, write_gmcr
    from volteface.bargaining.graph_inverse import Change, wanted_preferences
    from volteface.bargaining.graph_model import Choice, GraphModel, Player
    from volteface.bargaining.graph_stability import NOTIONS, Stability, stability
    from volteface.bargaining.power import power_indices

_MODULES = {
    "Change": "graph_inverse",
    "Choice": "graph_model",
    "GraphModel": "graph_model",
    "NOTIONS": "graph_stability",
    "Player": "graph_model",
    "Stability": "graph_stability",
    "power_indices": "power",
    "read_gmcr": "gmcr_file",
    "stability": "graph_stability",
    "wanted_preferences": "graph_inverse",
    "write_gmcr": "gmcr_file",
}

__all__ = [
    "NOTIONS",
    "Change",
    "Choice",
    "GraphModel",
    "Player",
    "Stability",
    "power_indices",
    "read_gmcr",
    "stability",
    "wanted_preferences",
    "write_gmcr",
]


def __getattr__(name: str) -> object:
    """A public name, from the module it is defined in."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
