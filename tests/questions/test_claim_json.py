"""Claims as JSON."""

import json
from pathlib import Path

import jsonschema
import pytest

from volteface.case.load import load_claims
from volteface.conflict.conflict import Conflict
from volteface.questions.claim_json import as_json
from volteface.questions.claims import answer_claims

SCHEMA = Path(__file__).parents[2] / "docs" / "claims.schema.json"
NAMES = ("joining-costs-freedom", "equal-blame", "limits-of-influence")


def test_the_json_has_the_documented_form(syria: Conflict) -> None:
    """With every key, answered or not; it survives a round trip."""
    claims = [claim for claim in load_claims("syria") if claim.id in NAMES]
    data = [as_json(one) for one in answer_claims(syria, claims, draws=256)]
    jsonschema.validate(data, json.loads(SCHEMA.read_text("utf-8")))
    assert json.loads(json.dumps(data)) == data
    by_id = {one["id"]: one for one in data}
    assert set(by_id) == set(NAMES)
    blame, joining = by_id["equal-blame"], by_id["joining-costs-freedom"]
    assert blame["answer"] == "undecided"
    assert blame["unmodelled"]
    assert [blame[key] for key in ("probability", "interval", "sign_share", "kind")] == [None] * 4
    assert joining["answer"] == "supported"
    assert joining["source"] == {"outlet": "112 Ukraine", "date": "2015-09-07"}
    assert joining["kind"] == "built in"
    assert joining["equation"].startswith("Autonomy")


@pytest.mark.parametrize(
    ("key", "wrong"),
    [("answer", "maybe"), ("probability", 1.5), ("interval", [1]), ("report", "x"), ("more", 1)],
)
def test_the_schema_refuses_another_form(syria: Conflict, key: str, wrong: object) -> None:
    """It says something."""
    (claim,) = (claim for claim in load_claims("syria") if claim.id == "equal-blame")
    (data,) = [as_json(one) for one in answer_claims(syria, [claim], draws=1)]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{**data, key: wrong}], json.loads(SCHEMA.read_text("utf-8")))
