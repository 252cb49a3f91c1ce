import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from volteface.case import load_case
from volteface.coding.processes import coding, linked, oldest_first
from volteface.coding.standing_lines import StandingLines
from volteface.records import Report

MakeReport = Callable[..., Report]


def test_results_come_in_the_order_asked_for(make_report: MakeReport) -> None:
    """Two processes give what one gives, also where a long report is begun before the others."""
    case = load_case(str(Path(__file__).parent / "four_wars"))
    short = [make_report(f"Oleg Sidorov said that talks must begin. Rain fell {n}.") for n in "ab"]
    long = make_report("Rain fell on the hills. " * 2200 + "\n\nParis asked Mali to stop the war.")
    reports = [short[0], long, short[1]]
    with coding(case, 1) as code:
        alone = list(code(reports))
    with coding(case, 2, soon=2) as code:
        together = list(code(reports))
    assert together == alone
    assert [bool(one.statements) for one in together] == [True, True, True]


def test_the_starting_process_loads_no_parser() -> None:
    """What starts the processes and hands out reports needs neither the parser nor a network."""
    program = (
        "import sys, volteface.cli.read, volteface.coding.processes, volteface.reports.read;"
        "sys.exit(bool({'spacy', 'onnxruntime'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0  # noqa: S603


def test_the_oldest_report_is_first(make_report: MakeReport) -> None:
    """Reports are read by their date and, on one day, by their path; undated ones last."""
    days = ("2014-06-04", None, "2013-01-01", "2014-06-04")
    reports = [make_report(f"Rain {n}.", day, path=f"{n}") for n, day in enumerate(days)]
    assert [one.path for one in sorted(reports, key=oldest_first)] == ["2", "0", "3", "1"]
    with coding(None, 1) as code:
        read = [report.path for report, _ in linked(reports, code, StandingLines())]
    assert read == ["2", "0", "3", "1"]
