"""How fast reports are read, and in how much memory.

Prints words per second on one thread of the whole reader without a case (``read``), of the parser
alone (``spacy``) and of textacy's direct quotations on the same parse (``textacy``), the ratios of
the first to the others, the time that coding by the bundled Syria case adds, in units of reading
without a case (``coding``), words per second of the whole command (``command``), its gain from a
second worker (``two_workers``), the factor in time when the text doubles (``growth``: 2 is linear)
and the command's largest memory in megabytes (``memory``).

    python benchmarks/reading.py --json

textacy is no dependency of the project; where it is not installed its figures are left out.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

# As the command does: before the libraries are loaded, or they start threads of their own.
for _library in ("OMP", "OPENBLAS", "MKL", "BLIS"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")

import spacy  # noqa: E402

from volteface.case import load_case  # noqa: E402
from volteface.coding.reader import Reader  # noqa: E402
from volteface.coding.reading_key import MODEL  # noqa: E402
from volteface.identity import content_id, text_sha256  # noqa: E402
from volteface.records import Report  # noqa: E402

DISPATCHES = Path(__file__).parents[1] / "src" / "volteface" / "bundled" / "syria" / "reports"
COPIES = 6
"""Of the bundled dispatches, for what is started as a command."""


def timed(work: Callable[[], object], repeats: int = 3) -> float:
    """The shortest of some runs, in seconds of the processor's time: all are on one thread."""
    best = math.inf
    for _ in range(repeats):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def report(text: str) -> Report:
    """A report of nothing but its text."""
    return Report(
        id=content_id("r", text),
        path="bench.txt",
        text=text,
        sha256=text_sha256(text),
        title=None,
        outlet=None,
        published=None,
        language="en",
    )


LAUNCH = """
import resource, subprocess, sys, time
begin = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""
"""A small process that starts the command: a child's largest memory counts its parent's too."""


def command(folder: Path, workers: int) -> tuple[float, float]:
    """Seconds of ``volteface read`` as a process, and its largest memory in megabytes."""
    arguments = ["read", str(folder), "--jsonl", "--quiet", "--workers", str(workers)]
    program = Path(sys.executable).with_name("volteface")
    launched = [sys.executable, "-c", LAUNCH, program, *arguments]
    told = subprocess.run(launched, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    seconds, memory = map(float, told.stdout.split())
    return seconds, memory


def figures() -> dict[str, float]:
    """Every figure by name."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(DISPATCHES.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    reader = Reader()
    reports = [report(text) for text in texts]
    reader.read(reports[0])
    read = timed(lambda: [reader.read(one) for one in reports])
    coder = Reader(load_case("syria"))
    coder.read(reports[0])
    coded = timed(lambda: [coder.read(one) for one in reports])
    once, twice = (report("\n\n".join(texts * n)) for n in (1, 2))
    growth = timed(lambda: reader.read(twice)) / timed(lambda: reader.read(once))
    nlp = spacy.load(MODEL, exclude=["ner"])
    alone = timed(lambda: list(nlp.pipe(texts)))
    quotations = math.nan
    if find_spec("textacy") is not None:
        found = import_module("textacy.extract.triples").direct_quotations
        quotations = timed(lambda: [list(found(doc)) for doc in nlp.pipe(texts)])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for copy in range(COPIES):
            for n, text in enumerate(texts):
                (folder / f"{copy}-{n}.txt").write_text(f"{text}\n{copy}", encoding="utf-8")
        (one, memory), (two, _) = command(folder, 1), command(folder, 2)
    return {
        "read": words / read,
        "spacy": words / alone,
        "textacy": words / quotations,
        "read_to_spacy": alone / read,
        "read_to_textacy": quotations / read,
        "coding": coded / read - 1,
        "command": words * COPIES / one,
        "two_workers": one / two,
        "growth": growth,
        "memory": memory,
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="as one JSON object")
    found = figures()
    if parser.parse_args().json:
        print(json.dumps(found))
        return
    for name, figure in found.items():
        print(f"{name:16} {figure:10.2f}")


if __name__ == "__main__":
    main()
