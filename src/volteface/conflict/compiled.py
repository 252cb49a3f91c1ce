"""The one way in which functions of this room are compiled."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from numba import njit

CONSTANTS = ("address", "arrays", "channels", "fields", "layout", "normal", "scratch")
"""Files whose numbers and forms are compiled in; a test holds the list against the imports."""

Function = TypeVar("Function", bound=Callable[..., object])


def compiled(function: Function) -> Function:
    """Compile on first use, keep the result on disk, run without the interpreter's lock.

    No fast-math: the same operations in the same order as the numpy reference. No counting of
    references: nothing here makes an array, and counting would take half the time. numba keeps a
    compiled function until its own file changes, although the functions it calls and the numbers
    it imports are compiled into it; so the stamp of every file is that of all such files.
    """
    return _compile(function, inner=False)


def inner(function: Function) -> Function:
    """The same for a function that only compiled functions call.

    Without the entry from Python, which for these long records takes half of all compilation.
    """
    return _compile(function, inner=True)


def _compile(function: Function, *, inner: bool) -> Function:
    options: dict[str, Any] = {
        "cache": True,
        "nogil": True,
        "error_model": "numpy",
        "_nrt": False,
        "no_cpython_wrapper": inner,
        "no_cfunc_wrapper": True,
    }
    dispatcher: Any = njit(**options)(function)
    dispatcher._cache._cache_file._source_stamp = _room_stamp()  # noqa: SLF001 - no public way
    return cast("Function", dispatcher)


@cache
def _room_stamp() -> str:
    digest = hashlib.sha256()
    room = Path(__file__).parent
    for path in sorted([*room.glob("compiled*.py"), *(room / f"{name}.py" for name in CONSTANTS)]):
        digest.update(path.read_bytes())
    return digest.hexdigest()
