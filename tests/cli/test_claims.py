"""``volteface claims``."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from volteface.case import load_claims
from volteface.cli.claims import command
from volteface.errors import CaseError, LedgerError, UsageError

SCHEMA = Path(__file__).parents[2] / "docs" / "claims.schema.json"
FEW = ("--draws", "64", "--seed", "2")


@pytest.fixture
def brief(folder: Path) -> Path:
    """The bundled case with three of its claims."""
    case = folder / "brief"
    shutil.copytree(Path(str(files("volteface"))) / "bundled" / "syria", case)
    kept = ("not-doomed", "equal-blame", "over-without-russia")
    tables = (case / "claims.toml").read_text("utf-8").split("[[claim]]")
    chosen = [text for text in tables if any(f'id = "{name}"' in text for name in kept)]
    (case / "claims.toml").write_text("[[claim]]".join(["", *chosen]), "utf-8")
    return case


def test_each_claim_has_its_answer_and_its_holder(brief: Path) -> None:
    """Answered or not, rejected by its report or not, and a count at the end."""
    done = CliRunner().invoke(command, [str(brief), *FEW], catch_exceptions=False)
    assert done.exit_code == 0
    for claim in load_claims(brief):
        assert claim.text in done.output
        assert claim.holder in done.output
    assert "unmodelled" in done.output
    assert "Russia Direct, 2016-11; its report rejects it" in done.output
    assert "of worlds" in done.output
    assert done.output.splitlines()[-1].startswith("3 claims: ")


def test_json_has_the_documented_form(brief: Path) -> None:
    """And nothing else is printed; the same seed gives the same bits."""
    done = CliRunner().invoke(command, [str(brief), *FEW, "--json", "-q"], catch_exceptions=False)
    data = json.loads(done.stdout)
    jsonschema.validate(data, json.loads(SCHEMA.read_text("utf-8")))
    assert [one["id"] for one in data] == [claim.id for claim in load_claims(brief)]
    assert all(one["report"] is None for one in data)
    again = CliRunner().invoke(command, [str(brief), *FEW, "--json", "-q"])
    assert again.stdout == done.stdout


def test_a_ledger_that_was_named_must_be_there(brief: Path) -> None:
    """The case's own may be missing: nothing has been read yet."""
    with pytest.raises(LedgerError):
        CliRunner().invoke(command, [str(brief), "--ledger", "none.sqlite"], catch_exceptions=False)


def test_an_unknown_quantity_is_a_mistake_of_the_case(brief: Path) -> None:
    """With file, line and the nearest name."""
    text = (brief / "claims.toml").read_text("utf-8")
    (brief / "claims.toml").write_text(
        text.replace("in_power.SYR-GOV", "in_power.SYR-GOVT"), "utf-8"
    )
    with pytest.raises(CaseError, match=r"claims\.toml:\d+: measure: .*in_power\.SYR-GOV"):
        CliRunner().invoke(command, [str(brief), *FEW], catch_exceptions=False)


def test_an_unknown_case_is_said(folder: Path) -> None:
    """As by every command."""
    del folder
    with pytest.raises(UsageError, match="nowhere"):
        CliRunner().invoke(command, ["nowhere"], catch_exceptions=False)
