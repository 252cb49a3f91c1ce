"""The one way in which functions of this room are compiled."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., object])


def compiled(function: Function) -> Function:
    """Compile on first use, keep the result on disk, run without the interpreter's lock.

    No fast-math: the same operations in the same order as the numpy reference. What is kept is
    forgotten when any of the room's kernels changes, since one is compiled into another.
    """
    dispatcher: Any = njit(cache=True, nogil=True, error_model="numpy")(function)
    dispatcher._cache._cache_file._source_stamp = _stamp()  # noqa: SLF001 - no public way
    return cast("Function", dispatcher)


@cache
def _stamp() -> str:
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*_kernel.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
