"""Every key that a case may have is explained, and shown in the example."""

import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from volteface.case.check import MODELS, check_case
from volteface.case.cues import ENOUGH
from volteface.case.new import new_case
from volteface.case.schema import Dynamics, Thresholds, Weights

PAGE = Path(__file__).parents[2] / "docs" / "case.md"


def keys(model: type[BaseModel]) -> Iterator[str]:
    """The keys of a model and of the models in it."""
    for name, field in model.model_fields.items():
        yield field.alias or name
        for inner in (field.annotation, *typing.get_args(field.annotation)):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield from keys(inner)


KEYS = sorted({(file, key) for file, model in MODELS.items() for key in keys(model)})


def section(file: str) -> str:
    """The part of the page about one file."""
    (found,) = re.findall(
        rf"^## {re.escape(file)}$(.*?)(?=^## |\Z)", PAGE.read_text(), re.MULTILINE | re.DOTALL
    )
    return str(found)


@pytest.mark.parametrize(("file", "key"), KEYS)
def test_the_page_explains_each_key(file: str, key: str) -> None:
    """In a row of a table in the section of its file."""
    assert re.search(rf"^\| `{key}` \| .{{10,}} \|$", section(file), re.MULTILINE)


@pytest.mark.parametrize(("file", "key"), KEYS)
def test_the_example_shows_each_key(tmp_path: Path, file: str, key: str) -> None:
    """With a value, as a table, or in a comment."""
    new_case(tmp_path / "x")
    text = (tmp_path / "x" / file).read_text("utf-8")
    assert re.search(rf"^(# )?({key} = |\[\[?(\w+\.)*{key}\]\]?$)", text, re.MULTILINE)


@pytest.mark.parametrize("model", [Thresholds, Weights, Dynamics])
def test_the_page_and_the_example_give_the_defaults(tmp_path: Path, model: type[BaseModel]) -> None:
    """As the models have them."""
    new_case(tmp_path / "x")
    example = (tmp_path / "x" / "case.toml").read_text("utf-8")
    for key, value in model().model_dump().items():
        assert re.search(
            rf"^\| `{key}` \| .* \({value:g}\) \|$", section("case.toml"), re.MULTILINE
        )
        assert re.search(rf"^{key} = {value:g}0?$", example, re.MULTILINE)


def test_the_examples_on_the_page_are_a_right_case(tmp_path: Path) -> None:
    """Together they load: each block of TOML belongs to the file of its section."""
    for file in MODELS:
        blocks = re.findall(r"^```toml\n(.*?)^```$", section(file), re.MULTILINE | re.DOTALL)
        (tmp_path / file).write_text("\n".join(blocks), "utf-8")
    assert [str(problem) for problem in check_case(tmp_path)] == []


def test_the_page_gives_the_number_of_cues_that_is_enough() -> None:
    """As the check has it."""
    assert f"at least {ENOUGH} cues" in " ".join(section("issues.toml").split()).replace(
        "five", "5"
    )
