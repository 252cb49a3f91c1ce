"""What the tests of events share: who did what to whom, as a text tells it."""

from collections.abc import Callable

import pytest

from volteface.coding.reader import Reader
from volteface.records import Report

Triples = set[tuple[tuple[str, ...], str, tuple[str, ...]]]
Told = Callable[[str], Triples]


@pytest.fixture(scope="session")
def told(reader: Reader, make_report: Callable[..., Report]) -> Told:
    """Read a text's events: actors, type and recipients of each."""

    def read(text: str) -> Triples:
        events = reader.code(make_report(text)).events
        return {(e.actors, e.type, e.recipients) for e in events}

    return read
