"""A small case without mistakes, to break in one place at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest

CASE = """\
id = "small"
title = "A small war"
begins = 2011-03-15
ends = 2016-12-31

[thresholds]
delta = 0.5

[[outlet]]
name = "Wire"
aliases = ["The Wire"]
"""
ACTORS = """\
[[actor]]
id = "RUS"
name = "Russia"
kind = "state"
iso3 = "RUS"
adjectives = ["Russian"]
metonyms = ["Moscow"]

[[actor]]
id = "NATO/West"
name = "NATO"
kind = "bloc"
aliases = ["the alliance"]
members = ["USA", "Upper Volta"]

[[actor]]
id = "SYR-GOV"
name = "Syrian government"
kind = "party"

[[person]]
name = "Ivan Petrov"
aliases = ["I. Petrov"]

[[person.office]]
title = "foreign minister / envoy"
actor = "RUS"
from = 2010-01-01
to = 2012-05-31

[[person]]
name = "Olga Petrova"
office = [{ title = "foreign  minister", actor = "RUS", from = 2012-06-01 }]

[[person]]
name = "Selim Haddad"
office = [{ title = "president", actor = "SYR-GOV" }]
"""
ISSUES = """\
[[issue]]
id = "leave"
question = "Should he go?"
holders = ["RUS"]
subject = "SYR-GOV"
over = ["talks"]
[issue.plus]
pole = "Go."
cues = ["must go", "step/stand down", "@RUS ... drop", "give up power", "leave"]
examples = ["He has to leave office."]
[issue.minus]
pole = "Stay."
cues = [
  "must stay",
  "remain in office",
  "@NATO/West ... leave him",
  "@any ... keep him",
  "no change",
]
examples = ["He is the elected president."]

[[issue]]
id = "talks"
question = "Should they talk?"
[issue.plus]
pole = "Talk."
cues = ["talk to", "sit down", "negotiate with", "come to the table", "meet"]
examples = ["They should talk."]
[issue.minus]
pole = "Do not talk."
cues = ["no talks", "refuse to talk", "reject talks", "never meet", "boycott"]
examples = ["They should not talk."]
"""
TIES = """\
[[tie]]
patron = "RUS"
client = "SYR-GOV"
instrument = "arms"
from = 2011-01-01
to = 2012-01-01
source = "general knowledge, unchecked"
"""
FACTS = """\
[[fact]]
id = "veto"
text = "Russia vetoes."
from = 2011-10-04
to = 2011-10-05
source = "general knowledge, unchecked"
actors = ["RUS"]
issue = "leave"
stance = -1
"""

Writer = Callable[..., Path]


@pytest.fixture
def case_texts() -> dict[str, str]:
    """The texts of the small case by file."""
    return {
        "case.toml": CASE,
        "actors.toml": ACTORS,
        "issues.toml": ISSUES,
        "ties.toml": TIES,
        "facts.toml": FACTS,
    }


@pytest.fixture
def small_case(tmp_path: Path, case_texts: dict[str, str]) -> Path:
    """The folder of the small case."""
    folder = tmp_path / "small"
    folder.mkdir()
    for name, text in case_texts.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def broken(small_case: Path) -> Callable[..., Path]:
    """Replace one text in one file of the small case; the text must be there."""

    def replace(file: str, old: str, new: str) -> Path:
        text = (small_case / file).read_text("utf-8")
        assert old in text
        (small_case / file).write_text(text.replace(old, new, 1), "utf-8")
        return small_case

    return replace
