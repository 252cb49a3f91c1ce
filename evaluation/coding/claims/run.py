"""Print how well claims are found and matched on other wars, set by set; compare with the floors.

Usage, from the root of the project: ``.venv/bin/python evaluation/coding/claims/run.py``.
Exit code 1 when a figure misses its floor.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from volteface.case.claims_schema import Claim as Known
from volteface.case.schema import Actor, ActorsFile, Case, CaseFile
from volteface.coding.reader import Reader, without_case
from volteface.identity import content_id, text_sha256
from volteface.records import Claim, DateInterval, Report

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one claim of the gold was read; all but ``found`` only count where it was."""

    found: bool
    direction: bool = False
    endorsed: bool = False
    holder: bool = False


def case_of(war: dict[str, Any]) -> Case:
    """The case of the war: that of the events, or its own few actors."""
    if "case" not in war:
        actors = tuple(Actor(**actor) for actor in war["actor"])
        return without_case().model_copy(update={"actors": actors})
    folder = FOLDER.parent / "events" / war["case"] / "case"
    listed = ActorsFile(**tomllib.loads((folder / "actors.toml").read_text(encoding="utf-8")))
    settings = CaseFile(**tomllib.loads((folder / "case.toml").read_text(encoding="utf-8")))
    case = without_case()
    told = {"settings": settings, "actors": listed.actors, "people": listed.people}
    return case.model_copy(update=told)


def reader_of(war: dict[str, Any]) -> Reader:
    """A reader that knows the war's claims."""
    told = {"holder": "analyst", "outlet": "none", "date": "2000-01", "endorsed": True}
    known = [Known(**claim, **told, unmodelled="for matching") for claim in war["known"]]
    return Reader(case_of(war), claims=known)


def report_of(text: dict[str, Any]) -> Report:
    """A gold text as the report it stands for."""
    return Report(
        id=content_id("r", text["text"]),
        path=text["id"],
        text=text["text"],
        sha256=text_sha256(text["text"]),
        title=None,
        outlet=text["outlet"],
        published=DateInterval(text["published"], text["published"], "day", "dateline"),
        language="en",
    )


def told_by(gold: dict[str, Any], text: str, claims: tuple[Claim, ...]) -> list[Claim]:
    """The claims read from words that the gold claim shares; line breaks in the text are spaces."""
    first = text.replace("\n", " ").index(gold["words"])
    last = first + len(gold["words"])
    return [c for c in claims if c.content[0][0] < last and first < c.content[0][1]]


def outcomes(war: dict[str, Any]) -> Iterator[tuple[list[Outcome], int, list[bool]]]:
    """For each text: every gold claim, how many of those read are none, which matches are right."""
    reader = reader_of(war)
    for text in war["text"]:
        report = report_of(text)
        claims = reader.code(report).claims
        true: set[str] = set()
        read = []
        matches = []
        for gold in text["claim"]:
            hits = told_by(gold, report.text, claims)
            true |= {claim.id for claim in hits}
            best = next((c for c in hits if c.direction == gold["direction"]), None) or (
                hits[0] if hits else None
            )
            if best is None:
                read.append(Outcome(found=False))
                continue
            right = gold["holder"].lower() in best.holder.lower() or best.holder == "analyst"
            read.append(
                Outcome(
                    found=True,
                    direction=best.direction == gold["direction"],
                    endorsed=best.endorsed == gold["endorsed"],
                    holder=right and (best.holder == "analyst") == (gold["holder"] == "analyst"),
                )
            )
            if best.matches is not None:
                matches.append(best.matches == gold.get("matches"))
        yield read, sum(claim.id not in true for claim in claims), matches


def measured(wars: list[dict[str, Any]], floors: dict[str, float]) -> bool:
    """Print the figures of a set of wars; whether all reach their floors."""
    everything = [one for war in wars for one in outcomes(war)]
    read = [outcome for one, _, _ in everything for outcome in one]
    false = sum(count for _, count, _ in everything)
    matches = [right for _, _, rights in everything for right in rights]
    found = [outcome for outcome in read if outcome.found]
    figures = {
        "found": len(found) / len(read),
        "true": len(found) / max(1, len(found) + false),
        "direction": sum(o.direction for o in found) / len(found),
        "endorsed": sum(o.endorsed for o in found) / len(found),
        "holder": sum(o.holder for o in found) / len(found),
    }
    if matches:
        figures["matches"] = sum(matches) / len(matches)
    print(f"{len(read)} claims, {false} read that are none, {len(matches)} matched")
    missed = [name for name, least in floors.items() if figures[name] < least]
    for name, value in figures.items():
        print(f"{name:10}{value:6.2f}{'  MISSED' if name in missed else ''}")
    return not missed


def main() -> int:
    """Read every text, print, compare."""
    floors = tomllib.loads((FOLDER / "floors.toml").read_text(encoding="utf-8"))
    passed = True
    for name, least in floors.items():
        print(f"\n{name}")
        wars = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["war"]
        passed &= measured(wars, least)
    return int(not passed)


if __name__ == "__main__":
    sys.exit(main())
