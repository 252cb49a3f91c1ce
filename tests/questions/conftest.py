"""The bundled conflict, and a small war with one patron, as a case folder with a record."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from volteface.conflict.conflict import Conflict
from volteface.conflict.load import load_conflict

WAR = """
begins = 2011-03-01
months = 24
forts = 20

[battlefield]
source = "judgement"
overstretch = { uniform = [0.6, 1.0] }

[belief]
source = "judgement"

[[party]]
id = "GOV"
regime = true
source = "judgement"
forts = 12
core = 2
strength = { uniform = [0.5, 1.5] }
prior = { uniform = [0.3, 0.7] }

[[party]]
id = "OPP"
source = "judgement"
forts = 8

[[hostility]]
between = ["GOV", "OPP"]
battles = 4
source = "judgement"

[[patron]]
id = "PAT"
client = "GOV"
starts = "cover"
source = "judgement"
face = 0.5
standing = 0.1
discount = 0.02
volatility = 0.02
cover = { cost = 0.02 }
arms = { cost = { uniform = [0.05, 0.6] }, interest = 0.2, effect = 0.3, entry = 1 }
force = { cost = 2, entry = 5 }

[council]
votes = 2
source = "judgement"
draft = 0.6

[[council.member]]
id = "PAT"
permanent = true
ideal = { uniform = [0, 1] }
source = "judgement"

[[council.member]]
id = "OTHER"
ideal = 0.8
source = "judgement"

[[council.rival]]
id = "answer"
title = "an answer"
asks = -0.3
source = "judgement"

[[shock]]
id = "early"
text = "an early event that goes on"
quantity = "scandal.level"
from = 2011-05-10
to = 2012-05-10
add = 0.2
source = "judgement"

[[shock]]
id = "late"
text = "a late event"
quantity = "GOV.strength"
from = 2012-06-10
add = 3
source = "judgement"
"""


@pytest.fixture(scope="session")
def syria() -> Conflict:
    """The bundled case's conflict."""
    return load_conflict(Path(str(files("volteface"))) / "bundled" / "syria")


@pytest.fixture(scope="session")
def war() -> Conflict:
    """The small war."""
    return load_conflict(WAR)


@pytest.fixture
def case(tmp_path: Path) -> Callable[..., Path]:
    """Make a case folder from the small war with these texts of facts.toml and ties.toml."""

    def make(facts: str = "", ties: str = "") -> Path:
        (tmp_path / "conflict.toml").write_text(WAR, encoding="utf-8")
        (tmp_path / "facts.toml").write_text(facts, encoding="utf-8")
        (tmp_path / "ties.toml").write_text(ties, encoding="utf-8")
        return tmp_path

    return make


def fact(name: str, shows: str, first: str, last: str | None = None) -> str:
    """The text of a fact that shows something."""
    to = "" if last is None else f"to = {last}\n"
    return (
        f'[[fact]]\nid = "{name}"\ntext = "It was seen."\nfrom = {first}\n{to}'
        f'source = "judgement"\nshows = ["{shows}"]\n\n'
    )


def tie(instrument: str, first: str) -> str:
    """The text of a tie of the patron and the government."""
    return (
        f'[[tie]]\npatron = "PAT"\nclient = "GOV"\ninstrument = "{instrument}"\n'
        f'from = {first}\nsource = "judgement"\n\n'
    )


@pytest.fixture(scope="session")
def written() -> tuple[Callable[..., str], Callable[..., str]]:
    """How facts and ties are written."""
    return fact, tie
