"""What the record teaches, on the page."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from volteface.case import load_case
from volteface.case.schema import Case
from volteface.conflict.load import load_conflict
from volteface.report_page.content import Content, Held
from volteface.report_page.held import held_section
from volteface.report_page.page import page


@pytest.fixture(scope="module")
def syria() -> Case:
    """The bundled case, as it would be if it ended with 2012: its record is short."""
    case = load_case("syria")
    ends = case.settings.model_copy(update={"ends": date(2012, 3, 31)})
    return case.model_copy(update={"settings": ends})


@pytest.fixture(scope="module")
def held(syria: Case) -> Held:
    """Its section."""
    found = held_section(syria, load_conflict(Path(syria.folder)), draws=256, seed=0)
    assert found is not None
    return found


def test_worlds_and_quantities(held: Held) -> None:
    """Every drawn quantity has its numbers before and after, and the founding draws are told."""
    assert held.as_of == date(2012, 3, 31)
    assert 1 <= held.founding <= held.draws == 256
    assert 0 < held.least <= 1
    names = [one.name for one in held.quantities]
    assert len(names) == len(set(names))
    for one in held.quantities:
        assert one.prior[0] <= one.prior[1] <= one.prior[2]
        assert one.posterior[0] <= one.posterior[1] <= one.posterior[2]


def test_a_case_without_a_record_has_no_section(syria: Case, tmp_path: Path) -> None:
    """Nothing is left to say."""
    conflict = load_conflict(Path(syria.folder))
    text = (Path(syria.folder) / "conflict.toml").read_text(encoding="utf-8")
    (tmp_path / "conflict.toml").write_text(text, encoding="utf-8")
    bare = syria.model_copy(update={"folder": str(tmp_path)})
    assert held_section(bare, conflict, draws=64, seed=0) is None


def test_the_least_share_of_nothing_is_one(held: Held) -> None:
    """Before the first reading every world counts."""
    assert replace(held, effective=()).least == 1


def test_the_section_stands_on_the_page(content: Content, held: Held) -> None:
    """With its link, its numbers and every quantity; without a record there is none."""
    assert content.paths is not None
    with_ = page(replace(content, paths=replace(content.paths, held=held)))
    assert '<a href="#held">' in with_
    assert f"{held.founding:.0f} founding draws" in with_
    assert held.quantities[0].name in with_
    bare = replace(held, quantities=(), surprises=("<b>front</b>",), warnings=("One line.",))
    text = page(replace(content, paths=replace(content.paths, held=bare)))
    assert "It moves none of them clearly." in text
    assert "<b>front</b>" not in text
    assert 'href="#held"' not in page(content)
