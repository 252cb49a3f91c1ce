"""What ``volteface read --jsonl`` prints is what its schema promises."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from volteface.cli import volteface as program

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
_KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "oneOf", "type", "enum", "pattern", "items",
    "minItems", "maxItems", "minimum", "maximum", "required", "properties", "additionalProperties",
}  # fmt: skip


def _misfits(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> list[str]:  # noqa: ANN401
    """Where a value departs from a schema; a keyword not understood here is an error."""
    assert set(schema) <= _KNOWN
    if "$ref" in schema:
        return _misfits(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
    if "oneOf" in schema:
        results = [_misfits(value, option, root, at) for option in schema["oneOf"]]
        return [] if sum(not wrong for wrong in results) == 1 else min(results, key=len)
    allowed = schema.get("type", list(_TYPES))
    allowed = [allowed] if isinstance(allowed, str) else allowed
    if not any(_is(value, name) for name in allowed) or value not in schema.get("enum", [value]):
        return [at]
    wrong: list[str] = []
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        wrong.append(at)
    if isinstance(value, int | float):
        inside = schema.get("minimum", value) <= value <= schema.get("maximum", value)
        wrong += [] if inside else [at]
    if isinstance(value, list):
        fits = schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value))
        wrong += [] if fits else [at]
        for number, item in enumerate(value):
            wrong += _misfits(item, schema.get("items", {}), root, f"{at}[{number}]")
    if isinstance(value, dict):
        wrong += [f"{at}.{key}" for key in sorted(set(schema["required"]) ^ set(value))]
        for key in sorted(set(value) & set(schema["properties"])):
            wrong += _misfits(value[key], schema["properties"][key], root, f"{at}.{key}")
    return wrong


def _is(value: object, name: str) -> bool:
    return isinstance(value, _TYPES[name]) and (isinstance(value, bool) == (name == "boolean"))


@pytest.fixture(scope="module", name="schema")
def _schema(request: pytest.FixtureRequest) -> dict[str, Any]:
    docs: Path = request.getfixturevalue("docs")
    schema: dict[str, Any] = json.loads((docs / "read.schema.json").read_text("utf-8"))
    return schema


@pytest.fixture(scope="module", name="lines")
def _lines(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What is printed for the example case: with the case, without it, and for odd reports."""
    folder = tmp_path_factory.mktemp("read")
    case, odd = folder / "my-case", folder / "odd"
    odd.mkdir()
    (odd / "undated.txt").write_text("The gates stay shut, the minister said.\n", "utf-8")
    french = "Le ministre a dit que les troupes resteraient dans le pays pendant tout l'hiver. "
    (odd / "french.txt").write_text(french * 3, "utf-8")
    runner = CliRunner()
    assert runner.invoke(program, ["new", str(case)]).exit_code == 0
    printed: list[str] = []
    for told in ([str(case / "reports"), "--case", str(case)], [str(odd)]):
        result = runner.invoke(program, ["read", *told, "--jsonl", "--quiet"])
        assert result.exit_code == 0, result.output
        printed += result.stdout.splitlines()
    return [json.loads(line) for line in printed]


def test_every_line_is_as_the_schema_says(
    lines: list[dict[str, Any]], schema: dict[str, Any]
) -> None:
    """Reports and statements, coded and uncoded, dated and undated, have the promised form."""
    assert [_misfits(line, schema, schema, "$") for line in lines] == [[]] * len(lines)
    statements = [line for line in lines if line["record"] == "statement"]
    reports = [line for line in lines if line["record"] == "report"]
    assert {s["issue"] is None for s in statements} == {True, False}
    assert {s["said_on"] is None for s in statements} == {True, False}
    assert {r["note"] is None for r in reports} == {True, False}
    assert {s["voice"] for s in statements} == {"attributed", "writer"}


def test_the_schema_refuses_what_is_not_so(
    lines: list[dict[str, Any]], schema: dict[str, Any]
) -> None:
    """A missing or added field, an unknown word, a number or a hash out of form is noticed."""
    good = next(line for line in lines if line["record"] == "statement")
    for wrong in (
        {"voice": "chorus"},
        {"confidence": 1.5},
        {"confidence": True},
        {"endorsed": 1},
        {"id": "s-1"},
        {"content": [[1]]},
        {"said_on": {"earliest": "2012"}},
        {"extra": 1},
    ):
        assert _misfits(good | wrong, schema, schema, "$")
    short = {key: value for key, value in good.items() if key != "via"}
    assert _misfits(short, schema, schema, "$")


def test_every_field_is_explained(docs: Path, schema: dict[str, Any]) -> None:
    """The page on the format and the codebook name each field of the schema."""
    page, codebook = ((docs / name).read_text("utf-8") for name in ("read.md", "statement.md"))
    for kind in ("report", "statement"):
        for field in schema["$defs"][kind]["properties"]:
            assert f"`{field}`" in page
    for field in set(schema["$defs"]["statement"]["properties"]) - {"record", "path"}:
        assert f"`{field}`" in codebook
