"""Tournament questions become a file that forecasts take."""

import subprocess
import sys
from pathlib import Path

from volteface.conflict.load import load_conflict
from volteface.questions.forecasting.load import load_questions

ROOT = Path(__file__).parents[2]
TABLE = """ifp_id,q_text,q_desc,date_start,date_closed,outcome,options
1332-0,Will they agree?,"By ""two"" agencies.",1/22/2014,4/30/2014,b,"(a) Yes, (b) No"
1134-6,When will it fall?,By two agencies.,8/13/2012,10/31/2012,d,\
"(a) In August, (b) In September, (c) In October, (d) Not before 1 November 2012"
"""


def test_a_table_becomes_questions(tmp_path: Path) -> None:
    """With options, outcome, status quo, and what the model can say of each."""
    table, out = tmp_path / "table.csv", tmp_path / "questions.toml"
    table.write_text(TABLE, encoding="utf-8")
    script = ROOT / "evaluation" / "questions" / "from_csv.py"
    subprocess.run([sys.executable, script, table, out], check=True)  # noqa: S603 - our own script
    agreed, fallen = load_questions(out, load_conflict("syria"))
    assert [option.name for option in agreed.options] == ["(a) Yes", "(b) No"]
    assert agreed.outcome == agreed.status_quo == "(b) No"
    assert agreed.options[0].measure == "newly settled=1"
    assert agreed.criterion == 'By "two" agencies.'
    assert len(fallen.options) == 4
    assert fallen.unmodelled is not None
