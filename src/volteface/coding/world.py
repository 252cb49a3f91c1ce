"""The states, international bodies and news outlets that are known without a case."""

import tomllib
from collections.abc import Sequence
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


def beside(actors: Sequence[Actor]) -> list[Actor]:
    """The world's actors as a case knows them: one that the case has too goes by the case's id.

    A state is the same by its ISO code, another by a name. A party that governs a state (it has
    the state's ISO code) is not known by the state's names: *Syrians* are not their government.
    """
    states = {actor.iso3: actor for actor in actors if actor.iso3}
    named = {_same(name): actor for actor in actors for name in (actor.name, *actor.aliases)}
    ids = {actor.id for actor in actors}
    found = []
    for actor in world_actors():
        if actor.iso3 is not None:
            mine = states.get(actor.iso3)
        else:
            names = (actor.name, *actor.aliases)
            mine = next((named[_same(n)] for n in names if _same(n) in named), None)
        if mine is not None and (mine.kind == "state" or actor.iso3 is None):
            found.append(actor.model_copy(update={"id": mine.id}))
        elif mine is None and actor.id not in ids:
            found.append(actor)
    return found


def _same(name: str) -> str:
    """The name without article, letter case and hyphens."""
    return name.casefold().removeprefix("the ").replace("-", " ")


@cache
def world_outlets() -> tuple[OutletFile, ...]:
    """News agencies, newspapers and broadcasters that English-language reporting cites."""
    return _OutletsFile.model_validate(_table("outlets.toml")).outlets


def _table(name: str) -> dict[str, object]:
    return tomllib.loads((files(__package__) / name).read_text("utf-8"))
