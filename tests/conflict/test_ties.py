from pathlib import Path

import pytest

from volteface.conflict.load import load_conflict, load_ties
from volteface.conflict.ties import recorded_steps
from volteface.errors import CaseError

from .conftest import two_text

PATRONS = """
[[instrument]]
id = "cover"
title = "diplomatic cover"
ties = ["the seat in the League"]
[[instrument]]
id = "arms"
title = "arms"
arms = true
[[patron]]
id = "P"
client = "GOV"
source = "judgement"
[[patron]]
id = "P-OPP"
client = "OPP"
power = "P"
starts = "none"
source = "judgement"
"""
TIES = """
[[tie]]
patron = "P"
client = "GOV"
instrument = "diplomatic cover"
source = "known"
[[tie]]
patron = "P"
client = "GOV"
instrument = "arms"
from = 2011-05-20
to = 2011-07-02
source = "known"
[[tie]]
patron = "P"
client = "OPP"
instrument = "the seat in the League"
from = 2011-12-01
source = "known"
[[tie]]
patron = "P"
client = "OPP"
instrument = "prayers"
source = "known"
"""


def test_ladders_begin_where_the_ties_are(tmp_path: Path) -> None:
    """A patron without a first step begins on that of the ties in force; its own word wins."""
    (tmp_path / "conflict.toml").write_text(two_text(more=PATRONS), encoding="utf-8")
    assert load_conflict(tmp_path).structure.starts.tolist() == [0, 0]
    (tmp_path / "ties.toml").write_text(TIES, encoding="utf-8")
    assert load_conflict(tmp_path).structure.starts.tolist() == [1, 0]


def test_the_step_on_record_follows_the_ties(tmp_path: Path) -> None:
    """Each month has the highest step in force on its last day; unknown instruments are none."""
    (tmp_path / "conflict.toml").write_text(two_text(more=PATRONS), encoding="utf-8")
    (tmp_path / "ties.toml").write_text(TIES, encoding="utf-8")
    found = recorded_steps(load_conflict(tmp_path), load_ties(tmp_path))
    assert found[0].tolist() == [1, 1, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1]
    assert found[1].tolist() == [0] * 9 + [1] * 3


def test_ties_with_mistakes_are_refused(tmp_path: Path) -> None:
    """With file and line."""
    (tmp_path / "conflict.toml").write_text(two_text(more=PATRONS), encoding="utf-8")
    (tmp_path / "ties.toml").write_text("[[tie]]\npatron = 3\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"ties\.toml:2: patron must be text"):
        load_conflict(tmp_path)
    (tmp_path / "ties.toml").write_text("[[tie]\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"ties\.toml:1"):
        load_conflict(tmp_path)
