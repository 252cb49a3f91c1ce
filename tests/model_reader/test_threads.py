from threading import Event

from volteface.model_reader.threads import work


def test_each_job_is_done_once() -> None:
    """By any number of threads."""
    for count in (1, 3, 50):
        done = dict(work(range(20), lambda n: n * n, count, Event()))
        assert done == {n: n * n for n in range(20)}


def test_an_error_is_the_jobs_own() -> None:
    """The others are done."""

    def do(n: int) -> int:
        if n == 2:
            raise ValueError("two")
        return n

    done = dict(work(range(4), do, 2, Event()))
    assert isinstance(done.pop(2), ValueError)
    assert done == {0: 0, 1: 1, 3: 3}


def test_nothing_is_begun_after_a_stop() -> None:
    """What is under way is finished."""
    stop, seen = Event(), Event()
    begun = []

    def do(n: int) -> int:
        begun.append(n)
        if n:
            seen.wait(10)
        return n

    for job, _ in work(range(1000), do, 1, stop):
        if job == 0:
            stop.set()
            seen.set()
    assert len(begun) <= 2


def test_no_jobs_are_no_work() -> None:
    """And end at once."""
    assert list(work([], str, 3, Event())) == []
