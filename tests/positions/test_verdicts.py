"""From statements to verdicts, end to end."""

import json
import math
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.positions.as_json import as_json
from volteface.positions.channels import Key
from volteface.positions.conditions import Rules
from volteface.positions.gap import gap
from volteface.positions.observations import Measured, observations
from volteface.positions.verdicts import verdicts
from volteface.records import Observation, Report, Statement

SCHEMA = Path(__file__).parents[2] / "docs" / "verdicts.schema.json"
FIRST = date(2012, 1, 1)


def _said(
    say: Callable[..., Statement],
    name: str,
    values: list[float],
    **fields: Any,  # noqa: ANN401
) -> list[Statement]:
    return [
        say(
            f"{name}-{k}",
            FIRST + timedelta(days=40 * k),
            **{"person": f"{name} {k}", "stance": value, **fields},
        )
        for k, value in enumerate(values)
    ]


@pytest.fixture(name="rich")
def _rich(say: Callable[..., Statement]) -> list[Statement]:
    """Words that hold, deeds that turn, a belief that falls, opinions that clash, and more."""
    return [
        *_said(say, "word", [0.8] * 8),
        *_said(say, "deed", [0.8] * 4 + [-0.8] * 4, register="conduct"),
        *_said(say, "belief", [0.8] * 4 + [-0.2] * 4, issue="survive"),
        *_said(say, "trade", [0.8] * 3 + [-0.9] + [0.8] * 3, issue="trade"),
        say("kept", FIRST, issue="moved", register="imputed", about="RUS", person="A", stance=1.0),
        say("left", FIRST, issue="moved", register="imputed", about="RUS", person="B", stance=-1.0),
        say("seen", FIRST, register="imputed", about="SYR", person="C"),
        say("unsure", FIRST, confidence=0.1),
    ]


def test_every_kind_of_verdict_on_one_ledger(
    rich: list[Statement], reports: dict[str, Report], case: Case
) -> None:
    """Each actor, issue and channel with evidence is judged; gap and disagreement stand beside."""
    found = verdicts(observations(rich, reports, case), case)
    assert [(v.actor, v.issue, v.channel, v.verdict) for v in found] == [
        ("RUS", "stay", "revealed", "shift"),
        ("RUS", "stay", "stated", "hedge"),
        ("RUS", "stay", "stated-revealed", "gap"),
        ("RUS", "survive", "belief", "shift"),
        ("RUS", "trade", "stated", "passing remark"),
        ("SYR", "stay", "observers", "insufficient evidence"),
        ("RUS", "moved", "observers", "disagreement"),
    ]
    assert all(-1 <= v.from_ <= 1 for v in found if v.from_ is not None)
    assert next(v for v in found if v.verdict == "hedge").waiting == 1
    remark = next(v for v in found if v.verdict == "passing remark")
    assert remark.statements[0] == "trade-3"
    assert (remark.sources, len(remark.statements)) == (7, 7)


def test_a_belief_about_somebody_else_is_no_hedge(
    rich: list[Statement], reports: dict[str, Report], case: Case
) -> None:
    """Position and belief must be about the same party."""
    trade = [s for s in rich if s.id.startswith(("trade", "belief")) and s.stance != -0.9]
    found = verdicts(observations(trade, reports, case), case, issue="trade")
    assert [v.verdict for v in found] == ["no shift"]


def test_a_belief_that_holds_is_no_hedge(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """So is one of a single day."""
    for beliefs in ([0.8] * 8, [0.8]):
        said = [
            *_said(say, "word", [0.8] * 8),
            *_said(say, "belief", beliefs, issue="survive"),
        ]
        found = verdicts(observations(said, reports, case), case, issue="stay")
        assert [v.verdict for v in found] == ["no shift"]


def test_alternating_sources_are_no_shift(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """Two pairs of speakers who contradict each other are shown as such."""
    said = [
        say(
            f"s-{k:02}",
            FIRST + timedelta(days=30 * k),
            person="ACBD"[k % 4],
            stance=0.8 if k % 4 < 2 else -0.8,
        )
        for k in range(16)
    ]
    found = verdicts(observations(said, reports, case), case)
    assert [v.verdict for v in found] == ["insufficient evidence", "disagreement"]


def test_filters(rich: list[Statement], reports: dict[str, Report], case: Case) -> None:
    """By actor, by issue, and by days on which the evidence surely lies."""
    measured = observations(rich, reports, case)
    assert {v.actor for v in verdicts(measured, case, actor="SYR")} == {"SYR"}
    assert {v.issue for v in verdicts(measured, case, issue="moved")} == {"moved"}
    early = verdicts(measured, case, issue="stay", period=(None, FIRST + timedelta(days=130)))
    assert {v.verdict for v in early if v.actor == "RUS"} == {"no shift"}
    assert verdicts(measured, case, period=(date(2020, 1, 1), None)) == []


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"actor": "RSU"}, "no actor RSU"),
        ({"issue": "sty"}, "no issue sty"),
        ({"period": (date(2013, 1, 1), FIRST)}, "ends .2012-01-01. before it begins"),
    ],
)
def test_impossible_questions_are_refused(
    asked: dict[str, Any], message: str, reports: dict[str, Report], case: Case
) -> None:
    """One line says what is wrong."""
    with pytest.raises(UsageError, match=message):
        verdicts(observations([], reports, case), case, **asked)


def test_reprints_change_no_bit(
    rich: list[Statement], say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """Printing everything twenty times more leaves every verdict as it was, ids aside."""
    again = [
        say(f"{s.id}-{k}", None, **{**_fields(s), "id": f"{s.id}-{k}"})
        for s in rich
        for k in range(20)
    ]

    def shown(statements: list[Statement]) -> list[object]:
        found = verdicts(observations(statements, reports, case), case)
        return [(v.verdict, v.probability, v.from_, v.to, v.since, v.sources) for v in found]

    assert shown([*rich, *again]) == shown(rich)


def _fields(statement: Statement) -> dict[str, Any]:
    return {name: getattr(statement, name) for name in statement.__slots__ if name != "id"}


def test_a_second_run_gives_the_same_bits_in_any_order(
    rich: list[Statement], reports: dict[str, Report], case: Case
) -> None:
    """Statements in another order give the same verdicts to the last bit."""
    first = verdicts(observations(rich, reports, case), case)
    assert verdicts(observations(reversed(rich), reports, case), case) == first


def test_opinions_that_agree_are_no_verdict(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """What observers say of a shift enters disagreement only."""
    seen = [
        say(f"s-{who}", issue="moved", register="imputed", about="RUS", person=who)
        for who in ("A", "B")
    ]
    assert verdicts(observations(seen, reports, case), case) == []


def test_json_is_as_documented(
    rich: list[Statement], reports: dict[str, Report], case: Case
) -> None:
    """Real output has the keys, types and ranges that the schema file promises, and no NaN."""
    found = [as_json(v) for v in verdicts(observations(rich, reports, case), case)]
    written = json.loads(json.dumps(found, allow_nan=False))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert _misfits(written, schema) == []
    assert {v["verdict"] for v in written} >= {"shift", "hedge", "gap", "insufficient evidence"}


def test_the_schema_refuses_what_is_not_so(
    rich: list[Statement], reports: dict[str, Report], case: Case
) -> None:
    """A changed key, word or number is noticed."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    good = as_json(verdicts(observations(rich, reports, case), case)[0])
    for wrong in ({"verdict": "moved"}, {"from": 3.0}, {"since": ["2012"]}, {"sources": "two"}):
        assert _misfits([good | wrong], schema)
    assert _misfits([{**good, "extra": 1}], schema)
    assert _misfits([{key: good[key] for key in good if key != "waiting"}], schema)


TYPES = {
    "string": lambda x: isinstance(x, str),
    "number": lambda x: isinstance(x, int | float) and math.isfinite(x),
    "integer": lambda x: isinstance(x, int),
    "array": lambda x: isinstance(x, list),
    "object": lambda x: isinstance(x, dict),
    "null": lambda x: x is None,
}


def _misfits(value: object, schema: dict[str, Any], where: str = "$") -> list[str]:
    """Check the keywords of JSON Schema that the file uses; another keyword is an error here."""
    unknown = set(schema) - {
        "$schema", "title", "description", "format", "type", "enum", "items", "required",
        "properties", "additionalProperties", "minimum", "maximum", "minItems", "maxItems",
    }  # fmt: skip
    assert not unknown
    allowed = schema.get("type", [])
    allowed = [allowed] if isinstance(allowed, str) else allowed
    wrong = [where] if allowed and not any(TYPES[name](value) for name in allowed) else []
    wrong += [where] if value not in schema.get("enum", [value]) else []
    if isinstance(value, int | float):
        inside = schema.get("minimum", value) <= value <= schema.get("maximum", value)
        wrong += [] if inside else [where]
    if isinstance(value, list):
        few, many = schema.get("minItems", 0), schema.get("maxItems", len(value))
        wrong += [] if few <= len(value) <= many else [where]
        for k, item in enumerate(value):
            wrong += _misfits(item, schema.get("items", {}), f"{where}[{k}]")
    if isinstance(value, dict):
        known = schema["properties"]
        wrong += [f"{where}.{key}" for key in set(schema["required"]) ^ set(value)]
        for key in set(value) & set(known):
            wrong += _misfits(value[key], known[key], f"{where}.{key}")
    if (
        schema.get("format") == "date"
        and isinstance(value, str)
        and len(value) != len("2012-01-01")
    ):
        wrong.append(where)
    return wrong


def test_deeds_are_not_held_against_the_words_of_a_fortnight(
    observed: Callable[..., Observation], case: Case, rules: Rules
) -> None:
    """Words of one fortnight differ from the deeds, and are too little to say that they do."""
    first = date(2012, 1, 1)
    words = tuple(observed(first + timedelta(days=5 * k), -0.8, f"s{k}") for k in range(3))
    deeds = tuple(
        observed(first + timedelta(days=30 * k), 0.8, f"d{k}", conduct=True) for k in range(3)
    )
    assert gap(words, deeds, rules) is None
    series = {Key("RUS", "stay", "stated"): words, Key("RUS", "stay", "revealed"): deeds}
    found = verdicts(Measured(series, {}, {}, {}), case)
    assert [(v.channel, v.verdict) for v in found] == [
        ("stated", "insufficient evidence"),
        ("revealed", "no shift"),
    ]
