"""An invented case, its reports, and a service of our own to ask."""

import importlib.util
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event
from types import ModuleType
from typing import Any

import pytest

from volteface.case import Case, load_case, new_case
from volteface.identity import content_id, text_sha256
from volteface.model_reader import Endpoint, endpoint_of
from volteface.model_reader.service import Limits, Service
from volteface.records import DateInterval, Report

TEXT = (
    "Odrun keeps its garrison\n\n"
    'VESSEN - "Our soldiers will stay in Tarvia," Ilvar Dressen said on Tuesday. '
    "Tarvian President Joren Halvik ruled out a truce.\n\n"
    'Kestria wants a ceasefire, its minister told Coast Wire. "We," she added, "want it now."\n'
)


@pytest.fixture(scope="session")
def peer() -> ModuleType:
    """The module of the service that behaves well or badly."""
    spec = importlib.util.spec_from_file_location("peer", Path(__file__).with_name("peer.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["peer"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def case_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the case that ``volteface new`` writes."""
    folder = tmp_path_factory.mktemp("case") / "mine"
    new_case(folder)
    return folder


@pytest.fixture(scope="session")
def case(case_folder: Path) -> Case:
    """That case."""
    return load_case(case_folder)


def a_report(text: str = TEXT, **fields: Any) -> Report:  # noqa: ANN401 - fields of any type
    """A report of the invented war, published on a Thursday."""
    day = date(2018, 2, 8)
    made = Report(
        id=content_id("r", text),
        path="report.txt",
        text=text,
        sha256=text_sha256(text),
        title=None,
        outlet="Selm Courier",
        published=DateInterval(day, day, "day", "stated"),
        language="en",
    )
    return replace(made, **fields)


@pytest.fixture(scope="session")
def make_report() -> Callable[..., Report]:
    """Makes a report of any text."""
    return a_report


@pytest.fixture
def serve(peer: ModuleType) -> Iterator[Callable[..., Any]]:
    """Starts a service that behaves as told; it ends with the test."""
    with ExitStack() as stack:
        yield lambda behaviour: stack.enter_context(peer.serving(behaviour))


@pytest.fixture
def ask(serve: Callable[..., Any]) -> Iterator[Callable[..., tuple[Any, Service, Endpoint]]]:
    """A service that behaves as told, and a client for it that loses its patience quickly."""
    with ExitStack() as stack:

        def started(
            behaviour: object, *, stop: Event | None = None, key: str | None = None, **limits: float
        ) -> tuple[Any, Service, Endpoint]:
            server = serve(behaviour)
            named = endpoint_of(server.address, "m", {"VOLTEFACE_API_KEY": key} if key else {})
            within = Limits(**{"seconds": 5.0, "attempts": 3, "first": 0.01} | limits)
            service = Service(named, within, stop, random.Random(1))  # noqa: S311
            stack.callback(service.close)
            return server, service, named

        yield started
