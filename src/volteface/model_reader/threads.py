"""A few threads that work through a list and can be left behind.

The standard pool waits for its threads when the program ends; a server that hangs would then keep
a stopped program from ending. These threads end with it.
"""

from collections.abc import Callable, Iterator, Sequence
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

_LOOK = 0.5
"""Seconds between looks at whether the user has pressed Ctrl-C."""


def work(
    jobs: Sequence[_Job], do: Callable[[_Job], _Result], count: int, stop: Event
) -> Iterator[tuple[_Job, _Result | Exception]]:
    """Each job with its result, or with the error it ended in, in the order of finishing.

    No job is begun once ``stop`` is set; those under way are still given.

    Args:
        jobs: What to do.
        do: Does it, in several threads at once.
        count: Threads.
        stop: Set to begin nothing more.
    """
    waiting: SimpleQueue[_Job] = SimpleQueue()
    done: SimpleQueue[tuple[_Job, _Result | Exception] | None] = SimpleQueue()
    for job in jobs:
        waiting.put(job)

    def run() -> None:
        while not stop.is_set():
            try:
                job = waiting.get_nowait()
            except Empty:
                break
            try:
                done.put((job, do(job)))
            except Exception as error:  # noqa: BLE001 - handed to the thread that asked
                done.put((job, error))
        done.put(None)

    running = min(count, len(jobs))
    for _ in range(running):
        Thread(target=run, daemon=True).start()
    while running:
        try:
            result = done.get(timeout=_LOOK)
        except Empty:
            continue
        if result is None:
            running -= 1
        else:
            yield result
