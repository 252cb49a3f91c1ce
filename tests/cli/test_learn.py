import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from volteface.ledger import open_ledger

Call = Callable[..., Any]
REPORT = """PORT SELM, 4 June 2018 - "Our soldiers will stay in Tarvia," Tovan Rask said on Monday.

"We call for an immediate ceasefire," Petra Vaun said in Marrowgate on Sunday.
"""


def test_learning_says_before_and_after(call: Call, folder: Path) -> None:
    """It prints how statements are read before and after, and the next run reads by it."""
    assert call("new", "war").code == 0
    shutil.rmtree(folder / "war" / "reports")
    for number in range(6):
        path = folder / "war" / "reports" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(REPORT.replace("4 June", f"{number + 4} June"), encoding="utf-8")
    assert call("run", "war", "--no-model", "-q").code == 0
    refused = call("learn", "war")
    assert refused.code == 2
    assert "0 approved statements" in refused.err
    with open_ledger(str(folder / "war.sqlite")) as ledger:
        for one in list(ledger.statements()):
            ledger.note(one.id, "anna", "approved")
    done = call("learn", "war")
    assert done.code == 0, done.err
    assert "before, after" in done.out
    assert "issue among three" in done.out
    told = json.loads(call("learn", "war", "--json").out)
    assert told["approved"] >= told["before"]["count"] > 0
    assert (folder / "war" / "learnt.json").is_file()
    again = call("run", "war", "--no-model")
    assert " of them new" in again.err
    assert ", 0 of them new" not in again.err
