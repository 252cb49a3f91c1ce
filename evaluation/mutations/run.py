"""Read mutated articles: nothing may break, and time must grow with length alone.

Usage, from the root of the project: ``.venv/bin/python evaluation/mutations/run.py [ARTICLES]
[SEED] [--no-monsters]`` (10,000 unless told; about ten minutes; other seeds give other articles).
The articles are pieces of the bundled dispatches. Exit code 1 when a reading fails, an offset lies
outside its report, or a character of a monstrous text takes more than three times the processor
time of one of ordinary text.
"""

import random
import sys
import time
from pathlib import Path

from mutate import mutated

from volteface.case import load_case
from volteface.coding.reader import Reader
from volteface.identity import content_id, text_sha256
from volteface.records import Report

DISPATCHES = Path(__file__).parents[2] / "src" / "volteface" / "bundled" / "syria" / "reports"
LONGEST = 900
"""Characters of a piece before it is mutated."""
SLOWEST = 3.0


def report(text: str) -> Report:
    """A report of nothing but its text."""
    return Report(
        id=content_id("r", text),
        path="mutated.txt",
        text=text,
        sha256=text_sha256(text),
        title=None,
        outlet=None,
        published=None,
        language="en",
    )


def broken_offsets(found: Report, reader: Reader) -> int:
    """How many statements have a span outside the report, empty, or with other words."""
    wrong = 0
    for statement in reader.read(found):
        spans = (*statement.content, *statement.speaker, *statement.cue)
        inside = all(0 <= start < end <= len(found.text) for start, end in spans)
        words = " ".join(found.text[start:end] for start, end in statement.content)
        wrong += not (inside and statement.content and words == statement.text)
    return wrong


def seconds_a_character(text: str, reader: Reader) -> float:
    """Processor time to read the text, over its length."""
    begin = time.process_time()
    reader.read(report(text))
    return (time.process_time() - begin) / len(text)


def monsters(ordinary: str) -> dict[str, str]:
    """Texts of a megabyte, or of a hundred thousand quote marks."""
    flat = " ".join(ordinary.split())
    return {
        "one paragraph of 1 MB": (flat + " ") * (1_000_000 // len(flat)),
        "100,000 quote marks": '"' * 100_000,
        "100,000 words in marks": '"so" ' * 100_000,
        "marks opened 100,000 times": "“he said " * 100_000,
        "1 MB without a space": "a" * 1_000_000,
        "100,000 lines": "He said no.\n" * 100_000,
    }


def main() -> int:
    """Print what broke; 0 when nothing did."""
    numbers = [int(given) for given in sys.argv[1:] if given.isdecimal()]
    articles, seed = (*numbers, *(10_000, 20120530)[len(numbers) :])
    chance = random.Random(seed)
    reader = Reader(load_case("syria"))
    dispatches = [path.read_text(encoding="utf-8") for path in sorted(DISPATCHES.glob("*.txt"))]
    failed = wrong = 0
    for n in range(articles):
        whole = chance.choice(dispatches)
        first = chance.randrange(max(1, len(whole) - LONGEST))
        text = mutated(whole[first : first + LONGEST], chance)
        if not text:
            continue
        try:
            wrong += broken_offsets(report(text), reader)
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is what we look for
            failed += 1
            print(f"article {n}: {type(problem).__name__}: {problem}")
    print(f"{articles} mutated articles: {failed} failed, {wrong} statements with wrong offsets")
    if "--no-monsters" in sys.argv:
        return int(failed + wrong > 0)
    plain = Reader()
    ordinary = "\n\n".join(dispatches)
    normal = min(seconds_a_character(ordinary, plain) for _ in range(2))
    slow = 0
    for name, text in monsters(ordinary).items():
        ratio = seconds_a_character(text, plain) / normal
        slow += ratio > SLOWEST
        print(f"{name:28} {ratio:6.2f} times the time per character of ordinary text")
    return int(failed + wrong + slow > 0)


if __name__ == "__main__":
    sys.exit(main())
