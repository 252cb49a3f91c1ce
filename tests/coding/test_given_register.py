"""Registers of given words: plans that others promote, and what others are said to think."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from volteface.case import load_case
from volteface.coding.learnt import NOTHING
from volteface.coding.spans import Given, SpanCoder
from volteface.records import Report

MakeReport = Callable[..., Report]
HERE = Path(__file__).parent
SAID = tomllib.loads((HERE / "registers.toml").read_text(encoding="utf-8"))["said"]


@pytest.fixture(scope="module")
def coder() -> SpanCoder:
    """Codes by a small case of four wars."""
    return SpanCoder(load_case(str(HERE / "four_wars")), NOTHING)


@pytest.mark.parametrize("said", SAID, ids=lambda said: said["marked"][:40])
def test_registers_of_given_words(
    coder: SpanCoder, make_report: MakeReport, said: dict[str, Any]
) -> None:
    """Who promotes a plan or is said to think something is told from who speaks."""
    spans, text = [], ""
    for n, part in enumerate(said["marked"].replace("}", "{").split("{")):
        if n % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part
    given = Given(tuple(spans), said.get("actor"), said.get("source", True))
    (coded,) = coder.code(make_report(text), [given])
    assert coded.register == said["register"]
