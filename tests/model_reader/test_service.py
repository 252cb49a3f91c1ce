import gzip
import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from types import ModuleType
from typing import Any

import pytest

from volteface.errors import EndpointError
from volteface.model_reader.guarded import StoppedError
from volteface.model_reader.service import NoAnswerError, Service, TooLongError

Ask = Callable[..., Any]
SCHEMA = {"type": "object"}


def test_an_answer_with_its_tokens(ask: Ask, peer: ModuleType) -> None:
    """What the model said, and what the server counted."""
    server, service, _ = ask(lambda *_: peer.says("hello"))
    answer = service.ask("be brief", "hi", SCHEMA, 50)
    assert (answer.text, answer.cut, answer.sent, answer.received) == ("hello", False, 1000, 100)
    (asked,) = server.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.body["model"] == "m"
    assert asked.body["max_tokens"] == 50
    assert asked.body["temperature"] == 0
    assert [m["content"] for m in asked.body["messages"]] == ["be brief", "hi"]
    assert asked.body["response_format"]["json_schema"]["schema"] == SCHEMA


def test_a_model_without_a_system_message_gets_one_message(ask: Ask, peer: ModuleType) -> None:
    """The instructions before the report."""
    server, service, named = ask(lambda *_: peer.says("x"))
    service = Service(replace(named, one_message=True))
    service.ask("be brief", "hi", SCHEMA, 1)
    service.close()
    assert server.asked[0].body["messages"] == [{"role": "user", "content": "be brief\n\nhi"}]


def test_the_key_is_sent_and_nothing_of_the_machine(ask: Ask, peer: ModuleType) -> None:
    """Without a key there is no such header."""
    server, service, _ = ask(lambda *_: peer.says("x"), key="secret")
    service.ask("", "", SCHEMA, 1)
    names = {name.lower(): value for name, value in server.asked[0].headers.items()}
    assert names["authorization"] == "Bearer secret"
    assert names["user-agent"] == "volteface"
    assert not any(name.startswith("x-stainless") for name in names)
    server, service, _ = ask(lambda *_: peer.says("x"))
    service.ask("", "", SCHEMA, 1)
    assert "authorization" not in {name.lower() for name in server.asked[0].headers}


def test_what_the_environment_holds_for_others_is_not_sent(
    ask: Ask, peer: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Organisation and project are nobody else's business."""
    for name in ("OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY", "OPENAI_API_KEY"):
        monkeypatch.setenv(name, "elsewhere")
    server, service, _ = ask(lambda *_: peer.says("x"))
    service.ask("", "", SCHEMA, 1)
    assert "elsewhere" not in str(server.asked[0].headers)


@pytest.mark.parametrize("status", [408, 409, 425, 429, 500, 502, 503, 529])
def test_a_server_that_recovers_is_asked_again(ask: Ask, peer: ModuleType, status: int) -> None:
    """Whatever it calls its trouble."""
    server, service, _ = ask(peer.script(peer.refuses(status), peer.says("well")))
    assert service.ask("", "", SCHEMA, 1).text == "well"
    assert len(server.asked) == 2


@pytest.mark.parametrize("bad", ["hangs", "drips", "floods", "hangs_up"])
def test_a_bad_connection_is_given_up_and_tried_again(ask: Ask, peer: ModuleType, bad: str) -> None:
    """Silence, a byte now and then, bytes without end, a line that breaks."""
    server, service, _ = ask(
        peer.script(getattr(peer, bad), peer.says("well")), seconds=0.4, size=1_000_000
    )
    assert service.ask("", "", SCHEMA, 1).text == "well"
    assert len(server.asked) == 2


def test_an_error_that_does_not_end_ends(ask: Ask, peer: ModuleType) -> None:
    """The limits hold for errors as for answers."""

    def slow(handler: Any, closing: Event) -> None:  # noqa: ANN401 - the peer's own type
        handler.send_response(500)
        handler.send_header("content-length", "100000")
        handler.end_headers()
        while not closing.wait(0.05):
            handler.wfile.write(b"x")

    _, service, _ = ask(peer.script(slow, peer.says("well")), seconds=0.4)
    assert service.ask("", "", SCHEMA, 1).text == "well"


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (b"", "no answer of a chat"),
        (b"<html>Bad gateway</html>", "no answer of a chat"),
        (b'{"choices": []}', "no answer of a chat"),
        (b'{"choices": [{"message": {}}]}', "no answer of a chat"),
        (b'{"choices": "none"}', "no answer of a chat"),
        (b"[" * 100_000, "no answer of a chat"),
        (b'{"choices": [{"message": {"content": null}}]}', "no text"),
        (b'{"choices": [{"message": {"content": 7}}]}', "no text"),
    ],
)
def test_a_reply_that_is_no_answer_is_given_up(
    ask: Ask, peer: ModuleType, reply: bytes, why: str
) -> None:
    """After as many attempts as are allowed."""
    server, service, _ = ask(lambda *_: peer.gives(reply))
    with pytest.raises(NoAnswerError, match=why):
        service.ask("", "", SCHEMA, 1)
    assert len(server.asked) == 3


def test_answers_in_parts_and_packed_are_read(ask: Ask, peer: ModuleType) -> None:
    """Some servers give a list of parts, some compress."""
    parts = [{"type": "text", "text": "he"}, {"type": "image"}, 5, {"text": "llo"}]
    packed = gzip.compress(peer.chat(parts, "length", {"prompt_tokens": -5}))
    headers = {"content-encoding": "gzip", "content-type": "application/json"}
    _, service, _ = ask(lambda *_: lambda handler, _: handler.give(200, packed, headers))
    answer = service.ask("", "", SCHEMA, 1)
    assert (answer.text, answer.cut, answer.sent, answer.received) == ("hello", True, None, None)


def test_an_answer_that_unpacks_without_end_is_given_up(ask: Ask) -> None:
    """A few bytes may be many; and what is called packed and is not is no answer."""
    headers = {"content-encoding": "gzip"}
    packed = gzip.compress(b" " * 5_000_000)
    _, service, _ = ask(lambda *_: lambda handler, _: handler.give(200, packed, headers))
    with pytest.raises(NoAnswerError, match="an answer that does not end"):
        service.ask("", "", SCHEMA, 1)
    _, service, _ = ask(lambda *_: lambda handler, _: handler.give(200, b"not packed", headers))
    with pytest.raises(NoAnswerError, match="cannot be unpacked"):
        service.ask("", "", SCHEMA, 1)


@pytest.mark.parametrize(
    ("status", "message", "told"),
    [
        (401, "bad key", "refuses the key: set VOLTEFACE_API_KEY"),
        (403, "no", "refuses the key"),
        (402, "pay first", "asks for payment: pay first"),
        (429, "insufficient_quota", "asks for payment"),
        (404, "no model m", "no such model, or no service at this address"),
        (410, "gone", "does not take the request: gone"),
        (307, "", "sends requests on to another address"),
    ],
)
def test_what_stays_refused_is_not_asked_again(
    ask: Ask, peer: ModuleType, status: int, message: str, told: str
) -> None:
    """It is said at once, in one line."""
    elsewhere = {"location": "http://127.0.0.1:9/v1"}
    server, service, _ = ask(lambda *_: peer.refuses(status, message, elsewhere), key="secret")
    with pytest.raises(EndpointError, match=told) as refused:
        service.ask("", "", SCHEMA, 1)
    assert len(server.asked) == 1
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_complaint_is_shown_in_one_short_printable_line(ask: Ask, peer: ModuleType) -> None:
    """Also one that would redraw the terminal."""
    nasty = "\x1b[2J\n" + "no " * 1000
    _, service, _ = ask(lambda *_: peer.refuses(410, nasty))
    with pytest.raises(EndpointError) as refused:
        service.ask("", "", SCHEMA, 1)
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (400, "This model's maximum context length is 4096 tokens"),
        (400, "Requested tokens (5000) exceed context window of 2048"),
        (413, "too large"),
        (422, "prompt is too long"),
    ],
)
def test_what_does_not_fit_the_model_is_told(
    ask: Ask, peer: ModuleType, status: int, message: str
) -> None:
    """So that less can be asked for."""
    _, service, _ = ask(lambda *_: peer.refuses(status, message))
    with pytest.raises(TooLongError):
        service.ask("", "", SCHEMA, 1)


def test_a_server_is_asked_as_it_wants_to_be(ask: Ask, peer: ModuleType) -> None:
    """Each refused option is left out for good, down to plain text."""

    def picky(_: int, body: dict[str, Any]) -> object:
        if "max_tokens" in body:
            return peer.refuses(400, "max_tokens is unsupported: use max_completion_tokens")
        if "temperature" in body:
            return peer.refuses(400, "temperature must be 1")
        form = body.get("response_format", {}).get("type")
        if form == "json_schema":
            return peer.refuses(500, "input should be 'text' or 'json_object': json_schema")
        if form is not None:
            return peer.refuses(422, "unknown field")
        return peer.says("at last")

    server, service, _ = ask(picky)
    assert service.ask("", "", SCHEMA, 9).text == "at last"
    tried = [asked.body.get("response_format") for asked in server.asked]
    assert {"type": "json_object", "schema": SCHEMA} in tried
    assert {"type": "json_object"} in tried
    before = len(server.asked)
    assert service.ask("", "", SCHEMA, 9).text == "at last"
    assert len(server.asked) == before + 1
    assert server.asked[-1].body["max_completion_tokens"] == 9


def test_a_server_that_takes_nothing_is_given_up(ask: Ask, peer: ModuleType) -> None:
    """It is not asked in the same way twice."""
    server, service, _ = ask(lambda *_: peer.refuses(400, "no"))
    with pytest.raises(EndpointError, match="does not take the request: no"):
        service.ask("", "", SCHEMA, 1)
    assert len(server.asked) == 4


def test_a_wait_that_is_asked_for_is_kept(ask: Ask, peer: ModuleType) -> None:
    """And one that is too long is not waited for."""
    server, service, _ = ask(
        peer.script(peer.refuses(429, "slow", {"retry-after": "0.2"}), peer.says("x"))
    )
    begin = time.monotonic()
    service.ask("", "", SCHEMA, 1)
    assert time.monotonic() - begin >= 0.2
    later = (datetime.now(UTC) + timedelta(hours=2)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    server, service, _ = ask(lambda *_: peer.refuses(429, "slow", {"retry-after": later}))
    with pytest.raises(NoAnswerError, match="slow"):
        service.ask("", "", SCHEMA, 1)
    assert len(server.asked) == 1


@pytest.mark.parametrize("bad", ["refuses", "drips"])
def test_a_stopped_run_waits_for_nothing(ask: Ask, peer: ModuleType, bad: str) -> None:
    """Neither before a request nor while an answer drips."""
    stop = Event()
    reply = peer.refuses(503) if bad == "refuses" else peer.drips
    server, service, _ = ask(lambda *_: reply, stop=stop, first=60.0)
    caught: list[BaseException] = []

    def asking() -> None:
        try:
            service.ask("", "", SCHEMA, 1)
        except StoppedError as error:
            caught.append(error)

    thread = Thread(target=asking)
    thread.start()
    while not server.asked:
        time.sleep(0.01)
    stop.set()
    thread.join()
    assert len(caught) == 1


def test_nobody_there_is_told(ask: Ask, peer: ModuleType) -> None:
    """After the attempts, with the nature of the failure."""
    server, service, _ = ask(lambda *_: peer.says("x"))
    server.shutdown()
    server.server_close()
    with pytest.raises(NoAnswerError, match="the connection failed"):
        service.ask("", "", SCHEMA, 1)


def test_json_of_the_request_is_json(ask: Ask, peer: ModuleType) -> None:
    """Any text of a report can be sent, half a surrogate pair too."""
    server, service, _ = ask(lambda *_: peer.says("x"))
    service.ask("", 'a "b" \u2028 \x00 é', SCHEMA, 1)
    assert server.asked[0].data == 'a "b" \u2028 \x00 é'
    assert json.dumps(server.asked[0].body)
