"""Questions to the model: interventions, what they would do, and what the answer hangs on."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from volteface.questions.comparison import Answer, Estimate, estimate, whatif
    from volteface.questions.interventions import Intervention, do, parse_interventions
    from volteface.questions.model import describe_model

_MODULES = {
    "Answer": "comparison",
    "Estimate": "comparison",
    "Intervention": "interventions",
    "describe_model": "model",
    "do": "interventions",
    "estimate": "comparison",
    "parse_interventions": "interventions",
    "whatif": "comparison",
}

__all__ = [
    "Answer",
    "Estimate",
    "Intervention",
    "describe_model",
    "do",
    "estimate",
    "parse_interventions",
    "whatif",
]


def __getattr__(name: str) -> object:
    """A public name, from the module it is defined in."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
