"""The Python pages name every public name, and their examples give what they show."""

import doctest
import re
from pathlib import Path

import pytest

import volteface

_CODE = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_the_page_is_what_the_generator_makes(docs: Path, generated: dict[str, str]) -> None:
    """The page is up to date; if not, run ``python docs/generate.py``."""
    assert (docs / "reference" / "python.md").read_text("utf-8") == generated["python.md"]


def test_every_public_name_is_described(docs: Path) -> None:
    """Each name has a heading with words under it."""
    page = (docs / "reference" / "python.md").read_text("utf-8")
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE))
    assert list(sections) == volteface.__all__
    for text in sections.values():
        assert _CODE.sub("", text).strip()


def test_every_public_name_has_an_example(docs: Path) -> None:
    """Each name is used in the examples."""
    code = "\n".join(_CODE.findall((docs / "python.md").read_text("utf-8")))
    used = set(re.findall(r"\bvf\.(\w+)", code))
    assert used == set(volteface.__all__)


def test_the_examples_give_what_they_show(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page's examples are run in order in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VOLTEFACE_LEDGER", raising=False)
    code = "\n".join(_CODE.findall((docs / "python.md").read_text("utf-8")))
    page = doctest.DocTestParser().get_doctest(code, {}, "python.md", "python.md", 0)
    printed: list[str] = []
    result = doctest.DocTestRunner().run(page, out=printed.append)
    assert result.attempted > len(volteface.__all__)
    assert result.failed == 0, "".join(printed)
