"""The command against a service of the tests' own, over real sockets."""

import importlib.util
import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from volteface.ledger import open_ledger

Call = Callable[..., Any]
Serve = Callable[..., Any]

PEER = Path(__file__).parents[1] / "model_reader" / "peer.py"


@pytest.fixture(scope="module")
def peer() -> ModuleType:
    """The module of a service that behaves well or badly."""
    spec = importlib.util.spec_from_file_location("peer", PEER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["peer"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def serve(peer: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Starts a service that behaves as told, and no key in the environment."""
    for name in ("VOLTEFACE_API_KEY", "OPENAI_API_KEY", "VOLTEFACE_ENDPOINT", "VOLTEFACE_MODEL"):
        monkeypatch.delenv(name, raising=False)
    with ExitStack() as stack:
        yield lambda behaviour: stack.enter_context(peer.serving(behaviour))


def test_reports_are_read_once_more_and_compared(
    call: Call, mine: Path, serve: Serve, peer: ModuleType
) -> None:
    """What is sent where is said first; the second run sends nothing."""
    server = serve(peer.honest)
    asked = ("reread", "mine", "--endpoint", server.address, "--model", "m", "--yes")
    done = call(*asked)
    assert done.code == 0
    assert "6 reports" in done.err
    assert "nothing leaves this machine" in done.err
    assert "6 of 6 reports read" in done.out
    assert "found by both" in done.out
    assert "Krippendorff's alpha" in done.out
    assert "coder model/m: beside the offline reader's" in done.out
    with open_ledger("mine.sqlite") as ledger:
        assert "model/m" in ledger.coders()
    again = call(*asked)
    assert "all 6 requests are answered already" in again.err
    assert len(server.asked) == 6
    assert call("reread", "mine", "--endpoint", server.address, "--model", "n", "--yes").code == 0
    assert len(server.asked) == 12
    assert mine.exists()


@pytest.mark.usefixtures("mine")
def test_nothing_is_sent_without_consent(
    call: Call, serve: Serve, peer: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody can be asked the answer is no."""
    server = serve(peer.honest)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    done = call("reread", "mine", "--endpoint", server.address, "--model", "m")
    assert done.code == 130
    assert "go on?" in done.err
    assert server.asked == []


@pytest.mark.usefixtures("mine")
def test_only_the_reports_named_are_sent(
    call: Call, serve: Serve, peer: ModuleType, tmp_path: Path
) -> None:
    """They are read offline first."""
    file = tmp_path / "new.txt"
    file.write_text('Published 3 May 2018\n\n"Our soldiers will stay," Ilvar Dressen said.\n')
    server = serve(peer.honest)
    done = call("reread", "mine", file, "--endpoint", server.address, "--model", "m", "--yes")
    assert done.code == 0
    assert "1 of 1 report read" in done.out
    assert len(server.asked) == 1


@pytest.mark.usefixtures("mine")
def test_json_holds_the_statements(call: Call, serve: Serve, peer: ModuleType) -> None:
    """In the form of read --jsonl, with counts and agreement."""
    server = serve(peer.honest)
    done = call(
        "reread", "mine", "--endpoint", server.address, "--model", "m", "--yes", "--json", "-q"
    )
    data = json.loads(done.out)
    assert data["coder"] == "model/m"
    assert data["tally"]["kept"] == len(data["statements"]) > 5
    assert data["agreement"]["both"] > 5
    assert {"content", "speaker", "path"} <= data["statements"][0].keys()
    assert done.err == ""


@pytest.mark.usefixtures("mine")
def test_a_ceiling_needs_a_price_and_is_kept(call: Call, serve: Serve, peer: ModuleType) -> None:
    """The case may give the price."""
    server = serve(peer.honest)
    asked = ("reread", "mine", "--endpoint", server.address, "--model", "m", "--yes")
    done = call(*asked, "--most", "1")
    assert done.code == 2
    assert "give --price SENT RECEIVED" in done.err
    with Path("mine/case.toml").open("a", encoding="utf-8") as file:
        file.write('[[coder]]\nmodel = "m"\nsent = 100.0\nreceived = 100.0\nconfidence = 0.8\n')
    done = call(*asked, "--most", "0.9", "--at-once", "1")
    assert done.code == 0
    assert "never more than 0.90" in done.err
    assert "stopped: the next request could cost more than is left" in done.out
    assert "confidence: 0.80 (the case's word on this model)" in done.out
    sent = len(server.asked)
    assert 0 < sent < 6
    assert call(*asked).code == 0
    assert len(server.asked) == 6


@pytest.mark.usefixtures("mine")
def test_a_refusal_is_one_line(
    call: Call, serve: Serve, peer: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the key."""
    monkeypatch.setenv("VOLTEFACE_API_KEY", "secret-key")
    server = serve(lambda *_: peer.refuses(401, "wrong key"))
    done = call("reread", "mine", "--endpoint", server.address, "--model", "m", "--yes", "-q")
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert "refuses the key: set VOLTEFACE_API_KEY" in done.err
    for file in Path().glob("mine.*"):
        assert b"secret-key" not in file.read_bytes()


@pytest.mark.usefixtures("mine")
def test_a_report_that_got_no_answer_is_named(call: Call, serve: Serve, peer: ModuleType) -> None:
    """The others are stored; the exit code tells."""

    def behaves(number: int, body: dict[str, Any]) -> object:
        if "harbour fire" in body["messages"][1]["content"]:
            return peer.says("I will not.")
        return peer.honest(number, body)

    server = serve(behaves)
    done = call("reread", "mine", "--endpoint", server.address, "--model", "m", "--yes")
    assert done.code == 1
    assert "not read: mine/reports/2018-05-15-after-the-harbour-fire.txt: the model's" in done.out
    assert "1 of 6 reports were not read" in done.err


@pytest.mark.usefixtures("mine")
def test_a_report_that_silences_the_model_is_named(
    call: Call, serve: Serve, peer: ModuleType
) -> None:
    """The offline reader cannot be told to be silent."""
    server = serve(lambda *_: peer.says({"statements": []}))
    done = call("reread", "mine", "--endpoint", server.address, "--model", "m", "--yes")
    assert done.code == 0
    assert done.out.count("look whether the report speaks to its readers' machines") == 6


@pytest.mark.usefixtures("mine")
def test_readings_that_count_are_told_and_hold(call: Call, serve: Serve, peer: ModuleType) -> None:
    """With the confidence that the user gives."""
    server = serve(peer.honest)
    asked = ("reread", "mine", "--endpoint", server.address, "--model", "m", "--yes", "--count")
    done = call(*asked, "--confidence", "0.9")
    assert "they count in verdicts" in done.out
    with open_ledger("mine.sqlite") as ledger:
        mine = {one.id for one in ledger.read_by("model/m")}
        assert mine <= {one.id for one in ledger.statements()}
        assert {one.confidence for one in ledger.read_by("model/m")} == {0.9}


@pytest.mark.parametrize("missing", ["--endpoint", "--model"])
def test_a_service_must_be_named(call: Call, folder: Path, missing: str) -> None:
    """Nothing is asked by default."""
    given = {"--endpoint": "http://localhost:1/v1", "--model": "m"}
    del given[missing]
    done = call("reread", "syria", *(word for pair in given.items() for word in pair))
    assert done.code == 2
    assert missing in done.err
    assert list(folder.iterdir()) == []
