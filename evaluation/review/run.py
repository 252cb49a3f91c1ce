"""Print what a simulated coder's half hour does to issue accuracy; compare with the floors.

Usage, from the root of the project: ``.venv/bin/python evaluation/review/run.py [--seeds N]``.
The statements are those of ``evaluation/coding/tuned``, three wars with about a hundred each, read
by the program as it is. The coder works through ``volteface review``'s own queue and session until
the time is used up, thirty minutes for two hundred statements, knows the gold, and slips in one
choice of twenty: takes one of the wrong readings offered, at random. Then ``learn`` learns from the
ledger, and what the coder did not reach is read again. Exit code 1 when a figure misses its floor.
"""

import argparse
import math
import random
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent / "coding"))

from gold import Conflict, Gold, conflicts  # noqa: E402 - found by the line above

from volteface.case.schema import Case  # noqa: E402
from volteface.coding.learning import Score, learn  # noqa: E402
from volteface.coding.learnt import NOTHING, Learnt  # noqa: E402
from volteface.coding.spans import SpanCoder  # noqa: E402
from volteface.coding.vectors import load_vectors  # noqa: E402
from volteface.identity import content_id  # noqa: E402
from volteface.ledger import Reading, open_ledger  # noqa: E402
from volteface.ledger.lessons import approved_statements, lessons  # noqa: E402
from volteface.ledger.machine import coder_for  # noqa: E402
from volteface.records import Candidate, Report, Statement  # noqa: E402
from volteface.review.queue import queue  # noqa: E402
from volteface.review.session import CHOICES, Item, Session  # noqa: E402

FLOORS = FOLDER / "floors.toml"
SECONDS_A_STATEMENT = 30 * 60 / 200
APPROVING, PICKING, TYPING = 10.0, 14.0, 35.0
"""Seconds for each kind of choice, reading included: assumed, not measured."""
SLIPS = 0.05


@dataclass(frozen=True, slots=True)
class Result:
    """One war and one coder: shares with the right issue.

    ``start`` and ``end`` are of all statements in the ledger, before the review and after it and a
    new reading; ``rest_before`` and ``rest_after`` of those that the coder did not reach.
    """

    name: str
    decided: int
    total: int
    start: float
    end: float
    rest_before: float
    rest_after: float
    said_before: Score
    said_after: Score

    @property
    def said(self) -> float:
        """The gain that cross-validation says."""
        return self.said_after.issue - self.said_before.issue

    @property
    def found(self) -> float:
        """The gain on what the coder did not reach."""
        return self.rest_after - self.rest_before

    @property
    def error(self) -> float:
        """Standard error of the gain that cross-validation says; careful: pairing is left out."""
        parts = (self.said_before, self.said_after)
        return math.sqrt(sum(s.issue * (1 - s.issue) / s.count for s in parts))


def read(
    case: Case, report: Report, golds: Sequence[Gold], learnt: Learnt = NOTHING
) -> list[Statement]:
    """The statements at the gold's spans, as the program codes them."""
    coded = SpanCoder(case, learnt).code(report, [gold.given for gold in golds])
    found = []
    for gold, one in zip(golds, coded, strict=True):
        first = one.decisions[0]
        found.append(
            Statement(
                id=content_id("s", report.id, gold.given.content, gold.given.actor),
                utterance=content_id("u", report.id, gold.given.content, ()),
                report=report.id,
                voice="attributed" if gold.given.attributed else "writer",
                content=gold.given.content,
                speaker=(),
                cue=(),
                text=report.text[slice(*gold.given.content[0])],
                kind="indirect",
                register=one.register,
                person=None,
                actor=gold.given.actor,
                role=None,
                about=one.about,
                addressee=None,
                via=(),
                endorsed=True,
                said_on=None,
                issue=first.readings[0].issue,
                stance=first.readings[0].stance,
                confidence=first.confidence,
                candidates=tuple(first.readings),
                reason=first.reason,
            )
        )
    return found


def choose(session: Session, item: Item, gold: Gold, rng: random.Random) -> float:
    """Let the coder decide on one item; the seconds it took."""
    one = item.statement
    numbers = range(1, min(CHOICES, len(item.candidates)) + 1)
    fit = [n for n in numbers if _right(gold, item.candidates[n - 1])]
    unfit = [n for n in numbers if n not in fit]
    if unfit and rng.random() < SLIPS:
        session.pick(item, rng.choice(unfit))
        return PICKING
    if _right(gold, one):
        session.approve(item)
        return APPROVING
    if fit:
        session.pick(item, fit[0])
        return PICKING
    issue = gold.issues[0]
    stance = {"stance": f"{0.9 * gold.sign}"} if issue else {}
    session.correct(item, {"issue": issue or "none"} | stance)
    return TYPING


def _right(gold: Gold, read: Statement | Candidate) -> bool:
    """Whether issue and side are the gold's."""
    wanted = gold.sign if read.issue else 0
    return read.issue in gold.issues and _side(read.stance) == wanted


def _side(stance: float | None) -> int:
    return 0 if stance is None else (stance > 0) - (stance < 0)


def half_hour(conflict: Conflict, seed: int, folder: Path) -> Result:
    """One war reviewed by one coder, learnt from, and read again."""
    rng = random.Random(seed)
    case = conflict.case
    golds: dict[str, Gold] = {}
    with open_ledger(folder / f"{conflict.name}-{seed}.sqlite") as ledger:
        for text in conflict.texts:
            said = read(case, text.report, text.statements)
            golds |= {s.id: gold for s, gold in zip(said, text.statements, strict=True)}
            unique = {one.id: one for one in said}
            ledger.store(Reading(text.report, "k", coder_for(case), tuple(unique.values())))
        machine = {one.id: one for one in ledger.statements()}
        session = Session(ledger, case, "simulated", queue(ledger, case, "simulated"))
        left = SECONDS_A_STATEMENT * len(machine)
        while left > 0 and (item := session.current()) is not None:
            left -= choose(session, item, golds[item.statement.id], rng)
        taught = lessons(ledger, case, approved_statements(ledger, case))
        vectors = load_vectors()
        assert vectors is not None, "the sentence vectors are installed"
        learnt, before, after = learn(case, taught, vectors)
        decided = set(session.done)
        held = {one.id: one for one in ledger.statements()}
    anew: dict[str, Statement] = {}
    for text in conflict.texts:
        anew |= {one.id: one for one in read(case, text.report, text.statements, learnt)}
    rest = [record for record in machine if record not in decided]

    def right(statements: dict[str, Statement], records: Sequence[str]) -> float:
        return sum(statements[r].issue in golds[r].issues for r in records) / len(records)

    every = list(machine)
    ended = {r: held[r] if r in decided else anew[r] for r in every}
    return Result(
        conflict.name,
        len(decided),
        len(machine),
        right(machine, every),
        right(ended, every),
        right(machine, rest),
        right(anew, rest),
        before,
        after,
    )


def main() -> int:
    """Simulate, print, compare."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seeds", type=int, default=3)
    seeds = asked.parse_args().seeds
    print("war          seed decided  ledger: before after  cross-validated gain  gain on the rest")
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for conflict in conflicts("tuned"):
            for seed in range(seeds):
                one = half_hour(conflict, seed, Path(folder))
                results.append(one)
                print(
                    f"{one.name:12} {seed:4} {one.decided:3}/{one.total:3}       "
                    f"{one.start:6.1%} {one.end:6.1%}     "
                    f"{one.said:+6.1%} +- {1.96 * one.error:5.1%}      {one.found:+6.1%}",
                    flush=True,
                )
    inside = sum(abs(r.found - r.said) <= 1.96 * r.error for r in results) / len(results)
    found = {
        "raised": sum(r.end - r.start for r in results) / len(results),
        "end": sum(r.end for r in results) / len(results),
        "inside": inside,
    }
    print(", ".join(f"{name} {value:.1%}" for name, value in found.items()))
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    missed = [
        f"MISSED {n}: {found[n]:.3f} under {v:.3f}" for n, v in floors.items() if found[n] < v
    ]
    print("\n".join(missed) or "all floors hold")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
