"""Measure quotations and their speakers against annotated articles.

Usage, from the root of the project: ``.venv/bin/python evaluation/quotations/run.py [SET ...]
[--by-rules]``. The name of a set ends in ``.speech`` where quotations are read as speech alone.
``VOLTEFACE_DATA`` names the folder that holds ``quotes/polnear-dev.jsonl.gz`` (Newell, Margolin
and Ruths 2018) and ``quotes/ggt-dev.jsonl.gz`` (Gender Gap Tracker). Exit code 1 when a figure
misses its floor or the data are not those that the floors were set on. ``--by-rules`` leaves the
trained tagger out and holds no floor.
"""

import gzip
import hashlib
import json
import os
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scoring import Article, Quotation, Score

from volteface.coding.reader import Reader
from volteface.records import Report
from volteface.reports import read_reports

FLOORS = Path(__file__).parent / "floors.toml"


def main() -> int:
    """Print the table; say whether all floors hold."""
    data = os.environ.get("VOLTEFACE_DATA")
    if data is None:
        print("skipped: VOLTEFACE_DATA is not set")
        return 0
    by_rules = "--by-rules" in sys.argv
    asked = {name for name in sys.argv[1:] if not name.startswith("--")}
    missed = 0
    for name, floors in tomllib.loads(FLOORS.read_text(encoding="utf-8")).items():
        if asked and name not in asked:
            continue
        articles, _, convention = name.partition(".")
        path = Path(data) / "quotes" / f"{articles}.jsonl.gz"
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != floors.pop("sha256"):
            print(f"{path}: not the data that the floors were set on (sha256 {digest})")
            return 1
        reader = Reader(by_rules=by_rules, quotations="speech" if convention else "broad")
        for figure, value in measured(path, reader):
            bound = None if by_rules else floors.get(figure)
            missed += bound is not None and value < bound
            mark = "" if bound is None else f"least {bound}" + (" MISSED" * (value < bound))
            print(f"{name:20} {figure:20} {value:8.1f}  {mark}", flush=True)
    print("a floor was missed" if missed else "all floors hold")
    return int(missed > 0)


def measured(path: Path, reader: Reader) -> Iterator[tuple[str, float]]:
    """Every figure of one set by name."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    begin = time.perf_counter()
    found = read(articles, reader)
    seconds = time.perf_counter() - begin
    score = Score()
    for item in articles:
        article = Article(item["text"])
        annotated = [_quotation(article, a["content"], a["source"]) for a in item["attributions"]]
        score.add(
            article,
            [q for q in annotated if q.content],
            [q for r in found[item["id"]] if (q := _quotation(article, *r)).content],
        )
    yield "strict_f", score.f("strict")
    yield "with_speaker", score.f("strict", speaker=True)
    yield "overlap_f", score.f("overlap")
    yield "overlap_with_speaker", score.f("overlap", speaker=True)
    for kind in ("direct", "mixed", "indirect"):
        yield f"recall_{kind}", score.recall(kind)
    yield "words_per_second", sum(len(item["text"].split()) for item in articles) / seconds


def _quotation(article: Article, content: list[Any], source: list[Any]) -> Quotation:
    return Quotation(article.words(content), article.words(source))


def read(articles: list[dict[str, Any]], reader: Reader) -> dict[str, list[tuple[Any, Any]]]:
    """What the reader finds: content and speaker of each attributed utterance, by article."""
    found: dict[str, list[tuple[Any, Any]]] = {item["id"]: [] for item in articles}
    with tempfile.TemporaryDirectory() as folder:
        for item in articles:
            file = Path(folder) / f"{item['id']}.txt"
            file.write_text(item["text"], encoding="utf-8", newline="")
        for report in read_reports([Path(folder)]):
            if isinstance(report, Report):
                said = [s for s in reader.read(report) if s.voice == "attributed"]
                first = {s.utterance: (s.content, s.speaker) for s in reversed(said)}
                found[Path(report.path).stem] = list(first.values())
    return found


if __name__ == "__main__":
    sys.exit(main())
