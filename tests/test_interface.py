"""What the package shows."""

import subprocess
import sys

import pytest

import volteface

HEAVY = {"pydantic", "spacy", "numpy", "sqlalchemy", "rich", "numba", "onnxruntime", "click"}


def test_public_names_are_sorted_and_there() -> None:
    """Each of ``__all__`` can be had, and nothing else has a home."""
    assert volteface.__all__ == sorted(volteface.__all__)
    for name in volteface.__all__:
        shown = getattr(volteface, name)
        assert shown.__doc__
        assert shown.__module__.startswith("volteface.")


def test_another_name_is_an_attribute_error() -> None:
    """As in any module."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = volteface.nothing


def test_importing_imports_nothing_heavy() -> None:
    """Libraries that take long to load wait until they are used."""
    script = "import sys, volteface; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run(  # noqa: S603 - our own interpreter and script
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert not HEAVY & set(done.stdout.split())
