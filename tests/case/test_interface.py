"""What the room shows to the others."""

import subprocess
import sys

import pytest

import volteface.case


def test_public_names_are_sorted_and_there() -> None:
    """Each of ``__all__`` can be had."""
    assert volteface.case.__all__ == sorted(volteface.case.__all__)
    assert all(getattr(volteface.case, name) for name in volteface.case.__all__)


def test_another_name_is_an_attribute_error() -> None:
    """As in any module."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = volteface.case.nothing


def test_importing_the_room_does_not_import_pydantic() -> None:
    """The command line answers ``--help`` without it."""
    script = "import sys, volteface.case; print('pydantic' in sys.modules)"
    done = subprocess.run(  # noqa: S603 - our own interpreter and script
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
