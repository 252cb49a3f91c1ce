"""Reading by a language model that the user names: optional, off by default, never needed.

A report's sentences go to an OpenAI-compatible endpoint with one prompt made from the case; what
comes back enters no record unless its words stand in the report, character for character.
Nothing here is imported before it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from volteface.model_reader.agreement import Agreement
    from volteface.model_reader.endpoint import Endpoint, endpoint_of
    from volteface.model_reader.rereading import Outcome, Rereading

_HOMES = {
    "Agreement": "agreement",
    "Endpoint": "endpoint",
    "Outcome": "rereading",
    "Rereading": "rereading",
    "endpoint_of": "endpoint",
}

__all__ = ["Agreement", "Endpoint", "Outcome", "Rereading", "endpoint_of"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
