"""Measure the formats: random ledgers out and in again, and a large table in.

python evaluation/formats/run.py ledgers [N]    # 1,000 ledgers through every format
python evaluation/formats/run.py table [ROWS]   # a CSV of a million rows: time and memory
"""

import csv
import random
import resource
import shutil
import sys
import time
from collections import Counter
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from ledgers import Maker
from sqlalchemy import NullPool, create_engine

from volteface.case import load_case
from volteface.case.schema import Case
from volteface.formats.bring_in import bring_in
from volteface.formats.found import Fault
from volteface.formats.holdings import bundles, opened
from volteface.formats.kinds import KINDS
from volteface.formats.names import Names
from volteface.identity import content_id, text_sha256
from volteface.ledger import Ledger, Reading, database, open_ledger, sqlite
from volteface.records import Report

SEED = 20121101
LEDGERS, ROWS = 1000, 1_000_000
PER_REPORT = 1000
CASE = {
    "case": 'id = "valley"\ntitle = "The valley"\nbegins = 2012-01-01\n',
    "actors": '[[actor]]\nid = "UPL"\nname = "Upland"\nkind = "state"\nmetonyms = ["Upton"]\n',
    "issues": (
        '[[issue]]\nid = "garrison"\nquestion = "Should it stay?"\n'
        '[issue.plus]\npole = "It should stay."\ncues = ["keep it"]\nexamples = ["We keep it."]\n'
        '[issue.minus]\npole = "It should go."\ncues = ["withdraw it"]\nexamples = ["Go."]\n'
    ),
    "ties": "",
    "facts": "",
}


def main() -> None:
    """Do what the command line asks."""
    what, numbers = sys.argv[1], [int(number) for number in sys.argv[2:]]
    with TemporaryDirectory() as folder:
        case = _case(Path(folder))
        if what == "ledgers":
            ledgers(Path(folder), case, *(numbers or (0, LEDGERS)))
        else:
            table(Path(folder), case, *(numbers or [ROWS]))


def ledgers(folder: Path, case: Case, first: int, last: int) -> None:
    """How many of the random ledgers ``first`` to ``last`` come back the same, by format."""
    _one_engine()
    same = Counter[str]()
    empty = folder / "empty.sqlite"
    open_ledger(empty).close()
    for seed in range(first, last):
        place = _copy(empty, folder / "one.sqlite")
        with open_ledger(place) as ledger:
            Maker(random.Random(SEED + seed)).fill(ledger)
            before = _held(ledger)
        with opened(place) as store:
            held = list(bundles(store))
        for kind in KINDS.values():
            path, again = folder / f"file{kind.suffix}", _copy(empty, folder / "two.sqlite")
            kind.write(held, path, Names(case))
            faults: list[Fault] = []
            bring_in(again, case, path, kind.read, coder=None, complain=faults.append)
            with open_ledger(again) as ledger:
                same[kind.name] += not faults and _held(ledger) == before
        if (seed + 1 - first) % 25 == 0 or seed + 1 == last:
            done = seed + 1 - first
            told = ", ".join(f"{name} {same[name]}" for name in KINDS)
            print(f"{done} ledgers, of which came back the same: {told}", flush=True)


def table(folder: Path, case: Case, rows: int) -> None:
    """A foreign table of many rows, some of them wrong: time, and the most memory."""
    place, path = folder / "many.sqlite", folder / "many.csv"
    reports = [_report(at) for at in range(rows // PER_REPORT)]
    with open_ledger(place) as ledger:
        for report in reports:
            ledger.store(Reading(report, "k", "volteface/valley", ()))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("path", "text", "actor", "issue", "agreement"))
        for report in reports:
            for at in range(PER_REPORT):
                actor = "Nobody" if at == PER_REPORT - 1 else "Upland"
                writer.writerow((report.path, f"We keep gate {at}.", actor, "garrison", "yes"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began, used = time.perf_counter(), time.process_time()
    tally = bring_in(
        place, case, path, KINDS["csv"].read, coder="anna", complain=lambda _fault: None
    )
    took, used = time.perf_counter() - began, time.process_time() - used
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{rows} rows, {path.stat().st_size / 1e6:.0f} MB, {len(reports)} reports")
    print(f"{tally.coded} taken in, {tally.faults} refused")
    print(f"{took:.0f} s ({used:.0f} s of processor)")
    print(f"memory: {before:.0f} MB before, {most:.0f} MB at most")


def _one_engine() -> None:
    """Use one engine for each place: to compile the same SQL anew is most of a small ledger."""
    database.create_engine = cache(partial(create_engine, poolclass=NullPool))  # type: ignore[assignment]
    sqlite.prepare = cache(sqlite.prepare)  # type: ignore[assignment]


def _report(at: int) -> Report:
    text = f"Report {at}.\n" + "\n".join(f"“We keep gate {gate}.”" for gate in range(PER_REPORT))
    digest = text_sha256(text)
    return Report(content_id("r", digest), f"{at:06}.txt", text, digest, None, None, None, "en")


def _held(ledger: Ledger) -> tuple[object, ...]:
    told = (ledger.statements(), ledger.events(), ledger.claims())
    records = [sorted(found, key=lambda record: record.id) for found in told]
    keys = {coder: ledger.last_keys(coder) for coder in ledger.coders()}
    approved = ledger.approved() & {record.id for record in records[0]}
    return list(ledger.reports()), *records, keys, approved


def _copy(empty: Path, place: Path) -> Path:
    for old in place.parent.glob(f"{place.name}*"):
        old.unlink()
    shutil.copy(empty, place)
    return place


def _case(folder: Path) -> Case:
    for name, text in CASE.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return load_case(folder)


if __name__ == "__main__":
    main()
