"""A progress bar on standard error for anything that takes over two seconds."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_SLOW = 2.0


@contextmanager
def progress(what: str, *, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """A callback ``(done, total)`` that draws a bar once two seconds have passed.

    Nothing is drawn with ``quiet`` or where standard error is no terminal.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    started = time.monotonic()
    bar = Bar(console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=None)
    drawn = False

    def tell(done: int, total: int) -> None:
        nonlocal drawn
        if not drawn and time.monotonic() - started > _SLOW:
            bar.start()
            drawn = True
        bar.update(task, completed=done, total=total)

    try:
        yield tell
    finally:
        if drawn:
            bar.stop()
