"""Measure a model at any endpoint beside the offline reader, on the same texts.

Usage, from the root of the project: ``.venv/bin/python evaluation/model_reader/run.py --endpoint
URL --model NAME [--articles N] [--texts N] [--at-once N] [--words N] [--answer N] [--wait SECONDS]
[--one-message] [--answers FILE]``. Two tables: quotations and their speakers in N annotated news
articles (``VOLTEFACE_DATA`` names the folder that holds ``quotes/polnear-dev.jsonl.gz``; skipped
without it), and issue, side, actor and register of the statements in N texts about three wars
(``evaluation/coding/tuned``; nothing may be tuned on ``blind``). Answers are kept in ``--answers``,
so that a stopped run goes on. The key is taken from the environment, as in ``volteface reread``.
"""

import argparse
import gzip
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path += [str(HERE.parent / "quotations"), str(HERE.parent / "coding")]

from gold import Gold, Text, conflicts  # noqa: E402 - of evaluation/coding
from scoring import Article, Quotation, Score  # noqa: E402 - of evaluation/quotations

from volteface.case.schema import Case  # noqa: E402
from volteface.coding.reader import Reader, without_case  # noqa: E402
from volteface.identity import content_id, text_sha256  # noqa: E402
from volteface.model_reader import Endpoint, Rereading, endpoint_of  # noqa: E402
from volteface.model_reader.cost import Budget  # noqa: E402
from volteface.model_reader.kept import KeptAnswers  # noqa: E402
from volteface.model_reader.merging import common, length  # noqa: E402
from volteface.model_reader.service import Limits, Service  # noqa: E402
from volteface.model_reader.tally import BLANKED, DROPPED, KEPT, Tally, told  # noqa: E402
from volteface.records import Report, Statement  # noqa: E402

LEAST = 0.5
"""F1 of the characters from which a statement found is the one of the gold."""
Found = dict[str, Sequence[Statement]]


@dataclass(slots=True)
class Model:
    """A model as it is asked for every text, and what its answers came to."""

    endpoint: Endpoint
    kept: KeptAnswers
    service: Service
    words: int
    longest: int
    at_once: int
    tally: Tally
    budget: Budget
    read_words: int = 0
    seconds: float = 0.0
    unread: int = 0

    def read(self, case: Case, reports: Sequence[Report]) -> Found:
        """The statements of each report; none of one that got no answer."""
        reader = Rereading(case, self.endpoint, self.kept, words=self.words, longest=self.longest)
        plan = reader.plan(reports)
        begin = time.perf_counter()
        outcome = reader.run(plan, self.service, self.budget, at_once=self.at_once)
        self.seconds += time.perf_counter() - begin
        self.read_words += plan.words
        self.tally += outcome.tally
        self.unread += len(reports) - len(outcome.read)
        for why in {*outcome.failed.values(), outcome.stopped} - {None}:
            print(f"  {why}")
        return {report.id: outcome.read.get(report.id, ()) for report in reports}


def main() -> int:
    """Print both tables."""
    asked = arguments()
    named = endpoint_of(asked.endpoint, asked.model, os.environ, one_message=asked.one_message)
    with KeptAnswers(Path(asked.answers)) as kept:
        service = Service(named, Limits(seconds=asked.wait))
        model = Model(
            named, kept, service, asked.words, asked.answer, asked.at_once, Counter(), Budget()
        )
        quotations(model, asked.articles)
        coding(model, asked.texts)
    print(f"kept {model.tally[KEPT]}; thrown away: {told(model.tally, DROPPED) or 'nothing'}")
    print(f"left empty: {told(model.tally, BLANKED) or 'nothing'}; texts not read: {model.unread}")
    if model.read_words:
        print(
            f"{model.read_words} words asked for, {model.read_words / model.seconds:.1f} words a "
            f"second; {model.budget.sent:,} tokens sent, {model.budget.received:,} received"
        )
    return 0


def arguments() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description="Measure a model beside the offline reader.")
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--articles", type=int, default=10)
    parser.add_argument("--texts", type=int, default=15)
    parser.add_argument("--at-once", type=int, default=4)
    parser.add_argument("--words", type=int, default=900)
    parser.add_argument("--answer", type=int, default=16_000)
    parser.add_argument("--wait", type=float, default=300.0)
    parser.add_argument("--one-message", action="store_true")
    parser.add_argument("--answers", default="evaluation.answers")
    return parser.parse_args()


def quotations(model: Model, count: int) -> None:
    """Quotations and speakers as ``evaluation/quotations`` measures them."""
    data = os.environ.get("VOLTEFACE_DATA")
    if data is None or not count:
        print("quotations skipped: VOLTEFACE_DATA is not set, or no articles are asked for")
        return
    path = Path(data) / "quotes" / "polnear-dev.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        every = [json.loads(line) for line in lines]
    articles = every[:: max(1, len(every) // count)][:count]
    reports = [a_report(item["id"], item["text"]) for item in articles]
    offline = Reader()
    found = {
        "offline": {report.id: offline.read(report) for report in reports},
        model.endpoint.model: model.read(without_case(), reports),
    }
    scores = {}
    for name, read in found.items():
        scores[name] = Score()
        for item, report in zip(articles, reports, strict=True):
            article = Article(item["text"])
            gold = [
                Quotation(article.words(a["content"]), article.words(a["source"]))
                for a in item["attributions"]
            ]
            said = {s.utterance: s for s in read[report.id] if s.voice == "attributed"}
            mine = [
                Quotation(article.words(s.content), article.words(s.speaker)) for s in said.values()
            ]
            wanted = [q for q in gold if q.content]
            scores[name].add(article, wanted, [q for q in mine if q.content])
    print(f"{f'quotations: {len(articles)} articles':24}" + "".join(f"{n:>16}" for n in found))
    rows = {
        "strict_f": [s.f("strict") for s in scores.values()],
        "with_speaker": [s.f("strict", speaker=True) for s in scores.values()],
        "overlap_f": [s.f("overlap") for s in scores.values()],
        **{
            f"recall_{kind}": [s.recall(kind) for s in scores.values()]
            for kind in ("direct", "mixed", "indirect")
        },
    }
    for row, values in rows.items():
        print(f"  {row:22}" + "".join(f"{value:16.1f}" for value in values), flush=True)


def coding(model: Model, count: int) -> None:
    """What of the gold statements is found, and of those how much is coded rightly."""
    counts: dict[str, Counter[str]] = {"offline": Counter(), model.endpoint.model: Counter()}
    known = conflicts("tuned")
    share = -(-count // len(known))
    used = 0
    for conflict in known:
        texts = conflict.texts[:: max(1, len(conflict.texts) // share)][:share] if share else ()
        reports = [text.report for text in texts]
        used += len(texts)
        offline = Reader(conflict.case)
        by_name = {
            "offline": {report.id: offline.read(report) for report in reports},
            model.endpoint.model: model.read(conflict.case, reports) if reports else {},
        }
        for name, read in by_name.items():
            for text in texts:
                score(text, read[text.report.id], counts[name])
    print(f"{f'coding: {used} texts':24}" + "".join(f"{name:>16}" for name in counts))
    for row, of in (("found", "gold"), *((m, "found") for m in MEASURES)):
        values = [100 * c[row] / c[of] if c[of] else float("nan") for c in counts.values()]
        print(f"  {row:22}" + "".join(f"{value:16.1f}" for value in values), flush=True)
    print(
        f"  {'(statements)':22}"
        + "".join(f"{c['found']:9} of {c['gold']:3}" for c in counts.values())
    )


MEASURES = ("issue", "issue and side", "actor", "register")


def score(text: Text, read: Sequence[Statement], counts: Counter[str]) -> None:
    """Count one text's gold statements."""
    for gold in text.statements:
        counts["gold"] += 1
        near = [s for s in read if likeness(gold, s) >= LEAST]
        if not near:
            continue
        counts["found"] += 1
        best = max(near, key=lambda s: (s.issue in gold.issues, likeness(gold, s)))
        right = best.issue in gold.issues
        counts["issue"] += right
        side = (best.stance or 0.0) * gold.sign > 0
        counts["issue and side"] += right and (best.issue is None or gold.sign == 0 or side)
        counts["actor"] += best.actor == gold.given.actor
        counts["register"] += best.register == gold.register


def likeness(gold: Gold, statement: Statement) -> float:
    """F1 of the characters of two contents."""
    shared = common(gold.given.content, statement.content)
    return 2 * shared / (length(gold.given.content) + length(statement.content))


def a_report(name: str, text: str) -> Report:
    """An article as a report without a date."""
    return Report(
        id=content_id("r", text), path=name, text=text, sha256=text_sha256(text), title=None,
        outlet=None, published=None, language="en",
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
