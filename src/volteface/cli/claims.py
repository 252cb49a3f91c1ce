"""``volteface claims``."""

import json
import os
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from volteface.cli.options import draws_options, json_option, ledger_option, quiet_option
from volteface.cli.progress import progress

if TYPE_CHECKING:
    from volteface.ledger import Ledger
    from volteface.questions.claims import ClaimAnswer


@click.command("claims")
@click.argument("case")
@draws_options
@ledger_option
@click.option(
    "--found",
    is_flag=True,
    help="List what the reports in the ledger claim and claims.toml does not have, to paste.",
)
@json_option
@quiet_option
def command(
    case: str,
    draws: int,
    seed: int,
    ledger: str | None,
    *,
    found: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Hold what the reports claim about the war against the case's model.

    For every claim in claims.toml: who says it, whether the model supports or contradicts it, in
    how many worlds, and whether the answer is built in or emergent (docs/claims.md). With --found
    nothing is answered: each claim that the reports make beside those is printed as a stanza.
    """
    if found:
        _found(case, ledger, as_json=as_json)
        return
    from volteface.case import load_case
    from volteface.conflict import load_conflict
    from volteface.questions.asking import model_claims
    from volteface.questions.claim_json import as_json as claim_json
    from volteface.questions.claims import answer_claims

    loaded = load_case(case)
    conflict = load_conflict(loaded.folder)
    claims = model_claims(loaded.folder, conflict)
    with _opened(ledger, loaded.settings.id) as opened, progress("worlds", quiet=quiet) as tell:
        answers = answer_claims(
            conflict,
            claims,
            opened,
            draws=draws,
            seed=seed,
            progress=tell,
            workers=os.cpu_count() or 1,
        )
    done = min((answer.draws for answer in answers if answer.draws), default=draws)
    if done < draws:
        click.echo(f"stopped after {done} of {draws} worlds", err=True)
    if as_json:
        data = [claim_json(answer) for answer in answers]
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        return
    for answer in answers:
        for line in claim_lines(answer):
            click.echo(line)
    click.echo(_summary(answers))


def _found(case: str, ledger: str | None, *, as_json: bool) -> None:
    from volteface.case import load_case
    from volteface.cli.found_claims import show_found
    from volteface.ledger import default_ledger, open_ledger

    loaded = load_case(case)
    place = ledger or default_ledger(loaded.settings.id)
    with open_ledger(place, create=False) as opened:
        show_found(loaded, opened, as_json=as_json)


def _opened(ledger: str | None, case_id: str) -> "AbstractContextManager[Ledger | None]":
    """The ledger that was named, or the case's own if it has one."""
    from volteface.ledger import default_ledger, open_ledger

    place = ledger or default_ledger(case_id)
    if ledger is None and "://" not in place and not Path(place).exists():
        return nullcontext()
    return open_ledger(place, create=False)


def claim_lines(answer: "ClaimAnswer") -> list[str]:
    """What the terminal shows of a claim: its id, what is said and by whom, what the model says."""
    claim, decision = answer.claim, answer.decision
    rejected = "" if claim.endorsed else "; its report rejects it"
    said = f"claim:{claim.id}: {claim.text}"
    said += f" ({claim.holder}; {claim.outlet}, {claim.date}{rejected})"
    if decision is None:
        return [f"unmodelled    {said}", f"              {claim.unmodelled}"]
    kind = (
        f"{answer.kind}, {answer.equation}" if answer.equation else answer.kind or "kind untested"
    )
    flips = f"; turned around by {', '.join(answer.flips)}" if answer.flips else ""
    worlds = f"as said in {decision.probability:.1%} of worlds; {_size(answer)}; {kind}{flips}"
    return [f"{decision.answer:13} {said}", f"              {worlds}"]


def _size(answer: "ClaimAnswer") -> str:
    """How large the effect or the level is, in its unit."""
    assert answer.decision is not None
    what = "effect on" if answer.claim.do else "level of"
    sign = "+" if answer.claim.do else ""
    mean = f"mean {what} {answer.claim.measure} {answer.mean:{sign}.3g}"
    if answer.unit == "0 or 1":
        return f"{mean} (share of worlds)"
    low, high = answer.decision.interval
    return f"{mean} {answer.unit}, 90 % from {low:{sign}.3g} to {high:{sign}.3g}"


def _summary(answers: "list[ClaimAnswer]") -> str:
    counts = Counter(
        "unmodelled" if answer.decision is None else answer.decision.answer for answer in answers
    )
    order = ("supported", "contradicted", "undecided", "unmodelled")
    return f"{len(answers)} claims: " + ", ".join(f"{counts[key]} {key}" for key in order)
