import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Call = Callable[..., Any]


def test_actors_on_one_issue(call: Call, mine: Path) -> None:
    """In lines, in JSON, and drawn."""
    rows = [
        f"20{14 + k}-05-01,{actor},odrun_troops,{vote},Motion {k}"
        for k in range(4)
        for actor, vote in (("ODRUN", "yes"), ("TARVIA", "no"))
    ]
    (mine / "votes.csv").write_text("\n".join(["date,actor,issue,vote,on", *rows]), "utf-8")
    place = mine.parent / "compared.svg"
    asked = ["compare", "mine", "--issue", "odrun_troops"]
    done = call(*asked, "--out", str(place))
    assert done.code == 0, done.err
    assert "(what it does)" in done.out
    assert "Nearest to each:" in done.out
    assert place.read_text("utf-8").startswith("<svg")
    found = json.loads(call(*asked, "--json", "--on", "2018-06").out)
    assert found["on"] == "2018-06-30"
    assert len(found["standings"]) >= 2


def test_who_cannot_be_placed_is_said(call: Call, mine: Path) -> None:
    """With who can."""
    del mine
    done = call("compare", "mine", "--issue", "odrun_troops", "--actors", "ODRUN", "-q")
    assert done.code == 2
    assert "fewer than two actors" in done.err
