"""``volteface settle``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Call = Callable[..., Any]
WAR = Path(__file__).parents[1] / "conflict" / "everything.toml"


def war(folder: Path, text: str | None = None) -> Path:
    """A case folder with a small war."""
    (folder / "conflict.toml").write_text(text or WAR.read_text("utf-8"), "utf-8")
    return folder


def test_every_option_has_its_blockers_reasons_and_remedies(call: Call, folder: Path) -> None:
    """In words, with the drafts before the Council and what would hold."""
    done = call("settle", war(folder), "--by", "2011-09", "--draws", "64")
    assert done.code == 0
    assert "sharing (power is shared; on the table in 100%): nobody against in" in done.out
    assert "GOV has more from fighting on, even were it kept (worth" in done.out
    assert "would make it up" in done.out
    assert "the risk unblocks it in" in done.out
    assert "face unblocks it in" in done.out
    assert "\nwar holds (Nash" in done.out
    assert "counter (a draft against the rebels): would pass with chance" in done.out
    assert "Some draft would pass more often than not in" in done.out


def test_as_json_it_has_every_number(call: Call, folder: Path) -> None:
    """The same for machines; an intervention changes them."""
    asked = ("settle", war(folder), "--by", "2011-09", "--draws", "64", "--json")
    data = json.loads(call(*asked).out)
    assert [one["option"] for one in data["options"]] == ["sharing", "stepping-down"]
    assert {"actor", "share", "reason", "payment"} <= set(data["options"][1]["blocks"][0])
    assert data["strongest_draft"]["share"] <= 1
    sure = json.loads(call(*asked, "--do", "stepping-down.payoff.GOV=1").out)
    assert sure["options"][1]["feasible"] > data["options"][1]["feasible"]


def test_without_council_or_table_less_is_said(call: Call, folder: Path) -> None:
    """Neither drafts nor what would hold."""
    text = WAR.read_text("utf-8").replace("tabled = 1", "tabled = 0")
    start, end = text.index("[council]"), text.index("[[party]]")
    done = call("settle", war(folder, text[:start] + text[end:]), "--by", "2011-03", "--draws", "8")
    assert done.code == 0
    assert "war holds" not in done.out
    assert "draft" not in done.out


def test_a_month_outside_the_run_is_refused(call: Call, folder: Path) -> None:
    """With what is allowed."""
    done = call("settle", war(folder), "--by", "2020-01")
    assert done.code == 2
    assert "2020-01 lies outside the run" in done.err
