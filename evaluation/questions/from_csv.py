"""Turn a tournament's table of questions into a file that ``volteface forecast`` takes.

Usage, from the root of the project: ``python evaluation/questions/from_csv.py TABLE.csv OUT.toml``.
The table has the columns ifp_id, q_text, q_desc, date_start, outcome and options, the options as
"(a) Yes, (b) No". What the model can say of each question stands in ``measures.toml``.
"""

import csv
import json
import re
import sys
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

MEASURES = Path(__file__).parent / "measures.toml"
OPTION = re.compile(r"\(([a-z])\)\s*(.*?)(?=,?\s*\([a-z]\)|$)", re.DOTALL)


def convert(table: Path, measures: Path = MEASURES) -> str:
    """The questions as TOML, in the order of the table."""
    known = tomllib.loads(measures.read_text(encoding="utf-8"))
    text = table.read_text(encoding="utf-8", errors="replace")
    rows = csv.DictReader(text.splitlines(keepends=True))
    return "\n".join(_question(row, known[row["ifp_id"]]) for row in rows)


def _question(row: Mapping[str, str], put: Mapping[str, object]) -> str:
    names = {letter: f"({letter}) {' '.join(said.split())}" for letter, said in _options(row)}
    lines = [
        "[[question]]",
        f"id = {_text(row['ifp_id'])}",
        f"text = {_text(row['q_text'])}",
        f"criterion = {_text(row['q_desc'])}",
        f"opened = {_day(row['date_start'])}",
        f"closes = {put['closes']}",
        f"status_quo = {_text(names[str(put['status_quo'])])}",
        f"outcome = {_text(names[row['outcome']])}",
    ]
    lines += [f"{key} = {_text(str(put[key]))}" for key in ("given", "unmodelled") if key in put]
    for letter, name in names.items():
        lines += ["", "[[question.option]]", f"name = {_text(name)}"]
        if letter in put:
            lines.append(f"measure = {json.dumps(put[letter], ensure_ascii=False)}")
    return "\n".join([*lines, ""])


def _options(row: Mapping[str, str]) -> list[tuple[str, str]]:
    return OPTION.findall(row["options"])


def _text(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _day(written: str) -> date:
    return datetime.strptime(written, "%m/%d/%Y").date()  # noqa: DTZ007 - a day has no zone


def main() -> None:
    """Convert."""
    Path(sys.argv[2]).write_text(convert(Path(sys.argv[1])), encoding="utf-8")


if __name__ == "__main__":
    main()
