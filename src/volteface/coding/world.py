"""The states, international bodies and news outlets that are known without a case."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import Field

from volteface.case.schema import Actor, ActorsFile, OutletFile, Strict


class _OutletsFile(Strict):
    """outlets.toml."""

    outlets: Annotated[tuple[OutletFile, ...], Field(alias="outlet", min_length=1)]


@cache
def world_actors() -> tuple[Actor, ...]:
    """Every state by its ISO 3166-1 alpha-3 code, then international bodies, as ``world.toml`` has.

    No name, adjective or metonym belongs to two of them.
    """
    return ActorsFile.model_validate(_table("world.toml")).actors


@cache
def world_outlets() -> tuple[OutletFile, ...]:
    """News agencies, newspapers and broadcasters that English-language reporting cites."""
    return _OutletsFile.model_validate(_table("outlets.toml")).outlets


def _table(name: str) -> dict[str, object]:
    return tomllib.loads((files(__package__) / name).read_text("utf-8"))
