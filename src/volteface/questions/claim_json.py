"""An answered claim as JSON; the form is in ``docs/claims.schema.json``."""

from typing import Any

from volteface.questions.claims import ClaimAnswer


def as_json(answer: ClaimAnswer) -> dict[str, Any]:
    """The answer as values that :mod:`json` writes.

    A claim that the model has no quantity for is undecided, without numbers and kind, and
    ``unmodelled`` says why; for every other claim that is None.
    """
    claim, decision = answer.claim, answer.decision
    return {
        "id": claim.id,
        "text": claim.text,
        "holder": claim.holder,
        "source": {"outlet": claim.outlet, "date": claim.date},
        "report": answer.report,
        "endorsed": claim.endorsed,
        "given": list(claim.given),
        "do": list(claim.do),
        "measure": claim.measure,
        "by": claim.by,
        "expect": claim.expect,
        "against": claim.against,
        "answer": "undecided" if decision is None else decision.answer,
        "probability": None if decision is None else decision.probability,
        "mean": answer.mean,
        "unit": answer.unit,
        "interval": None if decision is None else list(decision.interval),
        "sign_share": None if decision is None else decision.sign_share,
        "flips": list(answer.flips),
        "kind": answer.kind,
        "equation": answer.equation,
        "unmodelled": claim.unmodelled,
    }
