from typing import Any

import pytest

from volteface.report_page.claims import claims_of

ROW: dict[str, Any] = {
    "id": "c1",
    "text": "Without Upland the dam falls.",
    "holder": "an aide",
    "source": {"outlet": "Weekly", "date": "2019-06"},
    "report": "r-1",
    "endorsed": True,
    "answer": "supported",
    "probability": 0.9,
    "interval": [0.1, 0.4],
    "sign_share": 0.97,
    "flips": ["nu"],
    "kind": "emergent",
}


def test_rows_become_claims() -> None:
    """Every field of the printed row has its place."""
    (claim,) = claims_of([ROW])
    assert (claim.outlet, claim.date, claim.report) == ("Weekly", "2019-06", "r-1")
    assert (claim.answer, claim.kind, claim.endorsed) == ("supported", "emergent", True)
    assert (claim.probability, claim.interval, claim.flips) == (0.9, (0.1, 0.4), ("nu",))


def test_a_claim_that_is_unmodelled_has_no_answer() -> None:
    """The printed row calls it undecided; the page says that the model is silent, and why."""
    (claim,) = claims_of([{**ROW, "answer": "undecided", "unmodelled": "No oil in the model."}])
    assert (claim.answer, claim.unmodelled) == (None, "No oil in the model.")


def test_a_claim_outside_the_model_has_no_numbers() -> None:
    """A row without an answer is kept, and invents none."""
    short = {key: ROW[key] for key in ("id", "text", "holder", "source", "endorsed")}
    (claim,) = claims_of([short])
    assert claim.answer is claim.probability is claim.interval is claim.kind is None
    assert claim.flips == ()


@pytest.mark.parametrize("field", ["probability", "sign_share"])
def test_a_number_that_is_none_is_refused(field: str) -> None:
    """Not-a-number does not get onto a page; the claim is named."""
    with pytest.raises(ValueError, match="claim c1: a number is not finite"):
        claims_of([{**ROW, field: float("nan")}])
