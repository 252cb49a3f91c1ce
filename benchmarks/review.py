"""Print how long review takes to open and to store a decision on a large ledger.

Usage, from the root of the project: ``.venv/bin/python benchmarks/review.py [STATEMENTS]``. The
ledger is made of invented reports, 100,000 statements unless said otherwise, in a folder that is
removed afterwards. Opening is timed in a process of its own, from its start to the first record on
the screen; and within it, by processor time, so that other programs on the machine count less.
"""

import io
import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from rich.console import Console

from volteface.case import load_case
from volteface.case.schema import Case
from volteface.cli.review_screen import show
from volteface.identity import text_sha256
from volteface.ledger import Reading, open_ledger
from volteface.ledger.machine import coder_for
from volteface.records import Candidate, DateInterval, Report, Statement
from volteface.review.queue import queue
from volteface.review.session import Session

STATEMENTS, A_REPORT, DECISIONS, OPENINGS = 100_000, 20, 200, 5
CASE = "syria"


def fill(place: Path, case: Case, number: int) -> None:
    """Make a ledger with so many statements, alike on the whole to what reading finds."""
    rng = random.Random(1)
    issues = [one.id for one in case.issues]
    actors = [one.id for one in case.actors if one.kind != "observers"]
    people = [one.name for one in case.people]
    with open_ledger(place) as ledger:
        for count in range(number // A_REPORT):
            day = date(2011, 3, 1) + timedelta(days=rng.randrange(1800))
            when = DateInterval(day, day, "day", "dateline")
            parts = [f"Line {n} of report {count} tells what was said.\n" for n in range(A_REPORT)]
            text = "".join(parts)
            name = f"{count:016x}"
            head = (f"Report {count}", "Reuters", when, "en")
            report = Report(f"r-{name}", f"{count:06}.txt", text, text_sha256(text), *head)
            said, start = [], 0
            for order, part in enumerate(parts):
                sure = rng.random() ** 0.4
                issue = rng.choice([*issues, None])
                stance = None if issue is None else rng.uniform(-1, 1)
                offered = (
                    Candidate(issue, stance, sure),
                    Candidate(rng.choice(issues), rng.uniform(-1, 1), (1 - sure) * 0.7),
                    Candidate(None, None, (1 - sure) * 0.3),
                )
                end = start + len(part) - 1
                said.append(
                    Statement(
                        id=f"s-{count * A_REPORT + order:016x}",
                        utterance=f"u-{count * A_REPORT + order:016x}",
                        report=report.id,
                        voice="attributed",
                        content=((start, end),),
                        speaker=(),
                        cue=(),
                        text=text[start:end],
                        kind=rng.choice(("direct", "indirect")),
                        register=rng.choice(("stated", "stated", "stated", "conduct", "imputed")),
                        person=rng.choice([*people, None]),
                        actor=rng.choice(actors),
                        role=None,
                        about=rng.choice(actors),
                        addressee=None,
                        via=("Reuters",),
                        endorsed=True,
                        said_on=when,
                        issue=issue,
                        stance=stance,
                        confidence=sure,
                        candidates=offered,
                    )
                )
                start += len(part)
            ledger.store(Reading(report, "k", coder_for(case), tuple(said)))


OPENING = """
import io, sys, time
from rich.console import Console
from volteface.case import load_case
from volteface.ledger import open_ledger
from volteface.ledger.machine import refuse_other_case
from volteface.review.queue import queue
from volteface.review.session import Session
from volteface.cli.review_screen import show
case = load_case(sys.argv[2])
with open_ledger(sys.argv[1], create=False) as ledger:
    refuse_other_case(ledger, case)
    session = Session(ledger, case, "anna", queue(ledger, case, "anna"))
    show(Console(file=io.StringIO()), session.current(), session)
    print(time.process_time())
"""


def opening(place: Path) -> tuple[float, float]:
    """Seconds from the start of the program to the first record: by the clock, and of processor."""
    start = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", OPENING, str(place), CASE],
        capture_output=True,
        text=True,
        check=True,
    )
    return time.perf_counter() - start, float(done.stdout)


def deciding(place: Path, case: Case) -> list[tuple[float, float]]:
    """Seconds for each of many decisions: by the clock, and of processor."""
    times, console = [], Console(file=io.StringIO())
    with open_ledger(place) as ledger:
        session = Session(ledger, case, "anna", queue(ledger, case, "anna"))
        for number in range(DECISIONS):
            item = session.current()
            assert item is not None, "there are more statements than decisions"
            show(console, item, session)
            start, used = time.perf_counter(), time.process_time()
            if number % 3:
                session.approve(item)
            else:
                session.correct(item, {"endorsed": "no"})
            times.append((time.perf_counter() - start, time.process_time() - used))
    return times


def main() -> None:
    """Fill, measure, print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else STATEMENTS
    case = load_case(CASE)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "large.sqlite"
        fill(place, case, number)
        size = place.stat().st_size / 2**20
        print(f"{number} statements, {size:.0f} MiB")
        opened = [opening(place) for _ in range(OPENINGS)]
        wall, processor = (min(one[n] for one in opened) for n in (0, 1))
        print(f"review opens in {wall:.2f} s ({processor:.2f} s of processor), best of {OPENINGS}")
        walls, used = (
            [1000 * one for one in each] for each in zip(*deciding(place, case), strict=True)
        )
        high = statistics.quantiles(walls, n=20)[-1]
        print(
            f"a decision is stored in {statistics.median(walls):.1f} ms "
            f"({statistics.median(used):.1f} ms of processor; medians of {DECISIONS}; "
            f"95 % under {high:.1f} ms)"
        )


if __name__ == "__main__":
    main()
