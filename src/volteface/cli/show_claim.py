"""``volteface show claim:ID``: a claim, the question that it asks, and what the model says."""

import json

import click

from volteface.errors import UsageError

PREFIX = "claim:"


def show_claim(record_id: str, name: str | None, *, as_json: bool) -> None:
    """Print a claim of a case with its answer, the same as ``volteface claims`` gives.

    Args:
        record_id: ``claim:`` and the claim's id.
        name: Of the case; None: every bundled one is looked in.
        as_json: Print JSON.

    Raises:
        UsageError: no case has it.
    """
    from volteface.case import bundled_cases, load_claims
    from volteface.cli.claims import claim_lines
    from volteface.conflict import load_conflict
    from volteface.questions.asking import model_claims
    from volteface.questions.claim_json import as_json as claim_json
    from volteface.questions.claims import answer_claims

    for case in [name] if name else bundled_cases():
        if not any(f"{PREFIX}{claim.id}" == record_id for claim in load_claims(case)):
            continue
        conflict = load_conflict(case)
        claims = [c for c in model_claims(case, conflict) if f"{PREFIX}{c.id}" == record_id]
        (answer,) = answer_claims(conflict, claims)
        if as_json:
            click.echo(json.dumps(claim_json(answer), indent=2, ensure_ascii=False))
            return
        for line in claim_lines(answer):
            click.echo(line)
        for key in ("given", "do", "measure", "by", "expect", "against"):
            value = getattr(answer.claim, key)
            if value not in (None, ()):
                click.echo(f"  {key}: {'; '.join(value) if isinstance(value, tuple) else value}")
        return
    raise UsageError(f"no case has {record_id}; name the case with --case")
